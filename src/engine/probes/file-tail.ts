import { decode, encodingOf } from '../text/decode';
import type { Known, Probe } from './probe';
import { part } from './reading/failures';
import { bytesOf } from './reading/files';
import type { RawPart } from './reading/raw';
import { count, fields } from './reading/shape';

export interface FileTailAsked extends Readonly<Record<string, unknown>> {
  readonly path: string;
  /** How much of the end, in bytes; at most 4 MB. */
  readonly bytes: number;
}
/** The end of a text file, cut at a line; also one that IIS has open. */
export interface FileTail {
  readonly tail: Known<{ readonly size: number; readonly text: string; readonly isWhole: boolean }>;
}
/** What `file-tail.ps1` gives. */
export interface RawFileTail {
  readonly tail: RawPart<{
    /** Size of the whole file. */
    readonly size: number;
    /** Offset in the file at which `bytes` begin. */
    readonly from: number;
    /** In base64. */
    readonly bytes: string;
  }>;
}
export type FileTailProbe = Probe<FileTailAsked, FileTail>;

const probe: FileTailProbe = {
  id: 'file-tail',
  reads: 'reading the end of a file',
  read: (data, { path }) => ({
    tail: part(
      fields(data, 'data')('tail'),
      'tail',
      (value, where) => {
        const own = fields(value, where);
        const from = count(own('from'), `${where}.from`);
        const bytes = bytesOf(own('bytes'), `${where}.bytes`);
        return { size: count(own('size'), `${where}.size`), text: textFrom(bytes, from), isWhole: from === 0 };
      },
      'file',
      path,
    ),
  }),
};
export default probe;

const LINE_FEED = 10;

/** The text of these bytes, from the first line that begins in them; all of it where none does. */
function textFrom(bytes: Uint8Array, from: number): string {
  if (from === 0) return decode(bytes).text;
  // A piece of UTF-16 that begins in the middle of a character looks as if its bytes were the other way round.
  const halved = from % 2 === 1 && encodingOf(bytes).startsWith('utf-16') ? bytes.subarray(1) : bytes;
  if (encodingOf(halved).startsWith('utf-16')) return afterLine(decode(halved).text);
  return decode(bytes.subarray(bytes.indexOf(LINE_FEED) + 1)).text;
}

const afterLine = (text: string): string => text.slice(text.indexOf('\n') + 1);
