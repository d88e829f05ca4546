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
  readonly what: 'started' | 'precheck' | 'step' | 'check' | 'verification' | 'undo' | 'ended';
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

/** Values that no log may hold: passwords in attributes, on command lines and in connection strings. */
export const masked = (output: string): string =>
  output
    .replace(/(\b(?:password|pwd|passwd|secret)\b["']?\s*[:=]\s*["']?)[^"'\s;<>]{1,400}/gi, '$1********')
    .replace(/\[enc:[^\]]{1,8000}:enc\]/g, '********')
    .slice(0, OUTPUT_LIMIT);
