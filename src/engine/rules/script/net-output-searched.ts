import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'net-output-searched',
  severity: 'warning',
  profile: 'recommended',
  title: 'The text of net start or net stop is searched',
  why: 'What `net` prints is translated. On a server with another language the text is never found and the script takes the wrong turn. The exit code says the same everywhere, and the state words of `sc query` are not translated.',
  sources: [
    {
      document: 'Output of net on a Windows in Chinese (CSDN)',
      url: 'https://blog.csdn.net/gzliu_hit/article/details/9047849',
      says: 'What net prints is in the language of Windows',
      read: '2026-11-25',
    },
    {
      document: 'Output of sc query on Windows in Spanish and Portuguese, in the tests of several public projects',
      says: 'The labels are translated (ESTADO), the words for the states are not (RUNNING, STOPPED)',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net start W3SVC | find "successfully"\n', at: 'find "successfully"' },
      { file: 'a.cmd', text: 'net stop WAS /y 2>&1 | findstr /i "stopped"\n' },
      { file: 'a.ps1', text: "net start W3SVC | Select-String 'started'\n" },
    ],
    good: [
      { file: 'a.cmd', text: 'sc query W3SVC | find "RUNNING"\n' },
      { file: 'a.cmd', text: 'net start W3SVC >nul || exit /b 1\nnet start | find /c /v ""\n' },
      { file: 'a.cmd', text: 'rem net start W3SVC | find "successfully"\n' },
      { file: 'a.ps1', text: 'net start W3SVC | Out-Null\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const [place, command] of commands.entries()) {
      const before = commands[place - 1];
      if (command.before !== '|' || !before || !/^(?:find|findstr|select-string)$/.test(command.name)) continue;
      const verb = before.arguments[0]?.value ?? '';
      if (!/^net1?$/.test(before.name) || !/^(?:start|stop)$/i.test(verb) || before.arguments.length < 2) continue;
      if (!command.arguments.some(({ value, isLiteral }) => isLiteral && /^[a-z]/i.test(value))) continue;
      report({
        at: command,
        message:
          'The messages of net are translated, so this text is not found on a server with another language. Test the exit code, or the state that sc query shows.',
      });
    }
  },
});
