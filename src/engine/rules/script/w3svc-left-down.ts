import { replaceCommand } from '../../scripts/replace';
import { serviceUses, startsUnknown } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'w3svc-left-down',
  severity: 'warning',
  profile: 'recommended',
  title: 'WAS is started again and W3SVC is not',
  why: 'Stopping WAS stops W3SVC with it. Starting WAS does not bring W3SVC back, because a start goes up to what a service needs and never down to what needs it. Every site stays down. Start W3SVC: it starts WAS as well.',
  sources: [
    {
      document: 'net start and net stop (Windows Commands); behaviour of the service control manager',
      says: 'A start also starts what the service depends on, never what depends on it',
      read: '2026-11-25',
    },
    {
      document: 'ASP.NET Core documentation, use multiple environments',
      url: 'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/environments',
      says: 'Restarts IIS by net stop was /y and net start w3svc',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start WAS\n', at: 'net start WAS' },
      { file: 'a.ps1', text: 'Stop-Service -Name WAS -Force\nStart-Service -Name WAS\n' },
      { file: 'a.cmd', text: 'net stop was /y && net start was\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: |\n    Stop-Service WAS -Force\n    Start-Service WAS\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start WAS\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'net start WAS\n' },
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start W3SVC\n' },
      {
        file: 'a.ps1',
        text: 'Stop-Service WAS -Force\nforeach ($n in $list) { Start-Service $n }\nStart-Service WAS\n',
      },
      { file: 'a.ps1', text: 'Restart-Service WAS -Force\n' },
      { file: 'a.cmd', text: 'rem net stop WAS /y\nnet start WAS\n' },
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start WAS\niisreset /start\n' },
    ],
  },
  check: ({ commands, report }) => {
    const uses = serviceUses(commands);
    if (uses.some(({ action, service }) => action !== 'stop' && service === 'w3svc') || startsUnknown(commands)) return;
    if (commands.some(({ name }) => name === 'iisreset')) return;
    let isDown = false;
    for (const { command, action, service } of uses) {
      if (action === 'stop') isDown ||= service === 'was' || service === 'http';
      if (action !== 'start' || service !== 'was' || !isDown) continue;
      const isNet = command.name === 'net' || command.name === 'net1';
      const edits =
        command.arguments.length > 2
          ? null
          : replaceCommand(command, isNet ? 'net start W3SVC' : 'Start-Service -Name W3SVC');
      report({
        at: command,
        message:
          'W3SVC stopped together with WAS, and starting WAS does not bring it back: all sites stay down. Start W3SVC, which starts WAS as well.',
        fixes: edits && command.name !== 'sc' ? [{ title: 'Start W3SVC instead', edits, isSafe: false }] : [],
      });
    }
  },
});
