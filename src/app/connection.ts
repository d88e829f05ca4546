import type { Phase, RawAnswer, ServerAddress, Session, Surroundings, Transport } from '../transports/session';
import { TransportError } from '../transports/transportError';
import { Changes } from './changes';
import { readAnswer, type Ask, type ProbeId, type ProbeTypes } from './asking';
import type { Thinker } from './thinker';

export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly phase: Phase }
  | { readonly kind: 'connected' }
  | { readonly kind: 'failed'; readonly error: TransportError };

/** An answer as it is kept. */
export interface Kept<T = unknown> {
  /** The last answer; undefined where there was none yet. */
  readonly value: T | undefined;
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  /** Why the last question got none. */
  readonly error: Error | null;
  readonly isAsked: boolean;
}

export interface ConnectionParts {
  readonly transport: Transport | null;
  /** Rejects with a {@link TransportError} where this server may not be connected to. */
  readonly permit: (address: ServerAddress) => Promise<void>;
  readonly surroundings: (address: ServerAddress, signal: AbortSignal, phase: Surroundings['phase']) => Surroundings;
  readonly thinker: Thinker;
  readonly now: () => number;
  /** How long connecting may take, in milliseconds, not counting the time in which somebody is asked. */
  readonly connectLimit?: number;
}

const CONNECT_LIMIT_MS = 30_000;
const ASK_LIMIT_MS = 60_000;

/** One server: its session, opened with the first question, and what it answered. Whoever asks sees what is known at once. */
export class Connection {
  readonly address: ServerAddress;
  readonly changes = new Changes<void>();
  readonly #parts: ConnectionParts;
  readonly #kept = new Map<string, Kept>();
  readonly #waiting = new Map<string, { ask: Ask; done: ((kept: Kept) => void)[] }>();
  #state: ConnectionState = { kind: 'idle' };
  #session: Promise<Session> | null = null;
  #open: Session | null = null;
  #ending = new AbortController();
  #isScheduled = false;

