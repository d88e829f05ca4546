import type { NonEmpty } from '../knowledge/fact';
import type { LogRecord, RecordTime } from '../logs/record';
import type { Range } from '../text/range';
import type { Diagnosis, Explained, Explanation } from './explanation';

/** Where a character of a piece of text stands in the whole. */
export type Place = (offset: number) => number;

/** What was found in a piece of a text, with the ranges it has in the whole. */
export function moveExplained({ records, explanations, diagnoses }: Explained, place: Place): Explained {
  // Most explanations stand in a record: they share the one diagnosis of it.
  const moved = new Map(diagnoses.map((one) => [one, moveDiagnosis(one, place)]));
  return {
    records: records.map((one) => moveRecord(one, place)),
    explanations: explanations.map((one) => moveExplanation(one, place, moved)),
    diagnoses: [...moved.values()],
  };
}

export function moveDiagnosis(diagnosis: Diagnosis, place: Place): Diagnosis {
  const { companions, time } = diagnosis;
  return {
    ...diagnosis,
    ...move(diagnosis, place),
    spans: moveAll(diagnosis.spans, place),
    companions: companions.map((one) => ({ ...one, ...move(one, place) })),
    ...(time && { time: moveTime(time, place) }),
  };
}

const moveTime = (time: RecordTime, place: Place): RecordTime => ({ ...time, range: move(time.range, place) });

/** @param moved diagnoses that have been moved already */
export function moveExplanation(
  explanation: Explanation,
  place: Place,
  moved?: ReadonlyMap<Diagnosis, Diagnosis>,
): Explanation {
  const { diagnosis } = explanation;
  return {
    ...explanation,
    ...move(explanation, place),
    ...(diagnosis && { diagnosis: moved?.get(diagnosis) ?? moveDiagnosis(diagnosis, place) }),
  };
}

export const moveRecord = (record: LogRecord, place: Place): LogRecord => ({
  ...record,
  ...move(record, place),
  eventIdRange: record.eventIdRange && move(record.eventIdRange, place),
  spans: moveAll(record.spans, place),
  message: record.message && move(record.message, place),
  ...(record.time && { time: moveTime(record.time, place) }),
});

/** The end is where the last character ends: behind it something may have been left out. */
const move = ({ start, end }: Range, place: Place): Range => ({
  start: place(start),
  end: end > start ? place(end - 1) + 1 : place(end),
});

const moveAll = ([first, ...rest]: NonEmpty<Range>, place: Place): NonEmpty<Range> => [
  move(first, place),
  ...rest.map((range) => move(range, place)),
];
