/** So many lines are remembered; a power of two. */
const SLOTS = 4_096;
/** Longer lines seldom stand in a text twice. */
const LONGEST = 1_000;

interface Entry<T> {
  readonly line: string;
  readonly value: T;
}

/**
 * What was found out about lines of one text, by what stands in them: most lines of a log stand there thousands of
 * times. A line takes the place of another one that looks like it, so the memory is bounded.
 */
export class LineMemory<T> {
  readonly #slots: (Entry<T> | undefined)[] = Array.from({ length: SLOTS });
  #slot = 0;
  #line = '';

  /** Whether a line of this length is remembered. */
  takes(start: number, end: number): boolean {
    return end - start <= LONGEST;
  }

  /** What is known of a line. */
  get(text: string, start: number, end: number): T | undefined {
    this.#line = text.slice(start, end);
    this.#slot = slotOf(text, start, end);
    const entry = this.#slots[this.#slot];
    return entry?.line === this.#line ? entry.value : undefined;
  }

  /** Remembers something of the line that was asked for last. */
  set(value: T): void {
    this.#slots[this.#slot] = { line: this.#line, value };
  }
}

/** Some of its characters tell a line apart from most others; comparing it with one is cheap, reading all of it is not. */
function slotOf(text: string, start: number, end: number): number {
  const length = end - start;
  const step = 1 + (length >> 3);
  let hash = length;
  for (let at = start; at < end; at += step) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}
