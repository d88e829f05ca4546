/** What the pool of PowerShell processes is told by whoever makes it. */
export interface PoolSettings {
  /** The version of IIS Doctor, as server logs shall name it. */
  readonly version: string;
  /** The setting that names the program: a full path, or a name to be found on the path; empty for Windows PowerShell. */
  readonly program: string;
  /** How many processes there may be at once. */
  readonly processes: number;
  /** One line for the log; holds no secret. */
  readonly log: (line: string) => void;
  readonly limits: Limits;
}

/** How long, in milliseconds, and how much. */
export interface Limits {
  /** Until a process has begun to answer. */
  readonly start: number;
  /** Until WinRM has opened a session, once the host has answered. */
  readonly open: number;
  /** For all questions of one round trip. */
  readonly ask: number;
  /** For a command. */
  readonly run: number;
  /** Until a process without any session is ended. */
  readonly idle: number;
  /** Characters of one answer. */
  readonly answer: number;
}

export const defaultLimits: Limits = {
  start: 30_000,
  open: 25_000,
  ask: 60_000,
  run: 600_000,
  idle: 60_000,
  answer: 64_000_000,
};
