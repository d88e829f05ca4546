import type { ConfigDocument, SectionUse } from '../config/document';
import { elementPlace } from '../config/elementPlace';
import type { Hierarchy } from '../config/hierarchy';
import { isForDotNet } from '../config/readers';
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
  const said = elementHover(place, element.name, context);
  if (said === null) return null;
  const note =
    place.kind === 'element' ? (withoutEffect(place.use.section, document) ?? assumption(document, hierarchy)) : null;
  return { markdown: note === null ? said : `${said}\n\n${note}`, ...element.nameRange };
}

/** What has no effect where it stands; null for all that has. */
const withoutEffect = ({ schema }: SectionUse, { kind }: ConfigDocument): string | null =>
  kind === 'applicationHost' && schema && isForDotNet(schema)
    ? '_.NET does not read `applicationHost.config`: here this has no effect on any application._'
    : null;

/** What is taken for granted about a `web.config` whose server or place nobody told us; null where all is known. */
function assumption({ kind }: ConfigDocument, { hasServer, isPlaced }: Hierarchy): string | null {
  if (kind !== 'web') return null;
  if (!hasServer) return '_The server of this file is not known: IIS 10 as shipped is assumed above it._';
  return isPlaced ? null : '_No site of the server has this folder: the file is taken for the root of a site._';
}
