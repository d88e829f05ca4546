import type { CollectionData, ElementData, SchemaData, SectionData } from './data';

/**
 * Puts two descriptions of one element together: what `base` says stays, what only `more` has is added. The schema files
 * of one server add to one section in this way, and so do the versions of one file, the newest first.
 */
export function mergeElements<E extends ElementData>(base: E, more: E): E {
  const attributes = mergeRecords(base.attributes, more.attributes, (one) => one);
  const elements = mergeRecords(base.elements, more.elements, mergeElements);
  const collections = mergeCollections(base.collections ?? [], more.collections ?? []);
  return {
    ...more,
    ...base,
    ...(attributes && { attributes }),
    ...(elements && { elements }),
    ...(collections.length && { collections }),
  };
}

/** Collections are the same where they have an element that adds an entry in common. */
function mergeCollections(base: readonly CollectionData[], more: readonly CollectionData[]): readonly CollectionData[] {
  const merged = base.map((one) => {
    const same = more.find(({ add }) => addsAlike(add, one.add));
    return same ? mergeElements(one, same) : one;
  });
  return [...merged, ...more.filter(({ add }) => !base.some((one) => addsAlike(one.add, add)))];
}

const addsAlike = (a: string, b: string): boolean => a.split(',').some((name) => b.split(',').includes(name));

function mergeRecords<T>(
  base: Readonly<Record<string, T>> | undefined,
  more: Readonly<Record<string, T>> | undefined,
  merge: (base: T, more: T) => T,
): Readonly<Record<string, T>> | undefined {
  if (!base || !more) return base ?? more;
  const merged = new Map(Object.entries(base));
  for (const [name, item] of Object.entries(more)) {
    const known = merged.get(name);
    merged.set(name, known === undefined ? item : merge(known, item));
  }
  return Object.fromEntries(merged);
}

/** Puts descriptions of several files together, section by section; the earlier one wins. */
export const mergeSchemas = (base: SchemaData, more: SchemaData): SchemaData => ({
  sections: mergeRecords<SectionData>(base.sections, more.sections, mergeElements) ?? {},
});

/**
 * What holds on a server whose own schema files were read: the shape of a section is what they say, and a section that
 * none of them has is not installed there. What brings it and how it is declared we still know from ours.
 */
export function forServer(bundled: SchemaData, server: SchemaData): SchemaData {
  const sections = new Map<string, SectionData>(
    Object.entries(bundled.sections).map(([path, section]) => [path, { ...section, installed: false }]),
  );
  for (const [path, shape] of Object.entries(server.sections)) {
    const known = sections.get(path);
    sections.set(path, {
      ...shape,
      ...(known?.product && { product: known.product }),
      ...(known?.declaration && { declaration: known.declaration }),
      installed: true,
    });
  }
  return { sections: Object.fromEntries(sections) };
}
