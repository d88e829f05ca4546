import type { Surroundings, Transport, ServerAddress, Session } from '../session';
import { TransportError } from '../transportError';
import type { PowerShellPool } from '../powershell/pool';
import { PooledSession } from '../powershell/pooledSession';

/** This Windows machine. What it may read depends on whether VS Code runs elevated: the probe `system` tells. */
export class LocalTransport implements Transport {
  readonly kind = 'local';
  #count = 0;

  /**
   * @param platform the platform of this machine, as Node names it
   */
  constructor(
    private readonly pool: PowerShellPool,
    private readonly platform: string,
  ) {}

  async open(_server: ServerAddress, { signal, phase }: Surroundings): Promise<Session> {
    if (this.platform !== 'win32')
      throw new TransportError(
        'notSupportedHere',
        'IIS runs on Windows only. Reach a server with the transport "ssh", or open a copy of its configuration with "folder".',
      );
    phase('starting');
    const session = new PooledSession(this.pool, {
      key: `local ${String(++this.#count)}`,
      session: '',
      carries: 'nothing',
      tried: 'PowerShell on this machine',
      secret: undefined,
      slow: false,
      open: async (process, within) => {
        await process.ready(within);
      },
      dispose: () => undefined,
    });
    await session.start(signal);
    return session;
  }

  /** Ends the processes of the pool, and with them whatever else uses it: a door ends all its transports together. */
  dispose(): Promise<void> {
    return this.pool.dispose();
  }
}
