/** What can go wrong on the way to a server, each with one sentence and one next step where it is shown. */
export const faults = [
  /** The name does not resolve. */
  'hostNotFound',
  /** Nobody answers there. */
  'unreachable',
  /** Something answers, but not on this port. */
  'connectionRefused',
  'timedOut',
  /** User name or password are wrong. */
  'signInRefused',
  'accountLocked',
  'passwordExpired',
  /** The user cancelled the password box, or two passwords were refused. */
  'passwordMissing',
  /** Signed in, but the account may not open a session there. */
  'notAllowed',
  /** Signed in with a local account whose administrator token Windows filtered. */
  'filteredToken',
  /** No Kerberos, and the host is not among the TrustedHosts of this machine. */
  'hostNotTrusted',
  'certificateNotTrusted',
  'hostKeyUnknown',
  'hostKeyChanged',
  /** The host in the setting is no host name; such as one that begins with a hyphen. */
  'invalidHost',
  /** `ssh`, `powershell` or `pwsh` is not on this machine. */
  'programMissing',
  /** The ssh client is older than 8.4 and cannot ask us. */
  'clientTooOld',
  /** There is no PowerShell at the other end. */
  'noPowerShell',
  'constrainedLanguage',
  /** A JEA endpoint that offers a few commands only. */
  'restrictedEndpoint',
  /** Antimalware software refused the script. */
  'blockedByAntimalware',
  /** The session ended in the middle of a question. */
  'sessionEnded',
  /** The answer is not one. */
  'answerNotUnderstood',
  'answerTooLarge',
  /** Not from this platform or this door. */
  'notSupportedHere',
  /** The workspace is not trusted, or names a host nobody confirmed. */
  'notTrusted',
  /** The folder holds no configuration of IIS. */
  'folderWithoutConfiguration',
  'failed',
] as const;

export type Fault = (typeof faults)[number];

/** The one error of all transports. */
export class TransportError extends Error {
  /**
   * @param detail what the program or server said: shown as such, never as markup; without secrets
   * @param tried what was tried, such as `WinRM to web1:5986 over HTTPS as CONTOSO\op`
   */
  constructor(
    readonly fault: Fault,
    readonly detail = '',
    readonly tried = '',
  ) {
    super(detail ? `${fault}: ${detail}` : fault);
    this.name = 'TransportError';
  }
}
