import type { EnvelopeError } from '../envelope';

/** One part of an answer: what a block of the script gave, or why it gave nothing. */
export type RawPart<T> = { readonly value: T } | { readonly error: EnvelopeError };

/** What a program printed, or why it could not be started. */
export type RawProgram = RawOutput | { readonly error: EnvelopeError };

export interface RawOutput {
  /** Its standard output; lines end in `\r\n` or `\n`. */
  readonly text: string;
  /** Its standard error output. */
  readonly errors: string;
  readonly exitCode: number;
}

/** A file that was to be read. */
export type RawFile = { readonly path: string } & RawPart<RawFileValue>;

export interface RawFileValue {
  readonly size: number;
  /** `2026-11-25T02:58:00.0000000Z` */
  readonly modified: string;
  /** SHA-256 in small hexadecimal digits; null where the file is over the limit and was not read. */
  readonly hash: string | null;
  /** Its content as base64; null where it was not read, or where the asker has it already. */
  readonly bytes: string | null;
}
