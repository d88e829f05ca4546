import { questionText, type Envelope } from '../../engine/probes/envelope';
import type { Question, RawAnswer, RunResult, Session } from '../session';
import { TransportError, type Fault } from '../transportError';
import { orAborted, within } from './abort';
import { Answers, readTrouble } from './answers';
import { JobError } from './failure';
import { faultOf } from './faults';
import type { Job } from './job';
import type { PowerShellPool } from './pool';
import { newNumber, ProcessGone, type PowerShellProcess } from './process';
import { scripts } from './scripts.generated';

/** What a session in a process of the pool rests on. */
export interface Target {
  /** Unique among all sessions. */
  readonly key: string;
  /** The key of a PSSession; empty for work in the process itself. */
  readonly session: string;
  readonly carries: Session['carries'];
  /** What was tried, as errors tell it. */
  readonly tried: string;
  readonly secret: string | undefined;
  /** Whether opening takes time that a dead server may cost. */
  readonly slow: boolean;
  /** Opens it in that process; rejects as a process does. */
  open(process: PowerShellProcess, signal: AbortSignal): Promise<void>;
  /** Lets go what it holds on our side. */
  dispose(): void;
}

/** How long ending a session may hold up its user, in milliseconds. */
const CLOSING = 3000;

/** After these nobody signs in again by itself: a password that has changed would lock the account. */
const REFUSALS: ReadonlySet<Fault> = new Set<Fault>(['signInRefused', 'accountLocked', 'passwordExpired']);

/** The session is lost, in the middle of a question or before. */
class SessionLost extends Error {
  constructor(readonly detail: string) {
    super(detail);
  }
}

/** A session in one of the processes of a pool; it moves to another when its process ends. */
export class PooledSession implements Session {
  readonly carries: Session['carries'];
  readonly can = { read: true, run: true, write: true };
  #process: PowerShellProcess | null = null;
  #opening: Promise<PowerShellProcess> | null = null;
  /** Why it was not let in again. */
  #refused: TransportError | null = null;
  readonly #end = new AbortController();

  constructor(
    private readonly pool: PowerShellPool,
    private readonly target: Target,
  ) {
    this.carries = target.carries;
  }

