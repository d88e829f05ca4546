import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Encoding } from '../../engine/text/decode';
import { decode } from '../../engine/text/decode';
import type { Disk } from './disk';

/** How a file is written: its text goes back as it came. */
export interface Written {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
}

/**
 * Writes a changed text back: same encoding, same byte-order mark, in one step, so that a reader never sees half of it.
 *
 * @returns null, or why the file was left alone, to go behind `was left as it is: `
 */
export async function writeBack(file: string, text: string, original: Written, disk: Disk): Promise<string | null> {
  const before = decode(original.bytes).text;
  // A file that would not come back byte for byte has something that we do not understand.
  if (!encode(before, original)?.equals(original.bytes)) return 'its bytes cannot be written back as they were';
  const bytes = encode(text, original);
  if (!bytes) return `the change has characters that ${original.encoding} does not`;
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const entry = await disk.promises.lstat(file);
    if (entry.isSymbolicLink()) return 'it is a link';
    if (!(await disk.promises.readFile(file)).equals(original.bytes)) return 'somebody else has changed it meanwhile';
    await disk.promises.writeFile(temporary, bytes, { flag: 'wx', mode: entry.mode });
    await disk.promises.rename(temporary, file);
    return null;
  } catch (error) {
    await disk.promises.rm(temporary, { force: true }).catch(() => undefined);
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? 'it cannot be written'
      : error instanceof Error
        ? error.message
        : String(error);
  }
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** @returns null where the encoding lacks a character of the text */
function encode(text: string, { bytes, encoding }: Written): Buffer | null {
  switch (encoding) {
    case 'utf-8': {
      const marked = bytes.subarray(0, 3).equals(UTF8_MARK);
      return Buffer.concat([marked ? UTF8_MARK : Buffer.alloc(0), Buffer.from(text, 'utf8')]);
    }
    case 'utf-16le': {
      const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
      return Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le');
    }
    case 'utf-16be': {
      const marked = bytes[0] === 0xfe && bytes[1] === 0xff;
      return Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le').swap16();
    }
    case 'windows-1252':
      return encodeAnsi(text);
  }
}

function encodeAnsi(text: string): Buffer | null {
  const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const codes = new Map(Array.from(characters, (sign, byte) => [sign, byte]));
  const bytes: number[] = [];
  for (const sign of text) {
    const byte = codes.get(sign);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}

/** The change of a text as a unified diff, as `git apply` reads it. */
export const unifiedDiff = (shown: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, { context: 3 })
    .replace(/^=+\n/, '')
    .replace(/^(---|\+\+\+) (.*?)\t$/gm, '$1 $2');
