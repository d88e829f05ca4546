interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Every runtime has it, but no standard library of the language itself declares it.
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (encoding: string, options?: { fatal?: boolean }) => Decoder;
};

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Reads the bytes of a text file, see {@link encodingOf}.
 *
 * @returns the text without its byte-order mark
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * How a text file is encoded: UTF-8 and UTF-16 with or without byte-order mark; what is neither is taken for the
 * Western ANSI code page, in which every byte is a character.
 *
 * @param bytes the file, or the beginning of it, which may end within a character
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const marked = byteOrderMark(bytes) ?? utf16WithoutMark(bytes);
  if (marked) return marked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, wholeCharacters(bytes)));
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The length without the first bytes of a UTF-8 character whose rest is missing at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > 1) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Text of logs and configurations is mostly ASCII: in UTF-16 every other byte of it is zero. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2) oddZeros++;
      else evenZeros++;
    }
  });
  const many = sample.length * 0.3;
  if (oddZeros > many && evenZeros < many / 4) return 'utf-16le';
  if (evenZeros > many && oddZeros < many / 4) return 'utf-16be';
  return null;
}
