import type { Schema } from '../schema/schema';
import type { EffectiveElement } from './effectiveElement';
import { Hierarchy } from './hierarchy';

const alone = new WeakMap<Hierarchy, Hierarchy>();

/**
 * What holds for a section at a path if the last file may set it: where the section is locked for that file, what the
 * file itself says. That a lock stands in the way is a finding of its own, and mostly the server at hand has none.
 *
 * @param path configuration path; by default that of the last file
 */
export function unlockedElement(
  hierarchy: Hierarchy,
  schema: Schema,
  section: string,
  path?: string,
): EffectiveElement | null {
  const found = hierarchy.effective(section, path);
  const last = hierarchy.levels.at(-1);
  const isLocked = found?.problems.some(
    ({ kind, document }) => kind === 'lockedSection' && document === last?.document,
  );
  if (!found || !isLocked || !last) return found?.element ?? null;
  const own = alone.get(hierarchy) ?? new Hierarchy(schema, [last], true, hierarchy.applications);
  alone.set(hierarchy, own);
  return own.effective(section, path ?? last.path)?.element ?? null;
}
