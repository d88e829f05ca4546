import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';
import { isCapital, type Reader } from '../text/scan';

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
  'y',
);

/** What tells that the talk is of that log. */
const ITS_LOG = /\bHTTP\.?ERR(?!or)|\bHTTP\.?sys\b|\bs-reason\b|\breason phrase/i;
const AROUND = 200;

/** How the reasons of a knowledge base begin. */
export const reasonBeginnings = ({ facts }: Knowledge): string[] =>
  facts.flatMap(({ keys }) => keys.flatMap((key) => (key.kind === 'reason' ? key.reason : [])));

/**
 * Reads reason phrases outside of rows. One with an underscore is like nothing else; the others are words of many
 * programs, so the text must speak of the log.
 */
export class ReasonReader implements Reader {
  readonly found: WrittenReason[] = [];
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  read(text: string, at: number): boolean {
    if (!isCapital(text.charCodeAt(at))) return false;
    SHAPE.lastIndex = at;
    const match = SHAPE.exec(text);
    if (!match) return mayBeBehindSite(text, at);
    const { 0: written, groups } = match;
    const [first, ...rest] = this.#knowledge
      .reason(written)
      .filter(({ key }) => key.reason === written)
      .map(({ fact }) => fact);
    if (!first) return true;
    const end = at + written.length;
    const around = text.slice(Math.max(0, at - AROUND), end + AROUND);
    if (groups?.cut !== undefined || written.includes('_') || ITS_LOG.test(around))
      this.found.push({ start: at, end, answers: [first, ...rest] });
    return true;
  }
}

/** Whether a number, which then may be a site, or the line before stands before a place. */
const mayBeBehindSite = (text: string, at: number): boolean => at < 4 || /[\d\n]\s{0,3}$/.test(text.slice(at - 4, at));
