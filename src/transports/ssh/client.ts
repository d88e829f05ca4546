import { execFile } from 'node:child_process';
import { isIP } from 'node:net';
import type { ServerAddress } from '../session';
import { TransportError } from '../transportError';
import { isHost } from '../winrm/reach';

/** The version of an OpenSSH client, such as 9.2. */
export interface ClientVersion {
  readonly major: number;
  readonly minor: number;
}

export const isAtLeast = ({ major, minor }: ClientVersion, otherMajor: number, otherMinor: number): boolean =>
  major > otherMajor || (major === otherMajor && minor >= otherMinor);

/** Since then `ssh` can be told to ask us and nobody else. */
export const canAsk = (version: ClientVersion): boolean => isAtLeast(version, 8, 4);

/** Reads what `ssh -V` prints: `OpenSSH_9.2p1 Debian-2, …`, `OpenSSH_for_Windows_8.6p1, …`; null for any other client. */
export function readVersion(printed: string): ClientVersion | null {
  const found = /\bOpenSSH_(?:for_Windows_)?(?<major>\d+)\.(?<minor>\d+)/.exec(printed)?.groups;
  return found ? { major: Number(found.major), minor: Number(found.minor) } : null;
}

/** Which version a client is. Rejects with `programMissing` where it is no OpenSSH. */
export function clientVersion(program: string, signal: AbortSignal): Promise<ClientVersion> {
  return new Promise((resolve, reject) => {
    execFile(program, ['-V'], { timeout: 10_000, windowsHide: true, signal }, (error, stdout, stderr) => {
      const version = readVersion(stdout + stderr);
      if (version) resolve(version);
      else if (signal.aborted) reject(signal.reason as Error);
      else reject(new TransportError('programMissing', `${program} is no OpenSSH. ${error?.message ?? stderr}`.trim()));
    });
  });
}

/** Letters, digits and what Windows and `ssh` allow in names of accounts; no hyphen first, no trailing backslash. */
const USER = /^(?![-\s])[\p{L}\p{N}_.@\\$+~ -]{0,255}[\p{L}\p{N}_.$+~]$/u;

/** Throws where an address cannot be given to `ssh`: nothing in it may be read as an option or by a shell. */
export function checkAddress({ host = '', user, port }: ServerAddress): void {
  if (!isHost(host)) throw new TransportError('invalidHost', host);
  if (user !== undefined && (!USER.test(user) || user.includes(' -')))
    throw new TransportError('failed', `The user "${user}" in the setting is no name of an account.`);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new TransportError('failed', `The port ${String(port)} in the setting is none.`);
}

/** The program on the server; all its arguments mean the same to cmd, PowerShell and a Unix shell. */
const REMOTE =
  'powershell.exe -NoLogo -NoProfile -NonInteractive -InputFormat Text -OutputFormat Text -NoExit -Command -';

/**
 * The arguments of `ssh` for a server. What we set here wins over the user's configuration, which decides all the rest:
 * keys, names, jump hosts, known hosts.
 */
export function clientArguments(server: ServerAddress, version: ClientVersion): string[] {
  const options: Record<string, string> = {
    // One that cannot ask us would ask nobody and wait.
    BatchMode: canAsk(version) ? 'no' : 'yes',
    ConnectTimeout: '10',
    ConnectionAttempts: '1',
    ServerAliveInterval: '15',
    ServerAliveCountMax: '3',
    NumberOfPasswordPrompts: '2',
    ClearAllForwardings: 'yes',
    ForwardAgent: 'no',
    ForwardX11: 'no',
    Tunnel: 'no',
    PermitLocalCommand: 'no',
    // A connection that others use may be used; ours serves nobody else, and outlives nothing.
    ControlMaster: 'no',
    ControlPersist: 'no',
    // What failed stands in the messages, also where the user wants none.
    LogLevel: 'VERBOSE',
    // Before, what a server asks looks as if `ssh` itself asked it.
    ...(isAtLeast(version, 8, 5) ? {} : { KbdInteractiveAuthentication: 'no' }),
    // A configuration may make this host a tunnel or a fixed command.
    ...(isAtLeast(version, 7, 6) ? { RemoteCommand: 'none' } : {}),
    ...(isAtLeast(version, 8, 7) ? { SessionType: 'default', StdinNull: 'no', ForkAfterAuthentication: 'no' } : {}),
  };
  return [
    '-T',
    ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    ...(server.port === undefined ? [] : ['-p', String(server.port)]),
    ...(server.user === undefined ? [] : ['-l', server.user]),
    '--',
    server.host ?? '',
    REMOTE,
  ];
}

/** What was tried, for errors. */
export const triedWith = ({ host = '', port, user }: ServerAddress): string =>
  `SSH to ${isIP(host) === 6 && port !== undefined ? `[${host}]` : host}${port === undefined ? '' : `:${String(port)}`}${user === undefined ? '' : ` as ${user}`}`;

/**
 * The names under which `ssh` speaks of the host itself, by the user's configuration; so questions of a jump host are
 * told from those of the server.
 */
export function ownNames(program: string, server: ServerAddress, version: ClientVersion): Promise<string[]> {
  const args = ['-G', ...clientArguments(server, version).slice(0, -1)];
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 10_000, windowsHide: true }, (_error, stdout) => {
      const named = [...stdout.matchAll(/^(?:hostname|hostkeyalias) (?<name>\S+)\r?$/gm)].map(
        ({ groups }) => groups?.name,
      );
      resolve([server.host ?? '', ...named.filter((name) => name !== undefined)].map((name) => name.toLowerCase()));
    });
  });
}
