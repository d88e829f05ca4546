import { defineScriptRule } from '../scriptRule';

/** The identity in a table of values: `@{identityType = 'LocalSystem'}`. */
const TABLE = /^@\{(?:[^}]*[;\s])?identityType\s*=\s*(?:["']?LocalSystem["']?|0)\s*[;}\r\n]/i;

export default defineScriptRule({
  id: 'pool-runs-as-local-system',
  severity: 'warning',
  profile: 'recommended',
  title: 'An application pool gets the rights of the system',
  why: 'LocalSystem may do everything on the server. Whoever makes an application of this pool run a command owns the machine. `ApplicationPoolIdentity` gives each pool an account of its own with few rights; grant it what the application needs.',
  sources: [
    {
      document: 'iis-docs: processModel',
      url: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/applicationpools/add/processmodel',
      says: 'identityType names the account; ApplicationPoolIdentity is the default since IIS 7.5',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'Set-ItemProperty IIS:\\AppPools\\Shop -name ProcessModel -value @{loadUserProfile = $true; IdentityType = "LocalSystem" }\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set apppool Shop /processModel.identityType:LocalSystem\n',
        at: '/processModel.identityType:LocalSystem',
      },
      {
        file: 'a.ps1',
        text: 'Set-ItemProperty IIS:\\AppPools\\Shop -Name processModel.identityType -Value LocalSystem\n',
      },
      { file: 'a.ps1', text: "Set-ItemProperty 'IIS:\\AppPools\\Shop' -Name processModel.identityType -Value 0\n" },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe add apppool /name:Shop -processModel.identityType:localsystem\n',
      },
    ],
    good: [
      {
        file: 'a.ps1',
        text: "Set-ItemProperty IIS:\\AppPools\\Shop -Name processModel -Value @{identityType=4}\n# Set-ItemProperty IIS:\\AppPools\\Shop -Name processModel -Value @{identityType='LocalSystem'}\n",
      },
      {
        file: 'Dockerfile',
        text: 'FROM mcr.microsoft.com/windows/servercore/iis\nRUN %windir%\\system32\\inetsrv\\appcmd.exe set apppool Shop /processModel.identityType:LocalSystem\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set apppool Shop /processModel.identityType:ApplicationPoolIdentity\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-ItemProperty IIS:\\AppPools\\Shop -Name processModel.identityType -Value 4\nSet-ItemProperty IIS:\\AppPools\\Shop -Name processModel.idleTimeout -Value 0\n',
      },
      {
        file: 'a.cmd',
        text: 'rem appcmd set apppool Shop /processModel.identityType:LocalSystem\nsc config Shop obj= LocalSystem\n',
      },
    ],
  },
  check: ({ commands, kind, report }) => {
    // A container has one application, and the account there is none of the server's.
    if (kind === 'dockerfile') return;
    for (const command of commands) {
      const { name, arguments: words } = command;
      if (!/^(?:appcmd|set-itemproperty|set-webconfigurationproperty)$/.test(name)) continue;
      const isIdentity = words.some(({ value }) => /identityType$/i.test(value));
      const at =
        name === 'appcmd'
          ? words.find(({ value }) => /^[-/](?:\[[^\]]*\]\.)?processModel\.identityType:LocalSystem$/i.test(value))
          : isIdentity
            ? words.find(
                ({ value, isLiteral }, i) =>
                  isLiteral && /^(?:LocalSystem|0)$/i.test(value) && /^-v/i.test(words[i - 1]?.value ?? ''),
              )
            : name === 'set-itemproperty' && words.some(({ value }) => /^processModel$/i.test(value))
              ? words.find(({ value }) => TABLE.test(value))
              : undefined;
      if (at)
        report({
          at,
          message:
            'As LocalSystem every application of this pool may do everything on the server. Use ApplicationPoolIdentity and grant it what the application needs.',
        });
    }
  },
});
