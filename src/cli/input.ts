import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { encodingOf, type Encoding } from '../engine/text/decode';

/** How many bytes are read at once. */
const PIECE = 1024 * 1024;

/** A file or standard input could not be read; the message says which and why. */
export class InputError extends Error {}

/**
 * The text of a file or, for `-`, of standard input, piece by piece and without its byte-order mark, however long it
 * is. UTF-8 and UTF-16 are recognised by the first piece. Throws an {@link InputError}.
 */
export async function* readPieces(file: string): AsyncGenerator<string, void, undefined> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: PIECE });
  let decoder: PieceDecoder | null = null;
  try {
    for await (const bytes of gathered(stream as AsyncIterable<Buffer>)) {
      if (decoder) yield decoder.write(bytes);
      else {
        decoder = new PieceDecoder(encodingOf(bytes));
        yield decoder.write(bytes).replace(/^\uFEFF/, '');
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
    throw new InputError(`"${file}" could not be read: ${why}.`, { cause: error });
  }
  if (decoder) yield decoder.end();
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
};

/** Pieces of about one size: a pipe hands over little at a time, and the encoding is told by the first piece. */
async function* gathered(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const bytes of stream) {
    waiting.push(bytes);
    size += bytes.length;
    if (size < PIECE) continue;
    yield waiting.length === 1 ? bytes : Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size) yield Buffer.concat(waiting);
}

/** Turns bytes into text, minding characters that are cut in two. */
class PieceDecoder {
  readonly #decoder: StringDecoder;
  readonly #swap: boolean;
  readonly #ansi: boolean;
  #odd: Buffer = Buffer.alloc(0);

  constructor(encoding: Encoding) {
    // Node has no decoder for the rare big-endian kind: its bytes are swapped first.
    this.#swap = encoding === 'utf-16be';
    this.#ansi = encoding === 'windows-1252';
    this.#decoder = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le');
  }

  write(bytes: Buffer): string {
    if (this.#ansi) return new TextDecoder('windows-1252').decode(bytes);
    return this.#decoder.write(this.#swap ? this.#swapped(bytes) : bytes);
  }

  end(): string {
    return this.#decoder.end();
  }

  #swapped(bytes: Buffer): Buffer {
    const all = Buffer.concat([this.#odd, bytes]);
    const even = all.length - (all.length % 2);
    this.#odd = all.subarray(even);
    return all.subarray(0, even).swap16();
  }
}
