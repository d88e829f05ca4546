import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'sslcert-without-owner',
  severity: 'information',
  profile: 'hardening',
  title: 'A certificate binding of HTTP.sys names no owner',
  why: '`appid` says whose binding it is. With zeros nobody can tell later which program needs it, and it is deleted or kept by guess. Use the GUID of the program; `{4dc3e181-e14b-4a21-b022-59fc669b0914}` is that of IIS.',
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
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:8443 certhash=%HASH% appid={00000000-0000-0000-0000-000000000000}\n',
        at: 'appid={00000000-0000-0000-0000-000000000000}',
      },
      {
        file: 'a.ps1',
        text: 'netsh http add sslcert ipport=0.0.0.0:8443 certhash=$h "appid={00000000-0000-0000-0000-000000000000}"\n',
      },
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert hostnameport=a.example.org:443 certhash=%HASH% certstorename=MY appid="{00000000-0000-0000-0000-000000000000}"\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=%HASH% appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
      { file: 'a.cmd', text: 'netsh http show sslcert\nnetsh http delete sslcert ipport=0.0.0.0:8443\n' },
      {
        file: 'a.cmd',
        text: 'rem netsh http add sslcert appid={00000000-0000-0000-0000-000000000000}\necho appid={00000000-0000-0000-0000-000000000000}\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      const at =
        name === 'netsh'
          ? words.find(({ value }) => /^appid=\{?0{8}-0{4}-0{4}-0{4}-0{12}\}?$/i.test(value))
          : undefined;
      if (at)
        report({
          at,
          message:
            'With zeros nobody can tell later which program this binding belongs to. Use the GUID of the program that it is for.',
        });
    }
  },
});
