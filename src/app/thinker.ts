import type { ProbeArguments } from '../engine/probes/probe';
import type { ServerReport } from '../engine/servers/checkServer';
import type { Snapshot } from '../engine/servers/snapshot';

/** Reads and judges what servers say, beside whoever asks, so that nobody waits for it. */
export interface Thinker {
  /**
   * Reads a long answer.
   *
   * @param data JSON text
   * @returns what the probe's reader makes of it. Rejects where it is not what the script gives.
   */
  read(probe: string, data: string, asked: ProbeArguments): Promise<unknown>;
  /** Looks at all that is known of a server together. */
  check(snapshot: Snapshot): Promise<ServerReport>;
}
