import * as token from './batchTokens';
import { expandBatch } from './batchVariables';
import { Cursor } from './cursor';
import type { Collector, OpenCommand } from './collector';
import type { Separator } from './command';
import { MappedTextBuilder, type MappedText } from './mappedText';
import { readNested } from './nested';
import { withoutOuterQuotes } from './outerQuotes';
import { WordBuilder } from './wordBuilder';

/** Reads a batch script, or a command line of cmd, by the rules of cmd. */
export function readBatch(source: MappedText, to: Collector): void {
  new BatchReader(expandBatch(source), to).read();
}

class BatchReader extends Cursor {
  /** How many parentheses are open: outside of all of them `)` is a character like others. */
  #open = 0;

  constructor(
    source: MappedText,
    private readonly to: Collector,
  ) {
    super(source);
  }

  read(): void {
    while (this.at < this.text.length) {
      this.#block();
      // A parenthesis too many.
      this.at++;
    }
  }

  /** Commands up to the end or to a closing parenthesis, which is left. */
  #block(): void {
    let before: Separator | null = null;
    for (;;) {
      this.skip(token.STATEMENT_GAP);
      if (this.at >= this.text.length || (this.#open > 0 && this.text[this.at] === ')')) return;
      const start = this.at;
      this.#command(before);
      before = this.#separator();
      if (before && before !== 'newline') this.at += before.length;
      if (this.at === start) this.at++;
    }
  }

  #command(before: Separator | null): void {
    this.skip(token.COMMAND_GAP);
    const c = this.text[this.at];
    if (c === '(') this.#parentheses();
    else if (c === ':') this.#label();
    else if (this.looksAt(token.REM)) this.#comment();
    else if (this.looksAt(token.IF)) this.#condition();
    else if (this.looksAt(token.LOOP)) this.#loop(before);
    else this.#simple(before);
  }

