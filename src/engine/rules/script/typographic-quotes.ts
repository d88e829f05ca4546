import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'typographic-quotes',
  severity: 'error',
  profile: 'recommended',
  title: 'Quotes or dashes of a word processor stand in a command',
  why: 'cmd knows `"` and `-` only. Copied out of a document, “ and ” become part of the name and – is no switch, so the command works on something that does not exist, or is refused.',
  sources: [
    {
      document: 'Article on restarting IIS, as copied from a document',
      says: 'Commands carry the quotes and dashes of the word processor',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop “World Wide Web Publishing Service”\n', at: '“World' },
      { file: 'a.cmd', text: 'cscript.exe //nologo synciwam.vbs –v\n', at: '–v' },
      { file: 'a.cmd', text: 'sc stop “W3SVC”\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop "World Wide Web Publishing Service"\necho “done”\ntitle “Deploy”\n' },
      { file: 'a.cmd', text: 'rem net stop “W3SVC”\nset TEXT=“a”\n' },
      { file: 'a.ps1', text: 'Stop-Service “W3SVC”\n' },
      { file: 'a.cmd', text: 'copy "a – b.txt" D:\\\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, shell, arguments: words, host } of commands) {
      if (shell !== 'batch' || /^(?:echo.*|title|set|rem|msg|prompt|goto|call|powershell|pwsh)$/.test(name)) continue;
      const at = words.find(
        ({ value, isQuoted }) => !isQuoted && /^[\u201c\u201d\u201e]|[\u201c\u201d]$|^[\u2013\u2014]\w/.test(value),
      );
      if (!at) continue;
      const dash = /^[\u2013\u2014]\w+$/.test(at.value) && script.text.slice(at.start, at.end) === at.value;
      const text = dash ? host.write(`-${at.value.slice(1)}`) : null;
      report({
        at,
        message:
          'cmd does not know the quotes and dashes of a word processor and takes them for letters. Type plain ones.',
        fixes:
          text === null
            ? []
            : [{ title: 'Write a plain hyphen', edits: [{ start: at.start, end: at.end, text }], isSafe: false }],
      });
    }
  },
});
