import type { Fault } from '../transportError';

/** The exit code by which `ssh` tells that it failed itself. */
export const OWN_FAILURE = 255;

/**
 * What `ssh` says when it fails, the most telling first: its messages are English everywhere; only what the system adds
 * to them is not. OpenSSH 7.4 to 10.
 */
const messages: readonly (readonly [RegExp, Fault])[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY|Host key for .+ has changed/, 'hostKeyChanged'],
  [/Host key verification failed|No .+ host key is known for/, 'hostKeyUnknown'],
  [/Could not resolve hostname|Temporary failure in name resolution/, 'hostNotFound'],
  [/hostname contains invalid characters/, 'invalidHost'],
  [/: Connection refused/, 'connectionRefused'],
  [/(?:Connection|Operation) timed out|Connection to .+ timed out|Timeout, server .+ not responding/, 'timedOut'],
  [/No route to host|Network is (?:unreachable|down)|Host is (?:unreachable|down)/, 'unreachable'],
  [/[Pp]assword (?:has )?expired|[Pp]assword change required|must change your password/, 'passwordExpired'],
  [/[Aa]ccount (?:is |has been )?locked/, 'accountLocked'],
  [/account is currently not available|allows sftp connections only|[Aa]ccount has expired/, 'notAllowed'],
  [/Permission denied \(|Too many authentication failures|Authentication failed/, 'signInRefused'],
];

/** What a shell says that finds no program, in whichever language: it names the program. */
const NO_POWERSHELL = /powershell\.exe/i;
/** Exit codes of shells that found no program: of Unix and of cmd. */
const NOT_FOUND: ReadonlySet<number> = new Set([126, 127, 9009]);

/** How a connection ended. */
export interface Ending {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** What was printed as errors, by `ssh` itself and from the other end. */
  readonly said: string;
  /** Whether the server had let us in. */
  readonly signedIn: boolean;
}

/** Why there was no first answer. */
export function faultOfEnding({ exitCode, said, signedIn }: Ending): Fault {
  const found = messages.find(([pattern]) => pattern.test(said))?.[1];
  if (exitCode === OWN_FAILURE) {
    if (found !== undefined) return found;
    return signedIn ? 'sessionEnded' : /Connection (?:closed|reset)|banner/.test(said) ? 'unreachable' : 'failed';
  }
  // The other end has spoken: whatever it is, it is no Windows PowerShell.
  if (exitCode === null) return 'sessionEnded';
  if (NOT_FOUND.has(exitCode) || NO_POWERSHELL.test(said)) return 'noPowerShell';
  return found ?? (exitCode === 0 ? 'noPowerShell' : 'failed');
}

/** Lines of a connection that goes well, and of the end. */
const GOES_WELL =
  /^(?:Authenticated to |Transferred: |Bytes per second: |Warning: Permanently added |Connecting to |debug\d: |\s*$)/;

/** The last lines that tell something. */
export const tellingLines = (said: string): string =>
  said
    .split(/\r?\n/)
    .filter((line) => !GOES_WELL.test(line))
    .slice(-8)
    .join('\n')
    .trim();
