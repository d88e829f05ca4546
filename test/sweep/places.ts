import type { ConfigDocument } from '../../src/engine/config/document';
import { walkStructure } from '../../src/engine/config/structure';
import { walkSection, type ElementUse } from '../../src/engine/config/walk';
import type { ElementSchema } from '../../src/engine/schema/model';
import type { XmlElement } from '../../src/engine/xml/tree';

/**
 * An element of a configuration file with what is known of it.
 *
 * - `described`: the schema says what may stand on and in it
 * - `group`: a group of sections, `stray`: what is a fault already
 * - `undescribed`: in a section that no schema file declares
 */
export interface ElementPlace {
  readonly element: XmlElement;
  readonly kind: 'described' | 'group' | 'stray' | 'undescribed' | 'transform';
  readonly schema: ElementSchema | null;
  readonly use: ElementUse | null;
  /** How many elements are around it. */
  readonly depth: number;
}

/** Every element of a file, outer ones first: what a sweep damages, and where a hover or a completion is asked for. */
export function elementPlaces(document: ConfigDocument): ElementPlace[] {
  const uses = new Map<XmlElement, ElementUse>();
  const walker = { element: (use: ElementUse) => void uses.set(use.element, use) };
  walkStructure(document, walker);
  for (const section of document.sections) walkSection(section, walker);
  const groups = new Set(document.groups);
  const sections = new Set(document.sections.map(({ element }) => element));
  const strays = new Set(document.strays.map(({ element }) => element));
  const places: ElementPlace[] = [];
  const visit = (element: XmlElement, depth: number, around: ElementPlace['kind']): void => {
    const use = uses.get(element) ?? null;
    let kind = around;
    if (use) kind = 'described';
    else if (groups.has(element)) kind = 'group';
    else if (sections.has(element)) kind = 'undescribed';
    else if (strays.has(element)) kind = 'stray';
    else if (around === 'described' || around === 'group') kind = 'stray';
    places.push({ element, kind, use, schema: use?.schema ?? null, depth });
    for (const child of element.children) visit(child, depth + 1, kind);
  };
  const outside = document.kind === 'transform' ? 'transform' : 'group';
  for (const root of document.xml.roots) visit(root, 0, outside);
  return places;
}
