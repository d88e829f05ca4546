/** Reads one kind of thing, such as GUIDs, where it can begin; keeps what it finds. */
export interface Reader {
  /**
   * The characters that these things begin with; a letter stands for both cases, and any character beyond ASCII for all
   * of them. Letters, digits and `_` count only where a word begins.
   */
  readonly begins: string;
  /** Called at each such place, in order. Looks at the text from there on; must not take longer than its thing is. */
  read(text: string, at: number): void;
}

const ASCII = 128;
const isWord = new Uint8Array(ASCII);
for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') isWord[sign.charCodeAt(0)] = 1;

/** Whether a UTF-16 unit is an ASCII letter, digit or `_`. */
export const isWordUnit = (unit: number): boolean => unit < ASCII && isWord[unit] === 1;

/** The readers by the first character of what they read; the last entry is for everything beyond ASCII. */
export type Dispatch = readonly (readonly Reader[] | undefined)[];

/** Prepares readers for {@link scan}; worth keeping, where the same readers go over many texts. */
export function dispatch(readers: readonly Reader[]): Dispatch {
  const table: Reader[][] = [];
  for (const reader of readers) {
    const units = new Set<number>();
    for (const sign of reader.begins)
      for (const cased of [sign.toLowerCase(), sign.toUpperCase()]) units.add(Math.min(cased.charCodeAt(0), ASCII));
    for (const unit of units) (table[unit] ??= []).push(reader);
  }
  return table;
}

/**
 * Goes over a text once and asks each reader at the places where its things can begin. One pass for all kinds: the
 * search for each of them alone would read the whole text again.
 */
export function scan(text: string, table: Dispatch): void {
  const beyond = table[ASCII];
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= ASCII) {
      if (beyond) for (const reader of beyond) reader.read(text, at);
      inWord = false;
      continue;
    }
    const word = isWord[unit] === 1;
    if (!word || !inWord) {
      const readers = table[unit];
      if (readers) for (const reader of readers) reader.read(text, at);
    }
    inWord = word;
  }
}
