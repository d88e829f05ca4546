import type { Fact, PhraseKind } from '../knowledge/fact';
import type { Known } from '../knowledge/knowledge';
import { Literals } from '../text/literals';
import type { Range } from '../text/range';
import { isWordUnit, type Reader } from '../text/scan';

/** A known phrase as it stands in a text: a command, an account, a message of a tool. */
export interface WrittenPhrase extends Range {
  readonly as: PhraseKind;
  readonly fact: Fact;
}

/** The beginnings of all phrases, so that only the patterns that begin like the text at a place are tried there. */
export const phraseLiterals = (phrases: readonly Known<'phrase'>[]): Literals<Known<'phrase'>> => {
  const literals = new Literals<Known<'phrase'>>();
  for (const phrase of phrases) for (const anchor of phrase.key.anchors) literals.add(anchor, phrase);
  return literals;
};

/** Reads phrases: of several that begin at one place the longest, none inside another. */
export class PhraseReader implements Reader {
  readonly found: WrittenPhrase[] = [];
  readonly #literals: Literals<Known<'phrase'>>;

  constructor(literals: Literals<Known<'phrase'>>) {
    this.#literals = literals;
  }

  read(text: string, at: number, lineEnd: number): boolean {
    const candidates = this.#literals.at(text, at);
    if (candidates.length === 0) return this.#literals.lookedTo > lineEnd;
    if (at < (this.found.at(-1)?.end ?? 0) || isBehindHyphen(text, at)) return true;
    let best: WrittenPhrase | null = null;
    for (const { fact, key } of candidates) {
      key.pattern.lastIndex = at;
      const end = key.pattern.test(text) ? key.pattern.lastIndex : 0;
      if (end > (best?.end ?? at)) best = { start: at, end, as: key.as, fact };
    }
    if (best) this.found.push(best);
    return true;
  }
}

/** The second half of a word with a hyphen is no word of its own: `pre-iisreset`. */
const isBehindHyphen = (text: string, at: number): boolean =>
  text.charAt(at - 1) === '-' && isWordUnit(text.charCodeAt(at - 2));

/** A text of the same length without the signs by which mail quotes a line, in the middle of a phrase that was wrapped. */
export const unquoted = (text: string): string =>
  text.includes('>') && /\n[ \t]{0,8}>/.test(text)
    ? text.replace(/(\n[ \t]{0,8})((?:>[ \t]?){1,8})/g, (_, lead: string, marks: string) =>
        lead.padEnd(lead.length + marks.length),
      )
    : text;
