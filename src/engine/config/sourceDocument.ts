import { readXml } from '../xml/parse';
import type { ConfigDocument, SectionUse } from './document';

/**
 * Reads a file that `configSource` names: it holds one section, which means what it would mean in the place of the
 * reference.
 *
 * @param name URI or path
 * @param owner the file with the reference
 * @param use the reference
 * @returns null where its root element is not that section
 */
export function readSource(
  name: string,
  text: string,
  { kind }: Pick<ConfigDocument, 'kind'>,
  use: SectionUse,
): ConfigDocument | null {
  const xml = readXml(text);
  const [root] = xml.roots;
  if (root?.name !== use.element.name) return null;
  return {
    name,
    kind,
    text,
    xml,
    root,
    declarations: new Map(),
    locations: [],
    // One file after the other is not followed: IIS refuses it.
    sections: [{ ...use, element: root, content: 'here' }],
    groups: [],
    strays: [],
  };
}
