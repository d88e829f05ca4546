import { onAbort } from '../powershell/abort';
import { FairQueue, type Waiting } from '../powershell/queue';

/** A server's connection as the places see it. */
export interface Holder {
  /** The server that it is for. */
  readonly key: string;
  /** Since when it has nothing to do, in milliseconds; null while it works. */
  readonly restsSince: number | null;
  /** Closes its connection, for somebody who waits; it can connect again. Never rejects. */
  giveWay(): Promise<void>;
}

interface Ticket extends Waiting {
  readonly holder: Holder;
  readonly given: () => void;
}

/** How many servers are connected at once. Who rests longest gives way to whoever waits; who waits is served in turn. */
export class Places {
  readonly #taken = new Set<Holder>();
  readonly #leaving = new Set<Holder>();
  readonly #queue = new FairQueue<Ticket>();

  constructor(private readonly count: number) {}

  get taken(): number {
    return this.#taken.size;
  }

  /** Resolves when it has a place; rejects with the signal's reason. */
  take(holder: Holder, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#taken.has(holder)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const deaf = onAbort(signal, () => {
        this.#queue.remove(ticket);
        deaf();
        reject(signal.reason as Error);
      });
      const ticket: Ticket = {
        key: holder.key,
        holder,
        given: () => {
          deaf();
          resolve();
        },
      };
      this.#queue.add(ticket);
      this.serve();
    });
  }

  release(holder: Holder): void {
    this.#taken.delete(holder);
    this.serve();
  }

  /** Looks who can be served; called also when somebody begins to rest. */
  serve(): void {
    while (this.#queue.size && this.#taken.size < this.count) {
      const ticket = this.#queue.take(() => true);
      if (!ticket) return;
      this.#taken.add(ticket.holder);
      ticket.given();
    }
    for (let missing = this.#queue.size - this.#leaving.size; missing > 0; missing--) {
      const rests = [...this.#taken].filter((one) => one.restsSince !== null && !this.#leaving.has(one));
      const longest = rests.sort((a, b) => (a.restsSince ?? 0) - (b.restsSince ?? 0))[0];
      if (!longest) return;
      this.#leaving.add(longest);
      void longest.giveWay().finally(() => {
        this.#leaving.delete(longest);
        this.serve();
      });
    }
  }
}
