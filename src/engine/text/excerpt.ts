import type { Range } from './range';

/** A text without some stretches of it, and the way back to the places of the whole. */
export class Excerpt {
  /** What was kept. */
  readonly text: string;
  /** Whether nothing was left out, so that places are the same in both. */
  readonly isWhole: boolean;
  /** Where each kept piece begins in the excerpt, and how far the whole is ahead of it there. */
  readonly #starts: number[] = [];
  readonly #ahead: number[] = [];

  /** @param without stretches to leave out, in order, none overlapping another */
  constructor(whole: string, without: readonly Range[]) {
    this.isWhole = without.length === 0;
    const pieces: string[] = [];
    let length = 0;
    let at = 0;
    for (const { start, end } of [...without, { start: whole.length, end: whole.length }]) {
      this.#starts.push(length);
      this.#ahead.push(at - length);
      pieces.push(whole.slice(at, start));
      length += start - at;
      at = end;
    }
    this.text = this.isWhole ? whole : pieces.join('');
  }

  /** The offset in the whole text of a character of the excerpt. */
  place(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return offset + (this.#ahead[low] ?? 0);
  }
}
