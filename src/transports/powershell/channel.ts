import type { LongLine } from './lines';

/** Who hears what a PowerShell prints. */
export interface Hearing {
  /** Each whole line, without its end. */
  readonly line: (line: string) => void;
  /** Asked when a line becomes long: who takes it piece by piece, or null. */
  readonly long: (head: string) => LongLine | null;
  /** The length of each piece of output, before its lines are heard. */
  readonly received: (length: number) => void;
}

/** The lines to and from a PowerShell, wherever it runs. */
export interface Channel {
  readonly dead: boolean;
  /** The process of this machine that carries it. */
  readonly pid: number | undefined;
  /** Resolves with the exit code when it has ended; null where a signal ended it or it never began. */
  readonly ended: Promise<number | null>;
  /** Why it could not be started. */
  readonly startError: Error | null;
  /** Writes whole lines; text without line ends. */
  send(lines: readonly string[]): void;
  /** What was printed as errors since the last call. */
  takeErrors(): string;
  /** Closes its input, which ends it; whatever is left after so many milliseconds is killed. Never rejects. */
  close(patience: number): Promise<void>;
  /** Ends it with everything that it has started. Never rejects. */
  kill(): Promise<void>;
}