  constructor(address: ServerAddress, parts: ConnectionParts) {
    this.address = address;
    this.#parts = parts;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** The session, if it is open. */
  get session(): Session | null {
    return this.#open;
  }

  /** What is known, right now. */
  known<Id extends ProbeId>(probe: Id, asked: ProbeTypes[Id]['asked']): Kept<ProbeTypes[Id]['answer']> | null {
    return (this.#kept.get(keyOf({ probe, asked } as Ask)) as Kept<ProbeTypes[Id]['answer']> | undefined) ?? null;
  }

  /**
   * Asks what is not known, or older than allowed. All questions of one turn travel together. Resolves when the last one
   * is answered or failed; what came of it is in {@link known}. Never rejects.
   *
   * @param maxAge milliseconds; 0 asks in any case
   */
  async want(asks: readonly Ask[], maxAge = Infinity): Promise<readonly Kept[]> {
    return Promise.all(asks.map((ask) => this.#wantOne(ask, maxAge)));
  }

  #wantOne(ask: Ask, maxAge: number): Promise<Kept> {
    const key = keyOf(ask);
    const kept = this.#kept.get(key);
    const isFresh = kept && !kept.isAsked && kept.error === null && this.#parts.now() - kept.at < maxAge;
    if (isFresh) return Promise.resolve(kept);
    return new Promise((done) => {
      const waiting = this.#waiting.get(key);
      if (waiting) waiting.done.push(done);
      else this.#waiting.set(key, { ask, done: [done] });
      if (!kept?.isAsked) this.#keep(key, { value: kept?.value, at: kept?.at ?? 0, error: null, isAsked: true });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      queueMicrotask(() => {
        this.#isScheduled = false;
        void this.#roundTrip();
      });
    });
  }

  async #roundTrip(): Promise<void> {
    const asked = [...this.#waiting];
    this.#waiting.clear();
    const signal = this.#ending.signal;
    let raw: readonly RawAnswer[];
    try {
      const session = await this.open();
      raw = await withLimit(ASK_LIMIT_MS, signal, (limited) =>
        session.ask(
          asked.map(([, { ask }]) => ask),
          limited,
        ),
      );
    } catch (error) {
      const failure = error instanceof Error ? error : new TransportError('failed', String(error));
      if (failure instanceof TransportError && failure.fault !== 'answerTooLarge') this.#lost(failure);
      for (const [key, { done }] of asked) this.#finish(key, done, { error: failure });
      this.changes.tell();
      return;
    }
    await Promise.all(
      asked.map(async ([key, { ask, done }], i) => {
        const one = raw[i] ?? MISSING;
        await readAnswer(one, ask, this.#parts.thinker).then(
          (value) => this.#finish(key, done, { value }),
          (error: unknown) =>
            this.#finish(key, done, { error: error instanceof Error ? error : new Error(String(error)) }),
        );
      }),
    );
    this.changes.tell();
  }

  #finish(key: string, done: readonly ((kept: Kept) => void)[], came: { value: unknown } | { error: Error }): void {
    const before = this.#kept.get(key);
    const kept: Kept =
      'value' in came
        ? { value: came.value, at: this.#parts.now(), error: null, isAsked: false }
        : { value: before?.value, at: before?.at ?? 0, error: came.error, isAsked: false };
    this.#keep(key, kept);
    for (const one of done) one(kept);
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
  }

  /** The session, opened if need be. Rejects with a {@link TransportError}, or with an `AbortError` after a cancel. */
  open(): Promise<Session> {
    return (this.#session ??= this.#connect());
  }

  async #connect(): Promise<Session> {
    const ending = this.#ending;
    const phase: Surroundings['phase'] = (now) => {
      if (!ending.signal.aborted && this.#state.kind !== 'connected') this.#change({ kind: 'connecting', phase: now });
    };
    try {
      const { transport, permit, surroundings, connectLimit = CONNECT_LIMIT_MS } = this.#parts;
      if (!transport) throw new TransportError('notSupportedHere');
      await permit(this.address);
      phase('resolving');
      const session = await withLimit(connectLimit, ending.signal, (signal, asking) => {
        const around = surroundings(this.address, signal, phase);
        return transport.open(this.address, {
          ...around,
          password: (asked) => asking(around.password(asked)),
          confirm: (asked) => asking(around.confirm(asked)),
        });
      });
      this.#open = session;
      this.#change({ kind: 'connected' });
      return session;
    } catch (error) {
      this.#session = null;
      if (ending.signal.aborted) this.#change({ kind: 'idle' });
      else this.#lost(error instanceof TransportError ? error : new TransportError('failed', messageOf(error)));
      throw error;
    }
  }

  /** The way to the server is gone: the next question opens it anew. What was known stays. */
  #lost(error: TransportError): void {
    const open = this.#open;
    this.#open = null;
    this.#session = null;
    void open?.dispose();
    this.#change({ kind: 'failed', error });
  }

  #change(state: ConnectionState): void {
    this.#state = state;
    this.changes.tell();
  }

  /** Ends the session and whatever is being asked. What was known stays, unless it is told to forget. */
  async close(forget = false): Promise<void> {
    this.#ending.abort();
    this.#ending = new AbortController();
    const open = this.#open;
    this.#open = null;
    this.#session = null;
    if (forget) this.#kept.clear();
    this.#change({ kind: 'idle' });
    await open?.dispose();
  }
}

const MISSING: RawAnswer = {
  ok: false,
  error: { message: 'The server did not answer this question.', hresult: null, category: 'NotSpecified' },
};

const keyOf = ({ probe, asked }: Ask): string => `${probe} ${JSON.stringify(asked)}`;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Gives up after a time, with `timedOut`.
 *
 * @param work is handed what to wrap around a question to a person: the time begins anew with its answer
 */
async function withLimit<T>(
  limit: number,
  signal: AbortSignal,
  work: (signal: AbortSignal, asking: <A>(answer: Promise<A>) => Promise<A>) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const limited = AbortSignal.any([signal, late.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let questions = 0;
  let isOver = false;
  const begin = (): void => {
    if (!isOver) timer = setTimeout(() => late.abort(new TransportError('timedOut')), limit);
  };
  const asking = async <A>(answer: Promise<A>): Promise<A> => {
    if (questions++ === 0) clearTimeout(timer);
    try {
      return await answer;
    } finally {
      if (--questions === 0) begin();
    }
  };
  const given = new Promise<never>((_, reject) => {
    limited.addEventListener('abort', () => reject(limited.reason as Error), { once: true });
  });
  begin();
  try {
    return await Promise.race([work(limited, asking), given]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
