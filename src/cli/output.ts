import { once } from 'node:events';

/** Pieces are gathered up to this length, because each write has its price. */
const GATHER = 64 * 1024;

/** Standard output for long texts: waits for the reader, so that what is printed does not pile up in memory. */
export class Output {
  #gathered = '';
  #empty = true;

  /** Whether nothing was printed so far. */
  get isEmpty(): boolean {
    return this.#empty;
  }

  async print(text: string): Promise<void> {
    if (text === '') return;
    this.#empty = false;
    this.#gathered += text;
    if (this.#gathered.length >= GATHER) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#gathered;
    this.#gathered = '';
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
