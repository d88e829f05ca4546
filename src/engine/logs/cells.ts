import type { NonEmpty } from '../knowledge/fact';
import type { Range } from '../text/range';
import { unescaped, type Escaping } from './escaping';
import type { Field } from './fieldNames';
import { typeLevel, xmlLevel } from './level';
import { NO_DATA, readEventId, type LogRecord } from './record';
import { readTime } from './time';

/** The values of one record by what they are, each where it stands in the text. */
export type Cells = ReadonlyMap<Field, Range>;

/** What a layout knows of a record beside its cells. */
export interface Frame extends Range {
  readonly spans: NonEmpty<Range>;
  /** Where the id stands with its label; where absent, the id's cell. */
  readonly eventIdRange?: Range | undefined;
  readonly escaping?: Escaping | undefined;
  readonly data?: ReadonlyMap<string, string>;
  readonly insertions?: readonly string[];
  /** Where it is no cell. */
  readonly message?: Range | null;
  /** Where the layout has it outside of the record, as the heading of a table does. */
  readonly provider?: string | undefined;
}

/** Makes a record out of its cells; null where no cell holds an event id. */
export function recordOf(text: string, cells: Cells, frame: Frame): LogRecord | null {
  const { start, end, spans, escaping } = frame;
  const read = (field: Field): string | undefined => {
    const range = cells.get(field);
    return range && unescaped(text.slice(range.start, range.end), escaping).trim();
  };
  const idField = cells.has('id') ? 'id' : 'instance';
  const idCell = cells.get(idField);
  const eventId = readEventId(read(idField) ?? '');
  if (!idCell || eventId === null) return null;
  const message = frame.message === undefined ? cells.get('message') : frame.message;
  const provider = (read('provider') ?? frame.provider ?? '').slice(0, PROVIDER_LIMIT);
  const time = timeOf(text, cells);
  const level = xmlLevel(read('level') ?? '') ?? typeLevel(read('type') ?? '');
  const computer = read('computer');
  return {
    start,
    end,
    provider: provider === '' ? null : provider,
    eventId,
    eventIdRange: frame.eventIdRange ?? idCell,
    spans,
    message: message && message.start < message.end ? message : null,
    ...(escaping && { escaping }),
    data: frame.data ?? NO_DATA,
    insertions: frame.insertions ?? [],
    ...(level && { level }),
    ...(time && { time }),
    ...(computer && { computer: computer.slice(0, PROVIDER_LIMIT) }),
  };
}

/** No provider's name is longer. */
const PROVIDER_LIMIT = 120;

/** Old event logs have the date and the time of day in two cells. */
function timeOf(text: string, cells: Cells) {
  const date = cells.get('time') ?? cells.get('clock');
  if (!date) return undefined;
  const clock = cells.get('clock') ?? date;
  const range = { start: Math.min(date.start, clock.start), end: Math.max(date.end, clock.end) };
  const written = text.slice(date.start, date.end);
  const whole = clock === date ? written : `${written.trim()} ${text.slice(clock.start, clock.end).trim()}`;
  return readTime(whole, range);
}

/**
 * Whether cells speak of an event that was logged: when, where or for whom, or as which record. A table that only ties
 * ids to sources and meanings is documentation.
 */
export const isOccurrence = (cells: { has(field: Field): boolean }): boolean =>
  OCCURRENCE.some((field) => cells.has(field));

const OCCURRENCE: readonly Field[] = ['time', 'clock', 'computer', 'user', 'record'];

/** A range without the blanks on either side; possibly empty. */
export function trimmed(text: string, { start, end }: Range): Range {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x202f || code === 0x3000;
