import type { RunResult } from '../../transports/session';
import type { RepairLog } from './repairLog';

/** The server that a plan runs on, as the run needs it. */
export interface Target {
  /** The account there, for the log. */
  readonly user: string;
  readonly log: RepairLog;
  /** Runs exactly this text. Rejects where the session ended or the signal did. */
  readonly run: (command: string, signal: AbortSignal, heard?: (output: string) => void) => Promise<RunResult>;
  /** The hash of a file there; null where it does not exist. */
  readonly hashOf: (path: string, signal: AbortSignal) => Promise<string | null>;
  /** Keeps a private copy of a file as it is, before it is changed. @returns where, for the log; null: none was kept */
  readonly keep?: (path: string, signal: AbortSignal) => Promise<string | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits, or ends early with the signal. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
