/** A place in a text as people count it: line and column, both 1-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns. Lines end at LF, CR LF or a lone CR. */
export class LineMap {
  readonly #text: string;
  readonly #first: Position;
  /** Found with the first question: often nobody asks. */
  #starts: readonly number[] | null = null;

  /** @param first where the text begins, for a text that is a piece of a longer one */
  constructor(text: string, first: Position = { line: 1, column: 1 }) {
    this.#text = text;
    this.#first = first;
  }

  /** @param offset UTF-16 units from the beginning of the text, 0-based */
  position(offset: number): Position {
    const starts = (this.#starts ??= lineStarts(this.#text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (starts[low] ?? 0);
    return { line: this.#first.line + low, column: column + (low === 0 ? this.#first.column : 1) };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (LONE_CR.test(text)) for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line ends of old Macs; where a text has none, the search for LF alone is enough, and much faster. */
const LONE_CR = /\r(?!\n)/;
