import type { RepairEntry } from '../../src/app/repair/repairLog';
import type { Target } from '../../src/app/repair/target';
import { hashOf } from '../../src/transports/rawParts';
import type { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { TransportError } from '../../src/transports/transportError';

/**
 * How a command goes wrong.
 *
 * - `refused`: it does nothing and ends with exit code 1
 * - `lost`: the session ends before it has done anything
 * - `cut`: it does everything, then the session ends
 * - `slow`: it does nothing and never ends
 */
export const accidents = ['refused', 'lost', 'cut', 'slow'] as const;
export type Accident = (typeof accidents)[number];

export interface TestTarget extends Target {
  readonly entries: RepairEntry[];
  /** Every text that ran, in its order. */
  readonly ran: string[];
  /** The next time this text is to run, it goes wrong. */
  fail(command: string, accident: Accident): void;
  /** Whether everything that was to go wrong did. */
  readonly isThrough: () => boolean;
}

/** A simulated server as the target of a run. */
export function targetOf(server: SimulatedServer): TestTarget {
  const entries: RepairEntry[] = [];
  const ran: string[] = [];
  const pending = new Map<string, Accident>();
  const { machine } = server;
  return {
    user: 'CONTOSO\\webops',
    entries,
    ran,
    log: {
      append: (entry) => {
        entries.push(entry);
        return Promise.resolve();
      },
    },
    async run(command, signal, heard) {
      const accident = pending.get(command);
      pending.delete(command);
      if (accident === 'refused') return { exitCode: 1, output: 'Access is denied.\r\n' };
      if (accident === 'lost') throw new TransportError('sessionEnded', 'The connection was reset.', 'demo');
      if (accident === 'slow')
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        });
      ran.push(command);
      const result = await server.run(command, signal, heard);
      if (accident === 'cut') throw new TransportError('sessionEnded', 'The connection was reset.', 'demo');
      return result;
    },
    hashOf(path) {
      const file = machine.disk.file(path);
      return Promise.resolve(file ? hashOf(file.bytes) : null);
    },
    now: () => machine.clock.now(),
    pause: (milliseconds, signal) => machine.wait(milliseconds, signal).catch(() => undefined),
    fail(command, accident) {
      pending.set(command, accident);
    },
    isThrough: () => pending.size === 0,
  };
}
