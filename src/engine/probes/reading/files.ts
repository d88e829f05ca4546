import { bytesOfBase64 } from '../../text/base64';
import { decode } from '../../text/decode';
import { type Known, known, unknown } from '../probe';
import { errorOf, shortfallOf } from './failures';
import { count, fields, moment, text, wrong } from './shape';

/** A file of a server as it was read; `text` is null where its bytes were not sent. */
export interface ReadFile {
  readonly path: string;
  readonly size: number;
  readonly modified: string;
  readonly hash: string;
  readonly text: string | null;
}

/** A {@link RawFile}: the path asked for, and the file or why it could not be read. */
export function fileRead(value: unknown, where: string): { readonly path: string; readonly file: Known<ReadFile> } {
  const own = fields(value, where);
  const path = text(own('path'), `${where}.path`);
  if (own('error') !== undefined) return { path, file: shortfallOf(errorOf(own('error'), where), 'file', path) };
  const file = fields(own('value'), `${where}.value`);
  const size = count(file('size'), `${where}.size`);
  const modified = moment(file('modified'), `${where}.modified`);
  const hash = file('hash');
  if (hash === null) return { path, file: unknown('tooLarge', `${size} bytes`) };
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw wrong(`${where}.hash`, 'a SHA-256');
  const bytes = file('bytes');
  return { path, file: known({ path, size, modified, hash, text: bytes === null ? null : textOf(bytes, where) }) };
}

const textOf = (bytes: unknown, where: string): string => decode(bytesOf(bytes, where)).text;

/** Bytes that were sent as base64. */
export function bytesOf(value: unknown, where: string): Uint8Array {
  try {
    return bytesOfBase64(text(value, where));
  } catch {
    throw wrong(where, 'base64');
  }
}
