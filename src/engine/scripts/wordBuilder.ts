import type { Word, WordPart } from './command';
import { MappedTextBuilder, OPAQUE, type MappedText } from './mappedText';

/** Collects what a word is made of while a reader goes over it. Offsets are those of the reader's text. */
export class WordBuilder {
  isQuoted = false;
  /** Whether nothing was put in yet. */
  isEmpty = true;
  readonly #parts: WordPart[] = [];
  readonly #content = new MappedTextBuilder();
  #text = '';
  /** The stretch of the source that was added last and not put in yet: most words are one. */
  #from = 0;
  #to = 0;

  constructor(private readonly source: MappedText) {}

  /** What is known so far and stands behind the last expression. */
  get text(): string {
    this.#take();
    return this.#text;
  }

  get isLiteral(): boolean {
    return this.#parts.length === 0;
  }

  /** A piece of the value, and the stretch that stands for it. */
  add(value: string, start: number, end = start + 1): void {
    this.isEmpty = false;
    if (value === OPAQUE) {
      this.opaque(start, end);
      return;
    }
    if (value.length === 1 && end === start + 1 && this.source.text[start] === value) {
      if (this.#to !== start) this.#take();
      if (this.#from === this.#to) this.#from = start;
      this.#to = end;
      return;
    }
    this.#take();
    this.#text += value;
    this.#content.add(value, this.source.range(start, end));
  }

  /** An expression whose value is not known. */
  opaque(start: number, end: number): void {
    this.isEmpty = false;
    this.#flush();
    this.#parts.push({ kind: 'opaque', text: this.source.text.slice(start, end) });
    this.#content.add(OPAQUE, this.source.range(start, end));
  }

  build(start: number, end: number, isListItem = false): Word {
    this.#flush();
    const parts = this.#parts;
    const [first] = parts;
    const place = this.source.range(start, end);
    // No spread and no join: a large script has hundreds of thousands of words.
    return {
      start: place.start,
      end: place.end,
      value: parts.length > 1 ? parts.map(({ text }) => text).join('') : (first?.text ?? ''),
      parts,
      isLiteral: parts.every(({ kind }) => kind === 'text'),
      isQuoted: this.isQuoted,
      isListItem,
      content: this.#content.build(this.source.host),
    };
  }

  #take(): void {
    this.#text += this.source.text.slice(this.#from, this.#to);
    this.#content.append(this.source, this.#from, this.#to);
    this.#from = this.#to;
  }

  #flush(): void {
    this.#take();
    if (this.#text) this.#parts.push({ kind: 'text', text: this.#text });
    this.#text = '';
  }
}
