import type { Range } from '../text/range';
import type { RecordTime } from './record';

/** A time of which only day and month are not told apart yet: `4/1/2026 8:01:02`. */
interface Undecided {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Milliseconds since midnight. */
  readonly ofDay: number;
}

/** Which of two numbers is the day, as far as the dates of one text tell. */
type Order = 'day first' | 'month first' | 'unknown';

const CLOCK =
  /(?<before>AM|PM|上午|下午|午前|午後|오전|오후)?\s{0,3}(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s{0,3}(?<after>[AP]M|[ap]\.?\s?m\b))?(?:\s{0,2}(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\d:]))?/i;
const YEAR_FIRST = /(?<!\d)(?<year>\d{4})(?:[-/]|\.\s?|年)(?<month>\d{1,2})(?:[-/]|\.\s?|月)(?<day>\d{1,2})(?!\d)/;
const YEAR_LAST =
  /(?<!\d)(?<first>\d{1,2})(?<sign>[-/]|\.\s?)(?<second>\d{1,2})(?:[-/]|\.\s?)(?<year>\d{4}|\d{2}(?=[\s,]))(?!\d)/;
const NAMED =
  /(?<!\d)(?:(?<dayBefore>\d{1,2})[ -])?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ -]{1,2}(?:(?<dayBehind>\d{1,2})(?![\d:]))?/i;
const NAMED_YEAR = /(?<![\d:.])(?:19|20)\d{2}(?![\d:])/;
const SHORT_DATE = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Seconds, or smaller steps, since some year. */
const COUNTED = /^\d{10,19}(?:\.\d{1,9})?$/;
/** Seconds or milliseconds since 1970; longer numbers count from other years. */
const UNIX = /^[12]\d{9}(?:\d{3})?$/;
const SINCE_1970 = /^\/?\\?\/?Date\((?<ms>-?\d{9,15})/;

const DAY = 86_400_000;

/** Reads the time of a record; its `utcMs` may still be open, see {@link decideTimes}. */
export function readTime(written: string, range: Range): RecordTime | undefined {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.length > 80 || !/\d/.test(trimmed) || !(VIEWER.test(trimmed) || isTime(trimmed)))
    return undefined;
  const read = instantOf(trimmed);
  return { written: trimmed, range, utcMs: typeof read === 'number' ? read : null };
}

/** `Date:` of one language is `Data:` of the next, and that is what the bytes of an event are called in a third. */
const isTime = (written: string): boolean =>
  [CLOCK, YEAR_FIRST, YEAR_LAST, NAMED_YEAR, SINCE_1970, COUNTED, WMI, SHORT_DATE].some((form) => form.test(written));

/** How loggers begin their lines; the form of syslog has no year. */
const LINE_TIME =
  /^[^\w\n]{0,4}(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|\s?[+-]\d\d:?\d\d)?|\d{1,2}[./-]\d{1,2}[./-]\d{4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d)(?!\d)/d;
/** A message does not stand further behind the beginning of its line. */
const LINE_REACH = 240;

/** The time with which the line begins that holds a place, where a logger or a shipper wrote it. */
export function timeAtLineStart(text: string, place: number): RecordTime | undefined {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  if (place - start > LINE_REACH) return undefined;
  const match = LINE_TIME.exec(text.slice(start, place));
  const [from, to] = match?.indices?.[1] ?? [0, 0];
  return match ? readTime(match[1] ?? '', { start: start + from, end: start + to }) : undefined;
}

/**
 * Tells day and month apart for all times of one text: one date with a number over twelve decides for the others.
 * Records whose time stays undecided are returned as they are.
 */
export function decideTimes<R extends { readonly time?: RecordTime }>(records: readonly R[]): readonly R[] {
  if (!records.some(({ time }) => time?.utcMs === null)) return records;
  const dates = records.map(({ time }) => (time ? YEAR_LAST.exec(time.written)?.groups : undefined));
  const isOver12 = (part: 'first' | 'second'): boolean =>
    dates.some((date) => date?.sign !== undefined && !date.sign.startsWith('.') && Number(date[part]) > 12);
  const [dayFirst, monthFirst] = [isOver12('first'), isOver12('second')];
  if (dayFirst === monthFirst) return records;
  const order: Order = dayFirst ? 'day first' : 'month first';
  return records.map((record) => {
    const read = record.time?.utcMs === null ? instantOf(record.time.written) : null;
    if (!record.time || read === null || typeof read === 'number') return record;
    const utcMs = decided(read, order);
    return typeof utcMs === 'number' ? { ...record, time: { ...record.time, utcMs } } : record;
  });
}

/** The form of WMI: `20261120080102.000000+060`, its zone in minutes. */
const WMI =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)\.(?<fraction>\d{6})(?<zone>[+-]\d{3})$/;

