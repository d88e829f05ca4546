/**
 * A question to a server: a small script beside this file's siblings (`<id>.ps1`) and the reader of its answer. Arguments
 * are plain JSON. The answer's `data` is read once, here; whatever the server sends is hostile until then.
 */
export interface Probe<Arguments extends ProbeArguments, Answer> {
  /** The name of its two files; it stands in the server's script log. */
  readonly id: string;
  /** What it reads, as a phase is shown: "reading the services". */
  readonly reads: string;
  /** Turns the `data` of an envelope into what it means. Throws an {@link AnswerError} where the shape is wrong. */
  readonly read: (data: unknown, asked: Arguments) => Answer;
}

export type ProbeArguments = Readonly<Record<string, unknown>>;

/** What is known of something, or why it is not: a server without a module or without rights still answers the rest. */
export type Known<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly shortfall: Shortfall };

export interface Shortfall {
  readonly reason: ShortfallReason;
  /** In the words of the server; text that nobody vouches for. Empty where there are none. */
  readonly detail: string;
}

export type ShortfallReason =
  /** Windows shows it to administrators only, and this session is none. */
  | 'needsAdministrator'
  /** The program, module or service is not on that server. */
  | 'notInstalled'
  /** No such file, key or object. */
  | 'notFound'
  /** A file on a share: the session's sign-in does not reach on to a third machine. */
  | 'secondHop'
  /** More than we read. */
  | 'tooLarge'
  /** This way to the server cannot tell: a folder has no running services. */
  | 'notHere'
  /** It answered, but not in a way that we understand. */
  | 'notUnderstood'
  /** Anything else that the server refused; the detail says what. */
  | 'failed';

export const known = <T>(value: T): Known<T> => ({ known: true, value });
export const unknown = (reason: ShortfallReason, detail = ''): Known<never> => ({
  known: false,
  shortfall: { reason, detail },
});

/** An answer has not the shape that its script gives. */
export class AnswerError extends Error {}
