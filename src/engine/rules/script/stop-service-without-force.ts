import { hasParameter, isSplatted } from '../../scripts/parameters';
import { addArguments } from '../../scripts/replace';
import { serviceUses } from '../../scripts/services';
import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'stop-service-without-force',
  severity: 'warning',
  profile: 'recommended',
  title: 'Stop-Service refuses services that others need',
  why: '`Stop-Service` and `Restart-Service` end with an error where running services depend on the one named, and the service runs on. W3SVC depends on WAS and HTTP. `-Force` stops the dependents first.',
  sources: [
    {
      document: 'PowerShell documentation, Stop-Service',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.management/stop-service',
      says: '-Force stops a service even if it has dependent services',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'Stop-Service -Name WAS\nStart-Service W3SVC\n', at: 'Stop-Service -Name WAS' },
      { file: 'a.ps1', text: 'Restart-Service WAS\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: Stop-Service HTTP\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'Stop-Service WAS -Force\nRestart-Service -Force -Name HTTP\n' },
      { file: 'a.ps1', text: 'Stop-Service W3SVC\nStop-Service WAS\n' },
      { file: 'a.ps1', text: 'Stop-Service WAS @options\nStop-Service FTPSVC\n' },
      { file: 'a.ps1', text: '# Stop-Service WAS\nWrite-Host "Stop-Service WAS"\n' },
      { file: 'a.ps1', text: 'Restart-Service W3SVC,WAS\n' },
    ],
  },
  check: ({ commands, report }) => {
    const stopped = new Set<string>();
    for (const { command, action, service } of serviceUses(commands)) {
      if (action === 'start') stopped.delete(service);
      else stopped.add(service);
      if (!command.name.endsWith('-service') || action === 'start' || !/^(?:was|http)$/.test(service)) continue;
      if (stopped.has('w3svc') || hasParameter(command, 'Force') || isSplatted(command)) continue;
      const edits = addArguments(command, '-Force');
      report({
        at: command,
        message: `W3SVC depends on ${quoted(service.toUpperCase())}; while it runs, this ends with an error and nothing stops. Add -Force.`,
        fixes: edits ? [{ title: 'Add -Force', edits, isSafe: false }] : [],
      });
    }
  },
});
