import type { HoverParams } from 'vscode-languageserver';
import type { ConfigDocument } from '../../engine/config/document';
import type { Hierarchy, Level } from '../../engine/config/hierarchy';
import { configHoverAt, type ConfigHover } from '../../engine/render/configHoverAt';
import { schemaTexts } from '../../engine/schema/texts/index.generated';
import { elementAt } from '../../engine/xml/place';
import type { ConfigServices } from './services';

/** What a section, an element or an attribute is, and what holds for it here; null elsewhere. */
export async function configHover(
  { textDocument, position }: HoverParams,
  services: ConfigServices,
): Promise<ConfigHover | null> {
  const document = services.documents.open(textDocument.uri);
  const config = document && (await services.documents.of(document));
  if (!document || !config) return null;
  const offset = document.offsetAt(position);
  const { part } = elementAt(config.xml, offset);
  // Between tags and in comments there is nothing to say, and no file around is read for it.
  if (part !== 'tagName' && part !== 'attributeName' && part !== 'attributeValue') return null;
  const schema = await services.documents.schema();
  const hierarchy = sameAsBefore(
    config,
    await services.workspace.hierarchy(config, await services.settings(document.uri)),
  );
  return configHoverAt(config, offset, { schema, texts: schemaTexts, hierarchy });
}

/** The hierarchy that the last hover over each document was answered from: with what was put together in it. */
const hierarchies = new WeakMap<ConfigDocument, Hierarchy>();

function sameAsBefore(config: ConfigDocument, hierarchy: Hierarchy): Hierarchy {
  const before = hierarchies.get(config);
  if (
    before?.levels.length === hierarchy.levels.length &&
    before.levels.every((level, i) => isSameLevel(level, hierarchy.levels[i]))
  )
    return before;
  hierarchies.set(config, hierarchy);
  return hierarchy;
}

function isSameLevel(a: Level, b: Level | undefined): boolean {
  if (a.document !== b?.document || a.path !== b.path) return false;
  // What `configSource` brings in is read anew each time.
  return !a.external?.size && !b.external?.size;
}
