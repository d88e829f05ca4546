import type { Range } from '../text/range';

/** Stands in a mapped text for a piece of the document whose value nobody knows: `$(Pool)`, `${{ … }}`, a variable. */
export const OPAQUE = '\uE000';

/** How a text is written into what surrounds it. */
export interface Host {
  /** A piece of the text in the notation of the document; null where it cannot be written there. */
  readonly write: (text: string) => string | null;
  /** Whether lines of the text are lines of the document, so that a replacement may have several. */
  readonly canBreak: boolean;
}

export const plainHost: Host = { write: (text) => text, canBreak: true };

/** A text that stands in a document in another notation, with the place of each of its characters there. */
export class MappedText {
  /**
   * @param starts where each character begins in the document; a number: they stand there one after the other
   * @param ends where each character ends
   */
  constructor(
    readonly text: string,
    private readonly starts: number | ArrayLike<number> = 0,
    private readonly ends: ArrayLike<number> | null = null,
    readonly host: Host = plainHost,
  ) {}

  /** The place in the document of a stretch of the text. UTF-16 offsets on both sides. */
  range(start: number, end: number): Range {
    if (end > start) return { start: this.startOf(start), end: this.endOf(end - 1) };
    const at = start < this.text.length ? this.startOf(start) : start > 0 ? this.endOf(start - 1) : this.startOf(0);
    return { start: at, end: at };
  }

  startOf(index: number): number {
    return typeof this.starts === 'number' ? this.starts + index : (this.starts[index] ?? 0);
  }

  endOf(index: number): number {
    return this.ends ? (this.ends[index] ?? 0) : this.startOf(index) + 1;
  }

  /** The same text as another surrounding sees it. */
  hostedBy(host: Host): MappedText {
    return new MappedText(this.text, this.starts, this.ends, host);
  }
}

/** Puts a mapped text together. */
export class MappedTextBuilder {
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Characters that all stand for one stretch of the document, such as an escape sequence. */
  add(text: string, { start, end }: Range): void {
    this.#pieces.push(text);
    for (let left = text.length; left > 0; left--) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Characters that stand in the document as they are. */
  copy(text: string, start: number): void {
    this.#pieces.push(text);
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(start + i);
      this.#ends.push(start + i + 1);
    }
  }

  /** A stretch of another mapped text. */
  append(source: MappedText, start = 0, end = source.text.length): void {
    this.#pieces.push(source.text.slice(start, end));
    for (let i = start; i < end; i++) {
      this.#starts.push(source.startOf(i));
      this.#ends.push(source.endOf(i));
    }
  }

  build(host: Host): MappedText {
    return new MappedText(this.#pieces.join(''), this.#starts, this.#ends, host);
  }
}

/** A mapped text with each stretch that a pattern finds made opaque: what another program replaces before it runs. */
export function withOpaque(source: MappedText, pattern: RegExp): MappedText {
  const { text } = source;
  const matches = [...text.matchAll(pattern)];
  if (!matches.length) return source;
  const built = new MappedTextBuilder();
  let at = 0;
  for (const { index, 0: written } of matches) {
    built.append(source, at, index);
    built.add(OPAQUE, source.range(index, index + written.length));
    at = index + written.length;
  }
  built.append(source, at);
  return built.build(source.host);
}
