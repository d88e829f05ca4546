import type { ElementUse } from '../config/walk';

/** The names of the elements from a section down to one of its elements. */
export function wayOf(use: ElementUse): string[] {
  const way: string[] = [];
  for (let one = use; one.parent; one = one.parent)
    // A `remove` is described by the entry that it takes out.
    way.unshift(one.role === 'remove' ? one.schema.name : one.element.name);
  return way;
}
