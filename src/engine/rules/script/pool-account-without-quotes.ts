import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'pool-account-without-quotes',
  severity: 'error',
  profile: 'correctness',
  title: 'The account of an application pool has no quotes',
  why: 'The blank in `IIS APPPOOL\\name` ends the argument: icacls gets `IIS`, calls it an invalid parameter or an unknown account, and grants nothing.',
  sources: [
    {
      document: 'icacls (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls',
      says: 'The letters for permissions and inheritance; /grant takes an account and its permissions',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'icacls D:\\web /grant IIS APPPOOL\\Shop:(OI)(CI)RX\n',
        at: 'IIS APPPOOL\\Shop:(OI)(CI)RX',
      },
      { file: 'a.cmd', text: 'icacls D:\\web /grant:r IIS AppPool\\Shop:R /t\n' },
      { file: 'a.cmd', text: 'cacls D:\\web /e /g IIS APPPOOL\\Shop:R\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'icacls D:\\web /grant "IIS APPPOOL\\Shop:(OI)(CI)RX"\n' },
      { file: 'a.cmd', text: 'icacls D:\\web /grant "IIS APPPOOL\\Shop":(OI)(CI)RX\n' },
      { file: 'a.cmd', text: 'rem icacls D:\\web /grant IIS APPPOOL\\Shop:R\necho IIS APPPOOL\\Shop\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, arguments: words, host } of commands) {
      if (!/^(?:icacls|cacls|xcacls)$/.test(name)) continue;
      const place = words.findIndex(
        ({ value, isQuoted }, i) => !isQuoted && /^iis$/i.test(value) && /^apppool\\/i.test(words[i + 1]?.value ?? ''),
      );
      const first = words[place];
      const last = words[place + 1];
      if (!first || !last) continue;
      const written = script.text.slice(first.start, last.end);
      const text = /^[\w .\\:(),-]+$/.test(written) ? host.write(`"${written}"`) : null;
      report({
        at: { start: first.start, end: last.end },
        message:
          'The blank ends the argument, so icacls gets an account that does not exist and grants nothing. Put the account and its rights in quotes.',
        fixes:
          text === null
            ? []
            : [
                {
                  title: 'Put the account in quotes',
                  edits: [{ start: first.start, end: last.end, text }],
                  isSafe: false,
                },
              ],
      });
    }
  },
});
