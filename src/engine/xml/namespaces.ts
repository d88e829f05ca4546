import { isQualified } from './characters';
import type { Faults } from './faults';
import type { AttributeNode, ElementNode } from './tree';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The prefixes that are declared where reading is; only tags with a colon or an `xmlns` come here. */
export class Namespaces {
  readonly #bound = new Map<string, string[]>([
    ['xml', [XML]],
    ['xmlns', [XMLNS]],
  ]);
  /** Prefixes that were reported as unbound: one declaration that is missing is one fault. */
  readonly #reported = new Set<string>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Takes a tag's declarations and checks its names. Returns the prefixes to release when the element ends. */
  enter(element: ElementNode, noticed: number): readonly string[] {
    const declared = element.attributes.flatMap((one) => this.#declare(one, noticed) ?? []);
    this.#checkName(element.name, element.nameRange.start, noticed, noticed);
    if (element.name.startsWith('xmlns:')) this.#reserved(element.name, element.nameRange.start, noticed);
    const seen = new Map<string, string>();
    for (const one of element.attributes) {
      const { name, start, end } = one;
      const prefix = prefixOf(name);
      if (prefix === null || prefix === 'xmlns' || !one.hasValue) continue;
      const namespace = this.#checkName(name, start, completeAt(one, noticed), noticed);
      if (namespace === undefined) continue;
      const full = `${namespace} ${name.slice(prefix.length + 1)}`;
      // The same name twice is found for every tag; here only two prefixes for one namespace.
      if (seen.has(full) && seen.get(full) !== prefix)
        this.#faults.add('duplicate-attribute', start, end, noticed, name);
      seen.set(full, prefix);
    }
    return declared;
  }

  leave(declared: readonly string[]): void {
    for (const prefix of declared) this.#bound.get(prefix)?.pop();
  }

  #declare(one: AttributeNode, tagEnd: number): string | null {
    const prefix = prefixOf(one.name);
    if ((one.name !== 'xmlns' && prefix !== 'xmlns') || !one.hasValue) return null;
    const namespace = one.value.trim();
    const last = completeAt(one, tagEnd);
    if (prefix === null) {
      if (namespace === XML || namespace === XMLNS) this.#reserved(one.name, one.start, last);
      return null;
    }
    const declared = one.name.slice('xmlns:'.length);
    if (!isQualified(one.name)) this.#faults.add('bad-name', one.start, one.nameRange.end, last, one.name);
    else if (!one.quote) return this.#bind(declared, namespace);
    else if (namespace === '') this.#faults.add('empty-namespace', one.start, one.end, last, one.name);
    else if (namespace === XMLNS || (declared === 'xml') !== (namespace === XML) || declared === 'xmlns')
      this.#reserved(one.name, one.start, last);
    return this.#bind(declared, namespace);
  }

  #bind(prefix: string, namespace: string): string {
    const bound = this.#bound.get(prefix);
    if (bound) bound.push(namespace);
    else this.#bound.set(prefix, [namespace]);
    return prefix;
  }

  /** Returns the namespace of a name's prefix, undefined when it has none or a wrong one. */
  #checkName(name: string, start: number, malformed: number, unbound: number): string | undefined {
    const prefix = prefixOf(name);
    if (prefix === null) return undefined;
    const end = start + name.length;
    if (!isQualified(name)) {
      this.#faults.add('bad-name', start, end, malformed, name);
      return undefined;
    }
    const namespace = this.#bound.get(prefix)?.at(-1);
    if (namespace === undefined && !this.#reported.has(prefix)) {
      this.#reported.add(prefix);
      this.#faults.add('unbound-prefix', start, start + prefix.length, unbound, prefix);
    }
    return namespace;
  }

  #reserved(name: string, start: number, noticed: number): void {
    this.#faults.add('reserved-namespace', start, start + name.length, noticed, name);
  }
}

/** Where an attribute shows to be complete: at its closing quote, without one only at the end of the tag. */
const completeAt = (one: AttributeNode, tagEnd: number): number =>
  one.end > one.valueRange.end ? one.end - 1 : tagEnd;

function prefixOf(name: string): string | null {
  const colon = name.indexOf(':');
  return colon < 0 ? null : name.slice(0, colon);
}
