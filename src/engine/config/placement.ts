import type { ConfigDocument } from './document';
import { expandVariables } from './environment';
import { isAbove } from './paths';
import { applicationPaths, publishedFolders, type PublishedFolder } from './sites';

/** Says where a folder of a server lies on the machine at hand. */
export interface FolderMap {
  /** `D:\sites` or `\\share\sites`, as the server names it. */
  readonly windowsPath: string;
  /** The folder here, with `/` between its segments: a path or a URI. */
  readonly folder: string;
}

/** Where a folder stands in the configuration of a server. */
export interface Placement {
  /** Configuration path: `Default Web Site/shop/admin`. */
  readonly path: string;
  /** Configuration path of the application around it. */
  readonly application: string;
  /** Every application of the server. */
  readonly applications: readonly string[];
  /**
   * The folders above it whose `web.config` holds here too, outer ones first, with `/` between segments. Only those
   * that can be told; whether such a file exists, and whether it may be read, is for the caller to find out.
   */
  readonly parents: readonly LevelFolder[];
}

/**
 * Finds the place of a folder in the sites of a server: by the maps given, else by the longest common end of its path
 * and a physical path, where exactly one site fits.
 *
 * @param folder the folder of a `web.config`, with `/` between its segments: a path or a decoded URI
 * @returns null where it belongs to no site, or to several alike
 */
export function placeOf(server: ConfigDocument, folder: string, maps: readonly FolderMap[] = []): Placement | null {
  const published = publishedFolders(server);
  const here = segments(folder);
  const match = byMaps(published, here, maps) ?? byTail(published, here);
  if (!match) return null;
  const { of, map, rest } = match;
  if (rest.length && !of.allowSubDirConfig) return null;
  const path = [of.path, ...rest].join('/');
  const applications = applicationPaths(server);
  return {
    path,
    application: deepest(applications, (one) => one, path) ?? path.split('/', 1).join(),
    applications,
    parents: foldersAlong(published, path, [map, ...maps]).filter((one) => one.path !== path),
  };
}

interface Match {
  readonly of: PublishedFolder;
  readonly map: FolderMap;
  /** Segments from the published folder down. */
  readonly rest: readonly string[];
}

function byMaps(
  published: readonly PublishedFolder[],
  here: readonly string[],
  maps: readonly FolderMap[],
): Match | null {
  let best: Match | null = null;
  let longest = -1;
  for (const map of maps)
    for (const of of published) {
      const root = mapped(of.physicalPath, map);
      if (!root || !startsWith(here, root)) continue;
      if (root.length > longest) [best, longest] = [{ of, map, rest: here.slice(root.length) }, root.length];
      // Two sites with one folder share its web.config: no single place.
      else if (root.length === longest && best && !sameText(best.of.path, of.path)) best = null;
    }
  return best;
}

function byTail(published: readonly PublishedFolder[], here: readonly string[]): Match | null {
  let best: Match | null = null;
  let most = 0;
  for (const of of published) {
    const physical = segments(expandVariables(of.physicalPath));
    for (let end = here.length; end > 0; end--) {
      const tail = commonTail(physical, here.slice(0, end));
      // A drive or the share alone says nothing.
      if (tail === 0 || (tail === physical.length && tail < 2 && physical[0]?.endsWith(':'))) continue;
      if (tail < most) continue;
      const map: FolderMap = {
        windowsPath: physical.slice(0, physical.length - tail).join('\\'),
        folder: here.slice(0, end - tail).join('/'),
      };
      if (tail > most) [best, most] = [{ of, map, rest: here.slice(end) }, tail];
      else if (best && !sameText(best.of.path, of.path)) best = null;
    }
  }
  return best;
}

/** A level of the configuration and its folder here, with `/` between segments. */
export interface LevelFolder {
  readonly path: string;
  readonly folder: string;
}

/**
 * The folders here of a configuration path and of every level above it, as far as the maps tell them: where each
 * `web.config` would stand that holds for the path.
 *
 * @param path `Default Web Site/shop/admin`
 * @returns the site first
 */
export const foldersOf = (server: ConfigDocument, path: string, maps: readonly FolderMap[]): readonly LevelFolder[] =>
  foldersAlong(publishedFolders(server), path, maps);

function foldersAlong(
  published: readonly PublishedFolder[],
  path: string,
  maps: readonly FolderMap[],
): readonly LevelFolder[] {
  const names = path.split('/');
  const levels = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return levels.flatMap((level): LevelFolder[] => {
    const of = deepest(published, ({ path: one }) => one, level);
    if (!of) return [];
    const below = level.slice(of.path.length).split('/').filter(Boolean);
    if (below.length && !of.allowSubDirConfig) return [];
    for (const map of maps) {
      const root = mapped(of.physicalPath, map);
      if (root) return [{ path: level, folder: [...root, ...below].join('/') }];
    }
    return [];
  });
}

/** The deepest of some things whose path is a path or lies above it. */
const deepest = <T>(all: readonly T[], pathOf: (one: T) => string, path: string): T | null =>
  all
    .filter((one) => isAbove(pathOf(one), path))
    .reduce<T | null>((a, b) => (a !== null && pathOf(a).length >= pathOf(b).length ? a : b), null);

/** A physical path as segments of a folder here; null where the map does not cover it. */
function mapped(physicalPath: string, { windowsPath, folder }: FolderMap): readonly string[] | null {
  const physical = segments(expandVariables(physicalPath));
  const from = segments(expandVariables(windowsPath));
  return startsWith(physical, from) ? [...segments(folder), ...physical.slice(from.length)] : null;
}

/** The leading empty segment of an absolute path stays: `/srv/www` is not `srv/www`. */
function segments(path: string): readonly string[] {
  const all = path.replaceAll('\\', '/').split('/');
  return all.filter((segment, i) => segment !== '' || i === 0);
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.length <= path.length && start.every((segment, i) => sameText(segment, path[i] ?? ''));

function commonTail(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && sameText(a.at(-1 - length) ?? '', b.at(-1 - length) ?? '')) length++;
  return length;
}
