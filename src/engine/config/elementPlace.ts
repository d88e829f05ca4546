import type { SectionSchema } from '../schema/model';
import type { Schema } from '../schema/schema';
import { structure } from '../schema/structure';
import { ancestors, type XmlElement } from '../xml/tree';
import type { ConfigDocument, LocationTag, SectionUse } from './document';
import { childUse, type ElementUse } from './walk';

/** What an element is in a configuration file. */
export type ElementPlace =
  /** `<configuration>`, or a location tag: sections and groups stand in it. */
  | { readonly kind: 'root' | 'location'; readonly path: ''; readonly use: ElementUse }
  | { readonly kind: 'group'; readonly path: string }
  | { readonly kind: 'element'; readonly use: ElementUse }
  /** A section whose inside nobody describes, or something in it. */
  | { readonly kind: 'undescribed'; readonly path: string }
  /** `configSections` and what stands in it. */
  | { readonly kind: 'declaration'; readonly use: ElementUse }
  | { readonly kind: 'unknown' };

const UNKNOWN: ElementPlace = { kind: 'unknown' };

/** Tells what an element is, from its place below the root; in half-typed files too. */
export function elementPlace(document: ConfigDocument, schema: Schema, element: XmlElement): ElementPlace {
  const { root, locations } = document;
  const way = [element, ...ancestors(element)].reverse();
  if (way[0]?.name !== 'configuration' || (root && way[0] !== root)) return UNKNOWN;
  let place: ElementPlace = { kind: 'root', path: '', use: around(way[0], structure.configuration) };
  let location: LocationTag | null = null;
  for (const one of way.slice(1)) {
    place = childPlace(place, one, { document, schema, location });
    if (place.kind === 'location') location = locations.find((tag) => tag.element === one) ?? null;
  }
  return place;
}

interface Around {
  readonly document: ConfigDocument;
  readonly schema: Schema;
  /** The location tag that was come by on the way. */
  readonly location: LocationTag | null;
}

function childPlace(parent: ElementPlace, element: XmlElement, context: Around): ElementPlace {
  switch (parent.kind) {
    case 'root':
      if (element.name === 'location') return { kind: 'location', path: '', use: around(element, structure.location) };
      if (element.name === 'configSections')
        return { kind: 'declaration', use: around(element, structure.configSections) };
      return inGroup('', element, context);
    case 'location':
      return inGroup('', element, context);
    case 'group':
      return inGroup(`${parent.path}/`, element, context);
    case 'element':
    case 'declaration': {
      const use = childUse(element, parent.use);
      return use ? { kind: parent.kind, use } : UNKNOWN;
    }
    case 'undescribed':
    case 'unknown':
      return parent;
  }
}

function inGroup(prefix: string, element: XmlElement, { document, schema, location }: Around): ElementPlace {
  const path = prefix + element.name;
  const found = schema.find(path);
  switch (found.kind) {
    case 'group':
      return { kind: 'group', path };
    case 'section':
      return { kind: 'element', use: around(element, found.section, location) };
    case 'unchecked':
      return { kind: 'undescribed', path };
    case 'unknown':
      if (document.declarations.has(path)) return { kind: 'undescribed', path };
      // The file itself declares it.
      return document.groups.includes(element) ? { kind: 'group', path } : UNKNOWN;
  }
}

/** The outermost element of something that a schema describes. */
function around(element: XmlElement, schema: SectionSchema, location: LocationTag | null = null): ElementUse {
  const section: SectionUse = { path: schema.path, element, schema, location, content: 'here' };
  return { element, schema, role: 'section', parent: null, section };
}
