import type { Verdict } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { LogRecord } from '../logs/record';
import type { Range } from '../text/range';
import type { Explained } from './explanation';

/** An event record as an outline names it, whether or not we know anything about its event; it ends in no blank. */
export interface OutlineEntry extends Range {
  /** The title of the diagnosis; without one the source and the event id, the source as the text writes it. */
  readonly title: string;
  /** Null where we know nothing about the event, or only what it is. */
  readonly verdict: Verdict | null;
}

/** The event records of a text in order of place. */
export function outline(text: string, { records, diagnoses }: Explained, knowledge: Knowledge): OutlineEntry[] {
  const diagnosisAt = new Map(diagnoses.map((diagnosis) => [diagnosis.start, diagnosis]));
  return records.map((record) => {
    const { start, end } = record;
    const diagnosis = diagnosisAt.get(start);
    return {
      start,
      end: start + text.slice(start, end).trimEnd().length,
      title: diagnosis?.title ?? nameOf(record, knowledge),
      verdict: diagnosis?.verdict ?? null,
    };
  });
}

/** A provider that we know goes by the same label as in diagnoses. */
function nameOf({ provider, eventId }: Pick<LogRecord, 'provider' | 'eventId'>, knowledge: Knowledge): string {
  const source = provider === null ? 'Event' : (knowledge.provider(provider)?.label ?? provider);
  return eventId === null ? source : `${source} ${eventId}`;
}
