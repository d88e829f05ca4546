import type { Range } from '../text/range';
import type { EventMention, LogRecord } from './record';

/** What one layout finds in a text. */
export interface Found {
  readonly records: readonly LogRecord[];
  readonly mentions?: readonly EventMention[];
  /** Stretches that list events without any of them having happened, as documentation does: nothing in there is a record. */
  readonly catalogues?: readonly Range[];
}

/** What the layouts share about a text, so that it is found out once. */
export interface Surroundings {
  /** The first lines of the document that the text is a part of: the header of a long table stands there. */
  readonly beginning: string;
  /** Names of the event id that may stand in the text. */
  readonly idNames: readonly string[];
}

/** Whether a place belongs already to a record or to a catalogue. */
export type Taken = (offset: number) => boolean;

/**
 * Rows that say neither when nor where are documentation, unless one event is listed twice: no table of meanings does
 * that, a log does nothing else.
 */
export function recordsOrCatalogue(rows: readonly LogRecord[], happened: boolean): Found {
  const events = new Set(rows.map(({ provider, eventId }) => `${provider}/${eventId}`));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || happened || events.size < rows.length) return { records: rows };
  const mentions = rows.flatMap(({ eventIdRange, eventId, provider }) =>
    eventIdRange && eventId !== null ? [{ ...eventIdRange, eventId, ...(provider && { provider }) }] : [],
  );
  return { records: [], mentions, catalogues: [{ start: first.start, end: last.end }] };
}

/** What several tables hold, as one. No spread into arguments: a table can have more rows than a call can have. */
export const together = (found: readonly Found[]): Found => ({
  records: found.flatMap(({ records }) => records),
  mentions: found.flatMap(({ mentions }) => mentions ?? []),
  catalogues: found.flatMap(({ catalogues }) => catalogues ?? []),
});
