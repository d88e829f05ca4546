import { readBatch } from './batch';
import type { Collector, OpenCommand } from './collector';
import type { Shell, Word } from './command';
import { MappedTextBuilder, plainHost, type Host, type MappedText } from './mappedText';
import { withoutOuterQuotes } from './outerQuotes';
import { readPowerShell } from './powershell';

/** Shells within shells: each level reads the rest of the line again. */
const MOST_SHELLS = 6;
/** Windows starts no program with a longer command line. */
const LONGEST_LINE = 32_767;

/** Reads the commands that a command runs: `cmd /c "…"`, `start`, `powershell -Command`, `Start-Process`, `psexec`. */
export function readNested(command: OpenCommand, to: Collector): void {
  const within = (read: () => void): void => void to.within({ kind: 'argument', of: command }, read);
  const { arguments: words, shell } = command;
  if (
    command.nesting.length >= MOST_SHELLS &&
    command.nesting.filter(({ kind }) => kind === 'argument').length >= MOST_SHELLS
  )
    return;
  switch (command.name) {
    case 'cmd': {
      const at = words.findIndex(({ value }) => /^\/[ckr]$/i.test(value));
      const script =
        at < 0 ? null : ((shell === 'batch' ? quotedLine(words.slice(at), to) : null) ?? joined(words.slice(at + 1)));
      if (script) within(() => readBatch(script, to));
      return;
    }
    case 'powershell':
    case 'pwsh': {
      const script = joined(powerShellText(words, command.name));
      const name = command.name;
      if (script) within(() => readPowerShell(script, to, name));
      return;
    }
    case 'invoke-expression': {
      const [text] = words.filter(({ value }) => !value.startsWith('-'));
      if (text?.isQuoted)
        within(() => readPowerShell(withinQuotes(text), to, shell === 'pwsh' ? 'pwsh' : 'powershell'));
      return;
    }
    case 'start':
      within(() => run(started(words), shell, to));
      return;
    case 'start-process':
      within(() => startProcess(words, shell, to));
      return;
    case 'psexec':
    case 'psexec64':
      within(() => run(behindOptions(words, /^[-/](?:u|p|n|r|w|a|g|i)$/i), 'batch', to));
      return;
    case 'winrs':
      within(() => run(behindOptions(words, /^[-/](?:r|u|p|d|t)$/i), 'batch', to));
      return;
  }
}

/** A command that is written as the arguments of another one. */
function run([program, ...words]: readonly Word[], shell: Shell, to: Collector): void {
  if (!program) return;
  const command = to.open(shell, program, null);
  command.host = switches(command.host);
  command.arguments.push(...words);
  to.close(command, null);
  readNested(command, to);
}

/** `start ["title"] [/d path] [/wait …] program arguments` */
function started(words: readonly Word[]): readonly Word[] {
  let at = words[0]?.isQuoted ? 1 : 0;
  for (; words[at]?.value.startsWith('/'); at++)
    if (/^\/(?:d|node|affinity|machine)$/i.test(words[at]?.value ?? '')) at++;
  return words.slice(at);
}

/** The command behind the options of a program that runs commands elsewhere; some options have a value behind them. */
function behindOptions(words: readonly Word[], withValue: RegExp): readonly Word[] {
  let at = 0;
  for (; /^(?:[-/]|\\\\|@)/.test(words[at]?.value ?? ''); at++) if (withValue.test(words[at]?.value ?? '')) at++;
  return words.slice(at);
}

/** What `powershell.exe` runs: behind `-Command`, or behind its options. `pwsh` takes that for a file. */
function powerShellText(words: readonly Word[], name: 'powershell' | 'pwsh'): readonly Word[] {
  let at = 0;
  for (; /^[-/]/.test(words[at]?.value ?? ''); at++) {
    const option = words[at]?.value.slice(1).toLowerCase() ?? '';
    if (/^c(?:o(?:m(?:m(?:a(?:n(?:d)?)?)?)?)?)?$/.test(option)) return words.slice(at + 1);
    if (/^(?:f|fi|fil|file|e|ec|enc|encodedcommand)$/.test(option)) return [];
    if (
      /^(?:ex|ep|exec|executionpolicy|v|version|w|windowstyle|inputformat|outputformat|o|psconsolefile|configurationname|wd|workingdirectory)$/.test(
        option,
      )
    )
      at++;
  }
  const rest = words.slice(at);
  return name === 'pwsh' || /\.ps1$/i.test(rest[0]?.value ?? '') ? [] : rest;
}

