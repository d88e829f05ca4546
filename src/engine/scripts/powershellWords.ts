import type { Collector, OpenCommand } from './collector';
import type { Nesting, Separator, Word, WordPart } from './command';
import { OPAQUE, type MappedText } from './mappedText';
import { readNested } from './nested';
import { DOUBLE, PowerShellCursor, SINGLE, VARIABLE } from './powershellCursor';
import { WordBuilder } from './wordBuilder';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};
const MOST_PARTS = 50;
const REDIRECTION = /(?:[\d*]?>{1,2}|<)/y;
/** Characters of a word that stand for themselves wherever they are. */
const PLAIN = /[\w.\\/-]+/y;
/** Characters that stand for themselves between quotes of either kind. */
const PLAIN_QUOTED = /[\w \t.,:;\\/()=[\]{}<>|&*+?!%~^@#-]+/y;
const LITERAL = new RegExp(
  `(?:[${SINGLE}][^${SINGLE}\\r\\n]{0,500}[${SINGLE}]|[${DOUBLE}][^${DOUBLE}\`\\r\\n]{0,500}[${DOUBLE}])(?=[ \\t]*(?:[\\r\\n;}#]|$))`,
  'y',
);

/** The commands of PowerShell: program, arguments, strings. */
export abstract class PowerShellWords extends PowerShellCursor {
  constructor(
    source: MappedText,
    to: Collector,
    private readonly shell: 'powershell' | 'pwsh',
    /** The texts of variables that were set above, by their names in lower case. */
    protected readonly variables: Map<string, readonly WordPart[]>,
  ) {
    super(source, to);
  }

  protected abstract statements(close: ')' | '}' | null): void;
  protected abstract block(nesting: Nesting | null): void;
  protected abstract hash(): void;

  /**
   * A program and its arguments, up to what ends them.
   *
   * @param start where its call operator stands
   */
  protected command(before: Separator | null, start = this.at): void {
    const program = this.#word(null, false);
    if (!program) return;
    const command = this.to.open(this.shell, program, before);
    command.start = this.source.startOf(start);
    let isListItem = false;
    for (;;) {
      this.blanks();
      const c = this.text[this.at];
      if (c === undefined || /[;|&)}\r\n]/.test(c)) break;
      if (c === ',') {
        this.skip(/,\s*/y);
        isListItem = true;
        continue;
      }
      if (this.looksAt(REDIRECTION)) {
        this.#redirection(command);
        continue;
      }
      if (c === '-' && this.skip(/--%(?=\s)/y)) {
        this.#verbatim(command);
        break;
      }
      const start = this.at;
      const word = this.#word(command, isListItem);
      isListItem = false;
      if (word) command.arguments.push(word);
      if (this.at === start) this.at++;
    }
    this.to.close(command, this.separator());
    readNested(command, this.to);
  }

  #redirection(command: OpenCommand): void {
    const start = this.at;
    this.skip(/(?:[\d*]?>{1,2}|<)(?:&\d)?/y);
    const operator = this.text.slice(start, this.at);
    let target = '';
    if (!operator.includes('&')) {
      this.skip(/[ \t]+/y);
      target = this.#word(null, false)?.value ?? '';
    }
    command.redirections.push({ ...this.source.range(start, this.at), operator, target });
  }

  /** Behind `--%` everything goes to the program as it is written. */
  #verbatim(command: OpenCommand): void {
    for (;;) {
      this.skip(/[ \t]+/y);
      const word = new WordBuilder(this.source);
      const start = this.at;
      for (let quoted = false; ; this.at++) {
        const c = this.text[this.at] ?? '\n';
        if (/[\r\n]/.test(c) || (!quoted && /[\s|&]/.test(c))) break;
        if (c === '"') [quoted, word.isQuoted] = [!quoted, true];
        else word.add(c, this.at);
      }
      if (this.at === start) return;
      command.arguments.push(word.build(start, this.at));
    }
  }

  /** One word; `of` is the command that it is an argument of. */
  #word(of: OpenCommand | null, isListItem: boolean): Word | null {
    const word = new WordBuilder(this.source);
    const start = this.at;
    for (;;) {
      const from = this.at;
      if (this.skip(PLAIN)) {
        word.copy(from, this.at);
        continue;
      }
      const c = this.text[this.at];
      if (c === undefined || /[\s;|&,)}<>]/.test(c)) break;
      const isFirst = word.isEmpty || (this.text[this.at - 1] === ':' && this.text[start] === '-');
      if (c === '`') {
        if (/[\r\n]/.test(this.text[this.at + 1] ?? '\n')) break;
        word.add(escaped(this.text[this.at + 1]), this.at, this.at + 2);
        this.at += 2;
      } else if (SINGLE.includes(c) || DOUBLE.includes(c) || (isFirst && this.looksAt(/@['"]/y))) {
        word.isQuoted = true;
        word.isEmpty = false;
        this.string(word);
      } else if (c === '$') this.#dollar(word, word.isEmpty);
      else if (isFirst && (c === '(' || c === '{' || (c === '@' && /[({\w]/.test(this.text[this.at + 1] ?? '')))) {
        this.#group(of);
        word.opaque(from, this.at);
      } else if (c === '(' || c === '{') break;
      else {
        word.add(c, this.at);
        this.at++;
      }
    }
    return this.at > start ? word.build(start, this.at, isListItem) : null;
  }

  /** A block, a list or a table that is an argument, and members asked for behind it. */
  #group(of: OpenCommand | null): void {
    if (this.text[this.at] === '{') this.block(of && { kind: 'argument', of });
    else if (this.looksAt(/@\{/y)) this.hash();
    else if (this.looksAt(/@\w/y)) this.skip(/@[\w:]+/y);
    else {
      if (this.text[this.at] === '@') this.at++;
      this.parentheses();
    }
    this.#members();
  }

  #members(): void {
    for (;;) {
      if (this.skip(/(?:\.|::)\w{1,200}/y)) {
        if (this.text[this.at] === '(') this.parentheses();
      } else if (!this.skip(/\[[^\]\r\n]{0,200}\]/y)) return;
    }
  }

  /** `$name`, `${name}`, `$(…)` in a word or in a string; members belong to it only where it begins a word. */
  #dollar(word: WordBuilder | null, hasMembers: boolean): void {
    const start = this.at;
    if (this.text[start + 1] === '(') {
      this.at++;
      this.parentheses();
      word?.opaque(start, this.at);
      return;
    }
    if (!this.skip(VARIABLE)) {
      word?.add('$', start);
      this.at++;
      return;
    }
    const name = /^\$\{?(?:(?:script|global|local|private):)?(\w+)\}?$/i.exec(this.text.slice(start, this.at))?.[1];
    if (hasMembers) this.#members();
    const parts = name === undefined ? undefined : this.variables.get(name.toLowerCase());
    if (!word) return;
    if (!parts || (hasMembers && /[.[]/.test(this.text.slice(start + 1, this.at)))) {
      word.opaque(start, this.at);
      return;
    }
    for (const { kind, text } of parts)
      if (kind === 'text') word.add(text, start, this.at);
      else word.opaque(start, this.at);
  }

  /** A string, with what it runs in `$(…)`; its value goes to a word. */
  protected string(word: WordBuilder | null): void {
    if (this.text[this.at] === '@') this.#hereString(word);
    else if (SINGLE.includes(this.text[this.at] ?? '')) this.#singleQuoted(word);
    else this.#doubleQuoted(word);
  }

  #singleQuoted(word: WordBuilder | null): void {
    this.at++;
    for (; this.at < this.text.length; this.at++) {
      const from = this.at;
      if (this.skip(PLAIN_QUOTED)) word?.copy(from, this.at);
      const c = this.text[this.at] ?? '';
      if (!SINGLE.includes(c)) word?.add(c, this.at);
      else if (SINGLE.includes(this.text[this.at + 1] ?? ' ')) {
        word?.add(c, this.at, this.at + 2);
        this.at++;
      } else break;
    }
    this.at++;
  }

  #doubleQuoted(word: WordBuilder | null): void {
    this.at++;
    while (this.at < this.text.length) {
      const from = this.at;
      if (this.skip(PLAIN_QUOTED)) {
        word?.copy(from, this.at);
        continue;
      }
      const c = this.text[this.at] ?? '';
      if (c === '`') {
        word?.add(escaped(this.text[this.at + 1]), this.at, this.at + 2);
        this.at += 2;
      } else if (c === '$') this.#dollar(word, false);
      else if (!DOUBLE.includes(c)) {
        word?.add(c, this.at);
        this.at++;
      } else if (DOUBLE.includes(this.text[this.at + 1] ?? ' ')) {
        word?.add(c, this.at, this.at + 2);
        this.at += 2;
      } else break;
    }
    this.at++;
  }

  /** `@"` … `"@`, each mark on a line of its own. */
  #hereString(word: WordBuilder | null): void {
    const quote = this.text[this.at + 1] ?? '';
    this.at = Math.min(this.lineEnd() + 1, this.text.length);
    if (this.text[this.at - 1] === '\r') this.at++;
    const close = this.text.indexOf(`\n${quote}@`, this.at - 1);
    const end = close < 0 ? this.text.length : close;
    while (this.at < end) {
      const c = this.text[this.at] ?? '';
      if (quote === '"' && c === '`') {
        word?.add(escaped(this.text[this.at + 1]), this.at, this.at + 2);
        this.at += 2;
      } else if (quote === '"' && c === '$') this.#dollar(word, false);
      else {
        word?.add(c, this.at);
        this.at++;
      }
    }
    this.at = Math.max(this.at, Math.min(end + 3, this.text.length));
  }

  protected parentheses(): void {
    this.at++;
    if (this.to.within({ kind: 'expression' }, () => this.statements(')')) && this.text[this.at] === ')') this.at++;
  }

  /** The string at this place, where it is all that the statement has and runs nothing itself. */
  protected literal(): Word | null {
    LITERAL.lastIndex = this.at;
    const [written] = LITERAL.exec(this.text) ?? [];
    if (written === undefined || written.includes('$(')) return null;
    const word = this.#word(null, false);
    return word && word.parts.length <= MOST_PARTS ? word : null;
  }
}

const escaped = (c: string | undefined): string => (c === undefined || c === OPAQUE ? '' : (ESCAPES[c] ?? c));
