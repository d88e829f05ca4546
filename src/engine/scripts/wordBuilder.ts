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

  constructor(private readonly source: MappedText) {}

  /** What is known so far and stands behind the last expression. */
  get text(): string {
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
    return {
      ...this.source.range(start, end),
      value: parts.map(({ text }) => text).join(''),
      parts,
      isLiteral: parts.every(({ kind }) => kind === 'text'),
      isQuoted: this.isQuoted,
      isListItem,
      content: this.#content.build(this.source.host),
    };
  }

  #flush(): void {
    if (this.#text) this.#parts.push({ kind: 'text', text: this.#text });
    this.#text = '';
  }
}
