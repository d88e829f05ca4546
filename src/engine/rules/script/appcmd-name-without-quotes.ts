import { appcmdUses } from '../../scripts/appcmd';
import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

const OBJECT = /^(?:site|app|vdir|apppool|backup)$/;

export default defineScriptRule({
  id: 'appcmd-name-without-quotes',
  severity: 'error',
  profile: 'correctness',
  title: 'A name with blanks has no quotes in a command of appcmd',
  why: 'appcmd takes one identifier. With `Default Web Site` it reads `Default` as the name and refuses `Web` and `Site`, because a parameter begins with a slash. Nothing is changed, and a script that does not look at the exit code goes on.',
  sources: [
    {
      document: 'iis-docs: Getting Started with AppCmd.exe',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
      says: 'Command, object and identifier come first, then parameters that begin with a slash; the folder inetsrv is not part of the path',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe start site Default Web Site\n',
        at: 'Default Web Site',
      },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool Shop Pool\n' },
      { file: 'a.ps1', text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" stop site Default Web Site\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe start site "Default Web Site"\n%windir%\\system32\\inetsrv\\appcmd.exe list site Shop /config\n',
      },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe start site %SITE%\n' },
      { file: 'a.ps1', text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" start site $first $second\n' },
      { file: 'a.cmd', text: 'echo appcmd start site Default Web Site\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { command, object, names } of appcmdUses(commands)) {
      const [first] = names;
      const last = names.at(-1);
      if (!OBJECT.test(object) || !first || !last || names.length < 2) continue;
      if (
        names.some(
          ({ isLiteral, isQuoted, isListItem, value }) =>
            !isLiteral || isQuoted || isListItem || !/^[\w.-]+$/.test(value),
        )
      )
        continue;
      if (
        command.arguments.slice(command.arguments.indexOf(first), command.arguments.indexOf(last) + 1).length !==
        names.length
      )
        continue;
      const name = names.map(({ value }) => value).join(' ');
      const isPlain = script.text.slice(first.start, last.end) === name;
      const text = isPlain ? command.host.write(`"${name}"`) : null;
      report({
        at: { start: first.start, end: last.end },
        message: `appcmd takes ${quoted(first.value)} for the name and refuses the words behind it. Put the name in quotes.`,
        fixes:
          text === null
            ? []
            : [
                {
                  title: 'Put the name in quotes',
                  edits: [{ start: first.start, end: last.end, text }],
                  isSafe: false,
                },
              ],
      });
    }
  },
});
