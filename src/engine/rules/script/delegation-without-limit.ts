import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'delegation-without-limit',
  severity: 'warning',
  profile: 'recommended',
  title: 'A computer may act as anybody, anywhere',
  why: 'With `TrustedForDelegation` the server may use the identity of everyone who logs on to it towards any other service. Whoever takes the server takes their rights. Constrained delegation names the one service that is meant.',
  sources: [
    {
      document: 'ActiveDirectory module documentation, Set-ADComputer',
      url: 'https://learn.microsoft.com/en-us/powershell/module/activedirectory/set-adcomputer',
      says: '-TrustedForDelegation marks an account as trusted for Kerberos delegation',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'Set-ADComputer WEB1 -TrustedForDelegation $true\n', at: '-TrustedForDelegation' },
      { file: 'a.ps1', text: 'Get-ADComputer WEB1 | Set-ADComputer -TrustedForDelegation 1\n' },
      { file: 'a.ps1', text: 'Set-ADUser svcshop -TrustedForDelegation $True\n' },
    ],
    good: [
      {
        file: 'a.ps1',
        text: 'Set-ADComputer WEB1 -TrustedForDelegation $false\nSet-ADUser svc -PrincipalsAllowedToDelegateToAccount $web\n',
      },
      { file: 'a.ps1', text: 'Get-ADComputer -Filter { TrustedForDelegation -eq $true }\n' },
      { file: 'a.ps1', text: '# Set-ADComputer WEB1 -TrustedForDelegation $true\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (!/^set-ad(?:computer|user|serviceaccount|account(?:control)?)$/.test(name)) continue;
      const at = words.find(
        ({ value }, i) => /^-trustedfordelegation$/i.test(value) && /^(?:\$true|1)$/i.test(words[i + 1]?.value ?? ''),
      );
      if (at)
        report({
          at,
          message:
            'The account may then act as everyone who logs on to it, towards any service. Use constrained delegation for the one service that is meant.',
        });
    }
  },
});
