const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** So many characters hold the 32 hexadecimal digits of a GUID: two for three digits, and one digit to spare. */
const WIDTH = 22;

/**
 * Writes GUIDs (upper case, with hyphens) one behind the other, 22 characters each. The first group comes last: GUIDs
 * of one origin often differ in nothing else, and a packer finds the rest again.
 */
export const packGuids = (guids: readonly string[]): string =>
  guids
    .map((guid) => {
      const hex = `${guid.slice(9)}${guid.slice(0, 8)}0`.replaceAll('-', '');
      let packed = '';
      for (let at = 0; at < hex.length; at += 3) {
        const value = Number.parseInt(hex.slice(at, at + 3), 16);
        packed += `${DIGITS.charAt(value >> 6)}${DIGITS.charAt(value & 63)}`;
      }
      return packed;
    })
    .join('');

/** The GUIDs of {@link packGuids}. */
export function unpackGuids(packed: string): string[] {
  const values = new Uint8Array(128);
  for (let value = 0; value < DIGITS.length; value++) values[DIGITS.charCodeAt(value)] = value;
  const triples = Array.from({ length: 4096 }, (_, value) => value.toString(16).toUpperCase().padStart(3, '0'));
  const guids: string[] = [];
  for (let start = 0; start + WIDTH <= packed.length; start += WIDTH) {
    let hex = '';
    for (let at = start; at < start + WIDTH; at += 2) {
      const value = ((values[packed.charCodeAt(at)] ?? 0) << 6) | (values[packed.charCodeAt(at + 1)] ?? 0);
      hex += triples[value] ?? '';
    }
    guids.push(`${hex.slice(24, 32)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 24)}`);
  }
  return guids;
}
