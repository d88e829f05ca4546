import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import type { Command, Nesting, Redirection, Separator, Shell, Word } from './command';
import type { MappedText } from './mappedText';
import { programName } from './programName';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A command while it is read. */
export interface OpenCommand extends Writable<Omit<Command, 'arguments' | 'redirections'>> {
  readonly arguments: Word[];
  readonly redirections: Redirection[];
}

/** Deeper nesting is not read: nobody writes it, and hostile text must not exhaust the stack. */
const DEEPEST = 60;
/** How far around a command is looked for what else stands on its line. */
const NEAR = 200;

/** What all readers put what they find into. */
export class Collector {
  readonly commands: Command[] = [];
  readonly comments: Range[] = [];
  readonly lineEnd: '\n' | '\r\n';
  /** What surrounds the place that is being read. */
  #nesting: readonly Nesting[] = [];
  #depth = 0;
  /** The line that was asked for last: a line of 100 kB may have thousands of commands. */
  #line: Range = { start: 0, end: 0 };
  /** From where to where it serves. */
  #from = 0;
  #to = -1;

  constructor(readonly text: string) {
    this.lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Whether the place that is being read is in no block, string or list. */
  get isOutside(): boolean {
    return this.#nesting.length === 0;
  }

  get isInFunction(): boolean {
    return this.#nesting.some(({ kind }) => kind === 'function');
  }

  /** Reads what is inside of something; nothing where that is too deep. */
  within(nesting: Nesting | null, read: () => void): boolean {
    if (this.#depth >= DEEPEST) return false;
    const before = this.#nesting;
    if (nesting) this.#nesting = [...before, nesting];
    this.#depth++;
    read();
    this.#depth--;
    this.#nesting = before;
    return true;
  }

  comment(source: MappedText, start: number, end: number): void {
    this.comments.push(source.range(start, end));
  }

  /** A command begins with its program; arguments are pushed as they are read, then it is closed. */
  open(shell: Shell, program: Word, before: Separator | null): OpenCommand {
    const command: OpenCommand = {
      shell,
      program,
      name: programName(program.parts, shell),
      arguments: [],
      redirections: [],
      before,
      after: null,
      nesting: this.#nesting,
      start: program.start,
      end: program.end,
      isAlone: false,
      indentation: '',
      lineEnd: this.lineEnd,
      host: program.content.host,
    };
    this.commands.push(command);
    return command;
  }

  close(command: OpenCommand, after: Separator | null): void {
    command.after = after;
    const pieces: readonly Range[] = [...command.arguments.slice(-1), ...command.redirections.slice(-1)];
    for (const { end } of pieces) command.end = Math.max(command.end, end);
    const first = this.#lineAt(command.start);
    const last = this.#lineAt(Math.max(command.start, command.end - 1));
    const before = this.text.slice(Math.max(first.start, command.start - NEAR), command.start);
    const behind = this.text.slice(command.end, Math.min(last.end, command.end + NEAR));
    command.isAlone = /^\uFEFF?[ \t]*(?:@[ \t]*)?$/.test(before) && behind.trim() === '';
    command.indentation = /^\uFEFF?([ \t]{0,200})/.exec(this.text.slice(first.start, first.start + NEAR))?.[1] ?? '';
  }

  #lineAt(offset: number): Range {
    if (this.#from <= offset && offset <= this.#to) return this.#line;
    const line = lineAt(this.text, offset);
    // Of a long line `lineAt` gives a part: it serves for what is not near the ends of that part.
    const isBegin = line.start === 0 || this.text[line.start - 1] === '\n';
    const isEnd = line.end === this.text.length || this.text[line.end] === '\n';
    this.#from = isBegin ? line.start : line.start + NEAR;
    this.#to = isEnd ? line.end : line.end - NEAR;
    return (this.#line = line);
  }
}
