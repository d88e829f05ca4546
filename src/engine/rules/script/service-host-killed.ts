import { killedProcesses } from '../../scripts/killedProcesses';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'service-host-killed',
  severity: 'error',
  profile: 'recommended',
  title: 'The process of a system service is killed',
  why: '`inetinfo.exe` holds the metabase of IIS 6 and earlier, and killing it loses what was not written yet. Every `svchost.exe` holds services of Windows, WAS and W3SVC among them; killing all of them takes the server down. Stop the service by its name.',
  sources: [
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'Which services stop with HTTP, WAS and IISADMIN, and that net start does not bring back the dependents',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'taskkill /f /im inetinfo.exe\n', at: 'inetinfo.exe' },
      { file: 'a.ps1', text: 'Stop-Process -Name svchost -Force\n' },
      { file: 'a.ps1', text: 'Get-Process inetinfo | Stop-Process\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop IISADMIN /y\ntaskkill /im notepad.exe\n' },
      { file: 'a.cmd', text: 'tasklist /svc /fi "imagename eq svchost.exe"\n' },
      { file: 'a.cmd', text: 'rem taskkill /f /im inetinfo.exe\n' },
      { file: 'a.ps1', text: 'Get-Process inetinfo | Format-Table\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const [place, command] of commands.entries()) {
      const killed = killedProcesses(command, commands[place - 1]).find(({ value }) =>
        /^(?:inetinfo|svchost)(?:\.exe)?$/i.test(value),
      );
      if (killed)
        report({
          at: killed,
          message: /^s/i.test(killed.value)
            ? 'This kills every svchost.exe and with them most services of Windows. Stop the one service by its name.'
            : 'Killing inetinfo.exe loses changes of the metabase that were not written yet. Stop IISADMIN by its name.',
        });
    }
  },
});
