import { randomBytes } from 'node:crypto';
import { ANSWER_PREFIX, readEnvelope, type Envelope } from '../../engine/probes/envelope';
import { TransportError } from '../transportError';
import { onAbort, orAborted } from './abort';
import { textOfBase64 } from './base64';
import { JobError, readFailure } from './failure';
import { faultOf } from './faults';
import { END, jobLines, type Job } from './job';
import { longAnswer } from './longAnswer';
import { Shell } from './shell';
import type { PoolSettings } from './settings';

/** Digits and letters that tell one round trip's lines from any other's. */
export const newNumber = (): string => randomBytes(8).toString('hex');

/** How long, in milliseconds, errors may lag behind the output that they belong to. */
const LAG = 100;

/** The process is gone, with every session in it. */
export class ProcessGone extends Error {
  constructor(readonly exitCode: number | null) {
    super('The PowerShell process has ended.');
  }
}

interface Current {
  readonly number: string;
  readonly heard: (answer: Envelope) => void;
  readonly done: (data: unknown) => void;
  readonly failed: (error: unknown) => void;
  received: number;
  outcome: { readonly data: unknown } | { readonly error: JobError } | null;
}

/** A PowerShell process that does one job at a time. */
export class PowerShellProcess {
  readonly #shell: Shell;
  readonly #ready: Promise<unknown>;
  #current: Current | null = null;
  #stopped = false;
  /** Whose sessions are in it. */
  readonly sessions = new Set<string>();
  /** Names of the variables that gave it its secrets. */
  readonly secrets: ReadonlySet<string>;

  constructor(
    private readonly settings: PoolSettings,
    program: string,
    secrets: ReadonlyMap<string, string>,
  ) {
    this.secrets = new Set(secrets.keys());
    this.#shell = new Shell(
      { program, variables: Object.fromEntries(secrets) },
      (line) => this.#line(line),
      (head) => longAnswer(head, this.#current?.number ?? '-', (answer) => this.#answer(answer)),
      (length) => this.#received(length),
    );
    void this.#shell.ended.then((code) => this.#current?.failed(this.#endError(code)));
    this.#ready = this.#perform({
      job: { kind: 'start', asked: { secrets: [...secrets.keys()], parent: process.pid } },
      limit: settings.limits.start,
      signal: new AbortController().signal,
    });
    // Whoever uses it first is told.
    this.#ready.catch(() => undefined);
  }

  /** Whether it has ended or is about to: it takes no job any more. */
  get dead(): boolean {
    return this.#stopped || this.#shell.dead;
  }

  get pid(): number | undefined {
    return this.#shell.pid;
  }

  /** Resolves when it has ended. */
  get ended(): Promise<number | null> {
    return this.#shell.ended;
  }

  /**
   * Does a job, when it has started. What hangs or is cancelled is killed with all its tree: a PowerShell that is busy
   * reads no input, so there is no other way to stop it.
   *
   * Rejects with a {@link JobError}, a {@link ProcessGone}, a {@link TransportError} or the signal's reason.
   *
   * @param task `number` is in every line that is for it; `heard` gets each answer as it comes
   */
  async perform(task: Task): Promise<unknown> {
    await this.ready(task.signal);
    return this.#perform(task);
  }

  /** Resolves when it has started; rejects as {@link perform} does. A cancel lets it start all the same. */
  async ready(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.dead) throw this.#endError(null);
    await orAborted(this.#ready, signal);
  }

  async #perform({ job, limit, signal, number = newNumber(), heard = () => undefined }: Task): Promise<unknown> {
    this.#shell.takeErrors();
    let timer: NodeJS.Timeout | undefined;
    const result = new Promise((done, failed) => {
      this.#current = { number, heard, done, failed, received: 0, outcome: null };
      timer = setTimeout(() => {
        this.settings.log(`A PowerShell process gave no answer in ${String(limit / 1000)} s and was ended.`);
        this.#stop(new TransportError('timedOut', this.#shell.takeErrors().trim()));
      }, limit);
      this.#shell.send(jobLines(this.settings.version, number, job));
    });
    const deaf = onAbort(signal, () => this.#stop(signal.reason));
    try {
      return await result;
    } finally {
      clearTimeout(timer);
      deaf();
      this.#current = null;
    }
  }

  #stop(reason: unknown): void {
    this.#current?.failed(reason);
    void this.kill();
  }

  #received(length: number): void {
    const current = this.#current;
    if (!current) return;
    current.received += length;
    if (current.received > this.settings.limits.answer) this.#stop(new TransportError('answerTooLarge'));
  }

  #line(line: string): void {
    const current = this.#current;
    if (!current) return;
    const end = `${ANSWER_PREFIX} ${current.number} ${END} `;
    const at = line.length < 1000 ? line.indexOf(end) : -1;
    if (at >= 0) {
      this.#end(current, line.slice(at + end.length));
      return;
    }
    const answer = readEnvelope(line, current.number, textOfBase64);
    if (answer) this.#answer(answer);
  }

  #answer(answer: Envelope): void {
    const current = this.#current;
    if (!current) return;
    if (answer.ok && answer.probe === '.done') current.outcome = { data: parsed(answer.data) };
    else if (answer.ok && answer.probe === '.failed')
      current.outcome = { error: new JobError(readFailure(parsed(answer.data))) };
    else current.heard(answer);
  }

  #end(current: Current, language: string): void {
    const { outcome } = current;
    if (outcome === null) {
      // Nothing of ours has run: why, it says on its other stream.
      setTimeout(() => current.failed(unread(language, this.#shell.takeErrors())), LAG);
      return;
    }
    if ('data' in outcome) current.done(outcome.data);
    else current.failed(outcome.error);
  }

  #endError(code: number | null): Error {
    const { startError } = this.#shell;
    if (startError) return new TransportError('programMissing', startError.message);
    return new ProcessGone(code);
  }

  /** Ends it gently, or else by force. Never rejects. */
  close(patience: number): Promise<void> {
    this.#stopped = true;
    return this.#shell.close(patience);
  }

  /** Never rejects. */
  kill(): Promise<void> {
    this.#stopped = true;
    return this.#shell.kill();
  }
}

/** A job with what it needs. */
export interface Task {
  readonly job: Job;
  /** Milliseconds from its start. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly number?: string;
  readonly heard?: (answer: Envelope) => void;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Why a line of ours was not run. Ids stand in the errors that PowerShell prints, in every language. */
function unread(language: string, errors: string): TransportError {
  const detail = errors.trim();
  const ids = detail.match(/\w+/g) ?? [];
  const fault = faultOf({ ids, codes: [], category: '', message: '' });
  if (fault === 'failed' && language.trim() !== 'FullLanguage')
    return new TransportError('constrainedLanguage', detail);
  return new TransportError(fault, detail);
}
