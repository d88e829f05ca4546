import type { Answer, NonEmpty, PhraseKind, Verdict } from '../knowledge/fact';
import type { Level } from '../logs/level';
import type { LogRecord, RecordTime } from '../logs/record';
import type { Range } from '../text/range';

export type ExplanationKind = 'guid' | 'code' | 'sid' | 'event' | 'status' | 'reason' | 'field' | PhraseKind;

/** One thing in a text that we can say something about. */
export interface Explanation extends Range {
  /** Exactly `text.slice(start, end)`. */
  readonly text: string;
  readonly kind: ExplanationKind;
  /** What applies here, ranked by context: the first one is the answer, the others add to it. */
  readonly answers: NonEmpty<Answer>;
  /** The event record that it stands in, if any. */
  readonly diagnosis?: Diagnosis;
  /** Set for the first row of a log of fields that tells something: what all rows that tell it have in common. */
  readonly forAll?: string;
}

/** The verdict on a whole event record. */
export interface Diagnosis extends Range {
  /** The lines that speak of the record as a whole: its header and its message. A hover there shows the diagnosis. */
  readonly spans: NonEmpty<Range>;
  /** The provider's label (`DCOM`), or the name as written where we do not know it; null where the text names none. */
  readonly source: string | null;
  readonly eventId: number | null;
  /** The worst verdict that applies; null where we only know what the event is. */
  readonly verdict: Verdict | null;
  /** `DCOM 10016 · by design · RuntimeBroker`; plain text, at most 120 characters. */
  readonly title: string;
  /** The most specific one first. */
  readonly answers: NonEmpty<Answer>;
  /** Records of the same text that belong to this one, the nearest of each event. */
  readonly companions: readonly CompanionRecord[];
  readonly time?: RecordTime;
  readonly level?: Level;
}

/** A record that stands near another one because of the same trouble, and where it stands. */
export interface CompanionRecord extends Range {
  readonly source: string | null;
  readonly eventId: number | null;
  /** What it means that both are there. */
  readonly says: string;
}

/** Everything found in a text, each list in order of place. */
export interface Explained {
  /** Every event record, also those that we know nothing about. */
  readonly records: readonly LogRecord[];
  readonly explanations: readonly Explanation[];
  readonly diagnoses: readonly Diagnosis[];
}
