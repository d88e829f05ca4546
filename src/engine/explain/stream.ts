import type { Knowledge } from '../knowledge/knowledge';
import { LineMap, type Position } from '../text/lineMap';
import { asksForUnknownGuids } from './concerns';
import { explain, type ExplainOptions } from './explain';
import type { Explained } from './explanation';
import { shiftDiagnosis, shiftExplanation, shiftRecord } from './shift';

/** What was found in a piece of a long text; the ranges count from the beginning of the whole text. */
export interface ExplainedPiece extends Explained {
  /** Line and column of an offset within this piece. */
  readonly position: (offset: number) => Position;
}

/** How much text is read at once, in UTF-16 units: many records, and little memory. */
const WINDOW = 2_000_000;
/** What may follow on behind the end of a window: what begins there is read again in the next one. */
const REST = 64_000;
/** How much is read again before a window, as the context of its first record. */
const BEFORE = 4_000;

/** Explains a text of any length, piece by piece, in the memory of one piece. */
export class ExplainStream {
  readonly #knowledge: Knowledge;
  #options: ExplainOptions;
  /** Text that is not finished, with what stands before it as context. */
  #pending = '';
  /** Where the unfinished text begins in it. */
  #context = 0;
  /** Offset of the pending text in the whole one. */
  #origin = 0;
  #start: Position = { line: 1, column: 1 };

  constructor(knowledge: Knowledge, options: ExplainOptions = {}) {
    this.#knowledge = knowledge;
    this.#options = options;
  }

  /** Takes more text. @returns what is certain by now; null while there is too little to read */
  async push(text: string): Promise<ExplainedPiece | null> {
    this.#pending += text;
    return this.#pending.length - this.#context < WINDOW ? null : this.#read(false);
  }

  /** The text has ended. @returns the rest */
  end(): Promise<ExplainedPiece> {
    return this.#read(true);
  }

  async #read(last: boolean): Promise<ExplainedPiece> {
    const text = this.#pending;
    // Only the beginning of the whole text tells what kind of document it is.
    this.#options = { unknownGuids: asksForUnknownGuids(text.slice(0, 4_096)), ...this.#options };
    const found = await explain(text, this.#knowledge, this.#options);
    const from = this.#context;
    const to = last ? text.length : endOfCertain(text, found, from);
    const origin = this.#origin;
    const lines = new LineMap(text, this.#start);
    const isNew = ({ start }: { readonly start: number }): boolean => start >= from && start < to;

    const next = Math.max(0, to - BEFORE);
    this.#start = lines.position(next);
    this.#pending = text.slice(next);
    this.#context = to - next;
    this.#origin = origin + next;
    return {
      records: found.records.filter(isNew).map((one) => shiftRecord(one, origin)),
      explanations: found.explanations.filter(isNew).map((one) => shiftExplanation(one, origin)),
      diagnoses: found.diagnoses.filter(isNew).map((one) => shiftDiagnosis(one, origin)),
      position: (offset) => lines.position(offset - origin),
    };
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
