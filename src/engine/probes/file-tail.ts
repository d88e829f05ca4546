import type { Known, Probe } from './probe';

export interface FileTailAsked extends Readonly<Record<string, unknown>> {
  readonly path: string;
  /** How much of the end, in bytes; at most 4 MB. */
  readonly bytes: number;
}
/** The end of a text file, cut at a line; also one that IIS has open. */
export interface FileTail {
  readonly tail: Known<{ readonly size: number; readonly text: string; readonly isWhole: boolean }>;
}
export type FileTailProbe = Probe<FileTailAsked, FileTail>;
