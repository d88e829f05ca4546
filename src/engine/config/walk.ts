import type { ElementSchema } from '../schema/model';
import type { XmlElement } from '../xml/tree';
import type { SectionUse } from './document';

/** What an element is in its section. `remove` and `clear` are the directives of a collection. */
export type Role = 'section' | 'element' | 'entry' | 'remove' | 'clear';

/** An element inside a section, with what the schema says of it. */
export interface ElementUse {
  readonly element: XmlElement;
  /** For `remove` the schema of the entry that it names; for `clear` one without attributes. */
  readonly schema: ElementSchema;
  readonly role: Role;
  readonly parent: ElementUse | null;
  readonly section: SectionUse;
}

export interface Walker {
  /** Every element that the schema describes, outer ones first. */
  readonly element: (use: ElementUse) => void;
  /** An element that the schema does not allow in its parent; what stands in it is passed over. */
  readonly unknown?: (element: XmlElement, parent: ElementUse) => void;
}

const CLEAR: ElementSchema = {
  name: 'clear',
  attributes: new Map(),
  elements: new Map(),
  collection: null,
  allowUnrecognizedAttributes: false,
  isCollectionDefault: false,
  since: null,
};

/** Visits every element of a section whose inside is described and stands in this file. */
export function walkSection(section: SectionUse, walker: Walker): void {
  if (!section.schema || section.content !== 'here') return;
  visit({ element: section.element, schema: section.schema, role: 'section', parent: null, section }, walker);
}

function visit(use: ElementUse, walker: Walker): void {
  walker.element(use);
  for (const element of use.element.children) {
    const known = childUse(element, use);
    if (known) visit(known, walker);
    else walker.unknown?.(element, use);
  }
}

/** A large file has a hundred thousand of them in each check, so nothing but the use itself is made for one. */
class Use implements ElementUse {
  readonly section: SectionUse;

  constructor(
    readonly element: XmlElement,
    readonly schema: ElementSchema,
    readonly role: Role,
    readonly parent: ElementUse,
  ) {
    this.section = parent.section;
  }
}

/** What a child element is in its parent; null where the schema does not allow it there. */
export function childUse(element: XmlElement, parent: ElementUse): ElementUse | null {
  const { schema } = parent;
  if (parent.role === 'remove' || parent.role === 'clear') return null;
  const { collection } = schema;
  const entry = collection?.entries.get(element.name);
  if (entry) return new Use(element, entry, 'entry', parent);
  const single = schema.elements.get(element.name);
  if (single) return new Use(element, single, 'element', parent);
  if (!collection) return null;
  if (element.name === collection.clearElement) return new Use(element, CLEAR, 'clear', parent);
  if (element.name !== collection.removeElement) return null;
  const [first] = collection.entries.values();
  return first ? new Use(element, first, 'remove', parent) : null;
}
