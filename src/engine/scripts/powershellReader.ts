import type { Nesting, Separator } from './command';
import { DOUBLE, SINGLE, VARIABLE } from './powershellCursor';
import { PowerShellWords } from './powershellWords';

const CONDITIONAL = /(?:if|elseif|while|until|for|foreach|switch)(?=\s*\(|\s+-\w)/iy;
const BLOCK =
  /(?:else|do|try|catch|finally|trap|begin|process|end|dynamicparam|clean|parallel|sequence|inlinescript)(?=[\s{[])/iy;
/** Blanks before a keyword that goes on with the statement before it; the keyword is left. */
const CONTINUED = /\s*(?=(?:else|elseif|catch|finally)[\s({[])/iy;
const NAMED = /(?:function|filter|workflow|configuration)[ \t]+[^\s({]{1,200}/iy;
const TYPE = /(?:class|enum)[ \t]+\w[^\r\n{]{0,200}(?=\s*\{)/iy;
const LEAVING = /(?:return|throw|exit|break|continue)(?=[\s;}$(@"'\d]|$)/iy;

/** The statements of PowerShell: which piece of the text is a command, and what it is inside of. */
export class PowerShellReader extends PowerShellWords {
  read(): void {
    this.statements(null);
  }

  protected override statements(close: ')' | '}' | null): void {
    let before: Separator | null = null;
    for (;;) {
      this.gap();
      const c = this.text[this.at];
      if (c === undefined || c === close) return;
      if (c === '}' && close === ')') return;
      const start = this.at;
      if (c === ')' || c === '}' || c === ']') this.at++;
      else before = this.#statement(before);
      if (this.at === start) this.at++;
    }
  }

  /** @returns what separates it from the next one; it is stepped over */
  #statement(before: Separator | null): Separator | null {
    this.skip(/:\w{1,60}[ \t]+(?=for|while|do|switch)/iy);
    if (this.looksAt(CONDITIONAL)) return this.#conditional();
    if (this.looksAt(BLOCK)) return this.#keywordBlock();
    if (this.looksAt(NAMED)) return this.#named();
    if (this.looksAt(TYPE)) return this.#type();
    if (this.skip(/param(?=\s*\()\s*/iy)) {
      this.parentheses();
      return null;
    }
    if (this.skip(LEAVING)) this.blanks();
    return this.#pipeline(before);
  }

  #conditional(): null {
    const word = /[a-z]+/iy;
    word.lastIndex = this.at;
    const keyword = word.exec(this.text)?.[0].toLowerCase() ?? '';
    this.at += keyword.length;
    this.skip(/\s*(?:-\w+\s*){0,5}/y);
    if (this.text[this.at] !== '(') return null;
    if (keyword === 'foreach') {
      this.at++;
      this.skip(/\s*\$[\w:]{1,200}\s+in\s+/iy);
      this.to.within(null, () => this.statements(')'));
      if (this.text[this.at] === ')') this.at++;
    } else this.parentheses();
    this.gap();
    if (this.text[this.at] !== '{') return null;
    const kind = keyword === 'if' || keyword === 'elseif' || keyword === 'switch' ? 'condition' : 'loop';
    if (keyword === 'switch') this.#switchBody();
    else this.block({ kind });
    return null;
  }

  /** `pattern { … }` again and again. */
  #switchBody(): void {
    this.at++;
    for (;;) {
      this.gap();
      const c = this.text[this.at];
      const start = this.at;
      if (c === undefined) return;
      if (c === '}') {
        this.at++;
        return;
      }
      if (c === '{') this.block({ kind: 'condition' });
      else if (c === '(') this.parentheses();
      else if (SINGLE.includes(c) || DOUBLE.includes(c)) this.string(null);
      else this.skip(/[^\s{}()'"]+/y);
      if (this.at === start) this.at++;
    }
  }

  #keywordBlock(): null {
    const word = /[a-z]+/iy;
    word.lastIndex = this.at;
    const keyword = word.exec(this.text)?.[0].toLowerCase() ?? '';
    this.at += keyword.length;
    this.skip(/\s*(?:\[[^\]\r\n]{0,200}\]\s*,?\s*){0,10}/y);
    this.gap();
    const kinds: Readonly<Record<string, 'condition' | 'loop' | 'try'>> = {
      else: 'condition',
      do: 'loop',
      process: 'loop',
    };
    const kind = kinds[keyword] ?? (/^(?:try|catch|finally|trap)$/.test(keyword) ? 'try' : null);
    if (this.text[this.at] === '{') this.block(kind && { kind });
    return null;
  }

  #named(): null {
    this.skip(NAMED);
    this.gap();
    if (this.text[this.at] === '(') this.parentheses();
    this.gap();
    if (this.text[this.at] === '{') this.block({ kind: 'function' });
    return null;
  }

  /** Methods have a body; the rest of a class, and an enumeration, has no commands. */
  #type(): null {
    this.skip(TYPE);
    this.gap();
    this.at++;
    for (;;) {
      this.gap();
      const c = this.text[this.at];
      const start = this.at;
      if (c === undefined) return null;
      if (c === '}') {
        this.at++;
        return null;
      }
      if (c === '{') this.block({ kind: 'function' });
      else if (c === '(') this.parentheses();
      else if (SINGLE.includes(c) || DOUBLE.includes(c)) this.string(null);
      else this.skip(/[^\s{}()'"]+/y);
      if (this.at === start) this.at++;
    }
  }

  #pipeline(first: Separator | null): Separator | null {
    let before = first;
    for (;;) {
      this.blanks();
      if (this.skip(/[&.](?=[ \t'"$({]|`\r?\n)/y)) {
        const start = this.at - 1;
        this.blanks();
        this.#invoked(before, start);
      } else if (this.#isExpression()) this.#expression(false);
      else this.command(before);
      this.blanks();
      const separator = this.separator();
      if (!separator || this.text[this.at] === '}') return separator;
      if (separator === 'newline') return separator;
      this.at += separator.length;
      if (separator === ';' || separator === '&') return separator;
      before = separator;
      this.skip(/\s+/y);
      if (this.at >= this.text.length) return separator;
    }
  }

  /** Behind `&` or `.` a block runs at once; anything else names a program. */
  #invoked(before: Separator | null, start: number): void {
    if (this.text[this.at] !== '{') this.command(before, start);
    else {
      this.block(null);
      // Arguments of the block.
      this.#expression(false);
    }
  }

  #isExpression(): boolean {
    const c = this.text[this.at] ?? '';
    if (/[$[({@!+,-]/.test(c) || SINGLE.includes(c) || DOUBLE.includes(c)) return true;
    return /[)}\]|&;\r\n]/.test(c) || this.looksAt(/\d[\d.xa-f]*(?:[kmgtp]b)?(?=[\s;)}\],|.*/%+-]|$)/iy);
  }

  /** An expression up to the end of its statement; within brackets line ends do not end it. */
  #expression(isInBrackets: boolean): void {
    const start = this.at;
    for (;;) {
      this.blanks();
      const c = this.text[this.at];
      if (c === undefined || c === ';' || c === ')' || c === '}') return;
      if (c === ']') {
        if (isInBrackets) return;
        this.at++;
      } else if (c === '\n' || c === '\r') {
        if (!isInBrackets) return;
        this.at++;
      } else if (c === '|' || c === '&') {
        if (!isInBrackets) return;
        this.at++;
      } else if (c === '=' && !isInBrackets) {
        this.#assignment(start);
        return;
      } else if (c === '[') {
        this.at++;
        if (this.to.within(null, () => this.#expression(true)) && this.text[this.at] === ']') this.at++;
      } else if (c === ',') this.skip(/,\s*/y);
      else if (c === '.' && this.skip(/\.\s+(?=\w)/y)) continue;
      else if (c === '{') this.block({ kind: 'function' });
      else if (SINGLE.includes(c) || DOUBLE.includes(c) || this.looksAt(/@['"]/y)) this.string(null);
      else if (c === '(' && isInBrackets && /\w\s*$/.test(this.text.slice(Math.max(start, this.at - 20), this.at))) {
        // The values of an attribute: `[Parameter(Mandatory = $true)]`.
        this.at++;
        if (this.to.within(null, () => this.#expression(true)) && this.text[this.at] === ')') this.at++;
      } else if (c === '(' || this.looksAt(/[$@]\(/y)) {
        if (c !== '(') this.at++;
        this.parentheses();
      } else if (this.looksAt(/@\{/y)) this.#hash();
      else if (!this.skip(VARIABLE) && !this.skip(/-[a-z]+\s*/iy) && !this.skip(/\w+/y)) this.at++;
    }
  }

  /** The right side of `=` is a statement of its own. A variable that gets a text is remembered. */
  #assignment(start: number): void {
    const left = this.text.slice(start, Math.min(this.at, start + 200));
    const name = /^(?:\[[\w.[\]]{1,100}\]\s*)?\$(?:(?:script|global|local|private):)?(\w+)\s*$/i.exec(left)?.[1];
    this.at++;
    this.skip(/(?:\s|`\r?\n)+/y);
    const begin = this.at;
    const known = this.to.commands.length;
    const word = name === undefined ? null : this.literal();
    if (word) this.at = begin;
    this.to.within({ kind: 'expression' }, () => this.#statementWithoutEnd());
    if (name === undefined) return;
    const command = this.to.commands[known];
    const joined = command?.name === 'join-path' ? command.arguments.at(-1) : undefined;
    const parts =
      word?.parts ??
      (joined && [
        { kind: 'opaque' as const, text: '' },
        { kind: 'text' as const, text: `\\${joined.value}` },
      ]);
    if (parts) this.variables.set(name.toLowerCase(), parts);
    else this.variables.delete(name.toLowerCase());
  }

  /** A statement whose separator is left to the one around it. */
  #statementWithoutEnd(): void {
    const before = this.at;
    let separator = this.#statement(null);
    // What goes on with the statement: it is part of the same value.
    while (this.skip(CONTINUED)) separator = this.#statement(null);
    if (
      separator &&
      separator !== 'newline' &&
      this.at > before &&
      this.text.startsWith(separator, this.at - separator.length)
    )
      this.at -= separator.length;
  }

  /** `@{ key = statement; … }` */
  #hash(): void {
    this.at += 2;
    this.to.within(null, () => {
      for (;;) {
        this.gap();
        const c = this.text[this.at];
        const start = this.at;
        if (c === undefined || c === '}') return;
        if (SINGLE.includes(c) || DOUBLE.includes(c)) this.string(null);
        else if (c === '(') this.parentheses();
        else this.skip(/[^=\s;}{(]+/y);
        this.blanks();
        if (this.text[this.at] === '=') {
          this.skip(/=\s*/y);
          this.#statementWithoutEnd();
        }
        if (this.at === start) this.at++;
      }
    });
    if (this.text[this.at] === '}') this.at++;
  }

  protected override hash(): void {
    this.#hash();
  }

  protected override block(nesting: Nesting | null): void {
    this.at++;
    if (this.to.within(nesting, () => this.statements('}')) && this.text[this.at] === '}') this.at++;
  }
}
