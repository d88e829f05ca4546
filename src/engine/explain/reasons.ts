import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';

/** A reason phrase of the HTTP.sys error log that a text speaks of. */
export interface WrittenReason extends Range {
  readonly answers: NonEmpty<Answer>;
}

/**
 * Several words in one, as only these phrases are written: `Timer_ConnectionIdle`, `AppOffline`; behind a status and a
 * site, as in a row that a paste cut, any word: `503 1 Disabled`.
 */
const SHAPE = new RegExp(
  [
    '(?=[A-Z])(?<cut>(?<=(?:^|\\s)[45]\\d\\d\\s{1,3}\\d{1,10}\\s{1,3})[A-Z][A-Za-z/]{2,16}(?=\\s|$))',
    '(?<![\\w.\\\\/$@#-])(?:[A-Z][A-Za-z]{1,12}(?:_[A-Z][A-Za-z/]{1,22}){1,3}|[A-Z][A-Za-z]{1,12}[A-Z][a-z]{3,12})',
  ]
    .map((shape) => `${shape}(?![\\w(\\\\]|\\.\\w)`)
    .join('|'),
  'g',
);

/** What tells that the talk is of that log. */
const ITS_LOG = /\bHTTP\.?ERR(?!or)|\bHTTP\.?sys\b|\bs-reason\b|\breason phrase/i;
const AROUND = 200;

/**
 * Reason phrases outside of rows. One with an underscore is like nothing else; the others are words of many programs,
 * so the text must speak of the log.
 */
export function findReasons(text: string, knowledge: Knowledge): WrittenReason[] {
  const found: WrittenReason[] = [];
  for (const { index, 0: written, groups } of text.matchAll(SHAPE)) {
    const [first, ...rest] = knowledge
      .reason(written)
      .filter(({ key }) => key.reason === written)
      .map(({ fact }) => fact);
    if (!first) continue;
    const end = index + written.length;
    const around = text.slice(Math.max(0, index - AROUND), end + AROUND);
    if (groups?.cut !== undefined || written.includes('_') || ITS_LOG.test(around))
      found.push({ start: index, end, answers: [first, ...rest] });
  }
  return found;
}
