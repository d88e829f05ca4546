import { defineScriptRule } from '../scriptRule';

const TOOLS = new Set(['adsutil.vbs', 'synciwam.vbs']);

export default defineScriptRule({
  id: 'adsutil-without-cscript',
  severity: 'warning',
  profile: 'recommended',
  title: 'An administration script of IIS is started without cscript',
  why: 'Started by its name, a `.vbs` file runs in the default host, which is `wscript` unless somebody changed it: every line of output becomes a message box that waits for a click, and an unattended run hangs. `cscript.exe //nologo` writes to the console and sets the exit code.',
  sources: [
    {
      document: 'cscript (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cscript',
      says: 'Runs a script in a command-line environment; wscript is the default host until //H:cscript registers cscript',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'adsutil.vbs enum w3svc\n', at: 'adsutil.vbs' },
      {
        file: 'a.cmd',
        text: '%SystemDrive%\\inetpub\\adminscripts\\adsutil.vbs get w3svc/1/ServerBindings >out.txt\n',
      },
      { file: 'a.cmd', text: '"C:\\Inetpub\\AdminScripts\\synciwam.vbs" -v\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\adsutil.vbs enum w3svc\n' },
      { file: 'a.cmd', text: 'cscript //h:cscript //s\nadsutil.vbs enum w3svc\n' },
      { file: 'a.cmd', text: 'rem adsutil.vbs enum w3svc\necho adsutil.vbs\ncopy adsutil.vbs d:\\tools\n' },
    ],
  },
  check: ({ commands, report }) => {
    let isConsoleHost = false;
    for (const command of commands) {
      const { name, program, shell, arguments: words, host } = command;
      isConsoleHost ||= /^[cw]script$/.test(name) && words.some(({ value }) => /^\/\/h:cscript$/i.test(value));
      if (isConsoleHost || !TOOLS.has(name)) continue;
      const text = host.write('cscript.exe //nologo ');
      report({
        at: program,
        message: `Without cscript the default host runs ${name}: output comes in message boxes, and an unattended run waits for clicks. Start it by cscript.exe //nologo.`,
        fixes:
          text !== null && shell === 'batch'
            ? [
                {
                  title: 'Start it by cscript.exe //nologo',
                  edits: [{ start: program.start, end: program.start, text }],
                  isSafe: false,
                },
              ]
            : [],
      });
    }
  },
});
