/** One line of the repair log: something that was run, checked or undone on a server, and what came of it. */
export interface RepairEntry {
  /** ISO 8601 in UTC, by this machine's clock. */
  readonly at: string;
  /** The same for all entries of a run. */
  readonly run: string;
  readonly server: string;
  /** The account on the server. */
  readonly user: string;
  readonly plan: string;
  readonly what: 'started' | 'copy' | 'precheck' | 'step' | 'check' | 'verification' | 'undo' | 'ended';
  /** The title of the step, or what the check says. */
  readonly title: string;
  /** Exactly what ran; absent for what a person did. */
  readonly command?: string;
  readonly exitCode?: number;
  /** With secrets masked, and cut where it is long. */
  readonly output?: string;
  readonly result: string;
}

/** Where entries go. Only ever appended to. */
export interface RepairLog {
  append(entry: RepairEntry): Promise<void>;
}

/** Texts of configuration files as they were, kept privately for a while. */
export interface Copies {
  /** @returns where it is, for the log */
  keep(server: string, path: string, text: string): Promise<string>;
}

const OUTPUT_LIMIT = 20_000;
const MASK = '********';

/** Values that no log may hold: passwords in attributes, on command lines and in connection strings. */
export const masked = (output: string): string =>
  output
    .replace(/(\b(?:password|pwd|passwd|secret)\b["']?\s*[:=]\s*["']?)[^"'\s;<>]{1,400}/gi, `$1${MASK}`)
    .replace(/\[enc:[^\]]{1,8000}:enc\]/g, MASK)
    .slice(0, OUTPUT_LIMIT);

/** The text of a configuration file without what is secret in it: whole attributes, since they are not to be compared. */
export const maskedConfiguration = (text: string): string =>
  text
    .replace(
      /(\b\w{0,40}(?:password|secret|validationKey|decryptionKey|connectionString|sessionKey)\w{0,40}\s{0,20}=\s{0,20})("[^"]{0,8000}"|'[^']{0,8000}')/gi,
      `$1"${MASK}"`,
    )
    .replace(
      /(\b(?:key|name)\s{0,20}=\s{0,20}["'][^"']{0,200}(?:password|pwd|secret|token|apikey|accountkey)["']\s{1,200}value\s{0,20}=\s{0,20})("[^"]{0,8000}"|'[^']{0,8000}')/gi,
      `$1"${MASK}"`,
    )
    .replace(/\[enc:[^\]]{1,8000}:enc\]/g, MASK)
    .replace(/(\b(?:password|pwd)\s{0,20}=\s{0,20})[^"';<>]{1,400}/gi, `$1${MASK}`);
