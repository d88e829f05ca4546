import type { Answer, Verdict } from '../knowledge/fact';
import type { LogRecord } from '../logs/record';
import type { Diagnosis } from './explanation';
import type { ExplainedPiece } from './stream';

/** How often and when something occurred, and where the first few stand. */
export interface Occurrences {
  readonly count: number;
  /** Times as written in the log, the earliest and the latest one; null where the records carry none. */
  readonly first: string | null;
  readonly last: string | null;
  /** 1-based lines of the first ones, at most {@link PLACES}. */
  readonly lines: readonly number[];
}

/** Records with the same diagnosis. */
export interface DiagnosisGroup extends Occurrences {
  /** `DCOM 10016 · by design · RuntimeBroker`. */
  readonly title: string;
  readonly answer: Answer;
}

/** Records of an event that we know nothing about. */
export interface UnknownGroup extends Occurrences {
  readonly source: string | null;
  readonly eventId: number | null;
}

/** A log's event records grouped and counted, worst first. */
export interface RecordSummary {
  readonly records: number;
  readonly groups: readonly DiagnosisGroup[];
  readonly unknown: readonly UnknownGroup[];
}

/** How many places of a group are named. */
export const PLACES = 5;
/** How many different things are told apart; in a log of more the rest is only counted. */
const GROUP_LIMIT = 10_000;

/** Gathers the event records of a text that comes in pieces. */
export class RecordSummarizer {
  #records = 0;
  readonly #groups = new Map<string, DiagnosisGroup & Counter>();
  readonly #unknown = new Map<string, UnknownGroup & Counter>();

  add({ records, diagnoses, position }: ExplainedPiece): void {
    const diagnosed = new Map(diagnoses.map((diagnosis) => [diagnosis.start, diagnosis]));
    for (const record of records) {
      this.#records++;
      const diagnosis = diagnosed.get(record.start);
      const counter = diagnosis ? this.#groupOf(diagnosis) : this.#unknownOf(record);
      counter?.add(record, position(record.start).line);
    }
  }

  end(): RecordSummary {
    const bySize = (a: Occurrences, b: Occurrences): number => b.count - a.count;
    return {
      records: this.#records,
      groups: [...this.#groups.values()].sort(
        (a, b) => urgency(a.answer.verdict) - urgency(b.answer.verdict) || bySize(a, b),
      ),
      unknown: [...this.#unknown.values()].sort(bySize),
    };
  }

  #groupOf({ title, answers: [answer] }: Diagnosis): Counter | null {
    const key = `${answer.id} ${title}`;
    const known = this.#groups.get(key);
    if (known || this.#groups.size >= GROUP_LIMIT) return known ?? null;
    const group = Object.assign(new Counter(), { title, answer });
    this.#groups.set(key, group);
    return group;
  }

  #unknownOf({ provider, eventId }: LogRecord): Counter | null {
    const key = `${provider ?? ''} ${eventId ?? ''}`;
    const known = this.#unknown.get(key);
    if (known || this.#unknown.size >= GROUP_LIMIT) return known ?? null;
    const group = Object.assign(new Counter(), { source: provider, eventId });
    this.#unknown.set(key, group);
    return group;
  }
}

const ranks: Readonly<Record<Verdict, number>> = { act: 0, look: 1, benign: 3 };

/** What needs action first, what is known to be harmless last. */
export const urgency = (verdict: Verdict | null): number => (verdict === null ? 2 : ranks[verdict]);

/** Counts, and remembers the earliest and the latest time: logs are written in either order. */
class Counter implements Occurrences {
  count = 0;
  first: string | null = null;
  last: string | null = null;
  readonly lines: number[] = [];
  #earliest = Infinity;
  #latest = -Infinity;

  add({ time }: LogRecord, line: number): void {
    this.count++;
    if (this.lines.length < PLACES) this.lines.push(line);
    if (!time) return;
    // Times that cannot be compared count in the order of the log.
    const { written, utcMs } = time;
    if (this.first === null || (utcMs !== null && utcMs < this.#earliest)) this.first = written;
    if (utcMs === null || utcMs >= this.#latest) this.last = written;
    if (utcMs === null) return;
    this.#earliest = Math.min(this.#earliest, utcMs);
    this.#latest = Math.max(this.#latest, utcMs);
  }
}
