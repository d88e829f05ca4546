import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'icacls-parentheses-in-powershell',
  severity: 'error',
  profile: 'correctness',
  title: 'PowerShell runs what stands in the parentheses of icacls',
  why: 'Outside of quotes `(OI)` is an expression in PowerShell, so it looks for a command named OI and stops with an error. The permission is not granted. In quotes the argument arrives as it is written.',
  sources: [
    {
      document: 'PowerShell documentation, about_Parsing',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing',
      says: 'In argument mode parentheses demarcate new expressions',
      read: '2026-11-25',
    },
    {
      document: 'icacls (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls',
      says: 'The letters for permissions and inheritance; /grant takes an account and its permissions',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'icacls D:\\web /grant IIS_IUSRS:(OI)(CI)RX /t\n', at: 'IIS_IUSRS:(OI)(CI)RX' },
      { file: 'a.ps1', text: 'icacls.exe $path /grant Users:(CI)RX\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: icacls D:\\web /grant IIS_IUSRS:(OI)(CI)RX\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'icacls D:\\web /grant "IIS_IUSRS:(OI)(CI)RX" /t\n' },
      { file: 'a.ps1', text: "icacls D:\\web /grant 'IIS_IUSRS:(OI)(CI)RX'\nicacls D:\\web /grant IIS_IUSRS:RX\n" },
      { file: 'a.cmd', text: 'icacls D:\\web /grant IIS_IUSRS:(OI)(CI)RX\n' },
      { file: 'a.ps1', text: '# icacls D:\\web /grant IIS_IUSRS:(OI)(CI)RX\nicacls $path /grant (Get-Grant)\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, shell, arguments: words, host } of commands) {
      if (name !== 'icacls' || (shell !== 'powershell' && shell !== 'pwsh')) continue;
      const place = words.findIndex(({ value, isQuoted }) => !isQuoted && /^\((?:OI|CI|IO|NP|I)\)/i.test(value));
      const account = words[place - 1];
      if (!account || account.isQuoted) continue;
      const length = words.slice(place).findIndex(({ value, isQuoted }) => isQuoted || !value.startsWith('('));
      const last = length < 0 ? words.at(-1) : words[place + length - 1];
      if (!last) continue;
      const written = script.text.slice(account.start, last.end);
      const text = /^[\w\\*-]+:[\w(),]+$/.test(written) ? host.write(`"${written}"`) : null;
      report({
        at: { start: account.start, end: last.end },
        message:
          'PowerShell takes the parentheses for expressions, finds no such command and grants nothing. Put the argument in quotes.',
        fixes:
          text === null
            ? []
            : [
                {
                  title: 'Put the argument in quotes',
                  edits: [{ start: account.start, end: last.end, text }],
                  isSafe: false,
                },
              ],
      });
    }
  },
});
