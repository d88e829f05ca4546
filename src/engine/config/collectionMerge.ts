import type { CollectionSchema, EntrySchema } from '../schema/model';
import { attribute, type XmlElement } from '../xml/tree';
import { EffectiveElement, type Origin } from './effectiveElement';
import { keysOf } from './keys';

const keysOfElement = (element: XmlElement, schema: EntrySchema): readonly string[] =>
  keysOf(schema, (name) => attribute(element, name)).map(({ id }, i) => `${i} ${id}`);

/** The collection of an element while one block goes through it. */
export class CollectionMerge {
  readonly schema: CollectionSchema;
  entries: EffectiveElement[];
  /** Something foreign stood in it, which may be the misspelt directive that takes inherited entries away. */
  isDoubtful = false;
  readonly #target: EffectiveElement;
  #byKey: Map<string, EffectiveElement> | null = null;
  /** Where the next entry goes, for collections whose deeper files come first. */
  #next: number;

  constructor(target: EffectiveElement, schema: CollectionSchema) {
    this.#target = target;
    this.schema = schema;
    this.entries = [...target.entries];
    this.#next = schema.mergeAppend ? this.entries.length : 0;
  }

  /** Made when it is first asked for: most collections have a single entry. */
  get #keys(): Map<string, EffectiveElement> {
    if (this.#byKey) return this.#byKey;
    this.#byKey = new Map();
    for (const entry of this.entries) for (const key of keysOfEntry(entry)) this.#byKey.set(key, entry);
    return this.#byKey;
  }

  /** The entry that has a key of a new one already. */
  clash(
    element: XmlElement,
    schema: EntrySchema,
  ): { entry: EffectiveElement; first: Origin; key: readonly string[] } | null {
    if (this.schema.allowDuplicates || this.entries.length === 0) return null;
    const keys = keysOf(schema, (name) => attribute(element, name));
    for (const [i, { id, attributes }] of keys.entries()) {
      const known = this.#keys.get(`${i} ${id}`);
      if (known?.name === element.name && known.origin)
        return { entry: known, first: known.origin, key: attributes.map(({ name }) => name) };
    }
    return null;
  }

  insert(element: XmlElement, schema: EntrySchema): EffectiveElement {
    const entry = new EffectiveElement(schema, element.name, this.#target, true);
    if (this.#next === this.entries.length) this.entries.push(entry);
    else this.entries.splice(this.#next, 0, entry);
    this.#next++;
    if (this.#byKey) for (const key of keysOfElement(element, schema)) this.#byKey.set(key, entry);
    return entry;
  }

  /** The entry that a `remove` names: by all attributes that it gives. */
  find(remove: XmlElement): EffectiveElement | undefined {
    const [first] = this.schema.entries.values();
    if (!first) return undefined;
    for (const key of keysOfElement(remove, first)) {
      const entry = this.#keys.get(key);
      if (entry) return entry;
    }
    return undefined;
  }

  remove(entry: EffectiveElement): void {
    const at = this.entries.indexOf(entry);
    if (at < 0) return;
    this.entries.splice(at, 1);
    if (at < this.#next) this.#next--;
    if (this.#byKey) for (const key of keysOfEntry(entry)) this.#byKey.delete(key);
  }

  clear(): void {
    this.entries = [];
    this.#byKey = null;
    this.#next = 0;
  }

  finish(): void {
    this.#target.putEntries(this.entries);
  }
}

const keysOfEntry = (entry: EffectiveElement): readonly string[] =>
  keysOf(entry.schema as EntrySchema, (name) => entry.own(name)).map(({ id }, i) => `${i} ${id}`);
