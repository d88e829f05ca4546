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

/** Characters of a mapped text that stand in the document one after the other as they are, or all for one stretch. */
interface Run extends Range {
  /** Where they begin in the mapped text. */
  readonly at: number;
  readonly isCopy: boolean;
}

/** A text that stands in a document in another notation, with the place of each of its characters there. */
export class MappedText {
  /** The run that was found last: mostly the next place lies in it too. */
  #near = 0;

  /** @param runs in order; without them the text is the document */
  constructor(
    readonly text: string,
    private readonly runs: readonly Run[] = [{ at: 0, start: 0, end: text.length, isCopy: true }],
    readonly host: Host = plainHost,
  ) {}

  /** The place in the document of a stretch of the text. UTF-16 offsets on both sides. */
  range(start: number, end: number): Range {
    // A string that nothing ends reaches behind the text by its missing quote.
    const last = Math.min(end, this.text.length) - 1;
    if (last >= start) return { start: this.startOf(start), end: this.endOf(last) };
    const at = start < this.text.length ? this.startOf(start) : start > 0 ? this.endOf(start - 1) : this.startOf(0);
    return { start: at, end: at };
  }

  startOf(index: number): number {
    const run = this.runs[this.#find(index)];
    return !run ? 0 : run.isCopy ? run.start + index - run.at : run.start;
  }

  endOf(index: number): number {
    const run = this.runs[this.#find(index)];
    return !run ? 0 : run.isCopy ? run.start + index - run.at + 1 : run.end;
  }

  /** The runs of a stretch, as another text has them from a place on. */
  runsOf(start: number, end: number, at: number): readonly Run[] {
    const found: Run[] = [];
    for (let i = this.#find(start); i < this.runs.length; i++) {
      const run = this.runs[i];
      if (!run || run.at >= end) break;
      const from = Math.max(start, run.at);
      const to = Math.min(end, this.runs[i + 1]?.at ?? end);
      if (to <= from) continue;
      const skipped = run.isCopy ? from - run.at : 0;
      const stop = run.isCopy ? run.start + to - run.at : run.end;
      found.push({ at: at + from - start, start: run.start + skipped, end: stop, isCopy: run.isCopy });
    }
    return found;
  }

  /** The same text as another surrounding sees it. */
  hostedBy(host: Host): MappedText {
    return new MappedText(this.text, this.runs, host);
  }

  /** The last run that begins at a place or before it. */
  #find(index: number): number {
    const { runs } = this;
    if (runs.length === 1) return 0;
    const near = runs[this.#near];
    if (near && near.at <= index) {
      const next = runs[this.#near + 1];
      if (!next || index < next.at) return this.#near;
      if (index < (runs[this.#near + 2]?.at ?? Infinity)) return ++this.#near;
    }
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.at ?? Infinity) <= index) low = middle;
      else high = middle - 1;
    }
    return (this.#near = low);
  }
}

/** Puts a mapped text together. */
export class MappedTextBuilder {
  readonly #runs: Run[] = [];
  #text = '';

  /** Characters that all stand for one stretch of the document, such as an escape sequence. */
  add(text: string, { start, end }: Range): void {
    if (text === '') return;
    this.#put({ at: this.#text.length, start, end, isCopy: text.length === 1 && end === start + 1 });
    this.#text += text;
  }

  /** Characters that stand in the document as they are. */
  copy(text: string, start: number): void {
    if (text === '') return;
    this.#put({ at: this.#text.length, start, end: start + text.length, isCopy: true });
    this.#text += text;
  }

  /** A stretch of another mapped text. */
  append(source: MappedText, start = 0, end = source.text.length): void {
    if (end <= start) return;
    for (const run of source.runsOf(start, end, this.#text.length)) this.#put(run);
    this.#text += source.text.slice(start, end);
  }

  build(host: Host): MappedText {
    return new MappedText(this.#text, this.#runs, host);
  }

  #put(run: Run): void {
    const last = this.#runs.at(-1);
    if (last?.isCopy && run.isCopy && last.end === run.start && last.start + run.at - last.at === run.start)
      this.#runs[this.#runs.length - 1] = { ...last, end: run.end };
    else this.#runs.push(run);
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
