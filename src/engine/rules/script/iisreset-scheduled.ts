import { defineScriptRule } from '../scriptRule';

const IISRESET = /^["']?(?:[\w:%\\.-]*\\)?iisreset(?:\.exe)?(?![\w.-])/i;

export default defineScriptRule({
  id: 'iisreset-scheduled',
  severity: 'warning',
  profile: 'recommended',
  title: 'A scheduled task runs iisreset',
  why: 'A restart of all sites by the clock cuts off requests and hides why it seemed necessary, mostly a leak in one application. A pool recycles by itself at given times or above a memory limit, with the old process finishing its requests.',
  sources: [
    {
      document: 'iis-docs: periodicRestart',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/applicationpools/add/recycling/periodicrestart/',
      says: 'Pools recycle on a schedule, by memory or by requests',
      read: '2026-11-25',
    },
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'Which services stop with HTTP, WAS and IISADMIN, and that net start does not bring back the dependents',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'schtasks /create /tn Nightly /sc daily /st 03:00 /tr "iisreset /noforce"\n',
        at: '"iisreset /noforce"',
      },
      { file: 'a.cmd', text: 'schtasks.exe /Create /SC WEEKLY /TN R /TR C:\\Windows\\System32\\iisreset.exe\n' },
      { file: 'a.ps1', text: "$a = New-ScheduledTaskAction -Execute 'iisreset.exe' -Argument '/noforce'\n" },
      { file: 'a.ps1', text: "schtasks /create /tn R /sc daily /tr 'iisreset'\n" },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'schtasks /create /tn Recycle /sc daily /tr "recycle.cmd"\nschtasks /delete /tn iisreset /f\nschtasks /query /tn iisreset\n',
      },
      {
        file: 'a.ps1',
        text: "New-ScheduledTaskAction -Execute 'powershell.exe' -Argument '-File C:\\ops\\iisreset-report.ps1'\n",
      },
      { file: 'a.cmd', text: 'rem schtasks /create /tn R /tr iisreset\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      const { name, arguments: words } = command;
      if (name !== 'schtasks' && name !== 'new-scheduledtaskaction') continue;
      const at = words.findIndex(({ value }) => (name === 'schtasks' ? /^[-/]tr$/i : /^-exe/i).test(value));
      const isCreation = name !== 'schtasks' || words.some(({ value }) => /^[-/]create$/i.test(value));
      const program = words[at + 1];
      if (at < 0 || !isCreation || !program || !IISRESET.test(program.value)) continue;
      report({
        at: program,
        message:
          'This task restarts all sites by the clock, which cuts off requests and hides the reason. Let the one pool recycle at that time (periodicRestart.schedule) or above a memory limit.',
      });
    }
  },
});
