/** How many characters of a word are looked for, and how many of them one step looks at. */
const LENGTH = 5;
const BLOCK = 3;
const BUCKETS = 1 << 14;

/** Words of every second message: one that stands in few of them is looked for first. */
const COMMON = new Set(['application', 'configuration', 'service', 'process', 'server', 'following', 'windows']);

/** How far the words before the one that is looked for can reach. */
const BEFORE = 400;

/** An anchor by its most telling word. */
interface Entry<T> {
  readonly values: readonly T[];
  /** The words before it, up to its beginning; null where it is the first one. */
  readonly before: RegExp | null;
  /** It and the words behind it. */
  readonly behind: RegExp;
}

/** A place in a text at which anchors stand: that of their most telling word. */
export interface AnchorPlace<T> {
  readonly index: number;
  /** What belongs to them, of the longest anchor first. */
  readonly values: readonly T[];
}

/**
 * Looks for many anchors at once. A pattern of hundreds of them takes a step for every character of a text; this takes
 * one for every few characters (the method of Wu and Manber), and compares whole anchors only where one of their words
 * begins.
 */
export class Anchors<T> {
  readonly #steps = new Uint8Array(BUCKETS).fill(LENGTH - BLOCK + 1);
  readonly #entries = new Map<string, Entry<T>[]>();

  /**
   * @param anchors literals in lower case with one blank between words
   * @param gap the source of what may stand between two words
   */
  constructor(anchors: ReadonlyMap<string, readonly T[]>, gap: string) {
    for (const [anchor, values] of [...anchors].sort(([a], [b]) => b.length - a.length)) {
      const words = anchor.split(' ');
      const at = words.indexOf(telling(words));
      const key = (words[at] ?? '').slice(0, LENGTH);
      if (key.length < LENGTH) throw new Error(`No word of "${anchor}" has ${LENGTH} characters.`);
      const source = (some: readonly string[]): string => some.map(escaped).join(gap);
      const entry: Entry<T> = {
        values,
        before: at > 0 ? new RegExp(`${source(words.slice(0, at))}${gap}$`, 'i') : null,
        behind: new RegExp(source(words.slice(at)), 'iy'),
      };
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), entry]);
      for (let i = 0; i <= LENGTH - BLOCK; i++) {
        const bucket = bucketOf(key.charCodeAt(i), key.charCodeAt(i + 1), key.charCodeAt(i + 2));
        this.#steps[bucket] = Math.min(this.#steps[bucket] ?? 0, LENGTH - BLOCK - i);
      }
    }
  }

  /** The next place between two offsets at which anchors stand; null where there is none. */
  next(text: string, from: number, end: number): AnchorPlace<T> | null {
    const steps = this.#steps;
    for (let last = from + LENGTH - 1; last < end;) {
      const step = steps[bucketOf(text.charCodeAt(last - 2), text.charCodeAt(last - 1), text.charCodeAt(last))] ?? 1;
      if (step > 0) {
        last += step;
        continue;
      }
      const index = last - LENGTH + 1;
      const values = this.#valuesAt(text, index, from);
      if (values.length) return { index, values };
      last++;
    }
    return null;
  }

  #valuesAt(text: string, index: number, from: number): readonly T[] {
    const entries = this.#entries.get(text.slice(index, index + LENGTH).toLowerCase());
    if (!entries) return [];
    return entries.flatMap(({ values, before, behind }) => {
      behind.lastIndex = index;
      if (!behind.test(text)) return [];
      return before?.test(text.slice(Math.max(from, index - BEFORE), index)) === false ? [] : values;
    });
  }
}

/** The longest word, if possible one that not every message has. */
function telling(words: readonly string[]): string {
  const rare = words.filter((word) => word.length >= LENGTH && !COMMON.has(word));
  return (rare.length ? rare : words).reduce((a, b) => (b.length > a.length ? b : a));
}

/** Letters in either case give the same bucket; that others do too costs a look, no more. */
const bucketOf = (a: number, b: number, c: number): number =>
  (((a | 32) * 31 + (b | 32)) * 31 + (c | 32)) & (BUCKETS - 1);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
