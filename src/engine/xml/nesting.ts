import { columnIfFirst } from './characters';
import type { Faults } from './faults';
import type { Namespaces } from './namespaces';
import type { ElementNode } from './tree';

/** An element whose end has not been read. */
export interface Open {
  readonly element: ElementNode;
  /** Its index among the nodes; its children follow. */
  readonly index: number;
  /** The namespace prefixes to release when it ends. */
  readonly declared: readonly string[];
  /** A fault was reported that explains why its end tag is missing. */
  isExcused: boolean;
  /** A fault in its start tag was reported that may have spoilt its name. */
  readonly isDoubtful: boolean;
}

/** After so many elements without an end tag their children are no longer sorted out by indentation. */
const MOST_SORTED_OUT = 200;

/** Which elements are open, and what an end tag ends. */
export class Nesting {
  readonly #text: string;
  readonly #faults: Faults;
  readonly #namespaces: Namespaces;
  /** Every element that no parent has taken yet, in order: what is open, and the children so far behind each. */
  readonly #nodes: ElementNode[] = [];
  readonly #open: Open[] = [];
  /** How many elements of a name are open. */
  readonly #openNames = new Map<string, number>();
  /** How many elements of a name were ended without an end tag and reported; theirs may still come. */
  readonly #owed = new Map<string, number>();
  #sortedOut = 0;

  constructor(text: string, faults: Faults, namespaces: Namespaces) {
    this.#text = text;
    this.#faults = faults;
    this.#namespaces = namespaces;
  }

  get isEmpty(): boolean {
    return !this.#open.length;
  }
  get innermost(): Open | undefined {
    return this.#open.at(-1);
  }
  /** The elements that stand in no other, once all is ended. */
  get roots(): readonly ElementNode[] {
    return this.#nodes;
  }

  /** Takes an element in whose start tag was read. */
  add(element: ElementNode, declared: readonly string[], isDoubtful: boolean): void {
    const index = this.#nodes.push(element) - 1;
    if (element.selfClosed) {
      this.#namespaces.leave(declared);
      return;
    }
    this.#open.push({ element, index, declared, isExcused: isDoubtful, isDoubtful });
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 0) + 1);
  }

  /**
   * Ends what an end tag fits. One that fits an outer element ends all that are open in it.
   *
   * @param noticed where the end tag was complete
   * @param isFaulty whether a fault of this end tag was reported
   * @returns whether it ended anything
   */
  endTag(name: string, start: number, end: number, noticed: number, isFaulty: boolean): boolean {
    const inner = this.innermost;
    const isOpen = (this.#openNames.get(name) ?? 0) > 0;
    if (inner && (inner.element.name === name || (inner.isDoubtful && name && !isOpen))) this.close(inner, start, end);
    else if (isOpen) this.#closeOuter(name, start, end, noticed);
    else {
      this.#reportStray(name, start, end, noticed, isFaulty);
      return false;
    }
    return true;
  }

  #reportStray(name: string, start: number, end: number, noticed: number, isFaulty: boolean): void {
    const inner = this.innermost;
    const owed = this.#owed.get(name) ?? 0;
    if (owed) this.#owed.set(name, owed - 1);
    else if (!inner && !isFaulty) this.#faults.add('stray-end-tag', start, end, noticed, name);
    else if (inner && !inner.isExcused && !isFaulty)
      this.#faults.add('mismatched-end-tag', start, end, noticed, name, inner.element.name);
    // It may have been meant for the innermost element; then that one's missing end is the same fault.
    if (inner) inner.isExcused = true;
  }

  /** Ends the innermost element with its end tag. */
  close(open: Open, endTagStart: number, end: number): void {
    open.element.endTagStart = endTagStart;
    this.#finish(open, this.#nodes.length, end);
  }

  /** Ends all at the end of the text. That it ends too early is one fault, which may have shown already. */
  end(): void {
    const { length } = this.#text;
    if (this.#faults.latest < length) {
      const innermost = this.#open.findLastIndex((one) => !one.isExcused);
      this.#reportMissingEnd(innermost, length);
    }
    for (let inner = this.innermost; inner; inner = this.innermost) this.#abandon(inner, length);
  }

  #closeOuter(name: string, start: number, end: number, noticed: number): void {
    let inner = this.innermost;
    for (; inner && inner.element.name !== name; inner = this.innermost) {
      this.#reportMissingEnd(this.#open.length - 1, noticed);
      this.#abandon(inner, start);
    }
    if (inner) this.close(inner, start, end);
  }

  #reportMissingEnd(depth: number, noticed: number): void {
    const open = this.#open[depth];
    if (!open || open.isExcused) return;
    const { name, start, nameRange, attributes } = open.element;
    const outer = this.#open[depth - 1];
    if (outer?.element.name === name && !attributes.length && !outer.isExcused) {
      this.#faults.add('missing-slash', start, nameRange.end, noticed, name);
      outer.isExcused = true;
    } else this.#faults.add('missing-end-tag', start, nameRange.end, noticed, name);
    this.#owed.set(name, (this.#owed.get(name) ?? 0) + 1);
  }

  /**
   * Ends the innermost element, which has no end tag. What follows it at its own indentation was hardly meant to be in
   * it, as after `<add name="a">` in a row of such tags; it goes to the parent.
   */
  #abandon(open: Open, end: number): void {
    const own = columnIfFirst(this.#text, open.element.start);
    const outer = this.#open.at(-2);
    let behind = this.#nodes.length;
    // Only where the parent shows that indentation means something.
    if (outer && own > columnIfFirst(this.#text, outer.element.start) && this.#sortedOut++ < MOST_SORTED_OUT) {
      behind = open.index + 1;
      while (behind < this.#nodes.length && !this.#isOutdented(behind, own)) behind++;
    }
    const last = behind - 1 > open.index ? this.#nodes[behind - 1] : undefined;
    this.#finish(open, behind, behind < this.#nodes.length ? (last?.end ?? open.element.startTagEnd) : end);
  }

  #isOutdented(index: number, own: number): boolean {
    const column = columnIfFirst(this.#text, this.#nodes[index]?.start ?? 0);
    return column >= 0 && column <= own;
  }

  /** Ends the innermost element, with the nodes up to an index as its children. */
  #finish({ element, index, declared }: Open, behind: number, end: number): void {
    element.end = end;
    if (behind > index + 1) {
      element.children = this.#nodes.splice(index + 1, behind - index - 1);
      for (const one of element.children) one.parent = element;
    }
    this.#open.pop();
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 0) - 1);
    this.#namespaces.leave(declared);
  }
}
