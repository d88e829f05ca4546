import type { ShortfallReason } from '../engine/probes/probe';
import type { Phase } from '../transports/session';
import type { Fault } from '../transports/transportError';

/** What a fault means, and the one thing to try next. */
export interface FaultText {
  readonly says: string;
  readonly next: string;
}

/** One sentence and one next step for each fault; a new one without them does not compile. */
export const faultTexts: Readonly<Record<Fault, FaultText>> = {
  hostNotFound: {
    says: 'The name of this server does not resolve.',
    next: 'Check the host in the setting, the VPN and DNS; the full name, such as web1.contoso.com, often helps.',
  },
  unreachable: {
    says: 'Nothing answers at this address.',
    next: 'Check that the server is on and that a firewall lets the port through.',
  },
  connectionRefused: {
    says: 'The server is there, but nothing listens on this port.',
    next: 'On the server, Enable-PSRemoting opens WinRM; for SSH, start the service sshd.',
  },
  timedOut: {
    says: 'The server did not answer in time.',
    next: 'Try again; if it stays so, the server is overloaded or a firewall drops the packets.',
  },
  signInRefused: {
    says: 'The user name or the password was refused.',
    next: 'Check the user in the setting, with its domain. It is not tried again by itself: too many attempts lock the account.',
  },
  accountLocked: {
    says: 'The account is locked out.',
    next: 'Do not try again before it was unlocked: every attempt prolongs the lock-out.',
  },
  passwordExpired: {
    says: 'The password of the account has expired or must be changed.',
    next: 'Sign in once in the usual way and set a new password.',
  },
  passwordMissing: {
    says: 'No password was given.',
    next: 'Connect again to be asked for it, or leave the user out to sign in as yourself.',
  },
  notAllowed: {
    says: 'The account may sign in, but not open a session there.',
    next: 'It must be a member of Administrators or Remote Management Users on that server.',
  },
  filteredToken: {
    says: 'Windows took the administrator rights away from this local account.',
    next: 'Use a domain account, or the built-in Administrator; for local accounts the policy LocalAccountTokenFilterPolicy decides.',
  },
  hostNotTrusted: {
    says: 'Windows cannot prove the identity of this server: Kerberos does not know it, and it is not a trusted host.',
    next: 'Use its full domain name, or HTTPS (useSsl). IIS Doctor never changes TrustedHosts.',
  },
  certificateNotTrusted: {
    says: 'The certificate of this server is not trusted here.',
    next: 'Connect by the name in the certificate, or install the authority that issued it.',
  },
  hostKeyUnknown: {
    says: 'The key of this host is not known yet and was not confirmed.',
    next: 'Compare the fingerprint with the one on the server, then connect again and confirm it.',
  },
  hostKeyChanged: {
    says: 'The key of this host has changed since the last time.',
    next: 'Find out whether the server was set up anew. Only then remove the old line from known_hosts.',
  },
  invalidHost: {
    says: 'The host in the setting is no host name or address.',
    next: 'Write a name such as web1.contoso.com, or an address.',
  },
  programMissing: {
    says: 'The program that carries this connection is not on this machine.',
    next: 'Install it, or name its path in the settings of this machine.',
  },
  clientTooOld: {
    says: 'The ssh of this machine is older than 8.4 and cannot ask for passwords here.',
    next: 'Use a key without a passphrase or an agent, update OpenSSH, or sign in once in a terminal.',
  },
  noPowerShell: {
    says: 'There is no Windows PowerShell at the other end.',
    next: 'Check that the host is a Windows server; powershell.exe must be on its path.',
  },
  constrainedLanguage: {
    says: 'PowerShell there runs in Constrained Language Mode, so the questions cannot run.',
    next: 'A policy of the server decides that. Use an account or an endpoint that it exempts.',
  },
  restrictedEndpoint: {
    says: 'The endpoint offers a few commands only (Just Enough Administration).',
    next: 'Connect to the default endpoint, or ask for one that may run scripts.',
  },
  blockedByAntimalware: {
    says: 'Antimalware software on the server refused the script.',
    next: 'What was asked stands in the log in plain text; show it to whoever looks after that software.',
  },
  sessionEnded: {
    says: 'The session ended in the middle of a question.',
    next: 'Try again. If WinRM or the server was just restarted, wait a moment first.',
  },
  answerNotUnderstood: {
    says: 'The server answered something else than what was asked.',
    next: 'Copy the details and look at them: a profile, a logon banner or a wrapper may stand between.',
  },
  answerTooLarge: {
    says: 'The answer was larger than what is read at once.',
    next: 'Ask for less, such as a shorter time or fewer lines.',
  },
  notSupportedHere: {
    says: 'This way to a server does not exist here.',
    next: 'WinRM and the local machine need Windows; from macOS, Linux use SSH; in a browser, folders and the demo.',
  },
  notTrusted: {
    says: 'This server was not connected, because its address comes from a workspace that nobody confirmed.',
    next: 'Trust the workspace, then confirm the host once.',
  },
  folderWithoutConfiguration: {
    says: 'No applicationHost.config was found in this folder.',
    next: 'Name a copy of inetsrv\\config, a Shared Configuration export or an IIS Express folder.',
  },
  failed: {
    says: 'The connection failed.',
    next: 'The details say what the program reported.',
  },
};

/** What is shown in place of something that is not known; the server's own words come behind it. */
export const shortfallTexts: Readonly<Record<ShortfallReason, string>> = {
  needsAdministrator: 'needs administrator',
  notInstalled: 'not installed there',
  notFound: 'not found',
  secondHop: 'on another machine, which this session may not reach',
  tooLarge: 'too large to be read at once',
  notHere: 'not known from files alone',
  notUnderstood: 'answered in a way that is not understood',
  failed: 'could not be read',
};

/** What to do about it; empty where there is nothing. */
export const shortfallSteps: Readonly<Record<ShortfallReason, string>> = {
  needsAdministrator:
    'Connect with an account that is an administrator there; on this machine, start VS Code as administrator.',
  notInstalled: 'The role service, module or program for it is not installed on that server.',
  notFound: '',
  secondHop:
    'The path lies on a third machine, and Windows does not hand your sign-in on to it. Look at it from here, or on that machine.',
  tooLarge: 'Open the file on the server.',
  notHere: 'Connect to the server itself to see it.',
  notUnderstood: 'Copy the details; the output may be in a form that IIS Doctor does not know yet.',
  failed: '',
};

/** What happens while a server is being connected. */
export const phaseTexts: Readonly<Record<Phase, string>> = {
  resolving: 'Resolving the name…',
  connecting: 'Connecting…',
  signingIn: 'Signing in…',
  starting: 'Starting PowerShell…',
  reading: 'Reading…',
};
