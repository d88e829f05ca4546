import { TransportError } from '../transportError';
import type { Phase, Question, RawAnswer, RunResult, Session, Transport } from '../session';
import { openFolder } from '../folder/transport';
import { realClock } from './clock';
import { iis6Files } from './farm/iis6';
import { textFiles } from './textFiles';
import { FOLDER_ONLY, SimulatedFarm, UNREACHABLE, type FarmOptions } from './simulatedFarm';
import type { SimulatedServer } from './simulatedServer';

/** Milliseconds that the simulated network takes. */
const ROUND_TRIP = 40;
const UNTIL_GIVEN_UP = 1_200;

/** The built-in simulated farm as a way to servers; `path` or `name` of the address says which one. Runs anywhere. */
export function demoTransport(options: FarmOptions): Transport {
  const farm = new SimulatedFarm(options);
  const { clock = realClock } = options;
  return {
    kind: 'demo',
    async open(server, surroundings) {
      const { signal } = surroundings;
      const name = server.path ?? server.name;
      const pass = async (phase: Phase): Promise<void> => {
        surroundings.phase(phase);
        await clock.wait(ROUND_TRIP, signal);
      };
      await pass('resolving');
      if (isSame(name, FOLDER_ONLY))
        return openFolder(textFiles(iis6Files), '', surroundings, `${FOLDER_ONLY}, a folder of the simulated farm`);
      if (isSame(name, UNREACHABLE)) {
        surroundings.phase('connecting');
        await clock.wait(UNTIL_GIVEN_UP, signal);
        throw new TransportError(
          'unreachable',
          `${UNREACHABLE} did not answer.`,
          `The simulated server ${UNREACHABLE}`,
        );
      }
      const found = await farm.server(name);
      signal.throwIfAborted();
      if (!found) throw new TransportError('hostNotFound', '', `The simulated server ${name}`);
      await pass('connecting');
      await pass('signingIn');
      return new DemoSession(found, (milliseconds, stop) => clock.wait(milliseconds, stop));
    },
    dispose: () => Promise.resolve(),
  };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

class DemoSession implements Session {
  readonly carries = 'nothing';
  readonly can = { read: true, run: true, write: true };
  readonly #server: SimulatedServer;
  readonly #wait: Wait;
  readonly #ended = new AbortController();

  constructor(server: SimulatedServer, wait: Wait) {
    this.#server = server;
    this.#wait = wait;
  }

  async ask(questions: readonly Question[], signal: AbortSignal): Promise<readonly RawAnswer[]> {
    const either = this.#either(signal);
    await this.#wait(ROUND_TRIP, either);
    const found: RawAnswer[] = [];
    for (const { probe, asked } of questions) {
      either.throwIfAborted();
      found.push(await this.#server.answer(probe, asked));
    }
    return found;
  }

  async run(command: string, signal: AbortSignal, heard?: (output: string) => void): Promise<RunResult> {
    const either = this.#either(signal);
    await this.#wait(ROUND_TRIP, either);
    return this.#server.run(command, either, heard);
  }

  dispose(): Promise<void> {
    this.#ended.abort(new TransportError('sessionEnded'));
    return Promise.resolve();
  }

  #either(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#ended.signal]);
  }
}
