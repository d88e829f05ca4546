import { attribute, type XmlElement } from '../xml/tree';
import type { ConfigDocument } from './document';
import { keysOf } from './keys';
import type { MergeProblem } from './merge';
import { mayReplace } from './repeatedEntries';
import { walkSection } from './walk';

type Duplicate = Extract<MergeProblem, { kind: 'duplicate' }>;

/**
 * The entries of a file whose key an earlier one in the same collection has; putting files together does not look at a
 * collection that only one of them has.
 *
 * @param level the configuration path of the file
 */
export function clashesIn(document: ConfigDocument, level: string): readonly Duplicate[] {
  const found: Duplicate[] = [];
  for (const section of document.sections) {
    const { schema } = section;
    if (!schema || section.content !== 'here' || section.path === 'configSections') continue;
    walkSection(section, {
      element({ element: parent, schema: { collection } }) {
        if (!collection || collection.allowDuplicates) return;
        const { removeElement, clearElement, entries } = collection;
        const [removed] = entries.values();
        const taken = new Map<string, XmlElement>();
        for (const element of parent.children) {
          if (element.name === clearElement) taken.clear();
          const isRemove = element.name === removeElement;
          const entry = entries.get(element.name) ?? (isRemove ? removed : undefined);
          if (!entry) continue;
          for (const { id, attributes } of keysOf(entry, (name) => attribute(element, name))) {
            const key = `${attributes[0]?.name ?? ''} ${id}`;
            if (isRemove) {
              for (const name of entries.keys()) taken.delete(`${name} ${key}`);
              continue;
            }
            const known = taken.get(`${element.name} ${key}`);
            if (!known) taken.set(`${element.name} ${key}`, element);
            else if (!mayReplace(schema, collection, known, element)) {
              const first = { document, level, element: known };
              const names = attributes.map(({ name }) => name);
              found.push({ kind: 'duplicate', document, section, element, first, key: names, removeElement });
              break;
            }
          }
        }
      },
    });
  }
  return found;
}
