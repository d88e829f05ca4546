import type { NonEmpty } from '../knowledge/fact';
import type { LogRecord } from '../logs/record';
import type { Range } from '../text/range';
import type { Diagnosis, Explanation } from './explanation';

/** What was found in a piece of a text, moved to its place in the whole. */
const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });

const shiftAll = ([first, ...rest]: NonEmpty<Range>, by: number): NonEmpty<Range> => [
  shift(first, by),
  ...rest.map((range) => shift(range, by)),
];

export const shiftDiagnosis = (diagnosis: Diagnosis, by: number): Diagnosis =>
  by === 0 ? diagnosis : { ...diagnosis, ...shift(diagnosis, by), spans: shiftAll(diagnosis.spans, by) };

export function shiftExplanation(explanation: Explanation, by: number): Explanation {
  if (by === 0) return explanation;
  const { diagnosis } = explanation;
  return { ...explanation, ...shift(explanation, by), ...(diagnosis && { diagnosis: shiftDiagnosis(diagnosis, by) }) };
}

export const shiftRecord = (record: LogRecord, by: number): LogRecord =>
  by === 0
    ? record
    : {
        ...record,
        ...shift(record, by),
        eventIdRange: record.eventIdRange && shift(record.eventIdRange, by),
        spans: shiftAll(record.spans, by),
        message: record.message && shift(record.message, by),
      };
