import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'robocopy-success-taken-for-failure',
  severity: 'warning',
  profile: 'recommended',
  title: 'A success of robocopy is taken for a failure',
  why: 'robocopy ends with 1 when it copied files, with 2 or 4 for extra and different ones, all added up: 0 to 7 are successes, 8 and more failures. `||`, `&&` and a test for anything but 0 take the usual success for a failure.',
  sources: [
    {
      document: 'robocopy (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/robocopy',
      says: '/mir deletes what the source does not have; exit codes below 8 are no failures',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'robocopy build D:\\web /e || exit /b 1\n', at: '||' },
      { file: 'a.cmd', text: 'robocopy.exe build D:\\web /e && echo done\n' },
      { file: 'a.yml', text: 'steps:\n- script: robocopy build D:\\web /e || exit 1\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'robocopy build D:\\web /e\nif errorlevel 8 exit /b 1\n' },
      { file: 'a.cmd', text: 'rem robocopy a b || exit /b 1\nxcopy a b /e || exit /b 1\n' },
      { file: 'a.cmd', text: 'mkdir D:\\web && robocopy build D:\\web /e\n' },
      {
        file: 'a.cmd',
        text: '(robocopy build D:\\web /e) ^& if errorlevel 8 exit /b 1\nrobocopy a b || if errorlevel 8 exit /b 1\n',
      },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, after, end } of commands) {
      if (name !== 'robocopy' || (after !== '||' && after !== '&&')) continue;
      const behind = script.text.slice(end, end + 200);
      const at = end + behind.indexOf(after);
      if (!behind.includes(after) || /^[^\r\n]*(?:errorlevel|LASTEXITCODE|\b(?:ver|cmd)\b)/i.test(behind)) continue;
      report({
        at: { start: at, end: at + after.length },
        message:
          'robocopy ends with 1 to 7 after a copy that went well, so this takes success for failure. Test for 8 and more: if errorlevel 8.',
      });
    }
  },
});