  /**
   * Opens it, if it is not open. Rejects with a {@link JobError}, a {@link TransportError} or the signal's reason.
   * A process that ends in doing so is followed by another, once.
   */
  async start(signal: AbortSignal): Promise<PowerShellProcess> {
    if (this.#process && !this.#process.dead) return this.#process;
    this.#process = null;
    const { key, secret, slow, tried } = this.target;
    for (let again = false; ; again = true)
      try {
        this.#process = await this.pool.use({ key, process: null, secret, opening: slow }, signal, async (process) => {
          await this.target.open(process, signal);
          process.sessions.add(key);
          return process;
        });
        return this.#process;
      } catch (error) {
        if (!(error instanceof ProcessGone)) throw error;
        if (again) throw new TransportError('sessionEnded', 'PowerShell ended by itself.', tried);
      }
  }

  async ask(questions: readonly Question[], signal: AbortSignal): Promise<readonly RawAnswer[]> {
    if (!questions.length) return [];
    const number = newNumber();
    const text = questionText(this.pool.settings.version, number, questions);
    const job: Job = { kind: 'ask', asked: { key: this.target.session }, text };
    return this.#inSession(signal, true, async (process) => {
      const answers = new Answers(questions);
      const heard = (envelope: Envelope): void => answers.add(envelope);
      const data = await process.perform({ job, number, heard, signal, limit: this.pool.settings.limits.ask });
      const trouble = readTrouble(data);
      if (!answers.complete && !trouble.opened) throw new SessionLost(trouble.failures[0]?.message ?? '');
      return answers.all(trouble);
    });
  }

  async run(command: string, signal: AbortSignal, heard?: (output: string) => void): Promise<RunResult> {
    const text = `# IIS Doctor ${this.pool.settings.version} run\n${scripts.run ?? ''}`;
    const job: Job = { kind: 'run', asked: { key: this.target.session }, text, command };
    return this.#inSession(signal, false, async (process) => {
      const output: string[] = [];
      const print = (envelope: Envelope): void => {
        if (!envelope.ok || envelope.probe !== '.out') return;
        const piece = `${String(JSON.parse(envelope.data))}\n`;
        output.push(piece);
        heard?.(piece);
      };
      const task = { job, heard: print, signal, limit: this.pool.settings.limits.run };
      try {
        const data = await process.perform(task);
        const { exitCode } = (data ?? {}) as { exitCode?: unknown };
        const { failures } = readTrouble(data);
        if (typeof exitCode === 'number') return { exitCode, output: output.join('') };
        throw new TransportError('sessionEnded', failures[0]?.message ?? '');
      } catch (error) {
        // A command such as `exit 3` ends the process it runs in.
        if (error instanceof ProcessGone && error.exitCode !== null && !this.target.session)
          return { exitCode: error.exitCode, output: output.join('') };
        throw error;
      }
    });
  }

  /**
   * Works in the open session. One that was lost is opened again, once; what had begun by then is repeated only if it
   * may be.
   */
  async #inSession<T>(
    signal: AbortSignal,
    mayRepeat: boolean,
    work: (process: PowerShellProcess) => Promise<T>,
  ): Promise<T> {
    for (let again = false; ; again = true) {
      const state = { begun: false };
      const process = await this.#opened(signal);
      try {
        return await this.pool.use({ key: this.target.key, process }, signal, (one) => {
          state.begun = true;
          return work(one);
        });
      } catch (error) {
        const lost = error instanceof ProcessGone || error instanceof SessionLost;
        if (lost || process.dead) this.#process = null;
        // What still runs on the server is ended by opening the session anew.
        if (state.begun && process.dead && this.target.session) this.#tidy();
        if (!lost) throw this.#told(error);
        if (again || (state.begun && !mayRepeat) || this.#end.signal.aborted)
          throw new TransportError('sessionEnded', error instanceof SessionLost ? error.detail : '', this.target.tried);
      }
    }
  }

  /** The open session, shared by all who wait for it; whoever cancels stops waiting. */
  async #opened(signal: AbortSignal): Promise<PowerShellProcess> {
    signal.throwIfAborted();
    if (this.#end.signal.aborted) throw new TransportError('sessionEnded', '', this.target.tried);
    if (this.#process && !this.#process.dead) return this.#process;
    if (this.#refused) throw this.#refused;
    this.#opening ??= this.start(this.#end.signal).finally(() => (this.#opening = null));
    const opening = this.#opening;
    opening.catch(() => undefined);
    try {
      return await orAborted(opening, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      const told = this.#told(error);
      if (told instanceof TransportError && REFUSALS.has(told.fault)) this.#refused = told;
      throw told;
    }
  }

  #tidy(): void {
    if (this.#end.signal.aborted) return;
    this.#opened(this.#end.signal).catch(() => undefined);
  }

  /** An error with what was tried and without any secret; whatever else comes is handed on. */
  #told(error: unknown): unknown {
    const { tried } = this.target;
    if (error instanceof JobError)
      return new TransportError(faultOf(error.failure), this.pool.secrets.hide(error.failure.message), tried);
    if (error instanceof ProcessGone) return new TransportError('sessionEnded', '', tried);
    if (error instanceof TransportError)
      return new TransportError(error.fault, this.pool.secrets.hide(error.detail), error.tried || tried);
    return error;
  }

  async dispose(): Promise<void> {
    if (this.#end.signal.aborted) return;
    this.#end.abort(new TransportError('sessionEnded', '', this.target.tried));
    this.target.dispose();
    const process = this.#process;
    this.#process = null;
    if (!process || process.dead) return;
    process.sessions.delete(this.target.key);
    const { key, session } = this.target;
    const close = (one: PowerShellProcess): Promise<unknown> =>
      session
        ? one.perform({
            job: { kind: 'close', asked: { key: session } },
            limit: this.pool.settings.limits.open,
            signal: new AbortController().signal,
          })
        : Promise.resolve();
    const closing = this.pool.use({ key, process }, new AbortController().signal, close).catch(() => undefined);
    await within(closing, CLOSING);
  }
}
