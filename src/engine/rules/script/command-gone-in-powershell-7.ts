import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

const GONE =
  /^(?:(?:get|clear|limit|new|remove|show|write)-eventlog|(?:get-wmiobject|invoke-wmimethod|register-wmievent|remove-wmiobject|set-wmiinstance)|new-webserviceproxy)$/;

export default defineScriptRule({
  id: 'command-gone-in-powershell-7',
  severity: 'error',
  profile: 'correctness',
  title: 'PowerShell 7 has no such command',
  why: 'These commands are part of Windows PowerShell only. PowerShell 7 says that the term is not recognized. `Get-WinEvent`, `Get-CimInstance` and `Invoke-CimMethod` exist in both.',
  sources: [
    {
      document: 'PowerShell documentation, Differences between Windows PowerShell 5.1 and PowerShell 7',
      url: 'https://learn.microsoft.com/en-us/powershell/scripting/whats-new/differences-from-windows-powershell',
      says: 'Lists the commands that were removed, the event log and WMI ones among them',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.yml', text: 'steps:\n- pwsh: Get-EventLog -LogName System -Newest 5\n', at: 'Get-EventLog' },
      { file: 'a.ps1', text: '#requires -Version 7\nGet-WmiObject Win32_Service\n' },
      { file: 'a.yml', text: "steps:\n- pwsh: Invoke-WmiMethod -Class Win32_Process -Name Create -ArgumentList 'x'\n" },
    ],
    good: [
      { file: 'a.ps1', text: 'Get-EventLog -LogName System\nGet-WmiObject Win32_Service\n' },
      { file: 'a.yml', text: 'steps:\n- pwsh: Get-WinEvent -LogName System\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: Get-EventLog -LogName System\n' },
      {
        file: 'a.ps1',
        text: '#requires -Version 7\n# Get-WmiObject Win32_Service\npowershell -Command "Get-WmiObject Win32_Service"\n',
      },
      {
        file: 'a.ps1',
        text: '#requires -Version 7\nImport-Module Microsoft.PowerShell.Management -UseWindowsPowerShell\nGet-EventLog System\n',
      },
    ],
  },
  check: ({ commands, script, report }) => {
    if (/-UseWindowsPowerShell|WindowsCompatibility/i.test(script.text)) return;
    for (const { name, shell, program } of commands)
      if (shell === 'pwsh' && GONE.test(name))
        report({
          at: program,
          message: `PowerShell 7 does not know ${quoted(program.value)}. Use Get-WinEvent for events and the CIM commands for WMI.`,
        });
  },
});
