import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'variable-name-with-blank',
  severity: 'warning',
  profile: 'recommended',
  title: 'set makes a variable whose name ends with a blank',
  why: 'In `set POOL = Shop` the blanks belong to the name and the value: the variable is called `POOL ` and holds ` Shop`. `%POOL%` stays empty, and commands that use it work on something else. Write `set "POOL=Shop"`.',
  sources: [
    {
      document: 'set (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/set_1',
      says: 'The syntax has no blank before the equals sign; everything behind it is assigned',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'set POOL = Shop\n%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool %POOL%\n',
        at: 'set POOL = Shop',
      },
      { file: 'a.bat', text: 'set SITE =Shop\necho %SITE%\n' },
      { file: 'a.bat', text: 'set SITE = "Default Web Site"\necho %SITE%\n' },
      { file: 'a.cmd', text: 'if exist x set DIR = D:\\web\nrobocopy build %DIR% /e\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'set POOL = ""\nset POOL=Shop\necho %POOL%\n' },
      { file: 'a.cmd', text: 'set POOL=Shop\nset "SITE=Default Web Site"\necho %POOL%\n' },
      { file: 'a.cmd', text: 'set /a N = 1\necho %N%\nset /p A = Name?\necho %A%\n' },
      { file: 'a.cmd', text: 'rem set POOL = Shop\necho %POOL%\nset OTHER = 1\n' },
      { file: 'a.cmd', text: 'set POOL = Shop\necho %POOL %\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    const used = new Set(
      Array.from(script.text.matchAll(/[%!]([A-Za-z_]\w{0,60})[%!:]/g), ([, name = '']) => name.toLowerCase()),
    );
    for (const { name, shell, program, start, end, host, redirections } of commands) {
      if (name !== 'set' || shell !== 'batch' || program.value.toLowerCase() !== 'set') continue;
      const written = script.text.slice(start, end);
      const [, variable, , value = ''] =
        /^set[ \t]+([A-Za-z_]\w{0,60})[ \t]{1,100}=[ \t]{0,100}("?)([^\r\n"]{0,300})\2$/i.exec(written) ?? [];
      // To set nothing to nothing does no harm.
      if (variable === undefined || value === '' || !used.has(variable.toLowerCase())) continue;
      const text =
        redirections.length || /[&|<>^()%!]/.test(value) ? null : host.write(`set "${variable}=${value.trimEnd()}"`);
      report({
        at: { start, end },
        message: `The blank before the equals sign belongs to the name, so %${variable}% is not set by this. Leave the blanks out.`,
        fixes: text === null ? [] : [{ title: 'Leave the blanks out', edits: [{ start, end, text }], isSafe: false }],
      });
    }
  },
});
