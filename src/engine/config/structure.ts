import type { SectionSchema } from '../schema/model';
import { structure } from '../schema/structure';
import { child, type XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';
import { walkSection, type Walker } from './walk';

/** Visits what stands around the sections of a file: the root, the declarations of sections, the location tags. */
export function walkStructure({ root, kind, locations }: ConfigDocument, walker: Walker): void {
  if (root?.name !== 'configuration' || kind === 'transform') return;
  visit(root, structure.configuration, walker);
  const declarations = child(root, 'configSections');
  if (declarations) walkSection(sectionUse(declarations, structure.configSections), walker);
  for (const { element } of locations) visit(element, structure.location, walker);
}

/** The element alone: what stands in it is looked at as what it is. */
function visit(element: XmlElement, schema: SectionSchema, walker: Walker): void {
  walker.element({ element, schema, role: 'section', parent: null, section: sectionUse(element, schema) });
}

const sectionUse = (element: XmlElement, schema: SectionSchema): SectionUse => ({
  path: schema.path,
  element,
  schema,
  location: null,
  content: 'here',
});
