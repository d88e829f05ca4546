import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

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