/** Finnish, Danish and Italian settings put dots into the time of day too: `20.11.2026 8.01.02`. */
const DOTTED_CLOCK = /(?<=\d{4}[\s,]{1,3})(\d{1,2})\.(\d\d)\.(\d\d)(?=\s|$)/;

/** What event XML and most loggers write. */
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:\.(?<fraction>\d{1,9}))?Z?$/;

/** What Event Viewer writes with the settings of most countries: `11/20/2026 8:01:02 AM`, `20.11.2026 08:01:02`. */
const VIEWER =
  /^(?<first>\d{1,2})(?<sign>[/.])(?<second>\d{1,2})\k<sign>(?<year>\d{4}) (?<hour>\d{1,2}):(?<minute>\d\d):(?<seconds>\d\d)(?: (?<after>[AP]M))?$/;

function instantOf(raw: string): number | Undecided | null {
  const viewer = VIEWER.exec(raw)?.groups;
  if (viewer) {
    const { first, sign, second, year, hour, minute, seconds, after } = viewer;
    const ofDay = millisecondsOfDay({ hour, minute, second: seconds, after });
    const date = { first: Number(first), second: Number(second), year: Number(year), ofDay };
    return decided(date, sign === '.' ? 'day first' : 'unknown');
  }
  const iso = ISO.exec(raw)?.groups;
  if (iso) return utc(Number(iso.year), Number(iso.month), Number(iso.day), millisecondsOfDay(iso));
  const written = raw.replace(DOTTED_CLOCK, '$1:$2:$3');
  const wmi = WMI.exec(written)?.groups;
  if (wmi) {
    const ofDay = millisecondsOfDay({ ...wmi, zone: undefined }) - Number(wmi.zone) * 60_000;
    return utc(Number(wmi.year), Number(wmi.month), Number(wmi.day), ofDay);
  }
  const ms = SINCE_1970.exec(written)?.groups?.ms;
  if (ms !== undefined) return Number(ms);
  if (UNIX.test(written)) return Number(written) * (written.length === 13 ? 1 : 1000);
  const clock = CLOCK.exec(written);
  if (!clock) return null;
  const ofDay = millisecondsOfDay(clock.groups ?? {});
  const date = written.slice(0, clock.index) + ' ' + written.slice(clock.index + clock[0].length);
  const first = YEAR_FIRST.exec(date)?.groups;
  if (first) return utc(Number(first.year), Number(first.month), Number(first.day), ofDay);
  const last = YEAR_LAST.exec(date)?.groups;
  if (last) {
    const [a, b, year] = [Number(last.first), Number(last.second), fullYear(Number(last.year))];
    // Only countries that write the day first separate with dots.
    return decided({ first: a, second: b, year, ofDay }, last.sign?.startsWith('.') ? 'day first' : 'unknown');
  }
  const named = NAMED.exec(date)?.groups;
  const year = NAMED_YEAR.exec(date)?.[0];
  const day = named?.dayBefore ?? named?.dayBehind;
  if (!named || year === undefined || day === undefined) return null;
  return utc(Number(year), MONTHS.indexOf((named.month ?? '').toLowerCase()) + 1, Number(day), ofDay);
}

function decided(date: Undecided, order: Order): number | Undecided | null {
  const { first, second, year, ofDay } = date;
  if (first > 12 || order === 'day first') return utc(year, second, first, ofDay);
  if (second > 12 || order === 'month first' || first === second) return utc(year, first, second, ofDay);
  return date;
}

/** Milliseconds since midnight in UTC; may lie outside of the day where the text names a zone. */
function millisecondsOfDay(clock: Readonly<Record<string, string | undefined>>): number {
  const half = (clock.before ?? clock.after ?? '').toLowerCase();
  let hour = Number(clock.hour);
  if (/^p|下午|午後|오후/.test(half) && hour < 12) hour += 12;
  if (/^a|上午|午前|오전/.test(half) && hour === 12) hour = 0;
  const fraction = Number(`0.${clock.fraction ?? '0'}`);
  const zone = /^([+-])(\d{2}):?(\d{2})$/.exec(clock.zone ?? '');
  const offset = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1) : 0;
  const minutes = hour * 60 + Number(clock.minute) - offset;
  return minutes * 60_000 + Number(clock.second ?? 0) * 1000 + Math.floor(fraction * 1000);
}

/** null for a date that no calendar has. */
function utc(year: number, month: number, day: number, ofDay: number): number | null {
  const midnight = Date.UTC(year, month - 1, day);
  const exists = month >= 1 && month <= 12 && new Date(midnight).getUTCDate() === day;
  return exists && Math.abs(ofDay) <= 2 * DAY ? midnight + ofDay : null;
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);
