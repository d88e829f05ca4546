import { isSecretInClear } from '../../config/secrets';
import { hasParameter } from '../../scripts/parameters';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'secure-string-from-text',
  severity: 'warning',
  profile: 'recommended',
  title: 'A password stands in the script as text',
  why: '`ConvertTo-SecureString` with a literal protects nothing: whoever can read the script, its history or the log of script blocks can read the password. Ask by `Get-Credential`, or take it from a protected variable or a vault.',
  sources: [
    {
      document: 'PowerShell documentation, ConvertTo-SecureString',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring',
      says: '-AsPlainText takes plain text, which is not protected; -Force is needed to say that this is understood',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: '$pw = ConvertTo-SecureString "S3cret!9x" -AsPlainText -Force\n', at: '"S3cret!9x"' },
      {
        file: 'a.ps1',
        text: "$c = New-Object PSCredential 'svc', (ConvertTo-SecureString -String 'S3cret!9x' -AsPlainText -Force)\n",
      },
      { file: 'a.yml', text: "steps:\n- powershell: $pw = ConvertTo-SecureString 'S3cret!9x' -AsPlainText -Force\n" },
    ],
    good: [
      {
        file: 'a.ps1',
        text: '$pw = ConvertTo-SecureString $env:PW -AsPlainText -Force\n$pw = Read-Host -AsSecureString\n',
      },
      { file: 'a.ps1', text: '$pw = ConvertTo-SecureString "$(Password)" -AsPlainText -Force\n' },
      {
        file: 'a.ps1',
        text: '# ConvertTo-SecureString "S3cret!9x" -AsPlainText -Force\n$s = ConvertTo-SecureString "01000000d08c9ddf"\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      const { name, arguments: words } = command;
      if (name !== 'convertto-securestring' || !hasParameter(command, 'AsPlainText')) continue;
      const at = words.find(({ value, isLiteral, isQuoted }) => isLiteral && (isQuoted || !value.startsWith('-')));
      if (at && isSecretInClear(at.value))
        report({
          at,
          message:
            'Whoever can read this script can read the password. Ask for it, or take it from a protected variable, and change it.',
        });
    }
  },
});
