import type { ConfigDocument, SectionUse } from './document';

const indexes = new WeakMap<ConfigDocument, ReadonlyMap<string, readonly SectionUse[]>>();

/** The sections of a document by path, those in location tags among them; found once. */
export function sectionsAt(document: ConfigDocument): ReadonlyMap<string, readonly SectionUse[]> {
  const known = indexes.get(document);
  if (known) return known;
  const index = new Map<string, SectionUse[]>();
  for (const use of document.sections) {
    const uses = index.get(use.path);
    if (uses) uses.push(use);
    else index.set(use.path, [use]);
  }
  indexes.set(document, index);
  return index;
}
