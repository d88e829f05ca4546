import type { Schema } from '../schema/schema';
import { ancestors, type XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';
import { childUse, type ElementUse } from './walk';

/** What an element is in a configuration file. */
export type ElementPlace =
  /** `<configuration>`, or a location tag: sections and groups stand in it. */
  | { readonly kind: 'root' | 'location'; readonly path: '' }
  | { readonly kind: 'group'; readonly path: string }
  | { readonly kind: 'element'; readonly use: ElementUse }
  /** A section whose inside nobody describes, or something in it. */
  | { readonly kind: 'undescribed'; readonly path: string }
  /** `configSections` and what stands in it. */
  | { readonly kind: 'declaration' }
  | { readonly kind: 'unknown' };

const UNKNOWN: ElementPlace = { kind: 'unknown' };

/** Tells what an element is, from its place below the root; in half-typed files too. */
export function elementPlace({ root }: ConfigDocument, schema: Schema, element: XmlElement): ElementPlace {
  const way = [element, ...ancestors(element)].reverse();
  if (way[0]?.name !== 'configuration' || (root && way[0] !== root)) return UNKNOWN;
  let place: ElementPlace = { kind: 'root', path: '' };
  for (const one of way.slice(1)) place = childPlace(place, one, schema);
  return place;
}

function childPlace(parent: ElementPlace, element: XmlElement, schema: Schema): ElementPlace {
  switch (parent.kind) {
    case 'root':
      if (element.name === 'location') return { kind: 'location', path: '' };
      if (element.name === 'configSections') return { kind: 'declaration' };
      return inGroup('', element, schema);
    case 'location':
      return inGroup('', element, schema);
    case 'group':
      return inGroup(`${parent.path}/`, element, schema);
    case 'element': {
      const use = childUse(element, parent.use);
      return use ? { kind: 'element', use } : UNKNOWN;
    }
    case 'undescribed':
    case 'declaration':
    case 'unknown':
      return parent;
  }
}

function inGroup(prefix: string, element: XmlElement, schema: Schema): ElementPlace {
  const path = prefix + element.name;
  const found = schema.find(path);
  switch (found.kind) {
    case 'group':
      return { kind: 'group', path };
    case 'section': {
      const section: SectionUse = { path, element, schema: found.section, location: null, content: 'here' };
      return { kind: 'element', use: { element, schema: found.section, role: 'section', parent: null, section } };
    }
    case 'unchecked':
      return { kind: 'undescribed', path };
    case 'unknown':
      return UNKNOWN;
  }
}
