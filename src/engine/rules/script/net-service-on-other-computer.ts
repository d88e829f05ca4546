import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'net-service-on-other-computer',
  severity: 'error',
  profile: 'correctness',
  title: 'net start and net stop know no other computer',
  why: '`net start` and `net stop` work on the local computer only. With the name of a computer they fail with a syntax error, and the service is not touched. `sc \\\\WEB1 stop W3SVC` reaches another computer.',
  sources: [
    {
      document: 'net start and net stop (Windows Commands)',
      says: 'The syntax has the name of the service and nothing else',
      read: '2026-11-25',
    },
    {
      document: 'sc.exe config (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/sc-config',
      says: 'The first argument may name the remote server, as \\\\server',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop W3SVC \\\\WEB1\n', at: '\\\\WEB1' },
      { file: 'a.cmd', text: 'net start \\\\WEB1 W3SVC\n' },
      { file: 'a.ps1', text: 'net stop was /y \\\\web1\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'sc \\\\WEB1 stop W3SVC\nnet use \\\\WEB1\\c$\nnet view \\\\WEB1\n' },
      { file: 'a.cmd', text: 'psexec \\\\WEB1 net stop W3SVC\n' },
      { file: 'a.cmd', text: 'rem net stop W3SVC \\\\WEB1\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (!/^net1?$/.test(name) || !/^(?:start|stop)$/i.test(words[0]?.value ?? '')) continue;
      const at = words.find(({ value }) => /^\\\\[^\\]/.test(value));
      if (at)
        report({
          at,
          message:
            'net start and net stop work on this computer only and fail with the name of another one. Use sc with the name of the computer as its first argument.',
        });
    }
  },
});
