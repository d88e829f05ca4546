import { orAborted, within } from '../powershell/abort';
import { JobError } from '../powershell/failure';
import { faultOf } from '../powershell/faults';
import { ProcessGone, type PowerShellProcess } from '../powershell/process';
import { askIn, runIn, SessionLost, type RoundTrip } from '../powershell/roundTrips';
import type { Question, RawAnswer, RunResult, Session } from '../session';
import { TransportError, type Fault } from '../transportError';
import { OWN_FAILURE } from './faults';
import type { Holder, Places } from './places';
import type { SshSettings } from './settings';

/** Makes a connection for a session. */
export interface Connector {
  /** What was tried, as errors tell it. */
  readonly tried: string;
  /** Resolves with a PowerShell on the server that has begun. Rejects with a {@link TransportError} or the signal's reason. */
  connect(signal: AbortSignal): Promise<PowerShellProcess>;
  /** A text without any secret. */
  hide(text: string): string;
  /** Nobody connects any more. */
  dispose(): void;
}

/** After these nobody signs in again by itself: a password that has changed would lock the account. */
const REFUSALS: ReadonlySet<Fault> = new Set<Fault>([
  ...(['signInRefused', 'accountLocked', 'passwordExpired', 'passwordMissing'] as const),
  ...(['hostKeyChanged', 'hostKeyUnknown'] as const),
]);

/** How long a connection may take to end by itself, in milliseconds. */
const PATIENCE = 2000;

/** A server that is reached by `ssh`: one process at a time, one question at a time. */
export class SshSession implements Session, Holder {
  readonly carries = 'ssh';
  readonly can = { read: true, run: true, write: true };
  #process: PowerShellProcess | null = null;
  /** Resolves when a connection that gave way is closed. */
  #leaving: Promise<void> = Promise.resolve();
  /** Resolves when everything before has been done. */
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #restsSince: number | null = null;
  #idle: NodeJS.Timeout | undefined;
  #refused: TransportError | null = null;
  readonly #end = new AbortController();

  constructor(
    readonly key: string,
    private readonly settings: SshSettings,
    private readonly places: Places,
    private readonly connector: Connector,
    private readonly disposed: (session: SshSession) => void,
  ) {}

  get restsSince(): number | null {
    return this.#restsSince;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Connects, if it is not connected. Rejects with a {@link TransportError} or the signal's reason. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#inTurn(signal, async () => {
      await this.#connected(signal);
    });
  }

  async ask(questions: readonly Question[], signal: AbortSignal): Promise<readonly RawAnswer[]> {
    if (!questions.length) return [];
    return this.#inSession(signal, true, (process) => askIn(process, questions, this.#trip(signal)));
  }

  async run(command: string, signal: AbortSignal, heard?: (output: string) => void): Promise<RunResult> {
    return this.#inSession(signal, false, async (process) => {
      const result = await runIn(process, command, this.#trip(signal), heard);
      // The client ends so too when the connection breaks; then nobody knows how the command ended.
      if (result.exitCode === OWN_FAILURE && process.dead) throw new ProcessGone(OWN_FAILURE);
      return result;
    });
  }

  #trip(signal: AbortSignal): RoundTrip {
    return { settings: this.settings, session: '', signal };
  }

  /** Works when it is its turn. A connection that was lost is made again, once; a command is not sent again. */
  async #inSession<T>(
    signal: AbortSignal,
    mayRepeat: boolean,
    work: (process: PowerShellProcess) => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(signal, async () => {
      for (let again = false; ; again = true) {
        const process = await this.#connected(signal);
        try {
          return await work(process);
        } catch (error) {
          const lost = error instanceof ProcessGone || error instanceof SessionLost;
          if (process.dead || lost) await this.#drop(process);
          if (!lost) throw this.#told(error);
          if (again || !mayRepeat || this.#end.signal.aborted)
            throw this.#told(new TransportError('sessionEnded', error instanceof SessionLost ? error.detail : ''));
        }
      }
    });
  }

  async #inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    this.#throwIfEnded();
    const before = this.#last;
    let done = (): void => undefined;
    this.#last = new Promise((resolve) => (done = resolve));
    this.#waiting++;
    this.#rest(false);
    try {
      await orAborted(before, signal);
      this.#throwIfEnded();
      return await work();
    } finally {
      // Whoever comes next waits for who was before, too.
      void before.then(done);
      if (--this.#waiting === 0) this.#rest(true);
    }
  }

  #throwIfEnded(): void {
    if (this.#end.signal.aborted) throw new TransportError('sessionEnded', '', this.connector.tried);
  }

  async #connected(signal: AbortSignal): Promise<PowerShellProcess> {
    if (this.#process && !this.#process.dead) return this.#process;
    if (this.#process) await this.#drop(this.#process);
    if (this.#refused) throw this.#refused;
    const either = AbortSignal.any([signal, this.#end.signal]);
    await orAborted(this.#leaving, either);
    await this.places.take(this, either);
    try {
      const process = await this.connector.connect(either);
      this.#process = process;
      void process.ended.then(() => this.#lost(process));
      return process;
    } catch (error) {
      this.places.release(this);
      const told = this.#told(error);
      if (told instanceof TransportError && REFUSALS.has(told.fault)) this.#refused = told;
      throw told;
    }
  }

  /** It ended while nobody used it: the next question connects again. */
  #lost(process: PowerShellProcess): void {
    if (this.#process !== process) return;
    this.#process = null;
    this.places.release(this);
  }

  async #drop(process: PowerShellProcess): Promise<void> {
    await process.kill();
    this.#lost(process);
  }

  /** A connection that nobody uses is closed after a while. */
  #rest(rests: boolean): void {
    clearTimeout(this.#idle);
    this.#restsSince = rests ? performance.now() : null;
    if (!rests || !this.#process || this.#end.signal.aborted) return;
    this.#idle = setTimeout(() => void this.giveWay(), this.settings.limits.idle);
    this.#idle.unref();
    this.places.serve();
  }

  async giveWay(): Promise<void> {
    const process = this.#process;
    if (!process || this.#restsSince === null) return;
    // Whoever asks from now on connects again.
    this.#process = null;
    this.#leaving = process.close(PATIENCE).then(() => this.places.release(this));
    await this.#leaving;
  }

  /** An error with what was tried and without any secret; whatever else comes is handed on. */
  #told(error: unknown): unknown {
    const { tried } = this.connector;
    if (error instanceof JobError)
      return new TransportError(faultOf(error.failure), this.connector.hide(error.failure.message), tried);
    if (error instanceof TransportError)
      return new TransportError(error.fault, this.connector.hide(error.detail), error.tried || tried);
    return error;
  }

  async dispose(): Promise<void> {
    if (this.#end.signal.aborted) return;
    const isBusy = this.#waiting > 0;
    this.#end.abort(new TransportError('sessionEnded', '', this.connector.tried));
    clearTimeout(this.#idle);
    const process = this.#process;
    this.#process = null;
    if (process) await (isBusy ? process.kill() : process.close(PATIENCE));
    this.places.release(this);
    // A connection that was being made ends by the signal.
    await within(Promise.all([this.#last, this.#leaving]), PATIENCE);
    this.connector.dispose();
    this.disposed(this);
  }
}