  /** What a condition or a loop runs: everything up to the end of the line or of the parentheses. */
  #chain(): void {
    let before: Separator | null = null;
    for (;;) {
      this.#command(before);
      const after = this.#separator();
      if (!after || after === 'newline') return;
      this.at += after.length;
      before = after;
    }
  }

  #parentheses(): void {
    this.at++;
    this.#open++;
    this.to.within(null, () => this.#block());
    this.#open--;
    if (this.text[this.at] === ')') this.at++;
    this.skip(/[ \t]*/y);
    while (this.looksAt(token.REDIRECTION)) {
      this.skip(token.REDIRECTION);
      this.skip(/[ \t]*[^\s&|<>()]*[ \t]*/y);
    }
  }

  #label(): void {
    if (this.text[this.at + 1] === ':') this.#comment();
    else this.at = this.lineEnd();
  }

  #comment(): void {
    const end = this.lineEnd();
    this.to.comment(this.source, this.at, end);
    this.at = end;
  }

  #condition(): void {
    this.at += 2;
    this.skip(/[ \t]*(?:\/i[ \t]+)?(?:not[ \t]+)?(?:\/i[ \t]+)?/iy);
    if (this.looksAt(/(?:exist|defined|errorlevel|cmdextversion)(?=[ \t])/iy)) {
      this.skip(/[a-z]+[ \t]+/iy);
      this.#operand(false);
    } else {
      this.#operand(true);
      this.skip(token.COMPARISON);
      this.#operand(false);
    }
    this.to.within({ kind: 'condition' }, () => this.#chain());
    const otherwise = /[ \t]*else(?=[ \t(])/iy;
    otherwise.lastIndex = this.at;
    if (!otherwise.test(this.text)) return;
    this.at = otherwise.lastIndex;
    this.to.within({ kind: 'condition' }, () => this.#chain());
  }

  /** One side of a comparison, or what is asked for. */
  #operand(isLeft: boolean): void {
    let quoted = false;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at] ?? '';
      if (c === '"') quoted = !quoted;
      else if (c === '\n' || c === '\r') return;
      else if (c === '^' && !quoted) this.at++;
      else if (!quoted && (c === ' ' || c === '\t' || (isLeft && c === '=' && this.text[this.at + 1] === '='))) return;
      else if (!quoted && /[&|<>]/.test(c)) return;
    }
  }

  #loop(before: Separator | null): void {
    token.FOR.lastIndex = this.at;
    const match = token.FOR.exec(this.text);
    if (!match) {
      this.#simple(before);
      return;
    }
    this.at = token.FOR.lastIndex;
    this.skip(/\s*/y);
    const quote = this.text[this.at] ?? '';
    const isRun =
      match[1]?.toLowerCase() === '/f' && (quote === "'" ? !/usebackq/i.test(match[2] ?? '') : quote === '`');
    if (isRun) this.#runInLoop(quote);
    this.#closeSet();
    this.skip(/[ \t]*do(?=[ \t(@])[ \t]*/iy);
    this.to.within({ kind: 'loop' }, () => this.#chain());
  }

  /** The command whose output `for /f` goes through. */
  #runInLoop(quote: string): void {
    const start = this.at + 1;
    const close = new RegExp(`${quote}[ \\t\\r\\n]{0,20}\\)`);
    const found = close.exec(this.text.slice(start, start + 4_000));
    if (!found) return;
    const inner = new MappedTextBuilder();
    const end = start + found.index;
    for (let i = start; i < end; i++)
      if (this.text[i] !== '^' || /[\^\r\n]/.test(this.text[i + 1] ?? '')) inner.append(this.source, i, i + 1);
    const script = withoutOuterQuotes(inner.build({ ...this.source.host, canBreak: false }));
    this.to.within(null, () => readBatch(script, this.to));
    this.at = end;
  }

  /** To behind the set of a loop. */
  #closeSet(): void {
    let quoted = false;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at];
      if (c === '"') quoted = !quoted;
      else if (c === '\n') quoted = false;
      else if (c === '^') this.at++;
      else if (c === ')' && !quoted) {
        this.at++;
        return;
      }
    }
  }

  /** A program and its arguments. */
  #simple(before: Separator | null): void {
    let command: OpenCommand | null = null;
    let called: number | null = null;
    for (;;) {
      this.#blanks();
      if (this.#isAtEnd()) break;
      if (this.looksAt(token.REDIRECTION)) {
        this.#redirection(command);
        continue;
      }
      const start = this.at;
      const word = this.#word(!command);
      if (!word) break;
      if (command) command.arguments.push(word);
      else if (
        called === null &&
        /^call$/i.test(word.value) &&
        !/^[ \t]*:/.test(this.text.slice(this.at, this.at + 40))
      )
        called = start;
      else {
        command = this.to.open('batch', word, before);
        if (called !== null) command.start = this.source.startOf(called);
      }
      if (this.at === start) this.at++;
    }
    if (!command) return;
    this.to.close(command, this.#separator());
    readNested(command, this.to);
  }

  #redirection(command: OpenCommand | null): void {
    const start = this.at;
    this.skip(token.REDIRECTION);
    const operator = this.text.slice(start, this.at);
    let target = '';
    if (!operator.includes('&')) {
      this.#blanks();
      target = this.#word(false)?.value ?? '';
    }
    command?.redirections.push({ ...this.source.range(start, this.at), operator, target });
  }

  /**
   * One word. Cmd and the program read quotes differently: `\"` ends a quotation for cmd, for the program it does not.
   * The program's reading decides where a word ends, that of cmd where the command does.
   */
  #word(isProgram: boolean) {
    const word = new WordBuilder(this.source);
    const start = this.at;
    let forCmd = false;
    let forProgram = false;
    for (; this.at < this.text.length; this.at++) {
      token.PLAIN.lastIndex = this.at;
      if (token.PLAIN.test(this.text)) {
        word.copy(this.at, token.PLAIN.lastIndex);
        this.at = token.PLAIN.lastIndex - 1;
        continue;
      }
      const c = this.text[this.at] ?? '';
      if (c === '\n' || c === '\r') break;
      if (c === '%' || c === '!') {
        token.VARIABLE.lastIndex = this.at;
        if (token.VARIABLE.test(this.text)) {
          word.opaque(this.at, token.VARIABLE.lastIndex);
          this.at = token.VARIABLE.lastIndex - 1;
          continue;
        }
        if (c === '%' && this.text[this.at + 1] === '%') this.at++;
        word.add(c, this.at);
        continue;
      }
      if (c === '"') {
        forCmd = !forCmd;
        forProgram = !forProgram;
        word.isQuoted = true;
        word.isEmpty = false;
        continue;
      }
      if (
        c === '\\' &&
        this.text[this.at + 1] === '"' &&
        !isProgram &&
        forProgram &&
        !this.looksAt(token.QUOTATION_END)
      ) {
        forCmd = !forCmd;
        word.add('"', this.at, this.at + 2);
        this.at++;
        continue;
      }
      if (!forCmd) {
        if (c === '^') {
          const continued = /\^\r?\n/y;
          continued.lastIndex = this.at;
          if (continued.test(this.text)) {
            this.at = continued.lastIndex - 1;
            continue;
          }
          word.add(this.text[++this.at] ?? '', this.at);
          continue;
        }
        if (/[&|<>]/.test(c) || (c === ')' && this.#open > 0)) break;
        if (isProgram && (/[,;=(]/.test(c) || (c === '/' && word.isLiteral && /^[\w-]+$/.test(word.text)))) break;
      }
      if (!forProgram && (c === ' ' || c === '\t')) break;
      word.add(c, this.at);
    }
    return this.at > start ? word.build(start, this.at) : null;
  }

  #separator(): Separator | null {
    return this.text[this.at] === ')' ? 'newline' : this.chainSign();
  }

  #blanks(): void {
    this.skip(token.BLANKS);
  }

  #isAtEnd(): boolean {
    const c = this.text[this.at];
    return c === undefined || /[\r\n&|]/.test(c) || (c === ')' && this.#open > 0);
  }
}
