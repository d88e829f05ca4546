import type { EventType } from '../knowledge/fact';
import { byPlace, rangeFinder, type Range } from '../text/range';
import { BareMessages } from './bareMessage';
import { clixmlRecords } from './clixml';
import { dcdiagRecords } from './dcdiag';
import { delimitedTables } from './delimited';
import { eventXmlRecords } from './eventXml';
import { formatListRecords } from './formatList';
import { formatTableRecords } from './formatTable';
import { htmlTables } from './htmlTable';
import { idNamesIn } from './idNames';
import type { Found, Surroundings, Taken } from './found';
import { friendlyViewRecords } from './friendlyView';
import { delimitedRows, spacedRows } from './headerlessRows';
import { jsonRecords } from './jsonRecords';
import { keyValueRecords } from './keyValues';
import { labelledRecords } from './labelledText';
import { markdownTables } from './markdownTable';
import { missingDescriptionRecords } from './missingDescription';
import type { EventMention, LogRecord } from './record';
import { psloglistRecords } from './psloglist';
import { spokenEvents } from './spokenEvents';
import { syslogRecords } from './syslog';
import { decideTimes } from './time';

/** The event records of a text in order of place, none inside another, and the event ids it only mentions. */
export interface FoundRecords {
  readonly records: readonly LogRecord[];
  readonly mentions: readonly EventMention[];
}

type Layout = (text: string, taken: Taken, surroundings: Surroundings) => Found;

const only =
  (read: (text: string, taken: Taken) => LogRecord[]): Layout =>
  (text, taken) => ({ records: read(text, taken) });

/**
 * The layouts in the order in which they are asked: what wraps others comes first, so that a message in a cell of a
 * table is no record of its own. Each looks for its literals before it runs a pattern, and for a rare sign before that:
 * the search for one character is many times faster than that of a pattern.
 */
const LAYOUTS: readonly Layout[] = [
  only(clixmlRecords),
  only(jsonRecords),
  only(eventXmlRecords),
  delimitedTables,
  only(keyValueRecords),
  only(syslogRecords),
  markdownTables,
  htmlTables,
  only(formatTableRecords),
  only(formatListRecords),
  only(friendlyViewRecords),
  only(dcdiagRecords),
  only(psloglistRecords),
  delimitedRows,
  only(spacedRows),
  labelledRecords,
  only(missingDescriptionRecords),
  spokenEvents,
];

/** Finds event records in every layout we read. */
export class RecordFinder {
  readonly #bareMessages: BareMessages;

  constructor(eventTypes: readonly EventType[]) {
    this.#bareMessages = new BareMessages(eventTypes);
  }

  /**
   * @param beginning the first lines of the document that the text is a part of; a long table has its header only there
   */
  find(text: string, beginning = ''): FoundRecords {
    const surroundings = { beginning, idNames: idNamesIn(text) };
    let records: readonly LogRecord[] = [];
    let catalogues: readonly Range[] = [];
    const mentions: EventMention[] = [];
    const bareMessages: Layout = (all, taken) => ({ records: this.#bareMessages.records(all, records, taken) });
    for (const layout of [...LAYOUTS, bareMessages]) {
      const inRecord = covers(records);
      const inCatalogue = covers(catalogues);
      const found = layout(text, (offset) => inRecord(offset) || inCatalogue(offset), surroundings);
      if (found.records.length) records = inOrder([...records, ...found.records]);
      if (found.catalogues?.length) catalogues = inOrder([...catalogues, ...found.catalogues]);
      for (const mention of found.mentions ?? []) mentions.push(mention);
    }
    const inRecord = covers(records);
    return {
      records: decideTimes(joined(text, records)),
      mentions: mentions.filter(({ start }) => !inRecord(start)).sort(byPlace),
    };
  }
}

/** In order of place, without those that begin in another one. */
function inOrder<R extends Range>(ranges: R[]): R[] {
  let end = -1;
  return ranges.sort(byPlace).filter((range) => {
    const apart = range.start >= end;
    if (apart) end = range.end;
    return apart;
  });
}

const BETWEEN = 120;

/**
 * Event Viewer puts the XML of an event behind its text, and people paste the Details below the General tab: that is
 * one event, not two.
 */
function joined(text: string, records: readonly LogRecord[]): LogRecord[] {
  const all: LogRecord[] = [];
  for (const record of records) {
    const before = all.at(-1);
    if (before && isSameEvent(text, before, record)) all[all.length - 1] = join(before, record);
    else all.push(record);
  }
  return all;
}

function isSameEvent(text: string, a: LogRecord, b: LogRecord): boolean {
  if (a.eventId !== b.eventId || a.insertions.length + a.data.size > 0 || b.insertions.length + b.data.size === 0)
    return false;
  if (a.escaping || b.start - a.end > BETWEEN) return false;
  if (a.eventIdRange === null && saysTheSame(text, a, b)) return true;
  const between = text.slice(a.end, b.start).trim();
  return between === '' || (between.length < 80 && /xml|detail|friendly|\+ ?$/i.test(between));
}

/** Whether a message without a header has in it what the data of the next record begin with. */
function saysTheSame(text: string, a: LogRecord, b: LogRecord): boolean {
  const [value = ''] = b.insertions.length ? b.insertions : b.data.values();
  return value.length > 1 && text.slice(a.start, a.end).includes(value);
}

const join = (a: LogRecord, b: LogRecord): LogRecord => ({
  ...b,
  ...a,
  end: b.end,
  spans: [...a.spans, ...b.spans],
  eventIdRange: a.eventIdRange ?? b.eventIdRange,
  message: a.message ?? b.message,
  provider: b.provider ?? a.provider,
  data: b.data,
  insertions: b.insertions,
});

/** Whether a place lies in one of the ranges, which are in order and do not overlap. */
export const covers = (ranges: readonly Range[]): ((offset: number) => boolean) => {
  const find = rangeFinder(ranges);
  return (offset) => find(offset) !== undefined;
};
