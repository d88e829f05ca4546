import { programPath } from '../powershell/program';
import { Secrets } from '../powershell/secrets';
import type { ServerAddress, Session, Surroundings, Transport } from '../session';
import { TransportError } from '../transportError';
import { Askpass } from './askpass';
import { checkAddress, clientVersion, type ClientVersion } from './client';
import { SshConnector } from './connector';
import { Keeper } from './keeper';
import { Places } from './places';
import type { SshSettings } from './settings';
import { SshSession } from './sshSession';

/** SSH, by the client of this machine: with the user's keys, configuration, agent and known hosts. */
export class SshTransport implements Transport {
  readonly kind = 'ssh';
  readonly #secrets = new Secrets();
  readonly #places: Places;
  readonly #keeper: Keeper;
  readonly #sessions = new Set<SshSession>();
  readonly #versions = new Map<string, ClientVersion>();
  #askpass: Promise<Askpass> | null = null;
  #count = 0;

  /** @param platform the platform of this machine, as Node names it */
  constructor(
    private readonly settings: SshSettings,
    private readonly platform: string,
  ) {
    this.#places = new Places(settings.connections);
    this.#keeper = new Keeper(settings.files);
  }

  /** The processes of this machine that carry connections, for figures and tests. */
  get pids(): number[] {
    return [...this.#sessions].flatMap(({ pid }) => pid ?? []);
  }

  async open(server: ServerAddress, surroundings: Surroundings): Promise<Session> {
    const { signal } = surroundings;
    signal.throwIfAborted();
    checkAddress(server);
    const program = programPath(this.settings.program.trim() || 'ssh');
    const version = await this.#version(program, signal);
    this.#askpass ??= Askpass.create(this.settings.files, this.platform);
    const askpass = await this.#askpass.catch((error: unknown) => {
      this.#askpass = null;
      throw new TransportError('failed', error instanceof Error ? error.message : String(error));
    });
    const session = new SshSession(
      `ssh ${String(++this.#count)}`,
      this.settings,
      this.#places,
      new SshConnector({
        ...{ program, version, server, surroundings, askpass },
        ...{ settings: this.settings, keeper: this.#keeper, secrets: this.#secrets },
      }),
      (one) => this.#sessions.delete(one),
    );
    this.#sessions.add(session);
    try {
      await session.start(signal);
      return session;
    } catch (error) {
      await session.dispose();
      throw error;
    }
  }

  async #version(program: string, signal: AbortSignal): Promise<ClientVersion> {
    const version = this.#versions.get(program) ?? (await clientVersion(program, signal));
    this.#versions.set(program, version);
    return version;
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#sessions].map((session) => session.dispose()));
    await this.#keeper.dispose();
    const askpass = await this.#askpass?.catch(() => null);
    this.#askpass = null;
    await askpass?.dispose();
  }
}
