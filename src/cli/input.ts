import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decode } from '../engine/text/decode';

/** Beyond this a text does not fit into one string; the figure is Node's limit with room to work. */
const LIMIT = 400 * 1024 * 1024;

/** A file or standard input could not be read; the message says which and why. */
export class InputError extends Error {}

/**
 * The text of a file or, for `-`, of standard input, without its byte-order mark. UTF-8 and UTF-16 are recognised.
 * Throws an {@link InputError}.
 */
export async function readText(file: string): Promise<string> {
  return decode(file === '-' ? await buffer(process.stdin) : await bytesOf(file)).text;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > LIMIT) throw new InputError(`"${file}" is larger than 400 MB. Cut it into pieces first.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
    throw new InputError(`"${file}" could not be read: ${why}.`, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
};
