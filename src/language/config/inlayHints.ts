import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { EffectiveElement } from '../../engine/config/effectiveElement';
import { holdsSecret } from '../../engine/config/secrets';
import { plainText } from '../../engine/render/escape';
import { childSchema } from '../../engine/schema/schema';
import type { XmlElement } from '../../engine/xml/tree';
import { placesOf } from './places';
import type { ConfigServices } from './services';

const HINT_LIMIT = 500;

/** What an element inherits from defaults elements and from files above, behind what it says itself; off by default. */
export async function inlayHints(
  { textDocument: { uri }, range }: InlayHintParams,
  services: ConfigServices,
): Promise<InlayHint[]> {
  const document = services.documents.open(uri);
  const config = await services.documents.of(document);
  if (!document || !config || !(await services.settings(uri)).hasInlayHints) return [];
  const hierarchy = await services.workspace.hierarchy(config, await services.settings(uri));
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const hints: InlayHint[] = [];
  const visit = (
    element: XmlElement,
    effective: EffectiveElement,
    entries: ReadonlyMap<XmlElement, EffectiveElement>,
  ): void => {
    if (element.end < from || element.start > to || hints.length >= HINT_LIMIT) return;
    if (element.start >= from) hints.push(...hintsOf(element, effective));
    for (const child of element.children) {
      const inner =
        entries.get(child) ??
        (childSchema(effective.schema, child.name) ? effective.elements.get(child.name) : undefined);
      if (inner) visit(child, inner, entriesOf(inner));
    }
  };
  const hintsOf = (element: XmlElement, effective: EffectiveElement): InlayHint[] =>
    [...effective.schema.attributes.keys()].flatMap((name): InlayHint[] => {
      if (element.attributes.some((one) => one.name === name)) return [];
      const { value, origin } = effective.value(name);
      if (value === null || !origin || origin.element === element || holdsSecret(effective, name)) return [];
      const at = element.attributes.at(-1)?.end ?? element.nameRange.end;
      const line = placesOf(origin.document).position(origin.attribute.start).line + 1;
      const file = origin.document.name.slice(origin.document.name.lastIndexOf('/') + 1);
      return [
        {
          position: document.positionAt(at),
          label: `${name}="${plainText(value, 40)}"`,
          paddingLeft: true,
          tooltip: `Inherited from <${origin.element.name}> in ${file}, line ${line}`,
        },
      ];
    });
  for (const use of config.sections) {
    if (use.element.end < from || use.element.start > to || use.content !== 'here') continue;
    const effective = hierarchy.effective(use.path, hierarchy.pathOf(use));
    if (effective) visit(use.element, effective.element, entriesOf(effective.element));
  }
  return hints.slice(0, HINT_LIMIT);
}

const entriesOf = ({ entries }: EffectiveElement): ReadonlyMap<XmlElement, EffectiveElement> =>
  new Map(entries.flatMap((entry) => (entry.origin ? [[entry.origin.element, entry] as const] : [])));
