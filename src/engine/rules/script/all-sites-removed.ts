import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'all-sites-removed',
  severity: 'warning',
  profile: 'recommended',
  title: 'A command removes every site or pool',
  why: 'The IIS: drive is the configuration of the server. Removing its root, `IIS:\\Sites` or everything below it removes all sites, those of other teams too, without asking when `-Recurse` is there.',
  sources: [
    {
      document: 'iis-docs: Navigating the IIS PowerShell snap-in namespace',
      url: 'https://learn.microsoft.com/en-us/iis/manage/powershell/powershell-snap-in-navigating-the-iis-snap-in-namespace',
      says: 'Below AppPools and Sites of the drive IIS: stand the pools and sites of the server',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'Remove-Item IIS:\\Sites\\* -Recurse\n', at: 'IIS:\\Sites\\*' },
      { file: 'a.ps1', text: "Remove-Item -Path 'IIS:\\AppPools\\*' -Recurse -Force\n" },
      { file: 'a.ps1', text: 'Get-Website | Remove-Website\n' },
    ],
    good: [
      {
        file: 'a.ps1',
        text: "Remove-Item 'IIS:\\Sites\\Default Web Site' -Recurse\nGet-Website -Name Shop | Remove-Website\n",
      },
      { file: 'a.ps1', text: 'Get-ChildItem IIS:\\Sites\\*\n# Remove-Item IIS:\\Sites\\* -Recurse\n' },
      {
        file: 'Dockerfile',
        text: '# escape=`\nFROM mcr.microsoft.com/windows/servercore/iis\nSHELL ["powershell"]\nRUN Remove-Item IIS:\\Sites\\* -Recurse\n',
      },
      { file: 'a.ps1', text: 'Get-Website | Where-Object { $_.Name -eq "x" } | Remove-Website\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    // An image has the one default site, and removing it is how it gets its own.
    if (kind === 'dockerfile') return;
    for (const [place, { name, program, arguments: words, before }] of commands.entries()) {
      const from = commands[place - 1];
      const at =
        name === 'remove-item' || name === 'ri' || name === 'rm'
          ? words.find(({ value }) => /^IIS:\\(?:(?:Sites|AppPools)\\?\*?)?$/i.test(value))
          : /^remove-(?:website|webapppool)$/.test(name) &&
              before === '|' &&
              /^get-website$/.test(from?.name ?? '') &&
              !from?.arguments.length
            ? program
            : undefined;
      if (at)
        report({
          at,
          message:
            'This removes all sites or pools of the server, also those that the script knows nothing of. Name the ones that are meant.',
        });
    }
  },
});
