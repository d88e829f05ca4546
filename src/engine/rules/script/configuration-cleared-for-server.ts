import { hasParameter, isSplatted, parameterValue } from '../../scripts/parameters';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'configuration-cleared-for-server',
  severity: 'warning',
  profile: 'recommended',
  title: 'Clear-WebConfiguration works on the whole server',
  why: "Without `-PSPath` and `-Location` the cmdlet works where PowerShell stands, and outside of the IIS: drive that is the server's configuration: the section is removed for every site.",
  sources: [
    {
      document: 'WebAdministration documentation, Clear-WebConfiguration',
      url: 'https://learn.microsoft.com/en-us/powershell/module/webadministration/clear-webconfiguration',
      says: 'Removes configuration settings from the location that it is given; -PSPath and -Location are optional',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'Clear-WebConfiguration -Filter /system.webServer/security/ipSecurity\n',
        at: 'Clear-WebConfiguration',
      },
      {
        file: 'a.ps1',
        text: "Import-Module WebAdministration\nClear-WebConfiguration '/system.webServer/httpRedirect'\n",
      },
      {
        file: 'a.yml',
        text: 'steps:\n- powershell: Clear-WebConfiguration -Filter /system.webServer/handlers -Force\n',
      },
    ],
    good: [
      { file: 'a.ps1', text: 'Clear-WebConfiguration -Filter "$($site.ItemXPath)/bindings" -Force\n' },
      {
        file: 'a.ps1',
        text: "Clear-WebConfiguration -Filter /system.webServer/httpRedirect -PSPath IIS:\\Sites\\Shop\nClear-WebConfiguration '/system.webServer/httpRedirect' 'IIS:\\Sites\\Shop'\n",
      },
      {
        file: 'a.ps1',
        text: 'Set-Location IIS:\\Sites\\Shop\nClear-WebConfiguration -Filter /system.webServer/httpRedirect\n',
      },
      { file: 'a.ps1', text: 'Clear-WebConfiguration @options\n# Clear-WebConfiguration -Filter /x\n' },
      { file: 'a.ps1', text: 'Clear-WebConfiguration -Filter /system.webServer/httpRedirect -Location Shop\n' },
    ],
  },
  check: ({ commands, report }) => {
    let isInSite = false;
    for (const command of commands) {
      const { name, arguments: words, before, program } = command;
      isInSite ||=
        /^(?:set-location|push-location|cd|sl|pushd)$/.test(name) &&
        !/^-?[a-z]:\\(?!.*IIS:)/i.test(words[0]?.value ?? 'x:\\');
      if (name !== 'clear-webconfiguration' || isInSite || before === '|' || isSplatted(command)) continue;
      const free = words.filter(
        ({ value }, i) => !value.startsWith('-') && !(words[i - 1]?.value ?? '').startsWith('-'),
      );
      if (hasParameter(command, 'PSPath') || hasParameter(command, 'Location') || free.length > 1) continue;
      // What lies below system.applicationHost exists on the server only, and may name one site.
      const filter = parameterValue(command, 'Filter') ?? free[0];
      if (!filter?.isLiteral || !/^\/{0,2}system\.web/i.test(filter.value)) continue;
      report({
        at: program,
        message:
          'Without -PSPath and -Location this removes the section from the configuration of the whole server, for every site. Name the site that is meant.',
      });
    }
  },
});
