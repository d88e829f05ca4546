import type fs from 'node:fs';
import path from 'node:path';

/** The file system as a check uses it; a test hands in one that records what is touched. */
export type Disk = typeof fs;

/** Whether a path is a folder or lies below it, by its letters alone. */
export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/**
 * Finds the file or folder that a document names. A document's path is data: it must lie below one of the folders that
 * the person gave, and no link on the way is followed, because opening a network path sends credentials.
 *
 * @param base the folder that relative paths are relative to
 * @param roots the folders that may be looked into
 * @returns the path; null where it must not be opened or is not there
 */
export async function openable(
  named: string,
  base: string,
  roots: readonly string[],
  disk: Disk,
): Promise<string | null> {
  // The paths of the other system are no paths here: a backslash is a letter for one, a drive for the other.
  if (/^[\\/]{2}|^[A-Za-z]:/.test(named) && !isInsideAny(roots, path.resolve(base, named))) return null;
  const full = path.resolve(base, named.replaceAll('\\', '/'));
  const root = roots.find((one) => isInside(one, full));
  if (root === undefined || full.includes('\0')) return null;
  const names = path.relative(root, full).split(path.sep);
  let at = root;
  for (const name of names.filter((one) => one !== '')) {
    at = path.join(at, name);
    const entry = await disk.promises.lstat(at).catch(() => null);
    if (!entry || entry.isSymbolicLink()) return null;
  }
  return full;
}

const isInsideAny = (roots: readonly string[], file: string): boolean => roots.some((root) => isInside(root, file));
