import type { Collector, OpenCommand } from './collector';
import { Cursor } from './cursor';
import type { Separator, Word } from './command';
import type { MappedText } from './mappedText';
import { readNested } from './nested';
import { WordBuilder } from './wordBuilder';

/** Words that stand before a command without being one. */
const KEYWORD = /(?:if|then|elif|else|while|until|do|time|!|\{|\(|sudo)(?=\s|$)|\(/y;

/** Reads a script of a POSIX shell, as far as single commands: no functions, no here-documents. */
export function readSh(source: MappedText, to: Collector): void {
  new ShReader(source, to).read();
}

class ShReader extends Cursor {
  constructor(
    source: MappedText,
    private readonly to: Collector,
  ) {
    super(source);
  }

  read(): void {
    let before: Separator | null = null;
    while (this.at < this.text.length) {
      const start = this.at;
      while (this.skip(/[\s(){};]+/y) || this.skip(KEYWORD));
      if (this.text[this.at] === '#') {
        const end = this.lineEnd();
        this.to.comment(this.source, this.at, end);
        this.at = end;
      } else before = this.#command(before);
      if (this.at === start) this.at++;
    }
  }

  #command(before: Separator | null): Separator | null {
    let command: OpenCommand | null = null;
    for (;;) {
      this.skip(/(?:[ \t]|\\\r?\n)+/y);
      const c = this.text[this.at];
      if (c === undefined || /[\r\n;|&)]/.test(c) || (c === '#' && command)) break;
      if (this.skip(/\d?(?:>>|>|<)(?:&\d)?[ \t]*/y)) continue;
      const start = this.at;
      const word = this.#word();
      if (command) command.arguments.push(word);
      else if (!/^\w+=/.test(word.value)) command = this.to.open('sh', word, before);
      if (this.at === start) this.at++;
    }
    const found = /&&|\|\||[&|;]|\r?\n/y;
    found.lastIndex = this.at;
    const [sign = null] = found.exec(this.text) ?? [];
    if (sign !== null) this.at += sign.length;
    const after = sign?.endsWith('\n') ? 'newline' : (sign as Separator | null);
    if (command) {
      this.to.close(command, after);
      readNested(command, this.to);
    }
    return after;
  }

  #word(): Word {
    const word = new WordBuilder(this.source);
    const start = this.at;
    let quote = '';
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at] ?? '';
      if (c === quote) quote = '';
      else if (!quote && (c === '"' || c === "'")) {
        quote = c;
        word.isQuoted = true;
        word.isEmpty = false;
      } else if (!quote && /[\s;|&<>)]/.test(c)) break;
      else if (c === '\\' && quote !== "'" && (!quote || /["\\$`]/.test(this.text[this.at + 1] ?? ''))) {
        this.at++;
        word.add(this.text[this.at] ?? '', this.at - 1, this.at + 1);
      } else if (c === '$' && quote !== "'" && this.looksAt(/\$(?:\{[^}\n]{0,200}\}|\([^)\n]{0,500}\)|\w+)/y)) {
        const from = this.at;
        this.skip(/\$(?:\{[^}\n]{0,200}\}|\([^)\n]{0,500}\)|\w+)/y);
        word.opaque(from, this.at);
        this.at--;
      } else word.add(c, this.at);
    }
    return word.build(start, this.at);
  }
}
