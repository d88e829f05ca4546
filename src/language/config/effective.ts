import type { ConfigDocument, SectionUse } from '../../engine/config/document';
import { effectiveText } from '../../engine/render/effective';
import { plainText } from '../../engine/render/escape';
import { elementAt } from '../../engine/xml/place';
import type { XmlElement } from '../../engine/xml/tree';
import type { EffectiveResult, ExplainAt } from '../../protocol/languageServer';
import type { ConfigServices } from './services';

/** A group of sections shows this many of them at most. */
const SECTIONS_LIMIT = 20;

/** What holds for the sections at a place, all files above put together; null where there is none. */
export async function effectiveRequest({ uri, offset }: ExplainAt, services: ConfigServices): Promise<EffectiveResult> {
  const config = await services.documents.of(services.documents.open(uri));
  if (!config) return null;
  const uses = sectionsAround(config, offset).slice(0, SECTIONS_LIMIT);
  const hierarchy = await services.workspace.hierarchy(config, await services.settings(uri));
  const texts = uses.flatMap((use) => effectiveText(hierarchy, use.path, hierarchy.pathOf(use)) ?? []);
  const [first] = uses;
  if (!texts.length || !first) return null;
  const title = uses.length === 1 ? first.element.name : `${uses.length} sections`;
  return { title: plainText(title, 80), text: texts.join('\n') };
}

/** The section that a place is in, else the sections below the group or location tag that it is in. */
function sectionsAround({ xml, sections }: ConfigDocument, offset: number): readonly SectionUse[] {
  const { element } = elementAt(xml, offset);
  const inside = sections.find((use) => use.element.start <= offset && offset <= use.element.end);
  if (inside) return [inside];
  return sections.filter((use) => element !== null && isIn(use.element, element));
}

function isIn(element: XmlElement, outer: XmlElement): boolean {
  return outer.start <= element.start && element.end <= outer.end;
}
