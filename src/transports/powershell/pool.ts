import { onAbort } from './abort';
import { PowerShellProcess, ProcessGone } from './process';
import { programPath } from './program';
import { FairQueue, type Waiting } from './queue';
import type { Secrets } from './secrets';
import type { PoolSettings } from './settings';

/** Where a piece of work can be done. */
export interface Place {
  /** The server that it is for. */
  readonly key: string;
  /** The process that holds its session; null for work that any process can do. */
  readonly process: PowerShellProcess | null;
  /** The secret that the process must have been given, by the name of its variable. */
  readonly secret?: string | undefined;
  /** Opening may take as long as a dead server takes, so that it never gets all processes. */
  readonly opening?: boolean;
}

interface Ticket extends Waiting {
  readonly place: Place;
  readonly given: (process: PowerShellProcess) => void;
  readonly refused: (error: Error) => void;
}

/** A process that is free, or that one must begin, and which one ends for it. */
type Choice = { readonly free: PowerShellProcess } | { readonly insteadOf: PowerShellProcess | null };

/** How long a process may take to end by itself, in milliseconds. */
const PATIENCE = 2000;

/** A few PowerShell processes that serve all servers, each with one piece of work at a time. */
export class PowerShellPool {
  readonly #processes = new Set<PowerShellProcess>();
  /** What each busy process does: whether it opens a session. */
  readonly #busy = new Map<PowerShellProcess, { readonly opening: boolean }>();
  readonly #idle = new Map<PowerShellProcess, NodeJS.Timeout>();
  readonly #queue = new FairQueue<Ticket>();
  #disposed = false;
  #program = '';

  constructor(
    readonly settings: PoolSettings,
    readonly secrets: Secrets,
  ) {}

  /** How many processes there are, for figures and tests. */
  get pids(): number[] {
    return [...this.#processes].flatMap(({ pid }) => pid ?? []);
  }

  /**
   * Does a piece of work as soon as it is its turn and a process is free for it. Rejects as the work does; with a
   * {@link ProcessGone} when the process of its place has ended before, or with the signal's reason.
   */
  async use<T>(place: Place, signal: AbortSignal, work: (process: PowerShellProcess) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#disposed) throw new ProcessGone(null);
    this.#program = programPath(this.settings.program);
    const process = await this.#turn(place, signal);
    try {
      return await work(process);
    } finally {
      this.#busy.delete(process);
      this.#rest(process);
      this.#serve();
    }
  }

  #turn(place: Place, signal: AbortSignal): Promise<PowerShellProcess> {
    return new Promise((resolve, reject) => {
      const deaf = onAbort(signal, () => {
        this.#queue.remove(ticket);
        reject(signal.reason as Error);
      });
      const ticket: Ticket = {
        key: place.key,
        opening: place.opening ?? false,
        place,
        given: (process) => {
          deaf();
          resolve(process);
        },
        refused: (error: Error) => {
          deaf();
          reject(error);
        },
      };
      this.#queue.add(ticket);
      this.#serve();
    });
  }

  /** Gives every free process to who is next. */
  #serve(): void {
    for (;;) {
      const ticket = this.#queue.take(({ place }) => this.#choice(place) !== null);
      const choice = ticket && this.#choice(ticket.place);
      if (!choice) return;
      const process = 'free' in choice ? choice.free : this.#begin(choice.insteadOf);
      clearTimeout(this.#idle.get(process));
      // Taken before anybody else is looked at.
      this.#busy.set(process, { opening: ticket.place.opening ?? false });
      ticket.given(process);
    }
  }

  /** Which process would serve that place now; null while there is none. */
  #choice(place: Place): Choice | null {
    // Of one that is gone its user is told by using it.
    if (place.process) return this.#isFree(place.process) ? { free: place.process } : null;
    if (place.opening && this.#openings() >= Math.max(1, this.settings.processes - 1)) return null;
    const free = [...this.#processes].filter((one) => this.#isFree(one) && !one.dead);
    free.sort((a, b) => a.sessions.size - b.sessions.size);
    const least = free.find((one) => place.secret === undefined || one.secrets.has(place.secret));
    if (least?.sessions.size === 0) return { free: least };
    if (this.#processes.size < this.settings.processes) return { insteadOf: null };
    if (least) return { free: least };
    // None of them knows that secret: one must begin anew, and the one with the fewest sessions loses least.
    return free[0] ? { insteadOf: free[0] } : null;
  }

  #isFree(process: PowerShellProcess): boolean {
    return !this.#busy.has(process);
  }

  #openings(): number {
    return [...this.#busy.values()].filter(({ opening }) => opening).length;
  }

  #begin(insteadOf: PowerShellProcess | null): PowerShellProcess {
    if (insteadOf) {
      this.#processes.delete(insteadOf);
      void insteadOf.close(PATIENCE);
    }
    const process = new PowerShellProcess(this.settings, this.#program, this.secrets.all());
    this.#processes.add(process);
    void process.ended.then(() => this.#lost(process));
    return process;
  }

  /** Whoever waits for a process that has ended need not wait any more. */
  #lost(process: PowerShellProcess): void {
    this.#processes.delete(process);
    clearTimeout(this.#idle.get(process));
    this.#idle.delete(process);
    for (const ticket of this.#queue.all().filter(({ place }) => place.process === process)) {
      this.#queue.remove(ticket);
      ticket.refused(new ProcessGone(null));
    }
    this.#serve();
  }

  /** A process that holds no session is ended after a while. */
  #rest(process: PowerShellProcess): void {
    clearTimeout(this.#idle.get(process));
    if (process.dead) {
      this.#processes.delete(process);
      return;
    }
    if (this.#disposed || process.sessions.size > 0) return;
    const timer = setTimeout(() => {
      if (this.#isFree(process) && process.sessions.size === 0) void process.close(PATIENCE);
    }, this.settings.limits.idle);
    timer.unref();
    this.#idle.set(process, timer);
  }

  /** Ends every process. Never rejects. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    for (const timer of this.#idle.values()) clearTimeout(timer);
    for (const ticket of this.#queue.all()) {
      this.#queue.remove(ticket);
      ticket.refused(new ProcessGone(null));
    }
    await Promise.all([...this.#processes].map((one) => (this.#isFree(one) ? one.close(PATIENCE) : one.kill())));
    this.#processes.clear();
  }
}
