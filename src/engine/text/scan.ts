/** Reads one kind of thing, such as GUIDs, where it can begin; keeps what it finds. */
export interface Reader {
  /**
   * Called, in order, at each place where one of these things can begin. Looks at the text from there on; must not take
   * longer than its thing is.
   */
  read(text: string, at: number): void;
}

/**
 * How the things of one kind begin. Only the first two characters count; of a single one whatever follows. A letter
 * stands for both cases, a blank for any blank, and any character beyond ASCII for all of them. Letters, digits and `_`
 * count only where a word begins.
 */
export type Beginnings = Iterable<string>;

const ASCII = 128;
const isWord = new Uint8Array(ASCII);
for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') isWord[sign.charCodeAt(0)] = 1;

/** Whether a UTF-16 unit is an ASCII letter, digit or `_`. */
export const isWordUnit = (unit: number): boolean => unit < ASCII && isWord[unit] === 1;

/** Whether a UTF-16 unit is a capital letter of ASCII: where only these begin a thing, it spares trying a pattern. */
export const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** For every two characters the kinds that can begin with them. */
export interface Dispatch {
  /** By the units of both characters: the place in `kinds`; 0 where nothing begins so. */
  readonly pairs: Uint16Array;
  readonly kinds: readonly (readonly number[])[];
  /** Those that can begin beyond ASCII. */
  readonly beyond: readonly number[];
}

/** Prepares a {@link scan} for readers of these kinds; made once for many texts. */
export function dispatch(kinds: readonly Beginnings[]): Dispatch {
  const sets = new Map<number, Set<number>>();
  const beyond = new Set<number>();
  for (const [kind, beginnings] of kinds.entries())
    for (const beginning of beginnings)
      for (const first of unitsOf(beginning.charAt(0)))
        if (first >= ASCII) beyond.add(kind);
        else
          for (const second of beginning.length > 1 ? [OTHER, ...unitsOf(beginning.charAt(1))] : EVERY) {
            const pair = pairOf(first, second);
            sets.set(pair, (sets.get(pair) ?? new Set()).add(kind));
          }
  const pairs = new Uint16Array(ASCII * ASCII);
  const lists: number[][] = [[]];
  const known = new Map<string, number>();
  for (const [pair, set] of sets) {
    const list = [...set].sort((a, b) => a - b);
    const at = known.get(list.join()) ?? lists.push(list) - 1;
    known.set(list.join(), at);
    pairs[pair] = at;
  }
  return { pairs, kinds: lists, beyond: [...beyond] };
}

/** Stands for everything beyond ASCII, some of which has its lower case in ASCII, and for the end of the text. */
const OTHER = 0;
const EVERY = Array.from({ length: ASCII }, (_, unit) => unit);
const BLANKS = [9, 10, 11, 12, 13, 32];

const pairOf = (first: number, second: number): number => (first << 7) | (second < ASCII ? second : OTHER);

const unitsOf = (sign: string): readonly number[] =>
  sign === ' ' ? BLANKS : [sign.toLowerCase().charCodeAt(0), sign.toUpperCase().charCodeAt(0)];

/**
 * Goes over a text once and asks each reader at the places where its things can begin. One pass for all kinds: the
 * search for each of them alone would read the whole text again.
 *
 * @param readers in the order of the kinds that `table` was made for
 */
export function scan(text: string, { pairs, kinds, beyond }: Dispatch, readers: readonly Reader[]): void {
  let inWord = false;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= ASCII) {
      for (const kind of beyond) readers[kind]?.read(text, at);
      inWord = false;
      continue;
    }
    const word = isWord[unit] === 1;
    if (!word || !inWord) {
      const list = pairs[pairOf(unit, at + 1 < length ? text.charCodeAt(at + 1) : OTHER)] ?? 0;
      if (list > 0) for (const kind of kinds[list] ?? []) readers[kind]?.read(text, at);
    }
    inWord = word;
  }
}
