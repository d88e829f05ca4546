import type { ProbeArguments } from '../engine/probes/probe';

/** A server as it stands in the setting `iisDoctor.servers`. Holds no secret. */
export interface ServerAddress {
  /** What the user calls it; unique. */
  readonly name: string;
  readonly group?: string;
  readonly transport: TransportKind;
  /** Host name or address, for `winrm` and `ssh`. */
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  /** `winrm`: over HTTPS. */
  readonly useSsl?: boolean;
  /** `winrm`: how Windows signs in; absent: the person who runs VS Code. */
  readonly authentication?: 'Kerberos' | 'Negotiate';
  /** `folder`: the folder, as a URI or path; `demo`: which server of the farm. */
  readonly path?: string;
}

export type TransportKind = 'local' | 'winrm' | 'ssh' | 'folder' | 'demo';

/** One question of a round trip. */
export interface Question {
  readonly probe: string;
  readonly asked: ProbeArguments;
}

/**
 * What a server said to one question: the JSON text of the envelope's data, not yet parsed because it may be long, or the
 * error that the script ended with.
 */
export type RawAnswer =
  { readonly ok: true; readonly data: string } | { readonly ok: false; readonly error: ScriptError };

export interface ScriptError {
  readonly message: string;
  /** As Windows prints it, `0x80070005`; null where the error has none. */
  readonly hresult: string | null;
  /** PowerShell's error category, such as `PermissionDenied`. */
  readonly category: string;
}

export interface RunResult {
  readonly exitCode: number;
  /** What the command printed, standard output and errors in their order. */
  readonly output: string;
}

/** A connected server. */
export interface Session {
  /** What would break if the thing it rests on were stopped. */
  readonly carries: 'nothing' | 'winrm' | 'ssh' | 'files';
  readonly can: Readonly<Record<'read' | 'run' | 'write', boolean>>;
  /**
   * Asks everything in one round trip. Answers stand in the order of the questions. Rejects with a {@link TransportError},
   * or with the signal's reason; a cancel stops the work on the server.
   */
  ask(questions: readonly Question[], signal: AbortSignal): Promise<readonly RawAnswer[]>;
  /**
   * Runs a line of Windows PowerShell: exactly the text that the user has seen. Rejects as {@link ask} does; a command
   * that fails answers with its exit code.
   *
   * @param heard called with each piece of output as it comes
   */
  run(command: string, signal: AbortSignal, heard?: (output: string) => void): Promise<RunResult>;
  /** Ends it and leaves no process behind. Never rejects. */
  dispose(): Promise<void>;
}

export type Phase = 'resolving' | 'connecting' | 'signingIn' | 'starting' | 'reading';

/** What a transport needs from whoever opens a session. */
export interface Surroundings {
  readonly signal: AbortSignal;
  /** Told as it goes on, for the tree. */
  readonly phase: (phase: Phase) => void;
  /**
   * A password for this server. The asker counts: after two refused ones it answers null without asking.
   */
  readonly password: (asked: PasswordQuestion) => Promise<string | null>;
  /** A question of trust about this one host, such as an unknown host key. */
  readonly confirm: (asked: Confirmation) => Promise<boolean>;
  /** One line for the log; never holds a secret. */
  readonly log: (line: string) => void;
}

export interface PasswordQuestion {
  readonly prompt: string;
  /** Whether the last one was refused. */
  readonly refused: boolean;
  /** What it opens, where that is not the account on the server, such as a key of this machine; kept apart from that one. */
  readonly purpose?: string;
  /** It is good for one time only and never kept. */
  readonly once?: boolean;
}

export type Confirmation =
  /** The question of `ssh` in its own words, with the fingerprint. */
  | { readonly kind: 'hostKey'; readonly text: string }
  /** The certificate of the host could not be checked. */
  | { readonly kind: 'certificate'; readonly host: string; readonly text: string };

/** A way to servers. One folder below `transports/` each; a generated list hands them to the doors. */
export interface Transport {
  readonly kind: TransportKind;
  /** Rejects with a {@link TransportError} or the signal's reason. */
  open(server: ServerAddress, surroundings: Surroundings): Promise<Session>;
  /** Ends every process. */
  dispose(): Promise<void>;
}
