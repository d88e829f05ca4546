import type { NonEmpty } from '../knowledge/fact';
import type { Range } from '../text/range';
import type { Escaping } from './escaping';
import type { Level } from './level';

/** When an event was logged. */
export interface RecordTime {
  /** As the text has it. */
  readonly written: string;
  /** Where it stands. */
  readonly range: Range;
  /**
   * Milliseconds since 1970; null where the day cannot be told from the month, or the year is missing. A time without a
   * zone is taken for UTC: within one text such times can be compared, and nothing else may be read into them.
   */
  readonly utcMs: number | null;
}

/** An event record as it stands in a text, before we know what it means. */
export interface LogRecord extends Range {
  /** The source as written, null where the text names none. */
  readonly provider: string | null;
  readonly eventId: number | null;
  /** Where the event id stands, with its label. */
  readonly eventIdRange: Range | null;
  /** The stretches that speak of the record as a whole; the first one begins where the record begins. */
  readonly spans: NonEmpty<Range>;
  /** The message, as far as we can tell where it ends. */
  readonly message: Range | null;
  /** How the layout escapes the message; absent where it stands as it is. */
  readonly escaping?: Escaping;
  /** Event data by name (`param1`, `CLSID`); empty where the record carries only text. */
  readonly data: ReadonlyMap<string, string>;
  /** The insertions of the message in their order, where the layout keeps it; else empty. */
  readonly insertions: readonly string[];
  readonly level?: Level;
  readonly time?: RecordTime;
  /** The computer as written. */
  readonly computer?: string;
}

/** A place where an event id is named in running text; it is no record, but we can say what the event is. */
export interface EventMention extends Range {
  readonly eventId: number;
  /** The source as written, where the text ties one to the id; else it is looked for close by. */
  readonly provider?: string;
}

/** Event data of a record that has none. */
export const NO_DATA: ReadonlyMap<string, string> = new Map();

/**
 * The number of an event as a text has it: in decimal or hexadecimal, or as the whole 32-bit identifier, signed or not,
 * whose lower half it is (`0xC0002724`, `3221232496`, `-1073734800`). null for anything else.
 */
export function readEventId(written: string): number | null {
  const number = /^\s*(?:0x[0-9a-f]{1,8}|-?\d{1,10})\s*$/i.test(written) ? Number(written) : NaN;
  if (!(number >= -0x80000000 && number <= 0xffffffff)) return null;
  return number < 0 || number > 0xffff ? number & 0xffff : number;
}
