import type { SectionSchema } from '../schema/model';
import { attribute, type XmlElement } from '../xml/tree';
import type { SectionUse } from './document';
import type { Hierarchy, Level } from './hierarchy';
import { depth, isAbove, pathsAbove, relativeTo } from './paths';
import { isSectionRead } from './readers';
import { sectionsAtLocation } from './sections';

/** A section as one file has it for one path. */
export interface Block {
  readonly use: SectionUse;
  readonly level: Level;
  readonly rank: number;
  readonly path: string;
  /** Its content, from this file or from the one that `configSource` names. */
  readonly content: XmlElement | null;
}

/** The blocks that hold for a path: outer paths first, at one path outer files first. */
export function blocksAbove(hierarchy: Hierarchy, section: SectionSchema, path: string): Block[] {
  const above = pathsAbove(path);
  const blocks = hierarchy.levels.flatMap((level, rank, levels) => {
    if (!isSectionRead(levels, rank, section)) return [];
    return above.flatMap((at): Block[] => {
      const location = relativeTo(level.path, at);
      if (location === null) return [];
      return sectionsAtLocation(level.document, section.path, location)
        .filter((use) => !endsAtApplication(use, at, path, hierarchy.applications))
        .map((use) => ({ use, level, rank, path: at, content: contentOf(use, level) }));
    });
  });
  return blocks.sort((a, b) => depth(a.path) - depth(b.path) || a.rank - b.rank);
}

/** Whether `inheritInChildApplications="false"` keeps a section from a path. */
function endsAtApplication(use: SectionUse, at: string, path: string, applications: readonly string[]): boolean {
  if (use.location?.inheritInChildApplications !== false) return false;
  return applications.some((one) => isAbove(one, path) && isAbove(at, one) && !isAbove(one, at));
}

function contentOf({ element, content }: SectionUse, { external }: Level): XmlElement | null {
  if (content === 'here') return element;
  return content === 'elsewhere' ? (external?.get(attribute(element, 'configSource') ?? '') ?? null) : null;
}
