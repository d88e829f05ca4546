import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'webadministration-in-powershell-7',
  severity: 'warning',
  profile: 'recommended',
  title: 'WebAdministration does not run in PowerShell 7',
  why: 'PowerShell 7 loads the module into a hidden Windows PowerShell and talks to it from outside. The drive `IIS:` does not exist on this side, and objects come back without their methods. Use Windows PowerShell for the script, or the module IISAdministration.',
  sources: [
    {
      document: 'PowerShell documentation, about_Windows_PowerShell_Compatibility',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_windows_powershell_compatibility',
      says: 'Modules are loaded in a background Windows PowerShell 5.1 and used through implicit remoting',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.yml', text: 'steps:\n- pwsh: Import-Module WebAdministration\n', at: 'WebAdministration' },
      {
        file: 'a.ps1',
        text: '#requires -Version 7\nImport-Module -Name WebAdministration\nGet-ChildItem IIS:\\Sites\n',
      },
      { file: 'a.yml', text: 'steps:\n- pwsh: ipmo webadministration\n' },
    ],
    good: [
      {
        file: 'a.yml',
        text: 'steps:\n- pwsh: |\n    Import-Module WebAdministration\n    $s = Get-PSSession -Name WinPSCompatSession\n    Invoke-Command -Session $s { Get-ChildItem IIS:\\Sites }\n- pwsh: Import-Module WebAdministration -UseWindowsPowerShell\n',
      },
      { file: 'a.ps1', text: 'Import-Module WebAdministration\n' },
      {
        file: 'a.yml',
        text: 'steps:\n- pwsh: Import-Module IISAdministration\n- powershell: Import-Module WebAdministration\n',
      },
      { file: 'a.yml', text: 'steps:\n- pwsh: powershell -Command "Import-Module WebAdministration"\n' },
      { file: 'a.ps1', text: '#requires -Version 7\n# Import-Module WebAdministration\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    // Whoever names the hidden session knows of it.
    if (/WinPSCompatSession/i.test(script.text)) return;
    for (const { name, shell, arguments: words } of commands) {
      const at =
        name === 'import-module' && shell === 'pwsh' && !words.some(({ value }) => /^-UseW/i.test(value))
          ? words.find(({ value }) => /^webadministration$/i.test(value))
          : undefined;
      if (at)
        report({
          at,
          message:
            'In PowerShell 7 this module runs in a hidden Windows PowerShell: there is no drive IIS:, and objects have no methods. Use Windows PowerShell or IISAdministration.',
        });
    }
  },
});
