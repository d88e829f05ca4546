import type { NonEmpty } from '../knowledge/fact';
import type { Range } from '../text/range';

/** When a record was logged. */
export interface RecordTime {
  /** As the record has it. */
  readonly written: string;
  readonly range: Range;
  /** Milliseconds since 1970 in UTC, where the way it is written leaves no doubt. */
  readonly utcMs: number | null;
}

/** An event record as it stands in a text, before we know what it means. */
export interface LogRecord extends Range {
  /** The source as written, null where the text names none. */
  readonly provider: string | null;
  readonly eventId: number | null;
  /** Where the event id stands, with its label. */
  readonly eventIdRange: Range | null;
  /** The stretches that speak of the record as a whole. */
  readonly spans: NonEmpty<Range>;
  /** The message, as far as we can tell where it ends. */
  readonly message: Range | null;
  /** Event data by name (`param1`, `CLSID`); empty where the record carries only text. */
  readonly data: ReadonlyMap<string, string>;
  readonly time?: RecordTime;
}
