import { child, type XmlAttribute, type XmlElement } from '../xml/tree';
import type { SectionUse } from './document';
import type { Hierarchy } from './hierarchy';
import { attributeOf } from './values';

export const PROTOCOL = 'system.webServer/httpProtocol';

/** A response header that a file adds. */
export interface AddedHeader {
  readonly element: XmlElement;
  readonly name: XmlAttribute;
  readonly value: XmlAttribute | undefined;
}

/** The response headers that a section adds, those of redirects not among them. */
export function addedHeaders({ element, content }: SectionUse): AddedHeader[] {
  if (content !== 'here') return [];
  return (child(element, 'customHeaders')?.children ?? []).flatMap((one) => {
    const name = one.name === 'add' ? attributeOf(one, 'name') : undefined;
    return name ? [{ element: one, name, value: attributeOf(one, 'value') }] : [];
  });
}

/** The value of a response header that IIS adds at a path; null where it adds none of this name. */
export function headerAt(hierarchy: Hierarchy, path: string, name: string): string | null {
  const headers = hierarchy.effective(PROTOCOL, path)?.element.element('customHeaders')?.entries ?? [];
  const found = headers.find((one) => one.text('name').toLowerCase() === name.toLowerCase());
  return found ? found.text('value') : null;
}
