import type { CollectionSchema, SectionSchema } from '../schema/model';
import { readByDotNet } from '../schema/products';
import type { XmlElement } from '../xml/tree';

/**
 * Whether an entry may have the key of an earlier one and take its place. IIS never allows it where keys are unique.
 * .NET does in `appSettings`, in collections that have no `remove` and `clear`, and for an entry that says the same.
 */
export function mayReplace(
  section: Pick<SectionSchema, 'path' | 'product'>,
  collection: CollectionSchema,
  first: XmlElement,
  second: XmlElement,
): boolean {
  if (!readByDotNet(section.product)) return false;
  if (section.path === 'appSettings') return true;
  return (collection.removeElement === null && collection.clearElement === null) || saysTheSame(first, second);
}

/** Whether two entries without children have the same attributes with the same values, in any order. */
export function saysTheSame(a: XmlElement, b: XmlElement): boolean {
  const said = ({ attributes }: XmlElement): string =>
    attributes
      .map(({ name, value }) => `${name}=${value}`)
      .sort()
      .join('\n');
  return !a.children.length && !b.children.length && said(a) === said(b);
}
