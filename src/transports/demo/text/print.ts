import { escapeValue } from '../../../engine/config/edits';
import type { XmlElement } from '../../../engine/xml/tree';

/** How elements are put on lines: as Windows writes its configuration, four blanks a level. */
const UNIT = '    ';

/**
 * An element as text, each child on a line of its own; comments are left out.
 *
 * @param extra text of further children by the path of their parent below the outermost element, such as
 *   `system.applicationHost/sites`; written before the children that it has
 */
export function print(
  element: XmlElement,
  extra: ReadonlyMap<string, string> = new Map(),
  depth = 0,
  path = '',
): string {
  const indent = UNIT.repeat(depth);
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`).join('');
  const inner = (extra.get(path) ?? '') + element.children.map((one) => printChild(one, extra, depth, path)).join('');
  if (inner !== '') return `${indent}<${element.name}${attributes}>\r\n${inner}${indent}</${element.name}>\r\n`;
  const text = element.text.trim();
  if (text !== '') return `${indent}<${element.name}${attributes}>${text}</${element.name}>\r\n`;
  return `${indent}<${element.name}${attributes} />\r\n`;
}

const printChild = (child: XmlElement, extra: ReadonlyMap<string, string>, depth: number, path: string): string =>
  print(child, extra, depth + 1, path === '' ? child.name : `${path}/${child.name}`);
