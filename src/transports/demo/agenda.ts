interface Item {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/**
 * What will happen on a machine, and when. Nothing runs by itself: whoever looks lets everything happen that is due, in
 * its order, each thing at its own time.
 */
export class Agenda {
  #items: Item[] = [];
  #order = 0;
  #time: number;

  constructor(start: number) {
    this.#time = start;
  }

  /** The time of what happens right now, milliseconds since 1970. */
  get time(): number {
    return this.#time;
  }

  /** @returns takes it off the agenda again */
  after(milliseconds: number, act: () => void): () => void {
    const item: Item = { at: this.#time + milliseconds, order: this.#order++, act };
    this.#items.push(item);
    return () => {
      this.#items = this.#items.filter((one) => one !== item);
    };
  }

  /** Lets happen what is due until then. Time never goes back. */
  run(until: number): void {
    for (;;) {
      const due = this.#items.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!due) break;
      this.#items = this.#items.filter((one) => one !== due);
      this.#time = Math.max(this.#time, due.at);
      due.act();
    }
    this.#time = Math.max(this.#time, until);
  }
}
