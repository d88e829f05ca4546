import { killedProcesses } from '../../scripts/killedProcesses';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'w3wp-killed',
  severity: 'warning',
  profile: 'recommended',
  title: 'Worker processes are killed',
  why: 'This ends the worker processes of every pool at once: requests are cut off, applications do not shut down, and WAS counts each as a failure, so rapid-fail protection may stop the pools. Recycle the one pool: the new process takes over before the old one ends.',
  sources: [
    {
      document: 'iis-docs: failure',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/applicationpools/add/failure',
      says: 'Rapid-fail protection counts worker processes that end unexpectedly and stops the pool',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'taskkill /f /im w3wp.exe\n', at: 'w3wp.exe' },
      { file: 'a.ps1', text: 'Stop-Process -Name w3wp -Force\n' },
      { file: 'a.ps1', text: 'Get-Process w3wp | Stop-Process -Force\n' },
      { file: 'a.cmd', text: 'cmd /c "taskkill /im w3wp.exe"\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'taskkill /pid %PID% /f\ntasklist /fi "imagename eq w3wp.exe"\n' },
      { file: 'a.ps1', text: 'Get-Process w3wp | Select-Object Id\nStop-Process -Id $id\n' },
      { file: 'a.cmd', text: 'rem taskkill /f /im w3wp.exe\necho taskkill /im w3wp.exe\n' },
      { file: 'a.ps1', text: 'Restart-WebAppPool -Name Shop\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const [place, command] of commands.entries()) {
      const killed = killedProcesses(command, commands[place - 1]).find(({ value }) =>
        /^w3wp(?:\.exe|\*)?$/i.test(value),
      );
      if (killed)
        report({
          at: killed,
          message:
            'This kills the worker processes of all pools: requests are cut off, and rapid-fail protection may stop the pools. Recycle the one pool instead, as appcmd recycle apppool or Restart-WebAppPool do.',
        });
    }
  },
});
