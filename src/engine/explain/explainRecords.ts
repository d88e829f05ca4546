import type { Knowledge } from '../knowledge/knowledge';
import { RecordFinder } from '../logs/records';
import type { EventMention, LogRecord } from '../logs/record';
import { withCompanions, type Placed } from './companions';
import { diagnose } from './diagnose';
import type { Diagnosis } from './explanation';
import { Messages } from './parameters';
import type { Range } from '../text/range';

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
  const messages = new Messages();
  for (const [index, record] of records.entries()) {
    const between = { start: records[index - 1]?.end ?? 0, end: records[index + 1]?.start ?? text.length };
    const diagnosed = await diagnose(text, record, between, knowledge, messages);
    if (diagnosed) placed.push({ ...diagnosed, index });
  }
  return { records, diagnoses: withCompanions(placed, knowledge), mentions };
}

/** How far from a message the number of its event may be mentioned. */
const BESIDE = 200;

/**
 * For event ids that running text mentions, asked for in order of place: the diagnosis of the record beside, if it is of
 * that very event. People write the number before or behind the message that they paste.
 */
export function besideOf(diagnoses: readonly Diagnosis[]): (mention: EventMention) => Diagnosis | undefined {
  let next = 0;
  return (mention) => {
    while ((diagnoses[next]?.start ?? Infinity) < mention.start) next++;
    return [diagnoses[next - 1], diagnoses[next]]
      .filter((one) => one?.eventId === mention.eventId && distance(one, mention) <= BESIDE)
      .sort((a, b) => (a && b ? distance(a, mention) - distance(b, mention) : 0))[0];
  };
}

const distance = (a: Range, b: Range): number => Math.max(a.start - b.end, b.start - a.end);

/** The compiled patterns of a knowledge base, made once for each. */
const finders = new WeakMap<Knowledge, RecordFinder>();

function finderOf(knowledge: Knowledge): RecordFinder {
  let found = finders.get(knowledge);
  if (!found) finders.set(knowledge, (found = new RecordFinder(knowledge.eventTypes)));
  return found;
}
