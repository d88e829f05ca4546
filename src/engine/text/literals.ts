interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** What ends here. */
  readonly values: T[];
}

const BLANK = 0x20;
/** A blank of a literal stands for a run of at most so many blanks, as `wordsPattern` has it. */
const RUN_LIMIT = 80;

/** Many literals, looked up together: the time goes by the length of the longest one, not by their number. */
export class Literals<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  readonly #beginnings = new Set<string>();
  #lookedTo = 0;

  /** @param literal lower case; a blank stands for any run of blanks and line ends */
  add(literal: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < literal.length; i++) {
      const unit = literal.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) node.next.set(unit, (next = { next: new Map(), values: [] }));
      node = next;
    }
    node.values.push(value);
    this.#beginnings.add(literal.slice(0, 2));
  }

  /** The first two characters of all literals. */
  get beginnings(): ReadonlySet<string> {
    return this.#beginnings;
  }

  /** The values of every literal that begins at a place, the longest literal first; compared without case. */
  at(text: string, start: number): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    let found: readonly T[] = NOTHING;
    let at = start;
    while (at < text.length) {
      let unit = lowerCase(text.charCodeAt(at));
      const begin = at++;
      if (isBlank(unit)) {
        unit = BLANK;
        while (at < text.length && at - begin < RUN_LIMIT && isBlank(text.charCodeAt(at))) at++;
      }
      node = node.next.get(unit);
      if (!node) break;
      if (node.values.length) found = found.length ? [...node.values, ...found] : node.values;
    }
    this.#lookedTo = at;
    return found;
  }

  /** How far the last search has looked, exclusive. */
  get lookedTo(): number {
    return this.#lookedTo;
  }
}

const NOTHING: readonly never[] = [];

const isBlank = (unit: number): boolean => unit === BLANK || (unit >= 9 && unit <= 13) || unit === 0xa0;

/** ASCII and everything whose lower case is a single unit. */
function lowerCase(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}
