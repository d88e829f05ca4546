/** Something that waits for a process. */
export interface Waiting {
  /** The server that it is for. */
  readonly key: string;
  /** It opens a session, for a question that comes after it. */
  readonly opening?: boolean;
}

/**
 * Who is next: of all that can be served now, the one whose server was served longest ago, so that a server with many
 * questions holds up no other. What has been begun comes first: of two that are equal, the question goes before the
 * opening of a session, and opening one is no service yet. Else the first that came.
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
      if ((best === null || this.#rank(one) < this.#rank(best)) && canBeServed(one)) best = one;
    if (!best) return null;
    this.remove(best);
    if (!best.opening) this.#served.set(best.key, ++this.#turn);
    if (!this.#waiting.length && this.#served.size > 1000) this.#served.clear();
    return best;
  }

  #rank({ key, opening }: T): number {
    return (this.#served.get(key) ?? 0) + (opening ? 0.5 : 0);
  }
}
