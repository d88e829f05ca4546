import { decode, type Encoding } from '../../engine/text/decode';
import type { Disk } from './disk';

/** Far larger than any configuration; IIS itself reads 250 kB of a web.config unless told otherwise. */
const LARGEST = 100 * 1024 * 1024;

export interface ReadText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Null for standard input. */
  readonly bytes: Buffer | null;
}

/** Reads a file, or standard input for null. Returns why it could not be read, to go behind `could not be read: `. */
export async function readText(file: string | null, disk: Disk): Promise<ReadText | string> {
  try {
    const bytes = file === null ? await standardInput() : await fileBytes(file, disk);
    if (typeof bytes === 'string') return bytes;
    const { text, encoding } = decode(bytes);
    if (text.includes('\0')) return 'it is a binary file';
    return { text, encoding, bytes: file === null ? null : bytes };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EBUSY: 'another program holds it open',
};

async function fileBytes(file: string, disk: Disk): Promise<Buffer | string> {
  const entry = await disk.promises.stat(file);
  if (entry.isDirectory()) return 'it is a folder';
  if (!entry.isFile() && !entry.isFIFO()) return 'it is no file';
  if (entry.size > LARGEST) return `it is larger than ${LARGEST / 1024 / 1024} MB`;
  return disk.promises.readFile(file);
}

async function standardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
