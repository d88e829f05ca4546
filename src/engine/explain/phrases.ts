import type { Fact, PhraseKind } from '../knowledge/fact';
import type { Known } from '../knowledge/knowledge';
import type { Range } from '../text/range';
import { wordsPattern } from '../text/words';

/** A known phrase as it stands in a text: a command, an account, a message of a tool. */
export interface WrittenPhrase extends Range {
  readonly as: PhraseKind;
  readonly fact: Fact;
}

/** Finds phrases: one pass for all their beginnings, then only the patterns that begin like that. */
export class PhraseFinder {
  readonly #anchors: RegExp | null;
  readonly #byAnchor = new Map<string, Known<'phrase'>[]>();

  constructor(phrases: readonly Known<'phrase'>[]) {
    for (const phrase of phrases)
      for (const anchor of phrase.key.anchors)
        this.#byAnchor.set(anchor, [...(this.#byAnchor.get(anchor) ?? []), phrase]);
    const anchors = [...this.#byAnchor.keys()].sort((a, b) => b.length - a.length).map(wordsPattern);
    this.#anchors = anchors.length ? new RegExp(`(?<![A-Za-z0-9_]|\\w-)(?:${anchors.join('|')})`, 'gi') : null;
  }

  /** Every phrase of the text; of several that begin at one place the longest, none inside another. */
  find(text: string): WrittenPhrase[] {
    const found: WrittenPhrase[] = [];
    if (!this.#anchors) return found;
    for (const { index, 0: written } of text.matchAll(this.#anchors)) {
      if (index < (found.at(-1)?.end ?? 0)) continue;
      const beginning = written.toLowerCase().replace(/\s+/g, ' ');
      let best: WrittenPhrase | null = null;
      for (const [anchor, phrases] of this.#byAnchor) {
        if (!beginning.startsWith(anchor)) continue;
        for (const { fact, key } of phrases) {
          key.pattern.lastIndex = index;
          const end = key.pattern.test(text) ? key.pattern.lastIndex : 0;
          if (end > index && end > (best?.end ?? 0)) best = { start: index, end, as: key.as, fact };
        }
      }
      if (best) found.push(best);
    }
    return found;
  }
}
