import { switchedOn, switchesOn } from '../../scripts/switchedOn';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'request-log-switched-off',
  severity: 'warning',
  profile: 'hardening',
  title: 'The log of requests is switched off',
  why: 'Without the log nobody can tell later which request failed or who came in. Intruders switch it off for that reason, and tools that watch servers take this command for a sign of one.',
  sources: [
    {
      document: 'iis-docs: httpLogging',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/httplogging',
      says: 'dontLog decides whether successful requests are logged',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config "Shop" /section:httpLogging /dontLog:true /commit:apphost\n',
        at: '/dontLog:true',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/httpLogging -Name dontLog -Value $true\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /section:httpLogging -dontLog:True\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set config /section:httpLogging /dontLog:false\n%windir%\\system32\\inetsrv\\appcmd.exe list config /section:httpLogging\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/httpLogging -Name dontLog -Value $false\n',
      },
      { file: 'a.cmd', text: 'rem appcmd set config /section:httpLogging /dontLog:true\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      if (!switchesOn(command)) continue;
      const isNamed = command.name === 'appcmd' || command.arguments.some(({ value }) => /^dontLog$/i.test(value));
      const at = isNamed ? switchedOn(command, 'dontLog') : undefined;
      if (at)
        report({
          at,
          message:
            'From now on no request is logged, and nobody can tell later what happened. Leave the log on and keep it for a few weeks only.',
        });
    }
  },
});
