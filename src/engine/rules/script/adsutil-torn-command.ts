import type { Command, Word } from '../../scripts/command';
import type { Range } from '../../text/range';
import type { Fix } from '../rule';
import { defineScriptRule } from '../scriptRule';

const TOOL = /(?:^|\\)(?:adsutil|synciwam)\.vbs$/i;
const FOLDER = /adminscripts\\?$/i;

export default defineScriptRule({
  id: 'adsutil-torn-command',
  severity: 'error',
  profile: 'correctness',
  title: 'A command line of adsutil.vbs or synciwam.vbs is torn',
  why: 'Copied out of documents, these command lines lose their drive letter and the backslash before the script, and a line break tears the key off its path. Path and key are one argument (`w3svc/wamuserpass`): torn apart, the script sets another key or none, and the rest of the line runs as a command of its own.',
  sources: [
    {
      document: 'Article on DCOM and the IWAM account of IIS 5.0',
      says: 'cscript.exe runs \\inetpub\\adminscripts\\adsutil.vbs set w3svc/wamuserpass, then synciwam.vbs -v',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'cscript.exe :\n  \\inetpub\\adminscripts  adsutil.vbs set w3svc/\nwamuserpass "%NEWPW%"\n',
      },
      { file: 'a.cmd', text: 'cscript.exe :\r\n  \\inetpub\\adminscripts\r\n    run synciwam.vbs -v\r\n' },
      { file: 'a.cmd', text: 'cscript adsutil.vbs set w3svc/ wamuserpass "%NEWPW%"\n' },
      { file: 'a.cmd', text: 'cscript.exe C:\\inetpub\\adminscripts adsutil.vbs enum w3svc\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\adsutil.vbs set w3svc/wamuserpass "%NEWPW%"\n',
      },
      {
        file: 'a.cmd',
        text: 'cd /d C:\\inetpub\\adminscripts\ncscript.exe adsutil.vbs enum w3svc/\ncscript.exe synciwam.vbs -v\n',
      },
      {
        file: 'a.cmd',
        text: 'copy adsutil.vbs C:\\inetpub\\adminscripts\\\nrem cscript adsutil.vbs set w3svc/ key 1\n',
      },
    ],
  },
  check: ({ commands, script, report }) => {
    for (let at = 0; at < commands.length; at++) {
      const run = hostRun(commands, at);
      const words = run.flatMap(wordsOf);
      const torn = tornAt(words);
      const [first] = words;
      const last = words.at(-1);
      if (!torn || !first || !last) continue;
      report({
        at: torn,
        message:
          'This command line is torn: the folder and the script, or the path and the key behind its slash, belong together as one argument, and a drive stands before the folder.',
        fixes: fixFor(run, words, script.text),
      });
      at += run.length - 1;
    }
  },
});

const wordsOf = ({ program, arguments: words }: Command): readonly Word[] => [program, ...words];

/** A command of the script host, with the lines that were torn off it. */
function hostRun(commands: readonly Command[], at: number): readonly Command[] {
  const first = commands[at];
  if (!first || (first.name !== 'cscript' && first.name !== 'wscript') || first.shell !== 'batch') return [];
  const run = [first];
  for (let next = commands[at + 1]; next && run.length < 4; next = commands[at + run.length]) {
    const last = wordsOf(run.at(-1) ?? first).at(-1)?.value ?? '';
    const isTorn = last === ':' || FOLDER.test(last) || (last.endsWith('/') && isSetting(run));
    if (!isTorn || next.before !== 'newline' || !next.isAlone) break;
    run.push(next);
  }
  return run;
}

const isSetting = (run: readonly Command[]): boolean =>
  run.flatMap(wordsOf).some(({ value }) => /^(?:set|get|delete)$/i.test(value));

/** The first piece that was torn off. */
function tornAt(words: readonly Word[]): Range | null {
  const tool = words.findIndex(({ value }) => TOOL.test(value));
  if (tool < 1) return null;
  const before = words.slice(1, tool).filter(({ value }) => !/^[-/]/.test(value));
  if (before.some(({ value }) => value === ':' || FOLDER.test(value) || /^run$/i.test(value)))
    return { start: before[0]?.start ?? 0, end: words[tool]?.end ?? 0 };
  const key = words[tool + 2];
  const isTorn = /^(?:set|get|delete)$/i.test(words[tool + 1]?.value ?? '') && key?.value.endsWith('/');
  return key && isTorn && words[tool + 3] ? key : null;
}

function fixFor(run: readonly Command[], words: readonly Word[], text: string): readonly Fix[] {
  const [first] = words;
  const last = words.at(-1);
  const host = run[0]?.host;
  const tool = words.findIndex(({ value }) => TOOL.test(value));
  if (!first || !last || !host || run.some(({ redirections }) => redirections.length)) return [];
  const name = /[^\\]*$/.exec(words[tool]?.value ?? '')?.[0] ?? '';
  const [, folder] = /^([a-z]:\\.*?)\\?$/i.exec(words[tool - 1]?.value ?? '') ?? [];
  const path = `${folder ?? '%SystemDrive%\\inetpub\\adminscripts'}\\${name}`;
  const isInFolder = tool === 1 || words.slice(1, tool).every(({ value }) => value.startsWith('//'));
  let rest = '';
  for (const word of words.slice(tool + 1))
    rest += `${rest.endsWith('/') ? '' : ' '}${text.slice(word.start, word.end)}`;
  const line = `cscript.exe //nologo ${isInFolder ? (words[tool]?.value ?? name) : path}${rest}`;
  const written = host.write(line);
  if (written === null) return [];
  return [
    {
      title: 'Put the command line together',
      edits: [{ start: first.start, end: last.end, text: written }],
      isSafe: false,
    },
  ];
}
