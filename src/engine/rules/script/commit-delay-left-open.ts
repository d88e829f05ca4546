import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'commit-delay-left-open',
  severity: 'warning',
  profile: 'recommended',
  title: 'Delayed changes are never committed',
  why: 'After `Start-IISCommitDelay` or `Start-WebCommitDelay` nothing is written until the matching `Stop-` command. Without it all changes of the script are lost when PowerShell ends. Put the stop into a `finally` block.',
  sources: [
    {
      document: 'IISAdministration documentation, Start-IISCommitDelay',
      url: 'https://learn.microsoft.com/en-us/powershell/module/iisadministration/start-iiscommitdelay',
      says: 'Delays the commitment of changes until Stop-IISCommitDelay is executed',
      read: '2026-11-25',
    },
    {
      document: 'WebAdministration documentation, Start-WebCommitDelay',
      url: 'https://learn.microsoft.com/en-us/powershell/module/webadministration/start-webcommitdelay',
      says: 'Delays the commitment until Stop-WebCommitDelay is run',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: "Start-IISCommitDelay\nNew-IISSite -Name Shop -PhysicalPath D:\\shop -BindingInformation '*:80:'\n",
        at: 'Start-IISCommitDelay',
      },
      { file: 'a.ps1', text: 'Start-WebCommitDelay\nNew-Website -Name Shop\n' },
      { file: 'a.ps1', text: 'Start-IISCommitDelay\nNew-Website -Name Shop\nStop-WebCommitDelay\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'Start-IISCommitDelay\ntry { New-IISSite -Name Shop } finally { Stop-IISCommitDelay }\n' },
      { file: 'a.ps1', text: 'Start-WebCommitDelay\nNew-Website -Name Shop\nStop-WebCommitDelay -Commit $true\n' },
      { file: 'a.ps1', text: '# Start-IISCommitDelay\nWrite-Host Start-IISCommitDelay\n' },
    ],
  },
  check: ({ commands, report }) => {
    const names = new Set(commands.map(({ name }) => name));
    for (const { name, program } of commands)
      if (/^start-(?:iis|web)commitdelay$/.test(name) && !names.has(name.replace('start', 'stop')))
        report({
          at: program,
          message:
            'Nothing is written until the matching Stop- command, which this script does not have: its changes are lost when PowerShell ends.',
        });
  },
});
