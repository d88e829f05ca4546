import type { AttributeSchema, EntrySchema } from '../schema/model';

/** How an entry is told from the others: a text for each key of its collection that it has values for. */
export interface EntryKey {
  /** The attributes of the key. */
  readonly attributes: readonly AttributeSchema[];
  /** Equal for entries that IIS takes for the same. */
  readonly id: string;
}

/**
 * The keys of an entry. A collection may have several, each unique by itself: a site's name and its id.
 *
 * @param value what the entry says of an attribute; undefined where it says nothing, and the default counts
 */
export function keysOf(entry: EntrySchema, value: (attribute: string) => string | undefined): readonly EntryKey[] {
  const keys: EntryKey[] = [];
  // Plain loops: this runs for every entry of every collection.
  for (const attributes of entry.keys) {
    let id = '';
    let isKnown = false;
    for (const attribute of attributes) {
      const one = keyValue(attribute, value(attribute.name));
      if (one !== null) isKnown = true;
      id = id === '' && attribute === attributes[0] ? (one ?? '') : `${id}\n${one ?? ''}`;
    }
    // A key without any value tells nothing apart, such as the number of a site that has yet to get one.
    if (isKnown) keys.push({ attributes, id });
  }
  return keys;
}

/** A value of a key as it is compared; null where there is none. */
export function keyValue(attribute: AttributeSchema, written: string | undefined): string | null {
  const value = written ?? attribute.defaultValue;
  if (value === null) return null;
  if (attribute.type === 'string') return attribute.caseSensitive ? value : value.toLowerCase();
  const trimmed = value.trim().toLowerCase();
  return /^\d{1,15}$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
}
