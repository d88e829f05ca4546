import { switchedOn, switchesOn } from '../../scripts/switchedOn';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'directory-browsing-switched-on',
  severity: 'warning',
  profile: 'hardening',
  title: 'A script switches directory browsing on',
  why: 'IIS then shows the names of all files of a folder without a default document: backups, exports and whatever else was left there.',
  sources: [
    {
      document: 'iis-docs: directoryBrowse',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/directorybrowse',
      says: 'Where enabled, IIS lists a folder to the browser; it is off by default',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:directoryBrowse /enabled:true\n',
        at: '/enabled:true',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -Filter /system.webServer/directoryBrowse -Name enabled -Value $true -PSPath IIS:\\Sites\\Shop\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /section:system.webServer/directoryBrowse -enabled:True\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe search config "Shop/" /section:directoryBrowse /enabled:true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:directoryBrowse /enabled:false\n%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:defaultDocument /enabled:true\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -Filter /system.webServer/directoryBrowse -Name enabled -Value $false -PSPath IIS:\\Sites\\Shop\n',
      },
      { file: 'a.cmd', text: 'rem appcmd set config /section:directoryBrowse /enabled:true\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      if (!switchesOn(command)) continue;
      if (!command.arguments.some(({ value }) => /directoryBrowse$/i.test(value))) continue;
      const at = switchedOn(command, 'enabled');
      if (at)
        report({
          at,
          message:
            'IIS then shows visitors the names of all files in folders without a default document. Leave directory browsing off.',
        });
    }
  },
});
