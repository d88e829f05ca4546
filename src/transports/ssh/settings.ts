import type { Limits } from '../powershell/settings';
import type { HelperFiles } from './askpass';

/** What the transport is told by whoever makes it. */
export interface SshSettings {
  /** The version of IIS Doctor, as server logs shall name it. */
  readonly version: string;
  /** The setting that names the program: a full path, or a name to be found on the path; empty for `ssh`. */
  readonly program: string;
  /** How many servers may be connected at once. */
  readonly connections: number;
  readonly files: HelperFiles;
  /** One line for the log; holds no secret. */
  readonly log: (line: string) => void;
  readonly limits: Limits;
}

/** How many servers are connected at once. */
export const MOST_CONNECTIONS = 16;

export const defaultSshLimits: Limits = {
  // To sign in and start PowerShell, not counting the time in which somebody is asked.
  start: 30_000,
  open: 30_000,
  ask: 60_000,
  run: 600_000,
  idle: 600_000,
  answer: 64_000_000,
};