function startProcess(words: readonly Word[], shell: Shell, to: Collector): void {
  const named = new Map<string, Word[]>();
  const free: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const [, name] = /^-([a-z]+)$/i.exec(word.value) ?? [];
    if (name === undefined || word.isQuoted) {
      free.push(word);
      for (; words[at + 1]?.isListItem; at++) free.push(...words.slice(at + 1, at + 2));
      continue;
    }
    if (/^(?:wait|nonewwindow|passthru|loaduserprofile|usenewenvironment)$/i.test(name)) continue;
    const values: Word[] = [];
    do values.push(...words.slice(++at, at + 1));
    while (words[at + 1]?.isListItem);
    named.set(name.toLowerCase(), values);
  }
  const of = (pattern: RegExp): Word[] | undefined => [...named].find(([name]) => pattern.test(name))?.[1];
  const [program] = of(/^(?:filepath|fi|file|path)/) ?? free.splice(0, 1);
  const written = of(/^arg/) ?? free;
  if (program) run([program, ...written.flatMap(split)], shell, to);
}

/** The words that a program makes of one string of arguments. */
function split(word: Word): readonly Word[] {
  const { text } = word.content;
  if (!/\s/.test(text) || !word.isQuoted) return [word];
  return [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].map(({ index, 0: written, 1: inner }) => {
    const start = inner === undefined ? index : index + 1;
    const content = new MappedTextBuilder();
    content.append(word.content, start, start + (inner ?? written).length);
    const value = inner ?? written;
    return {
      ...word.content.range(index, index + written.length),
      value,
      parts: [{ kind: word.isLiteral ? 'text' : 'opaque', text: value }],
      isLiteral: word.isLiteral,
      isQuoted: inner !== undefined,
      isListItem: false,
      content: content.build(atom(word.content.host)),
    };
  });
}

/** Words put together again as one command line; null where Windows would not take it. */
function joined(words: readonly Word[]): MappedText | null {
  const [first, second] = words;
  const last = words.at(-1);
  if (!first || !last || last.end - first.start > LONGEST_LINE) return null;
  if (!second) return withinQuotes(first);
  const line = new MappedTextBuilder();
  for (const word of words) {
    if (word !== first) line.add(' ', { start: word.start, end: word.start });
    if (word.isQuoted) line.add('"', { start: word.start, end: word.start + 1 });
    line.append(word.content);
    if (word.isQuoted) line.add('"', { start: word.end - 1, end: word.end });
  }
  return line.build(atom(first.content.host));
}

/**
 * The line behind `cmd /c` that begins with two quotes, as it is written in a batch file: its words do not show which
 * quotes are those around the whole line. Null for every other line.
 */
function quotedLine(words: readonly Word[], to: Collector): MappedText | null {
  const [option, first] = words;
  const last = words.at(-1);
  if (!option || !first || !last || first.content.host !== plainHost) return null;
  const written = to.text.slice(option.end, last.end);
  if (!/^[ \t]*""[^"]/.test(written) || !written.endsWith('"') || /[\r\n]/.test(written)) return null;
  const line = new MappedTextBuilder();
  line.copy(written, option.end);
  return withoutOuterQuotes(line.build({ ...plainHost, canBreak: false }));
}

/** The text of a word as a script. */
const withinQuotes = (word: Word): MappedText =>
  word.content.hostedBy(word.isQuoted ? quotedIn(word.content.host) : atom(word.content.host));

/** Between quotes nothing may be written that ends or changes the quotation. */
const quotedIn = (outer: Host): Host => ({
  write: (text) => (/["'`$%\r\n]/.test(text) ? null : outer.write(text)),
  canBreak: false,
});

/** Without quotes around it, a text may only have words of plain characters. */
const atom = (outer: Host): Host => ({
  write: (text) => (/["'`$%&|<>^;,(){}\r\n]/.test(text) ? null : outer.write(text)),
  canBreak: false,
});

/** Among the arguments of another program only a switch may be written: what runs is that program's affair. */
const switches = (outer: Host): Host => ({
  write: (text) => (/^ ?[/-]\w+$/.test(text) ? outer.write(text) : null),
  canBreak: false,
});
