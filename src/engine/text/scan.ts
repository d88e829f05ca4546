import { LineMemory } from './lineMemory';

/** Reads one kind of thing, such as GUIDs, where it can begin; keeps what it finds. */
export interface Reader {
  /**
   * Called, in order, at each place where one of these things can begin. Looks at the text from there on; must not take
   * longer than its thing is.
   *
   * @param lineEnd where the line of that place ends; may be behind the end of the text
   * @returns false where nothing begins at this place of any line that reads like this one, whatever stands before and
   * behind the line
   */
  read(text: string, at: number, lineEnd: number): boolean;
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

/** In a shorter text there is little to remember. */
const SHORT = 8_000;

/** A place in a line at which a reader has to be asked. */
interface Place {
  readonly at: number;
  readonly kind: number;
}

/**
 * Goes over a text once and asks each reader at the places where its things can begin. One pass for all kinds: the
 * search for each of them alone would read the whole text again. Of a line that stood there before it is known where
 * something can begin.
 *
 * @param readers in the order of the kinds that `table` was made for
 */
export function scan(text: string, table: Dispatch, readers: readonly Reader[]): void {
  const known = text.length < SHORT ? null : new LineMemory<readonly Place[]>();
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (found < 0 || !known?.takes(start, end)) scanLine(text, start, end, table, readers);
    else {
      const places = known.get(text, start, end);
      if (!places) known.set(scanLine(text, start, end, table, readers));
      else for (const { at, kind } of places) readers[kind]?.read(text, start + at, end);
    }
    start = end + 1;
  }
}

/** @returns where readers have to be asked in any such line */
function scanLine(
  text: string,
  start: number,
  end: number,
  { pairs, kinds, beyond }: Dispatch,
  readers: readonly Reader[],
): readonly Place[] {
  const places: Place[] = [];
  let inWord = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const word = unit < ASCII && isWord[unit] === 1;
    if (!word || !inWord) {
      const list =
        unit < ASCII ? (pairs[pairOf(unit, at + 1 < text.length ? text.charCodeAt(at + 1) : OTHER)] ?? 0) : 0;
      const asked = unit < ASCII ? (kinds[list] ?? []) : beyond;
      for (const kind of asked) if (readers[kind]?.read(text, at, end) === true) places.push({ at: at - start, kind });
    }
    inWord = word;
  }
  return places;
}
