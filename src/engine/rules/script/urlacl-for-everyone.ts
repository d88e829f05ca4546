import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'urlacl-for-everyone',
  severity: 'warning',
  profile: 'recommended',
  title: 'Everyone may listen on a reserved address',
  why: 'With the reservation any account of the server, the one of a broken-into application too, may receive requests for this address and pose as the service. Reserve it for the account that the service runs as.',
  sources: [
    {
      document: 'netsh http (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/netsh-http',
      says: 'add sslcert binds a certificate with an appid, add urlacl lets accounts without administrative rights register an address, add iplisten adds an address',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'netsh http add urlacl url=http://+:8085/svc/ user=Everyone\n', at: 'user=Everyone' },
      { file: 'a.ps1', text: 'netsh http add urlacl url=http://+:80/ user=\\Everyone\n' },
      { file: 'a.cmd', text: 'netsh http add urlacl url=http://+:8085/ sddl=D:(A;;GX;;;WD)\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'netsh http add urlacl url=http://+:8085/svc/ user="NT SERVICE\\Shop"\nnetsh http delete urlacl url=http://+:8085/\nnetsh http show urlacl\n',
      },
      { file: 'a.cmd', text: 'rem netsh http add urlacl url=http://+:80/ user=Everyone\n' },
      { file: 'a.cmd', text: 'netsh http add urlacl url=http://+:80/ user=%USERNAME%\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (
        name !== 'netsh' ||
        !words.some(({ value }) => /^urlacl$/i.test(value)) ||
        !words.some(({ value }) => /^add$/i.test(value))
      )
        continue;
      const at = words.find(({ value }) =>
        /^user=\\?(?:everyone|jeder|todos|tout le monde|s-1-1-0)$|^sddl=.*;;;(?:WD|S-1-1-0)\)/i.test(value),
      );
      if (at)
        report({
          at,
          message:
            'Any account of the server may now receive the requests for this address. Name the account that the service runs as.',
        });
    }
  },
});
