import type { ServerAddress, Session, Surroundings, Transport } from '../session';
import { TransportError, type Fault } from '../transportError';
import { JobError } from '../powershell/failure';
import { faultOf } from '../powershell/faults';
import type { PowerShellPool } from '../powershell/pool';
import { PooledSession } from '../powershell/pooledSession';
import { isHost, reach } from './reach';
import { RemoteTarget, type Address, type Login } from './remoteTarget';

/** How often a password is asked for one opening. */
const ASKED_AT_MOST = 2;

type Attempt = Pick<Address, 'host' | 'port' | 'tried'>;

/** PowerShell remoting over WinRM. */
export class WinrmTransport implements Transport {
  readonly kind = 'winrm';

  /**
   * @param platform the platform of this machine, as Node names it
   * @param reachHost looks whether a host answers
   */
  constructor(
    private readonly pool: PowerShellPool,
    private readonly platform: string,
    private readonly reachHost = reach,
  ) {}

  async open(server: ServerAddress, surroundings: Surroundings): Promise<Session> {
    const { signal, phase } = surroundings;
    if (this.platform !== 'win32')
      throw new TransportError(
        'notSupportedHere',
        'Microsoft does not support WinRM from macOS or Linux. Use the transport "ssh".',
      );
    const host = server.host ?? '';
    if (!isHost(host)) throw new TransportError('invalidHost', host);
    const { authentication } = server as { authentication?: string };
    if (authentication !== undefined && authentication !== 'Kerberos' && authentication !== 'Negotiate')
      throw new TransportError('failed', `The authentication "${authentication}" is not supported.`);
    const port = server.port ?? (server.useSsl ? 5986 : 5985);
    const tried = `WinRM to ${host}:${String(port)}${server.useSsl ? ' over HTTPS' : ''}${server.user ? ` as ${server.user}` : ''}`;
    try {
      phase('resolving');
      await this.reachHost(host, port, signal, () => phase('connecting'));
      return await this.#signIn(server, { host, port, tried }, surroundings);
    } catch (error) {
      if (!(error instanceof TransportError) || error.tried) throw error;
      throw new TransportError(error.fault, this.pool.secrets.hide(error.detail), tried);
    }
  }

  async #signIn(server: ServerAddress, at: Attempt, surroundings: Surroundings): Promise<Session> {
    for (let asked = 1; ; asked++) {
      const login = await this.#login(server, surroundings, asked > 1);
      try {
        return await this.#open(server, { ...at, login, skipCertificate: false }, surroundings);
      } catch (error) {
        const refused = error instanceof TransportError && error.fault === 'signInRefused';
        if (!refused || !login || asked >= ASKED_AT_MOST) throw error;
      } finally {
        if (login) this.pool.secrets.release(login.secret);
      }
    }
  }

  /** Opens it as that account; a certificate that cannot be checked is the user's to accept, for this host. */
  async #open(server: ServerAddress, address: Address, surroundings: Surroundings): Promise<Session> {
    const { signal, phase, log, confirm } = surroundings;
    const session = new PooledSession(this.pool, new RemoteTarget(this.pool, server, address, phase));
    try {
      phase('starting');
      await session.start(signal);
      return session;
    } catch (error) {
      await session.dispose();
      if (!(error instanceof JobError)) throw error;
      const { ids, codes, message } = error.failure;
      const fault = faultFor(error, server);
      log(`${address.tried}: ${fault} (${[...ids.slice(0, 1), ...codes].join(', ')})`);
      const refused = new TransportError(fault, this.pool.secrets.hide(message), address.tried);
      if (fault !== 'certificateNotTrusted' || address.skipCertificate) throw refused;
      const accepted = await confirm({ kind: 'certificate', host: address.host, text: refused.detail });
      signal.throwIfAborted();
      if (!accepted) throw refused;
      return await this.#open(server, { ...address, skipCertificate: true }, surroundings);
    }
  }

  /** Who signs in: null for the person who runs this. */
  async #login(server: ServerAddress, { password, signal }: Surroundings, refused: boolean): Promise<Login | null> {
    const { user, host = '' } = server;
    if (!user) return null;
    const secret = await password({ prompt: `Password of ${user} on ${host}`, refused });
    signal.throwIfAborted();
    if (secret === null || secret === '') throw new TransportError('passwordMissing');
    return { user, secret: this.pool.secrets.keep(secret) };
  }

  /** Ends the processes of the pool, and with them whatever else uses it: a door ends all its transports together. */
  dispose(): Promise<void> {
    return this.pool.dispose();
  }
}

/** Windows refuses a local administrator with a filtered token in the same words as everybody else. */
function faultFor({ failure }: JobError, { user, host = '' }: ServerAddress): Fault {
  const fault = faultOf(failure);
  return fault === 'notAllowed' && user !== undefined && isLocalAccount(user, host) ? 'filteredToken' : fault;
}

const isLocalAccount = (user: string, host: string): boolean => {
  const [domain, name] = user.split('\\');
  if (name === undefined) return !user.includes('@');
  return domain === '.' || domain?.toLowerCase() === host.toLowerCase();
};
