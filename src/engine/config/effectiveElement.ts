import type { ElementSchema } from '../schema/model';
import { isCommonAttribute } from '../schema/schema';
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

/** An element of a file that says something of an effective one. */
export interface Written extends Origin {
  /** Attributes of it that do not count, because a file above locks them. */
  readonly refused: ReadonlySet<XmlAttribute> | null;
}

/** Puts in what stands inside an entry, once somebody asks for it. */
export interface Filler {
  fill(entry: EffectiveElement): void;
}

const NONE: readonly EffectiveElement[] = [];
const NO_ELEMENTS: ReadonlyMap<string, EffectiveElement> = new Map();

/**
 * An element of the effective configuration: what all files together say, then defaults elements, then the schema.
 *
 * A server has a hundred thousand of them, so each keeps little more than where it is written, and what stands inside an
 * entry of a collection is put in on demand: an entry is written in one place, so nothing else can change it.
 */
export class EffectiveElement {
  readonly schema: ElementSchema;
  /** The name as written: `add`, `site`, `deny`. */
  readonly name: string;
  readonly parent: EffectiveElement | null;
  readonly #isEntry: boolean;
  #last: Written | null = null;
  /** What files further out say, the outermost first. */
  #before: Written[] | null = null;
  #filler: Filler | null = null;
  #entries: readonly EffectiveElement[] = NONE;
  #elements: Map<string, EffectiveElement> | null = null;
  // What is asked for after everything was put together, kept because rules ask again and again.
  #defaultsFound: readonly EffectiveElement[] | null = null;
  #defaultsOfEntries: readonly EffectiveElement[] | null = null;

  constructor(schema: ElementSchema, name: string, parent: EffectiveElement | null = null, isEntry = false) {
    this.schema = schema;
    this.name = name;
    this.parent = parent;
    this.#isEntry = isEntry;
  }

  /** Where it was written last; null for an element that no file has. */
  get origin(): Origin | null {
    return this.#last;
  }

  /** Only those that some file has; `element` gives any. */
  get elements(): ReadonlyMap<string, EffectiveElement> {
    this.#unfold();
    return this.#elements ?? NO_ELEMENTS;
  }

  /** The entries of its collection, in the order in which IIS goes through them. */
  get entries(): readonly EffectiveElement[] {
    this.#unfold();
    return this.#entries;
  }

  /** What files say of it, without defaults. */
  get attributes(): ReadonlyMap<string, EffectiveValue> {
    const values = new Map<string, EffectiveValue>();
    for (const written of [...(this.#before ?? []), ...(this.#last ? [this.#last] : [])])
      for (const attribute of written.element.attributes)
        if (!isCommonAttribute(attribute.name) && !written.refused?.has(attribute))
          values.set(attribute.name, valueOf(written, attribute));
    return values;
  }

  /** What holds for an attribute, defaults and all. */
  value(name: string): EffectiveValue {
    const found = this.#written(name) ?? this.#default(name);
    if (!found) return { value: this.schema.attributes.get(name)?.defaultValue ?? null, origin: null };
    return valueOf(found.by, found.attribute);
  }

  /** The value of an attribute as text, defaults and all; empty where there is none. */
  text(name: string): string {
    const found = this.#written(name) ?? this.#default(name);
    return found?.attribute.value ?? this.schema.attributes.get(name)?.defaultValue ?? '';
  }

  /** What files say of an attribute, without defaults. */
  own(name: string): string | undefined {
    return this.#written(name)?.attribute.value;
  }

  /** Whether a Boolean attribute is true. */
  isTrue(name: string): boolean {
    return this.text(name).trim().toLowerCase() === 'true';
  }

  /** A single child element, also one that no file has; null where the schema knows none of this name. */
  element(name: string): EffectiveElement | null {
    const own = this.elements.get(name);
    if (own) return own;
    const schema = this.schema.elements.get(name);
    return schema ? new EffectiveElement(schema, name, this) : null;
  }

  /** The elements that hold defaults for a single child element. */
  defaultsOf(name: string): readonly EffectiveElement[] {
    const defaults = this.#defaults();
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

  /** For putting files together: one more file says something of it. */
  write(written: Written): void {
    if (this.#last) (this.#before ??= []).push(this.#last);
    this.#last = written;
  }

  /** For putting files together: what stands inside is put in when somebody asks. */
  fillLater(filler: Filler): void {
    this.#filler = filler;
  }

  /** For putting files together: the single child element of a schema, made where no file has had it so far. */
  ownElement(schema: ElementSchema): EffectiveElement {
    const { name } = schema;
    const known = this.#elements?.get(name);
    if (known) return known;
    const made = new EffectiveElement(schema, name, this);
    (this.#elements ??= new Map()).set(name, made);
    return made;
  }

  /** For putting files together. */
  putEntries(entries: readonly EffectiveElement[]): void {
    this.#entries = entries;
  }

  #unfold(): void {
    const filler = this.#filler;
    if (!filler) return;
    this.#filler = null;
    filler.fill(this);
  }

  #written(name: string): { by: Written; attribute: XmlAttribute } | null {
    if (!this.#last) return null;
    const last = attributeIn(this.#last, name);
    if (last) return { by: this.#last, attribute: last };
    for (const by of this.#before?.toReversed() ?? []) {
      const attribute = attributeIn(by, name);
      if (attribute) return { by, attribute };
    }
    return null;
  }

  #default(name: string): { by: Written; attribute: XmlAttribute } | null {
    for (const one of this.#defaults()) {
      const found = one.#written(name);
      if (found) return found;
    }
    return null;
  }

  /** Elements that hold defaults for this one, the nearest first. */
  #defaults(): readonly EffectiveElement[] {
    return (this.#defaultsFound ??=
      (this.#isEntry ? this.parent?.defaultsOfEntries() : this.parent?.defaultsOf(this.name)) ?? NONE);
  }
}

const valueOf = ({ document, level, element }: Written, attribute: XmlAttribute): EffectiveValue => ({
  value: attribute.value,
  origin: { document, level, element, attribute },
});

function attributeIn({ element, refused }: Written, name: string): XmlAttribute | undefined {
  for (const one of element.attributes) if (one.name === name && !refused?.has(one)) return one;
  return undefined;
}
