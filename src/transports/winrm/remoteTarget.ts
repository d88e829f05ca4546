import { randomUUID } from 'node:crypto';
import type { Phase, ServerAddress } from '../session';
import { TransportError } from '../transportError';
import type { PowerShellProcess } from '../powershell/process';
import type { Target } from '../powershell/pooledSession';
import type { PowerShellPool } from '../powershell/pool';

/** An account and the variable that carries its password. */
export interface Login {
  readonly user: string;
  readonly secret: string;
}

/** Where and how a session is opened. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly tried: string;
  readonly login: Login | null;
  readonly skipCertificate: boolean;
}

/** How long a server may take to open a session, and keeps one whose client is gone; in milliseconds. */
const OPEN_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 120_000;

/** A PSSession on one server. */
export class RemoteTarget implements Target {
  readonly key: string;
  readonly session: string;
  readonly carries = 'winrm';
  readonly slow = true;
  /** The process on the server that served the last session, should its client have been ended. */
  #left: { readonly process: number; readonly started: string } | null = null;

  constructor(
    private readonly pool: PowerShellPool,
    private readonly server: ServerAddress,
    private readonly address: Address,
    private phase: ((phase: Phase) => void) | null,
  ) {
    this.session = randomUUID();
    this.key = this.session;
    if (address.login) pool.secrets.hold(address.login.secret);
  }

  get tried(): string {
    return this.address.tried;
  }

  get secret(): string | undefined {
    return this.address.login?.secret;
  }

  async open(process: PowerShellProcess, signal: AbortSignal): Promise<void> {
    await process.ready(signal);
    this.phase?.('signingIn');
    const { host, login, skipCertificate } = this.address;
    const { port, useSsl, authentication } = this.server;
    const data = await process.perform({
      job: {
        kind: 'open',
        asked: {
          key: this.session,
          host,
          port: port ?? 0,
          useSsl: useSsl ?? false,
          authentication: authentication ?? '',
          user: login?.user ?? '',
          secret: login?.secret ?? '',
          skipCertificate,
          openTimeout: OPEN_TIMEOUT,
          idleTimeout: IDLE_TIMEOUT,
          leftProcess: this.#left?.process ?? 0,
          leftStarted: this.#left?.started ?? '',
        },
      },
      limit: this.pool.settings.limits.open,
      signal,
    });
    const { language, process: id, started } = (data ?? {}) as Partial<Record<string, unknown>>;
    if (language === 'ConstrainedLanguage') throw new TransportError('constrainedLanguage', '', this.tried);
    if (language !== 'FullLanguage') throw new TransportError('restrictedEndpoint', '', this.tried);
    // Opening again is nothing that anybody waits and watches for.
    this.phase = null;
    this.#left = typeof id === 'number' && id > 0 ? { process: id, started: String(started) } : null;
  }

  dispose(): void {
    if (this.address.login) this.pool.secrets.release(this.address.login.secret);
  }
}
