import type { ElementSchema } from '../schema/model';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { ConfigDocument } from './document';

/** Where something in the effective configuration is written. */
export interface Origin {
  readonly document: ConfigDocument;
  /** Configuration path of the file: empty for the server's. */
  readonly level: string;
  readonly element: XmlElement;
}

export interface EffectiveValue {
  /** Null where neither a file nor the schema gives one. */
  readonly value: string | null;
  /** Where it is written; null for the schema's default. */
  readonly origin: (Origin & { readonly attribute: XmlAttribute }) | null;
}

/** A value that a file gives. There are hundreds of thousands of them, so it keeps no more than where it stands. */
export class WrittenValue implements EffectiveValue {
  constructor(
    private readonly place: Origin,
    private readonly attribute: XmlAttribute,
  ) {}

  get value(): string {
    return this.attribute.value;
  }

  get origin(): Origin & { readonly attribute: XmlAttribute } {
    return { ...this.place, attribute: this.attribute };
  }
}

const NONE: readonly EffectiveElement[] = [];
const NO_VALUES: ReadonlyMap<string, EffectiveValue> = new Map();
const NO_ELEMENTS: ReadonlyMap<string, EffectiveElement> = new Map();

/** An element of the effective configuration: what all files together say, then defaults elements, then the schema. */
export class EffectiveElement {
  readonly schema: ElementSchema;
  /** The name as written: `add`, `site`, `deny`. */
  readonly name: string;
  /** Where it was written last; null for an element that no file has. */
  origin: Origin | null = null;
  /** What files say of it, without defaults. */
  get attributes(): ReadonlyMap<string, EffectiveValue> {
    return this.#attributes ?? NO_VALUES;
  }
  /** Only those that some file has; `element` gives any. */
  get elements(): ReadonlyMap<string, EffectiveElement> {
    return this.#elements ?? NO_ELEMENTS;
  }
  /** The entries of its collection, in the order in which IIS goes through them. */
  entries: EffectiveElement[] = [];
  readonly parent: EffectiveElement | null;
  /** Elements that hold defaults for this one, the nearest first. */
  readonly #defaults: () => readonly EffectiveElement[];
  // Made with the first entry: most elements that rules ask for are in no file.
  #attributes: Map<string, EffectiveValue> | null = null;
  #elements: Map<string, EffectiveElement> | null = null;
  // What is asked for after everything was put together, kept because rules ask again and again.
  #defaultsFound: readonly EffectiveElement[] | null = null;
  #defaultsOfEntries: readonly EffectiveElement[] | null = null;
  #absent: Map<string, EffectiveElement> | null = null;

  constructor(
    schema: ElementSchema,
    name: string,
    parent: EffectiveElement | null = null,
    defaults: () => readonly EffectiveElement[] = () => NONE,
  ) {
    this.schema = schema;
    this.name = name;
    this.parent = parent;
    this.#defaults = defaults;
  }

  /** A file gives an attribute a value: for putting files together. */
  write(name: string, value: EffectiveValue): void {
    (this.#attributes ??= new Map()).set(name, value);
  }

  /** What holds for an attribute, defaults and all. */
  value(name: string): EffectiveValue {
    const own = this.attributes.get(name);
    if (own) return own;
    for (const one of (this.#defaultsFound ??= this.#defaults())) {
      const value = one.attributes.get(name);
      if (value) return value;
    }
    return { value: this.schema.attributes.get(name)?.defaultValue ?? null, origin: null };
  }

  /** The value of an attribute as text; empty where there is none. */
  text(name: string): string {
    return this.value(name).value ?? '';
  }

  /** Whether a Boolean attribute is true. */
  isTrue(name: string): boolean {
    return this.text(name).trim().toLowerCase() === 'true';
  }

  /** A single child element, also one that no file has; null where the schema knows none of this name. */
  element(name: string): EffectiveElement | null {
    const own = this.elements.get(name) ?? this.#absent?.get(name);
    if (own) return own;
    const schema = this.schema.elements.get(name);
    if (!schema) return null;
    const absent = new EffectiveElement(schema, name, this, () => this.defaultsOf(name));
    (this.#absent ??= new Map()).set(name, absent);
    return absent;
  }

  /** The single child element of a schema, made where no file has had it so far: for putting files together. */
  ownElement(schema: ElementSchema): EffectiveElement {
    const { name } = schema;
    const known = this.elements.get(name);
    if (known) return known;
    const made = new EffectiveElement(schema, name, this, () => this.defaultsOf(name));
    (this.#elements ??= new Map()).set(name, made);
    return made;
  }

  /** The elements that hold defaults for a single child element. */
  defaultsOf(name: string): readonly EffectiveElement[] {
    const defaults = (this.#defaultsFound ??= this.#defaults());
    return defaults.length ? defaults.flatMap((one) => one.elements.get(name) ?? []) : NONE;
  }

  /** The elements that hold defaults for the entries of this element's collection: its own, then those further out. */
  defaultsOfEntries(): readonly EffectiveElement[] {
    const name = this.schema.collection?.defaultElement;
    return (this.#defaultsOfEntries ??= name ? this.elementsNamed(name) : NONE);
  }

  /** The child elements of a name in this element and in those around it, the nearest first. */
  elementsNamed(name: string): readonly EffectiveElement[] {
    const own = this.elements.get(name);
    const outer = this.parent?.elementsNamed(name) ?? NONE;
    return own ? [own, ...outer] : outer;
  }
}
