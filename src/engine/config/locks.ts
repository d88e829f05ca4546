import type { SectionSchema } from '../schema/model';
import { attribute, type XmlElement } from '../xml/tree';
import type { Origin } from './effectiveElement';
import type { Hierarchy, Level } from './hierarchy';
import { depth, isAbove, joinPaths } from './paths';
import { isSectionRead } from './readers';

/** What an element of the configuration forbids the files below it. */
export interface Lock {
  /** Where it is declared. */
  readonly by: Origin;
  /** The place of its file in the hierarchy: only deeper ones are bound. */
  readonly rank: number;
  readonly locksAttribute: (name: string) => boolean;
  /** Child elements and the directives `remove` and `clear`. */
  readonly locksElement: (name: string) => boolean;
  /** The entry itself cannot be changed or removed. */
  readonly locksItem: boolean;
}

/** Reads the lock attributes of an element; null where it has none. */
export function readLock(element: XmlElement, by: Origin, rank: number): Lock | null {
  const has = element.attributes.some(({ name }) => name.startsWith('lock'));
  if (!has) return null;
  return {
    by,
    rank,
    locksAttribute: matcher(attribute(element, 'lockAttributes'), attribute(element, 'lockAllAttributesExcept')),
    locksElement: matcher(attribute(element, 'lockElements'), attribute(element, 'lockAllElementsExcept')),
    locksItem: attribute(element, 'lockItem')?.trim().toLowerCase() === 'true',
  };
}

function matcher(locked: string | undefined, except: string | undefined): (name: string) => boolean {
  const names = namesIn(locked);
  const others = except === undefined ? null : namesIn(except);
  return (name) => names.has('*') || names.has(name) || (others !== null && !others.has(name));
}

const namesIn = (list = ''): ReadonlySet<string> =>
  new Set(
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );

/**
 * Whether a section is locked for a file, and by what.
 *
 * @param path where the file wants to use the section
 * @param rank the place of the file in the hierarchy
 * @returns null: it may be used; `origin` is null where only the configuration as shipped locks it
 */
export function sectionLock(
  { levels }: Hierarchy,
  section: SectionSchema,
  path: string,
  rank: number,
): { readonly origin: Origin | null } | null {
  // The file of the server itself, and a file that stands alone, are below nothing.
  if (rank === 0) return null;
  const above = levels.slice(0, rank).filter((_, i) => isSectionRead(levels, i, section));
  let lock = declaredLock(above, section, isBelowServer(levels[rank]));
  if (lock === undefined) return null;
  const tags = above.flatMap(({ document, path: level }) =>
    document.sections.flatMap((use) => {
      const { location } = use;
      if (use.path !== section.path || !location || location.overrideMode === 'Inherit') return [];
      const at = joinPaths(level, location.path);
      return isAbove(at, path) ? [{ at, location, origin: { document, level, element: location.element } }] : [];
    }),
  );
  for (const { location, origin } of tags.sort((a, b) => depth(a.at) - depth(b.at)))
    lock = location.overrideMode === 'Deny' ? { origin } : null;
  return lock;
}

const isBelowServer = (level: Level | undefined): boolean => level?.document.kind === 'web';

/** @returns undefined where nobody knows how the section is declared */
function declaredLock(
  above: Hierarchy['levels'],
  section: SectionSchema,
  isBelow: boolean,
): { readonly origin: Origin | null } | null | undefined {
  for (const { document, path } of above) {
    const declared = document.declarations.get(section.path);
    if (!declared) continue;
    const origin: Origin = { document, level: path, element: declared.element };
    return declared.overrideModeDefault === 'Deny' ? { origin } : null;
  }
  // A file of the server declares its sections itself.
  if (!isBelow) return null;
  const shipped = section.declaration;
  if (!shipped) return undefined;
  return shipped.overrideModeDefault === 'Deny' && !shipped.unlocked ? { origin: null } : null;
}
