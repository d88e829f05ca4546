/**
 * A number from 0 up to 1 that looks random and is the same for the same words: what happens on a simulated server
 * depends on its seed and the time alone, however often somebody looks.
 */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  hash ^= hash >>> 15;
  return (hash >>> 0) / 0x1_0000_0000;
}

/** A whole number from `least` to `most`, the same for the same words. */
export const between = (least: number, most: number, ...words: readonly (string | number)[]): number =>
  least + Math.floor(chance(...words) * (most - least + 1));

/** So many hexadecimal digits in small letters, the same for the same words. */
export function digits(length: number, ...words: readonly (string | number)[]): string {
  let found = '';
  for (let i = 0; found.length < length; i++)
    found += Math.floor(chance(i, ...words) * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return found.slice(0, length);
}
