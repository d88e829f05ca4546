import { explain } from '../explain/explain';
import type { Diagnosis } from '../explain/explanation';
import { urgency } from '../explain/recordSummary';
import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { LogRecord } from '../logs/record';
import type { Events } from '../probes/events';

/** One event of a server. */
export interface ServerEvent {
  readonly log: string;
  /** Event XML. */
  readonly xml: string;
  readonly source: string | null;
  readonly eventId: number | null;
  /** As the log has it; null where it carries none. */
  readonly time: string | null;
  /** Milliseconds since 1970. */
  readonly utcMs: number | null;
  /** The values that it carries, named or not: names of pools and sites, process ids, error codes. */
  readonly values: readonly string[];
}

/** Events with one diagnosis, or of one kind that we know nothing about; newest first. */
export interface EventGroup {
  /** The id of the fact, or `source/id`. */
  readonly id: string;
  /** `WAS 5059 · action needed · application pool disabled`, or source and id of an unknown one. */
  readonly title: string;
  /** null: we only know its name, or nothing. */
  readonly answer: Answer | null;
  readonly events: readonly ServerEvent[];
}

/** Groups the events of a server by their diagnosis: what needs action first, what is known to be noise last. */
export async function groupEvents(events: Events, knowledge: Knowledge): Promise<readonly EventGroup[]> {
  const groups = new Map<string, { id: string; title: string; answer: Answer | null; events: ServerEvent[] }>();
  for (const { log, events: found } of events.logs) {
    if (!found.known || !found.value.length) continue;
    const text = found.value.join('\n');
    // All of a log at once: records that belong together are tied by standing near each other.
    const { records, diagnoses } = await explain(text, knowledge);
    const diagnosed = new Map(diagnoses.map((one) => [one.start, one]));
    for (const record of records) {
      const event = eventOf(log, text, record);
      const { id, title, answer } = headOf(event, diagnosed.get(record.start));
      const key = `${id} ${title}`;
      const group = groups.get(key);
      if (group) group.events.push(event);
      else groups.set(key, { id, title, answer, events: [event] });
    }
  }
  const rank = ({ answer }: EventGroup): number => (answer ? urgency(answer.verdict) : UNKNOWN_RANK);
  for (const { events: all } of groups.values()) all.sort((a, b) => (b.utcMs ?? 0) - (a.utcMs ?? 0));
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || newest(b) - newest(a));
}

/** Behind what only has a name, before the noise. */
const UNKNOWN_RANK = 2.5;

const newest = ({ events }: EventGroup): number => events[0]?.utcMs ?? 0;

const eventOf = (
  log: string,
  text: string,
  { start, end, provider, eventId, time, data, insertions }: LogRecord,
): ServerEvent => ({
  log,
  xml: text.slice(start, end),
  source: provider,
  eventId,
  time: time?.written ?? null,
  utcMs: time?.utcMs ?? null,
  values: [...data.values(), ...insertions],
});

function headOf(
  { source, eventId }: ServerEvent,
  diagnosis: Diagnosis | undefined,
): { id: string; title: string; answer: Answer | null } {
  if (diagnosis) return { id: diagnosis.answers[0].id, title: diagnosis.title, answer: diagnosis.answers[0] };
  const title = `${source ?? 'unknown source'} ${eventId ?? ''}`.trim();
  return { id: title, title, answer: null };
}
