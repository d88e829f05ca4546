import { defineScriptRule } from '../scriptRule';

/** Commands that leave the exit code alone, or that nobody asks for it. */
const QUIET = /^(?:echo|echo\.|echo:|set|rem|title|color|goto|exit|cls|pause|setlocal|endlocal)$/;

export default defineScriptRule({
  id: 'errorlevel-read-too-early',
  severity: 'warning',
  profile: 'recommended',
  title: '%errorlevel% in a block has the value from before the block',
  why: 'cmd replaces `%errorlevel%` when it reads the block, before any command in it has run. The test looks at the result of what ran before the block and lets failures pass. `if errorlevel 1` and `!errorlevel!` look at the right moment.',
  sources: [
    {
      document: 'set /? (help of the command)',
      says: 'Variables in percent signs are replaced when a line, or a whole compound statement, is read and not when it is executed',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'if exist D:\\web (\n  robocopy build D:\\web /e\n  echo %errorlevel%\n)\n',
        at: '%errorlevel%',
      },
      { file: 'a.cmd', text: 'for %%S in (a b) do (\n  sc.exe query %%S\n  exit /b %ERRORLEVEL%\n)\n' },
      { file: 'a.bat', text: 'if 1==1 (\n  call build.cmd\n  exit /b %errorlevel%\n)\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'robocopy build D:\\web /e\necho %errorlevel%\n' },
      {
        file: 'a.cmd',
        text: 'if exist D:\\web (\n  robocopy build D:\\web /e\n  if errorlevel 8 exit /b 1\n  echo !errorlevel!\n)\n',
      },
      {
        file: 'a.cmd',
        text: 'call build.cmd\nif errorlevel 1 exit /b %errorlevel%\nif errorlevel 1 (\n  echo failed\n  exit /b %errorlevel%\n)\n',
      },
      { file: 'a.cmd', text: 'if 1==1 (\n  rem echo %errorlevel%\n  a.exe\n)\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const [place, { arguments: words, nesting, shell }] of commands.entries()) {
      const around = nesting.at(-1);
      if (shell !== 'batch' || (around?.kind !== 'condition' && around?.kind !== 'loop')) continue;
      const at = words.find(({ value }) => /%errorlevel%/i.test(value));
      if (!at) continue;
      const from = Math.max(0, place - 50);
      const changes = commands.slice(from, place).some((one) => one.nesting === nesting && !QUIET.test(one.name));
      if (changes)
        report({
          at,
          message:
            'cmd puts the value in when it reads the block, before its commands run, so this is an older result. Use !errorlevel! with delayed expansion, or if errorlevel.',
        });
    }
  },
});
