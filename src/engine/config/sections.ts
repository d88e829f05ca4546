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

const places = new WeakMap<ConfigDocument, ReadonlyMap<string, readonly SectionUse[]>>();

/**
 * The sections of a path that stand for one location of a document; found without a walk through all of them, because a
 * server may have a location for each of 20,000 sites.
 *
 * @param location relative to the level of the document, in any case; empty for the level itself
 */
export function sectionsAtLocation(document: ConfigDocument, path: string, location: string): readonly SectionUse[] {
  return placesOf(document).get(`${path}\n${location.toLowerCase()}`) ?? [];
}

function placesOf(document: ConfigDocument): ReadonlyMap<string, readonly SectionUse[]> {
  const known = places.get(document);
  if (known) return known;
  const index = new Map<string, SectionUse[]>();
  for (const use of document.sections) {
    const key = `${use.path}\n${(use.location?.path ?? '').toLowerCase()}`;
    const uses = index.get(key);
    if (uses) uses.push(use);
    else index.set(key, [use]);
  }
  places.set(document, index);
  return index;
}
