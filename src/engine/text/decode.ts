interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Every runtime has it, but no standard library of the language itself declares it.
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (encoding: string, options?: { fatal?: boolean }) => Decoder;
};

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Reads the bytes of a text file: UTF-8 and UTF-16 with or without byte-order mark; what is neither is taken for the
 * Western ANSI code page, which never fails.
 *
 * @returns the text without its byte-order mark
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = byteOrderMark(bytes) ?? utf16WithoutMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
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
