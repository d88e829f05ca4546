import type { Range } from '../text/range';
import { fixedRow, mayBeginAddress } from './fixedRow';
import { align, isHeader, layoutOfHeader, layoutOfRow, type Alignment, type FieldLayout } from './fieldLayout';

const CR = 13;
const TAB = 9;
const BLANK = 32;
const QUOTE = 34;
const HYPHEN = 45;

/** A line of more pieces is no row of a log. */
const MOST_VALUES = 400;

/** Signs that a paste puts before a row: comment signs, list marks, quotes, table borders. */
const LEAD = /[ \t>#;*|'"`/]{0,12}/y;

/**
 * Splits rows into values, from the front of the text to its end. It remembers where the next blank is, so that text
 * without blanks costs one pass too.
 */
class Splitter {
  readonly #text: string;
  #separator = -1;
  #separatorCode = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param places receives start and end of each value in turn
   * @returns how many values the row has
   */
  split(start: number, end: number, tabs: boolean, places: number[]): number {
    const text = this.#text;
    const code = tabs ? TAB : BLANK;
    if (code !== this.#separatorCode) this.#separator = -1;
    this.#separatorCode = code;
    let count = 0;
    let at = start;
    while (at < end && count <= MOST_VALUES) {
      const first = text.charCodeAt(at);
      if (!tabs && (first === BLANK || first === TAB)) {
        at++;
        continue;
      }
      let stop = first === QUOTE ? this.#quoted(at, end, code) : -1;
      if (stop < 0) stop = Math.min(this.#next(at, code), end);
      places[count * 2] = at;
      places[count * 2 + 1] = stop;
      count++;
      at = stop + 1;
    }
    return count;
  }

  #next(at: number, code: number): number {
    if (this.#separator < at) {
      const found = this.#text.indexOf(code === TAB ? '\t' : ' ', at);
      this.#separator = found < 0 ? Number.MAX_SAFE_INTEGER : found;
    }
    return this.#separator;
  }

  /** The end of a quoted value, which may hold blanks; -1 where the quote is only a sign like any other. */
  #quoted(at: number, end: number, code: number): number {
    const close = this.#text.slice(at + 1, end).indexOf('"');
    if (close < 0) return -1;
    const stop = at + close + 2;
    return stop === end || this.#text.charCodeAt(stop) === code ? stop : -1;
  }
}

/** When the rows behind it were written: `#Date: 2026-08-19 00:00:03`. */
const DAY = /^[ \t>#;*|'"`/]{0,12}#[ \t]?Date:[ \t]*(\d{4}-\d\d-\d\d)/i;

/**
 * Reads the rows of W3C and HTTP.sys error logs, and those of the fixed formats IIS and NCSA, one by one, without making
 * an object for any of them. The layout changes with each `#Fields:` line; rows before the first one are recognised by
 * their shape. A text may hold other
 * lines too; they are passed over.
 *
 * A text that is read in pieces is cut at line ends, and `header` of the piece before is handed on.
 */
export class FieldLogReader {
  /** Layout of the current row. */
  layout: FieldLayout | null = null;
  /** What the last `#Fields:` line announced; null before the first one, and where it was the log of something else. */
  header: FieldLayout | null;
  /** Values of the current row in the order of the layout's fields, `''` where the row has none. */
  values: readonly string[] = [];
  /** Where the current row begins and ends in the text, without its line end. */
  start = 0;
  end = 0;

  readonly #text: string;
  readonly #limit: number;
  readonly #splitter: Splitter;
  readonly #places: number[] = [];
  #alignment: Alignment = 'inOrder';
  /** The last header was of the log of another program: its rows are none of ours. */
  #foreign = false;
  #day: string | undefined;
  #next: number;

  constructor(text: string, header: FieldLayout | null = null, range: Range = { start: 0, end: text.length }) {
    this.#text = text;
    this.#splitter = new Splitter(text);
    this.header = header;
    this.#day = header?.day;
    this.#next = range.start;
    this.#limit = range.end;
  }

  /** Goes on to the next row; false at the end. */
  next(): boolean {
    const text = this.#text;
    while (this.#next < this.#limit) {
      const start = this.#next;
      const found = text.indexOf('\n', start);
      let end = found < 0 || found > this.#limit ? this.#limit : found;
      this.#next = end + 1;
      if (end > start && text.charCodeAt(end - 1) === CR) end--;
      if (end - start < 12) continue;
      const first = text.charCodeAt(start);
      // Most lines of a log begin with a digit; other ones are worth a closer look only where they could be ours.
      const digit = first >= 48 && first <= 57;
      if (!digit && this.#readHeader(start, end)) continue;
      if (this.#foreign || (!this.header && !digit && first > 64 && !mayBeginAddress(text, start))) continue;
      if (this.#readRow(digit ? start : this.#behindLead(start), end)) return true;
    }
    return false;
  }

  /** Where the value of a column stands in the current row; null where the row has none. */
  place(column: number): Range | null {
    const i = this.#alignment === 'inOrder' ? column : (this.#alignment[column] ?? -1);
    const [start, end] = [this.#places[i * 2], this.#places[i * 2 + 1]];
    return this.values[column] && start !== undefined && end !== undefined ? { start, end } : null;
  }

  #readHeader(start: number, end: number): boolean {
    const text = this.#text;
    const code = text.charCodeAt(start);
    // `#`, or a sign that a paste puts before it
    if (code > 62 && code !== 96 && code !== 124) return false;
    const line = text.slice(start, Math.min(end, start + 2_000));
    const day = DAY.exec(line)?.[1];
    if (day !== undefined) {
      this.#day = day;
      if (this.header) this.header = { ...this.header, day };
      return true;
    }
    if (!isHeader(line)) return false;
    const layout = layoutOfHeader(text.slice(start, end));
    this.header = layout && { ...layout, day: this.#day };
    this.#foreign = layout === null;
    return true;
  }

  #behindLead(start: number): number {
    LEAD.lastIndex = start;
    LEAD.test(this.#text);
    return LEAD.lastIndex;
  }

  #readRow(start: number, end: number): boolean {
    const text = this.#text;
    const { header } = this;
    // Without a header a row must begin with a date.
    const dated = text.charCodeAt(start + 4) === HYPHEN && text.charCodeAt(start + 7) === HYPHEN;
    if (!header && !dated) return this.#readFixedRow(start, end);
    const places = this.#places;
    const count = this.#splitter.split(start, end, header?.tabs ?? false, places);
    if (count < 3 || count > MOST_VALUES) return false;
    const values: string[] = [];
    for (let i = 0; i < count; i++) values.push(text.slice(places[i * 2], places[i * 2 + 1]));
    const announced = header && align(values, header);
    const row = header && announced ? { layout: header, alignment: announced } : dated ? layoutOfRow(values) : null;
    if (!row) return false;
    const { alignment } = row;
    this.layout = row.layout;
    this.#alignment = alignment;
    this.values = alignment === 'inOrder' ? values : alignment.map((i) => values[i] ?? '');
    this.start = start;
    this.end = end;
    return true;
  }

  #readFixedRow(start: number, end: number): boolean {
    const places = this.#places;
    const layout = fixedRow(this.#text, start, end, places);
    if (!layout) return false;
    this.layout = layout;
    this.#alignment = 'inOrder';
    this.values = layout.fields.map((_, i) => this.#text.slice(places[i * 2], places[i * 2 + 1]));
    this.start = start;
    this.end = end;
    return true;
  }
}
