import type { Knowledge } from '../knowledge/knowledge';
import { RecordFinder } from '../logs/records';
import type { EventMention, LogRecord } from '../logs/record';
import { withCompanions, type Placed } from './companions';
import { diagnose } from './diagnose';
import type { Diagnosis } from './explanation';

/** The event records of a text and what is known of them, in order of place. */
export interface ExplainedRecords {
  /** Every event record, also those that we know nothing about. */
  readonly records: readonly LogRecord[];
  readonly diagnoses: readonly Diagnosis[];
  /** Event ids that running text only mentions. */
  readonly mentions: readonly EventMention[];
}

/**
 * Finds and diagnoses the event records of a text, and nothing else in it. Rows of field logs have to be left out before.
 *
 * @param beginning the first lines of the document that the text is a part of
 */
export async function explainRecords(
  text: string,
  knowledge: Knowledge,
  beginning?: string,
): Promise<ExplainedRecords> {
  const { records, mentions } = finderOf(knowledge).find(text, beginning);
  const placed: Placed[] = [];
  for (const [index, record] of records.entries()) {
    const between = { start: records[index - 1]?.end ?? 0, end: records[index + 1]?.start ?? text.length };
    const diagnosed = await diagnose(text, record, between, knowledge);
    if (diagnosed) placed.push({ ...diagnosed, index });
  }
  return { records, diagnoses: withCompanions(placed, knowledge), mentions };
}

/** The compiled patterns of a knowledge base, made once for each. */
const finders = new WeakMap<Knowledge, RecordFinder>();

function finderOf(knowledge: Knowledge): RecordFinder {
  let found = finders.get(knowledge);
  if (!found) finders.set(knowledge, (found = new RecordFinder(knowledge.eventTypes)));
  return found;
}
