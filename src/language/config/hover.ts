import type { HoverParams } from 'vscode-languageserver';
import { elementPlace } from '../../engine/config/elementPlace';
import { attributeHover, elementHover } from '../../engine/render/configHover';
import { schemaTexts } from '../../engine/schema/texts/index.generated';
import type { Range } from '../../engine/text/range';
import { elementAt } from '../../engine/xml/place';
import type { XmlElement } from '../../engine/xml/tree';
import type { ConfigServices } from './services';

/** What stands at a place of a configuration file, in Markdown, and where. */
export interface ConfigHover extends Range {
  readonly markdown: string;
}

/** What a section, an element or an attribute is, and what holds for it here; null elsewhere. */
export async function configHover(
  { textDocument, position }: HoverParams,
  services: ConfigServices,
): Promise<ConfigHover | null> {
  const document = services.documents.open(textDocument.uri);
  const config = document && (await services.documents.of(document));
  if (!document || !config) return null;
  const offset = document.offsetAt(position);
  const { element, attribute, part } = elementAt(config.xml, offset);
  if (!element || !(part === 'tagName' || part === 'attributeName' || part === 'attributeValue')) return null;
  const schema = await services.documents.schema();
  const place = elementPlace(config, schema, element);
  const hierarchy = await services.workspace.hierarchy(config, await services.settings(document.uri));
  const use = config.sections.find((one) => one.element === sectionOf(place));
  const path = use ? hierarchy.pathOf(use) : (hierarchy.levels.at(-1)?.path ?? '');
  const context = { texts: schemaTexts, hierarchy, path };
  if (attribute) {
    const markdown = place.kind === 'element' ? attributeHover(place.use, attribute.name, context) : null;
    return markdown === null ? null : { markdown, start: attribute.start, end: attribute.end };
  }
  const markdown = elementHover(place, element.name, context);
  return markdown === null ? null : { markdown, ...element.nameRange };
}

const sectionOf = (place: ReturnType<typeof elementPlace>): XmlElement | null =>
  place.kind === 'element' ? place.use.section.element : null;
