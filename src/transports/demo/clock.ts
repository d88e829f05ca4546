/** The time of the simulated farm. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Lets time pass; rejects with the signal's reason. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const end = (): void => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      const cancel = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', cancel, { once: true });
    }),
};

/** A clock on which time passes only where somebody waits, so that minutes of a server take no time. */
export class VirtualClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    this.#now += milliseconds;
    return Promise.resolve();
  }
}
