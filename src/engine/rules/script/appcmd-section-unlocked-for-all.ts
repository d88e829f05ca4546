import { appcmdOption, appcmdUses, optionValue } from '../../scripts/appcmd';
import { isServerPath, sectionLock } from '../../scripts/lockedSections';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-section-unlocked-for-all',
  severity: 'warning',
  profile: 'hardening',
  title: 'A section is unlocked for every site of the server',
  why: 'After this, whoever can write a `web.config` anywhere on the server decides about the section: which code handles requests, or who must log on. Setting the section for the one site with `/commit:apphost` needs no unlocking.',
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
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config /section:system.webServer/handlers\n',
        at: '/section:system.webServer/handlers',
      },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config -section:modules\n' },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config MACHINE/WEBROOT/APPHOST /section:access\n',
      },
      {
        file: 'a.ps1',
        text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" unlock config /section:windowsAuthentication\n',
      },
    ],
    good: [
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config "Shop" /section:handlers\n' },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config /section:?\n%windir%\\system32\\inetsrv\\appcmd.exe lock config /section:handlers\n',
      },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config /section:fastCgi\n' },
      { file: 'a.cmd', text: 'rem appcmd unlock config /section:handlers\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    if (kind === 'dockerfile') return;
    for (const use of appcmdUses(commands)) {
      const section = appcmdOption(use, 'section');
      if (
        use.verb !== 'unlock' ||
        use.object !== 'config' ||
        !section ||
        use.names.some(({ value }) => !isServerPath(value))
      )
        continue;
      const path = optionValue(section);
      if (sectionLock(path) !== 'locked' && !/(?:^|\/)(?:handlers|modules)$/i.test(path)) continue;
      report({
        at: section,
        message:
          'From now on every web.config of the server may change this section. Set it for the one site with /commit:apphost, or unlock it for that site only.',
      });
    }
  },
});
