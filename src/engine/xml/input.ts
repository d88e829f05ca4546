import type { Faults } from './faults';

/** What the parts of the reader share: the text, cut where reading ends, and the faults found so far. */
export class Input {
  readonly #found = new Map<string, { from: number; at: number }>();
  readonly #names: string[] = new Array<string>(NAME_SLOTS).fill('');

  constructor(
    readonly text: string,
    readonly faults: Faults,
  ) {}

  /**
   * Where a literal stands at or behind a place, or -1. The last answer is kept, so that a thousand unclosed things
   * before one far end look for it once.
   */
  find(what: string, from: number): number {
    let last = this.#found.get(what);
    if (last && from >= last.from && (last.at < 0 || from <= last.at)) return last.at;
    if (!last) this.#found.set(what, (last = { from, at: -1 }));
    last.from = from;
    last.at = this.text.indexOf(what, from);
    return last.at;
  }

  /** A name of the text, the same string each time it comes again, which saves memory and makes comparing fast. */
  name(start: number, end: number): string {
    const { text } = this;
    const length = end - start;
    if (length === 0) return '';
    const middle = text.charCodeAt(start + (length >> 1));
    const slot = (length * 31 + text.charCodeAt(start) * 7 + middle * 13 + text.charCodeAt(end - 1) * 17) % NAME_SLOTS;
    const known = this.#names[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    return (this.#names[slot] = text.slice(start, end));
  }
}

const NAME_SLOTS = 1024;
