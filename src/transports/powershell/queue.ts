/** Something that waits for a process. */
export interface Waiting {
  /** The server that it is for. */
  readonly key: string;
}

/**
 * Who is next: of all that can be served now, the one whose server was served longest ago, so that a server with many
 * questions holds up no other; among those of one server the first that came.
 */
export class FairQueue<T extends Waiting> {
  #waiting: T[] = [];
  #served = new Map<string, number>();
  #turn = 0;

  add(one: T): void {
    this.#waiting.push(one);
  }

  remove(one: T): void {
    this.#waiting = this.#waiting.filter((other) => other !== one);
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Everything that waits, first come first. */
  all(): readonly T[] {
    return this.#waiting;
  }

  /** Takes the next one that can be served. */
  take(canBeServed: (one: T) => boolean): T | null {
    let best: T | null = null;
    for (const one of this.#waiting)
      if ((best === null || this.#turnOf(one) < this.#turnOf(best)) && canBeServed(one)) best = one;
    if (!best) return null;
    this.remove(best);
    this.#served.set(best.key, ++this.#turn);
    if (!this.#waiting.length && this.#served.size > 1000) this.#served.clear();
    return best;
  }

  #turnOf(one: T): number {
    return this.#served.get(one.key) ?? 0;
  }
}
