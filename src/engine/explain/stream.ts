import type { Knowledge } from '../knowledge/knowledge';
import type { FieldLayout } from '../logs/fieldLayout';
import { FieldsLines } from '../logs/fieldsLines';
import { LineMap, type Position } from '../text/lineMap';
import type { Range } from '../text/range';
import { BEGINNING, explain, explainOnlyRecords, unknownGuidsIn, type ExplainOptions } from './explain';
import type { Explained, Explanation } from './explanation';

/**
 * What was found in a piece of a long text. The ranges count from the beginning of the text that was read for it: most of
 * what is found is counted or printed, and moving all of it would cost more than that.
 */
export interface ExplainedPiece extends Explained {
  /** The text that was read, which part of it this piece is, and where it begins in the whole text. */
  readonly read: { readonly text: string; readonly part: Range; readonly origin: number };
  /** What the last `#Fields:` line before it announced, where this is a log of fields. */
  readonly header: FieldLayout | null;
  /** Line and column in the whole text of an offset within the text that was read. */
  readonly position: (offset: number) => Position;
}

export interface StreamOptions extends ExplainOptions {
  /** Only the event records are looked for, which is much less work. */
  readonly onlyRecords?: boolean;
  /** How much text is read at once, in UTF-16 units. */
  readonly window?: number;
}

/** Many records, and little memory. */
const WINDOW = 2_000_000;
/** What may follow on behind the end of a window: what begins there is read again in the next one. */
const REST = 64_000;
/** How much is read again before a window, as the context of its first record. */
const BEFORE = 4_000;

/** Explains a text of any length, piece by piece, in the memory of one piece. */
export class ExplainStream {
  readonly #knowledge: Knowledge;
  readonly #options: ExplainOptions;
  readonly #explain: typeof explain;
  readonly #window: number;
  /** Rows of a log are explained once for all, not once for each piece. */
  readonly #said = new Set<string>();
  /** Text that is not finished, with what stands before it as context. */
  #pending = '';
  /** What has arrived behind it, and the length of all. */
  #arrived: string[] = [];
  #length = 0;
  /** Where the unfinished text begins in it. */
  #from = 0;
  /** Offset of the pending text in the whole one, and its place. */
  #origin = 0;
  #start: Position = { line: 1, column: 1 };
  #header: FieldLayout | null = null;
  /** The beginning of the whole text, which tells what kind of document it is. */
  #beginning: string | null = null;

  constructor(knowledge: Knowledge, { onlyRecords = false, window = WINDOW, ...options }: StreamOptions = {}) {
    this.#knowledge = knowledge;
    this.#options = options;
    this.#explain = onlyRecords ? explainOnlyRecords : explain;
    this.#window = window;
  }

  /** Takes more text. @returns what is certain by now; null while there is too little to read */
  async push(text: string): Promise<ExplainedPiece | null> {
    this.#arrived.push(text);
    this.#length += text.length;
    return this.#length - this.#from < this.#window ? null : this.#read(false);
  }

  /** The text has ended. @returns the rest */
  end(): Promise<ExplainedPiece> {
    return this.#read(true);
  }

  async #read(last: boolean): Promise<ExplainedPiece> {
    // Joined it is one stretch of memory, which is read faster than text that was put together with `+`.
    const text = [this.#pending, ...this.#arrived].join('');
    const [from, origin, header] = [this.#from, this.#origin, this.#header];
    this.#beginning ??= this.#options.beginning ?? text.slice(0, BEGINNING);
    const found = await this.#explain(text, this.#knowledge, {
      beginning: this.#beginning,
      unknownGuids: unknownGuidsIn(this.#beginning),
      ...(last && origin === 0 ? {} : { fieldLogPiece: { header } }),
      ...this.#options,
    });
    const to = last ? text.length : endOfCertain(text, found, from);
    const lines = new LineMap(text, this.#start);
    const isNew = ({ start }: Range): boolean => start >= from && start < to;

    const next = Math.max(0, to - BEFORE);
    this.#start = lines.position(next);
    this.#pending = text.slice(next);
    this.#arrived = [];
    this.#length = this.#pending.length;
    this.#from = to - next;
    this.#origin = origin + next;
    this.#header = new FieldsLines(text).layoutAbove(next) ?? header;
    return {
      records: found.records.filter(isNew),
      explanations: found.explanations.filter((one) => isNew(one) && this.#isUnsaid(one)),
      diagnoses: found.diagnoses.filter(isNew),
      read: { text, part: { start: from, end: to }, origin },
      header,
      position: (offset) => lines.position(offset),
    };
  }

  #isUnsaid({ forAll }: Explanation): boolean {
    if (forAll === undefined) return true;
    if (this.#said.has(forAll)) return false;
    this.#said.add(forAll);
    return true;
  }
}

/** A record that reaches into the rest may go on behind it: it is left to the next window, with all that follows. */
function endOfCertain(text: string, { records }: Explained, from: number): number {
  const limit = text.length - REST;
  const unfinished = records.find(({ start, end }) => end > limit && start > from);
  const end = unfinished && unfinished.start < limit ? unfinished.start : limit;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  return line > from ? line : end;
}
