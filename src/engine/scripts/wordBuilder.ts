import type { Word, WordPart } from './command';
import { MappedTextBuilder, OPAQUE, type MappedText } from './mappedText';

/** A word of several pieces. */
interface Mixed {
  readonly parts: WordPart[];
  readonly content: MappedTextBuilder;
}

/** Collects what a word is made of while a reader goes over it. Offsets are those of the reader's text. */
export class WordBuilder {
  isQuoted = false;
  /** Whether nothing was put in yet. */
  isEmpty = true;
  /** Null while the word is one stretch of the source, as most words are: a large script has a hundred thousand. */
  #mixed: Mixed | null = null;
  /** What is known and stands behind the last expression, up to the stretch that was added last. */
  #text = '';
  /** The stretch of the source that was added last and not put in yet. */
  #from = 0;
  #to = 0;

  constructor(private readonly source: MappedText) {}

  /** What is known so far and stands behind the last expression. */
  get text(): string {
    return this.#text + this.source.text.slice(this.#from, this.#to);
  }

  get isLiteral(): boolean {
    return !this.#mixed?.parts.length;
  }

  /** A piece of the value, and the stretch that stands for it. */
  add(value: string, start: number, end = start + 1): void {
    if (value === OPAQUE) {
      this.opaque(start, end);
      return;
    }
    if (value.length === 1 && end === start + 1 && this.source.text[start] === value) {
      this.copy(start, end);
      return;
    }
    this.isEmpty = false;
    const { content } = this.#take();
    this.#text += value;
    content.add(value, this.source.range(start, end));
  }

  /** A stretch of the source that stands for itself and holds no expression. */
  copy(start: number, end: number): void {
    this.isEmpty = false;
    if (this.#to !== start && this.#from !== this.#to) this.#take();
    if (this.#from === this.#to) this.#from = start;
    this.#to = end;
  }

  /** An expression whose value is not known. */
  opaque(start: number, end: number): void {
    this.isEmpty = false;
    const { parts, content } = this.#flush();
    parts.push({ kind: 'opaque', text: this.source.text.slice(start, end) });
    content.add(OPAQUE, this.source.range(start, end));
  }

  build(start: number, end: number, isListItem = false): Word {
    // A string that nothing ends reaches behind the text by its missing quote.
    const place = this.source.range(start, Math.min(end, this.source.text.length));
    if (!this.#mixed)
      return new PlainWord(place.start, place.end, this.isQuoted, isListItem, this.source, this.#from, this.#to);
    const { parts, content } = this.#flush();
    const [first] = parts;
    // No spread and no join: a large script has many words.
    return {
      start: place.start,
      end: place.end,
      value: parts.length > 1 ? parts.map(({ text }) => text).join('') : (first?.text ?? ''),
      parts,
      isLiteral: parts.every(({ kind }) => kind === 'text'),
      isQuoted: this.isQuoted,
      isListItem,
      content: content.build(this.source.host),
    };
  }

  /** Puts the last stretch in. */
  #take(): Mixed {
    this.#mixed ??= { parts: [], content: new MappedTextBuilder() };
    this.#text += this.source.text.slice(this.#from, this.#to);
    this.#mixed.content.append(this.source, this.#from, this.#to);
    this.#from = this.#to;
    return this.#mixed;
  }

  #flush(): Mixed {
    const mixed = this.#take();
    if (this.#text) mixed.parts.push({ kind: 'text', text: this.#text });
    this.#text = '';
    return mixed;
  }
}

/** A word that is one stretch of its source: what few ask for is made when they do. */
class PlainWord implements Word {
  readonly value: string;
  readonly isLiteral = true;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly isQuoted: boolean,
    readonly isListItem: boolean,
    private readonly source: MappedText,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.value = source.text.slice(from, to);
  }

  get parts(): readonly WordPart[] {
    return this.value === '' ? [] : [{ kind: 'text', text: this.value }];
  }

  get content(): MappedText {
    const content = new MappedTextBuilder();
    content.append(this.source, this.from, this.to);
    return content.build(this.source.host);
  }
}
