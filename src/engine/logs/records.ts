import type { EventType } from '../knowledge/fact';
import { byPlace, rangeFinder, type Range } from '../text/range';
import { BareMessages } from './bareMessage';
import { eventXmlRecords } from './eventXml';
import { labelledRecords, type EventMention } from './labelledText';
import type { LogRecord } from './record';

/** The event records of a text in order of place, none inside another, and the event ids it only mentions. */
export interface FoundRecords {
  readonly records: readonly LogRecord[];
  readonly mentions: readonly EventMention[];
}

/** Finds event records in every layout we read. */
export class RecordFinder {
  readonly #bareMessages: BareMessages;

  constructor(eventTypes: readonly EventType[]) {
    this.#bareMessages = new BareMessages(eventTypes);
  }

  find(text: string): FoundRecords {
    const xml = eventXmlRecords(text);
    const labelled = labelledRecords(text);
    const inXml = covers(xml);
    const records = [...xml, ...labelled.records.filter((record) => !inXml(record.start))].sort(byPlace);
    const bare = this.#bareMessages.records(text, covers(records));
    return {
      records: [...records, ...bare].sort(byPlace),
      mentions: labelled.mentions.filter((mention) => !inXml(mention.start)),
    };
  }
}

/** Whether a place lies in one of the ranges, which are in order and do not overlap. */
export const covers = (ranges: readonly Range[]): ((offset: number) => boolean) => {
  const find = rangeFinder(ranges);
  return (offset) => find(offset) !== undefined;
};
