import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'batch-file-without-call',
  severity: 'warning',
  profile: 'recommended',
  title: 'Another batch file is started without call',
  why: 'Without `call` the other file takes over and never comes back: everything behind this line is left out, without an error.',
  sources: [
    {
      document: 'call (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/call',
      says: 'Calls one batch program from another without stopping the parent',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'stop-site.cmd\nrobocopy build D:\\web /e\n', at: 'stop-site.cmd' },
      { file: 'a.bat', text: '@echo off\n"%~dp0backup.bat" D:\\web\nxcopy build D:\\web /e\n' },
      { file: 'a.cmd', text: 'if exist D:\\web (\n  tools\\stop.cmd\n  rmdir /s /q D:\\web\n)\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'call stop-site.cmd\nrobocopy build D:\\web /e\n' },
      { file: 'a.cmd', text: 'robocopy build D:\\web /e\nstart-site.cmd\n' },
      {
        file: 'a.cmd',
        text: 'cmd /c stop-site.cmd\nstart /wait stop-site.cmd\necho stop-site.cmd\ncopy stop-site.cmd D:\\tools\n',
      },
      { file: 'a.cmd', text: 'rem stop-site.cmd\nother.cmd\nexit /b\n' },
      { file: 'a.ps1', text: '.\\stop-site.cmd\nrobocopy build D:\\web /e\n' },
    ],
  },
  check: ({ commands, kind, script, report }) => {
    if (kind !== 'batch') return;
    for (const [place, { program, shell, before, after, nesting, host }] of commands.entries()) {
      if (shell !== 'batch' || !/\.(?:cmd|bat)$/i.test(program.value) || before === '|' || after !== 'newline')
        continue;
      const next = commands[place + 1];
      if (
        !next ||
        /^(?:exit|goto)$/.test(next.name) ||
        nesting.some(({ kind: around }) => around === 'argument' || around === 'expression')
      )
        continue;
      if (/\bcall[ \t]+$/i.test(script.text.slice(Math.max(0, program.start - 12), program.start))) continue;
      const text = host.write('call ');
      report({
        at: program,
        message: `Without call ${quoted(program.value)} takes over and does not come back, so nothing behind this line runs.`,
        fixes:
          text === null
            ? []
            : [{ title: 'Call it', edits: [{ start: program.start, end: program.start, text }], isSafe: false }],
      });
    }
  },
});
