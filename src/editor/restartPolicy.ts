/** How often a server that ended by itself is started again. */
export const RESTARTS = 3;

/** Counts the ends of the server: it is started again a few times, then it stays down until somebody asks. */
export class RestartPolicy {
  #left = RESTARTS;

  /** @returns whether to start it again */
  ended(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }

  /** Somebody started it by hand: it gets all its chances again. */
  reset(): void {
    this.#left = RESTARTS;
  }
}
