import type { ConfigDocument } from '../config/document';
import { elementPlace } from '../config/elementPlace';
import type { Hierarchy } from '../config/hierarchy';
import type { Schema } from '../schema/schema';
import type { SchemaTexts } from '../schema/texts';
import type { Range } from '../text/range';
import { elementAt } from '../xml/place';
import { attributeHover, elementHover } from './configHover';

/** What stands at a place of a configuration file, in Markdown, and where. */
export interface ConfigHover extends Range {
  readonly markdown: string;
}

/**
 * What a section, an element or an attribute is, and what holds for it here; null elsewhere.
 *
 * @param offset UTF-16 units
 * @param hierarchy its last level is the document
 */
export function configHoverAt(
  document: ConfigDocument,
  offset: number,
  { schema, texts, hierarchy }: { readonly schema: Schema; readonly texts: SchemaTexts; readonly hierarchy: Hierarchy },
): ConfigHover | null {
  const { element, attribute, part } = elementAt(document.xml, offset);
  if (!element || !(part === 'tagName' || part === 'attributeName' || part === 'attributeValue')) return null;
  const place = elementPlace(document, schema, element);
  const use = 'use' in place ? place.use : null;
  const path = use ? hierarchy.pathOf(use.section) : (hierarchy.levels.at(-1)?.path ?? '');
  const context = { texts, hierarchy, path };
  if (attribute) {
    const markdown = use && attributeHover(use, attribute.name, context);
    return markdown === null ? null : { markdown, start: attribute.start, end: attribute.end };
  }
  const markdown = elementHover(place, element.name, context);
  return markdown === null ? null : { markdown, ...element.nameRange };
}
