import { lookup } from 'node:dns/promises';
import { connect, isIPv6, type Socket } from 'node:net';
import { orAborted } from '../powershell/abort';
import { TransportError, type Fault } from '../transportError';

/** How long a host may take to answer, in milliseconds. */
const PATIENCE = 5000;

/** Letters, digits, hyphens, dots and underscores, no hyphen first. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,252}$/u;

/** Whether a text of the setting can be the name or address of a host. */
export const isHost = (text: string): boolean => NAME.test(text) || isIPv6(text);

const faultsByCode: Readonly<Record<string, Fault>> = {
  ENOTFOUND: 'hostNotFound',
  EAI_NONAME: 'hostNotFound',
  EAI_AGAIN: 'hostNotFound',
  ECONNREFUSED: 'connectionRefused',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ECONNRESET: 'unreachable',
};

/**
 * Looks whether something answers at a port, before a PowerShell is kept busy with a dead host for ten seconds. Rejects
 * with a {@link TransportError} or the signal's reason; what says nothing about the host, such as a firewall rule for our
 * own program, passes.
 *
 * @param connecting called when the name has been resolved
 */
export async function reach(host: string, port: number, signal: AbortSignal, connecting: () => void): Promise<void> {
  try {
    const { address } = await orAborted(lookup(host), signal);
    connecting();
    await knock(address, port, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = String((error as NodeJS.ErrnoException).code);
    const fault = faultsByCode[code];
    if (fault !== undefined) throw new TransportError(fault, (error as Error).message);
  }
}

async function knock(address: string, port: number, signal: AbortSignal): Promise<void> {
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    await orAborted(
      new Promise<void>((resolve, reject) => {
        socket = connect({ host: address, port }, resolve);
        socket.on('error', reject);
        timer = setTimeout(
          () =>
            reject(Object.assign(new Error(`No answer within ${String(PATIENCE / 1000)} s.`), { code: 'ETIMEDOUT' })),
          PATIENCE,
        );
      }),
      signal,
    );
  } finally {
    clearTimeout(timer);
    socket?.destroy();
  }
}
