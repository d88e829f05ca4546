import { isLockedAsShipped, sectionLock } from '../../scripts/lockedSections';
import { hasParameter, isSplatted, parameterValue } from '../../scripts/parameters';
import { defineScriptRule } from '../scriptRule';

const COMMANDS = /^(?:set|add)-webconfiguration(?:property)?$/;
/** The path of a site or of something in it, as both forms of `-PSPath` write it. */
const SITE = /^(?:IIS:\\Sites\\|MACHINE\/WEBROOT\/APPHOST\/)./i;

export default defineScriptRule({
  id: 'locked-section-on-site-path',
  severity: 'warning',
  profile: 'recommended',
  title: 'A locked section is written into the web.config of a site',
  why: "With `-PSPath IIS:\\Sites\\…` the cmdlet writes into the `web.config` of the site. IIS ships this section locked, so the cmdlet fails, or the site answers 500.19. `-PSPath MACHINE/WEBROOT/APPHOST -Location` with the name of the site writes it into the server's file.",
  sources: [
    {
      document: 'iis-docs: windowsAuthentication',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/authentication/windowsauthentication/',
      says: 'With the commit parameter apphost appcmd writes into the right location of ApplicationHost.config',
      read: '2026-11-25',
    },
    {
      document: 'iis-docs: How to Use Locking in IIS Configuration',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration',
      says: 'Most sections of IIS are locked by overrideModeDefault and cannot be set at lower levels',
      read: '2026-11-25',
    },
    {
      document: 'WebAdministration documentation, Set-WebConfigurationProperty',
      url: 'https://learn.microsoft.com/en-us/powershell/module/webadministration/set-webconfigurationproperty',
      says: 'Changes a property at the configuration path -PSPath; -Location names a location below it',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -Filter /system.webServer/security/authentication/windowsAuthentication -Name enabled -Value $true -PSPath IIS:\\Sites\\Shop\n',
        at: 'IIS:\\Sites\\Shop',
      },
      {
        file: 'a.ps1',
        text: "Set-WebConfigurationProperty -PSPath 'IIS:\\Sites\\Default Web Site' -Filter system.webServer/security/access -Name sslFlags -Value Ssl\n",
      },
      {
        file: 'a.ps1',
        text: "Set-WebConfiguration -Filter '/system.webServer/security/access' -Value Ssl -PSPath 'IIS:\\Sites\\Shop'\n",
      },
      {
        file: 'a.ps1',
        text: "Add-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST/Shop' -Filter system.webServer/security/authentication/windowsAuthentication/providers -Name '.' -Value NTLM\n",
      },
      {
        file: 'a.ps1',
        text: "Set-WebConfigurationProperty -PSPath 'IIS:\\Sites\\Shop' -Filter system.applicationHost/webLimits -Name minBytesPerSecond -Value 0\n",
      },
    ],
    good: [
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -Filter /system.webServer/security/authentication/windowsAuthentication -Name enabled -Value $true -PSPath MACHINE/WEBROOT/APPHOST -Location Shop\nSet-WebConfigurationProperty -Filter /system.webServer/security/access -Name sslFlags -Value Ssl -PSPath IIS:\\ -Location Shop\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -Filter system.webServer/defaultDocument -Name enabled -Value $true -PSPath IIS:\\Sites\\Shop\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfiguration //System.webServer/security/access -Metadata overrideMode -Value Allow -PSPath IIS:\\\nSet-WebConfigurationProperty -Filter /system.webServer/security/access -Name sslFlags -Value Ssl -PSPath IIS:\\Sites\\Shop\n',
      },
      {
        file: 'a.ps1',
        text: 'Get-WebConfigurationProperty -Filter /system.webServer/security/access -Name sslFlags -PSPath IIS:\\Sites\\Shop\n',
      },
    ],
  },
  check: ({ commands, script, report }) => {
    if (/overrideMode|\bunlock\s+config\b/i.test(script.text)) return;
    for (const command of commands) {
      if (!COMMANDS.test(command.name)) continue;
      const filter = parameterValue(command, 'Filter');
      const at = parameterValue(command, 'PSPath');
      if (!filter || !at || !SITE.test(at.value) || !isLockedAsShipped(filter.value)) continue;
      if (hasParameter(command, 'Location') || isSplatted(command)) continue;
      report({
        at,
        message:
          sectionLock(filter.value) === 'locked'
            ? 'This writes a section that IIS ships locked into the web.config of the site, which is refused. Use -PSPath MACHINE/WEBROOT/APPHOST and -Location with the name of the site.'
            : 'This section holds for the whole server and cannot be set for one site, so the command is refused. Use -PSPath MACHINE/WEBROOT/APPHOST.',
      });
    }
  },
});
