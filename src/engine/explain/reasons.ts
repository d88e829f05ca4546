import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';

/** A reason phrase of the HTTP.sys error log that a text speaks of. */
export interface WrittenReason extends Range {
  readonly answers: NonEmpty<Answer>;
}

/** Several words in one, as only these phrases are written: `Timer_ConnectionIdle`, `AppOffline`. */
const SHAPE =
  /(?<![\w.\\/$@#-])(?:[A-Z][a-z]{2,12}(?:_[A-Z][A-Za-z/]{1,22}){1,3}|[A-Z][A-Za-z]{1,12}[A-Z][a-z]{3,12})(?![\w(\\]|\.\w)/g;

/** What tells that the talk is of that log. */
const ITS_LOG = /\bhttp\.?err|\bHTTP\.?sys|\bs-reason\b|\breason phrase/i;
const AROUND = 200;

/** The row of the log that a paste cut: `503 1 AppOffline`. */
const BEHIND_STATUS = /(?:^|\s)[45]\d\d\s{1,3}(?:-|\d{1,10})\s{1,3}$/;

/**
 * Reason phrases outside of rows. One with an underscore is like nothing else; the others are words of many programs,
 * so the text must speak of the log.
 */
export function findReasons(text: string, knowledge: Knowledge): WrittenReason[] {
  const found: WrittenReason[] = [];
  for (const { index, 0: written } of text.matchAll(SHAPE)) {
    const [first, ...rest] = knowledge
      .reason(written)
      .filter(({ key }) => key.reason === written)
      .map(({ fact }) => fact);
    if (!first) continue;
    const end = index + written.length;
    const before = text.slice(Math.max(0, index - AROUND), index);
    if (!written.includes('_') && !BEHIND_STATUS.test(before) && !ITS_LOG.test(before + text.slice(end, end + AROUND)))
      continue;
    found.push({ start: index, end, answers: [first, ...rest] });
  }
  return found;
}
