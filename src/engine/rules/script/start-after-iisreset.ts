import { quoted } from '../quoted';
import { serviceUses } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'start-after-iisreset',
  severity: 'information',
  profile: 'recommended',
  title: 'A service is started right after iisreset has started it',
  why: '`iisreset` without `/stop` starts the services again. A `net start` behind it finds W3SVC running and ends with exit code 2, which fails a script that looks at it.',
  sources: [
    {
      document: 'iisreset /? (help of the tool)',
      says: '/RESTART, which is what it does without a switch, stops and then restarts all internet services',
      read: '2026-11-25',
    },
    {
      document: 'net start and net stop (Windows Commands); behaviour of the service control manager',
      says: 'A start also starts what the service depends on, never what depends on it',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'iisreset /noforce\nnet start W3SVC\n', at: 'net start W3SVC' },
      { file: 'a.cmd', text: 'CALL iisreset /noforce\nnet start was\n' },
      { file: 'a.ps1', text: 'iisreset /restart /noforce\nnet start w3svc\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'iisreset /stop\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'iisreset /noforce\nnet start MSFTPSVC\n' },
      { file: 'a.cmd', text: 'iisreset /noforce || net start W3SVC\n' },
      { file: 'a.cmd', text: 'iisreset /status\nnet start W3SVC\necho iisreset\n' },
      { file: 'a.ps1', text: 'iisreset /noforce\nStart-Service W3SVC\n' },
    ],
  },
  check: ({ commands, report }) => {
    const uses = new Map(serviceUses(commands).map((use) => [use.command, use]));
    for (const [place, command] of commands.entries()) {
      const before = commands[place - 1];
      const use = uses.get(command);
      if (!before || command.name !== 'net' || use?.action !== 'start' || !/^(?:w3svc|was)$/.test(use.service))
        continue;
      if (before.name !== 'iisreset' || command.before === '||' || command.nesting.length !== before.nesting.length)
        continue;
      if (
        before.arguments.some(
          ({ value, isLiteral }) => !isLiteral || !/^[-/](?:restart|noforce|timeout:.*)$/i.test(value),
        )
      )
        continue;
      report({
        at: command,
        message: `iisreset has started ${quoted(use.service.toUpperCase())} already, so this command ends with exit code 2. Leave it out, or stop and start the services by name instead of iisreset.`,
      });
    }
  },
});
