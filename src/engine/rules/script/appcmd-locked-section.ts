import { appcmdOption, appcmdUses, optionValue } from '../../scripts/appcmd';
import { isLockedAsShipped, isServerPath, sectionLock } from '../../scripts/lockedSections';
import { addArguments } from '../../scripts/replace';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-locked-section',
  severity: 'warning',
  profile: 'recommended',
  title: 'appcmd writes a locked section into web.config',
  why: "Without `/commit:apphost` appcmd writes the setting of a site into its `web.config`. IIS ships this section locked: appcmd is refused with 0x80070021, or the site answers 500.19. With `/commit:apphost` the setting goes into a `<location>` of the server's file, where it holds.",
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
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:windowsAuthentication /enabled:true\n',
        at: '/section:windowsAuthentication',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop/api" -section:system.webServer/security/access /sslFlags:Ssl\n',
      },
      {
        file: 'a.ps1',
        text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" set config "Shop" /section:anonymousAuthentication /enabled:false\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:system.webServer/webdav/authoring /enabled:true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:isapiCgiRestriction /notListedCgisAllowed:true\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:windowsAuthentication /enabled:true /commit:apphost\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /section:windowsAuthentication /enabled:true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:defaultDocument /enabled:true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe unlock config /section:windowsAuthentication\n%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:windowsAuthentication /enabled:true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config MACHINE/WEBROOT/APPHOST /section:access /sslFlags:Ssl\n',
      },
      {
        file: 'a.cmd',
        text: '"%ProgramFiles%\\IIS Express\\appcmd.exe" set config "Shop" /section:windowsAuthentication /enabled:true\n',
      },
      { file: 'a.cmd', text: 'rem appcmd set config "Shop" /section:windowsAuthentication /enabled:true\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    if (/\bunlock\s+config\b|overrideMode/i.test(script.text)) return;
    for (const use of appcmdUses(commands)) {
      const section = appcmdOption(use, 'section');
      const [name] = use.names;
      if (use.verb !== 'set' || use.object !== 'config' || !section || !name) continue;
      // IIS Express has a file and locks of its own.
      if (appcmdOption(use, 'apphostconfig') || /iis express/i.test(use.command.program.value)) continue;
      const written = optionValue(section);
      if (!isLockedAsShipped(written) || appcmdOption(use, 'commit') || isServerPath(name.value)) continue;
      const isForSites = sectionLock(written) === 'locked';
      const edits = isForSites ? addArguments(use.command, '/commit:apphost') : null;
      report({
        at: section,
        message: isForSites
          ? 'IIS ships this section locked, and without /commit:apphost appcmd writes it into web.config: it is refused with 0x80070021, or the site answers 500.19.'
          : 'This section holds for the whole server and cannot be set for one site, so appcmd refuses the command. Leave the name of the site out.',
        fixes: edits ? [{ title: 'Add /commit:apphost', edits, isSafe: false }] : [],
      });
    }
  },
});
