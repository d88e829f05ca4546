import type { Range } from '../text/range';

export type Delimiter = ',' | ';' | '\t';

/** One row of delimited text. Quoted cells lie between their quotes, and may reach over several lines. */
export interface Row extends Range {
  readonly cells: readonly Range[];
  /** Where the next row begins. */
  readonly next: number;
}

/** A quoted cell that does not end within so much has lost its quote. */
const CELL_LIMIT = 100_000;
const CELLS = 100;

/**
 * Reads the row that begins at a place. A scanner of our own, because every CSV library gives values without their
 * places, and gives up where a paste lost a quote: here such a cell simply ends with its line.
 */
export function rowAt(text: string, start: number, delimiter: Delimiter): Row {
  const cells: Range[] = [];
  let at = start;
  for (;;) {
    const quoted = text[at] === '"' ? closingQuote(text, at + 1) : -1;
    if (quoted >= 0) {
      cells.push({ start: at + 1, end: quoted });
      at = quoted + 1;
    } else {
      const end = plainEnd(text, at, delimiter);
      cells.push({ start: at, end });
      at = end;
    }
    if (text[at] !== delimiter || cells.length >= CELLS) break;
    at++;
  }
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return {
    start,
    end: text[end - 1] === '\r' && end > at ? end - 1 : end,
    cells,
    next: newline < 0 ? text.length : end + 1,
  };
}

/** The quote that closes a cell: the next one that is not doubled, with nothing behind it but the end of the cell. */
function closingQuote(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (quote - from > CELL_LIMIT) return -1;
    if (text[quote + 1] === '"') quote++;
    else return quote;
  }
  return -1;
}

function plainEnd(text: string, from: number, delimiter: Delimiter): number {
  const separator = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10) return at;
    if (code === 13 && text.charCodeAt(at + 1) === 10) return at;
  }
  return text.length;
}
