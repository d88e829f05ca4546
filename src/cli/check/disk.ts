import type fs from 'node:fs';
import path from 'node:path';

/** The file system as a check uses it; a test hands in one that records what is touched. */
export type Disk = typeof fs;

/** Whether a path is a folder or lies below it, by its letters alone. */
export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** What a path that a document names leads to: a path that may be opened, nothing there, or where nobody may look. */
export type Named = { readonly path: string } | 'missing' | 'outside';

/**
 * Finds the file or folder that a document names. A document's path is data: it must lie below one of the folders that
 * the person gave, and no link on the way is followed, because opening a network path sends credentials. Names are
 * compared without case, as the server does.
 *
 * @param base the folder that relative paths are relative to
 * @param roots the folders that may be looked into
 */
export async function findNamed(named: string, base: string, roots: readonly string[], disk: Disk): Promise<Named> {
  // A path of Windows is absolute there and relative here; a share or a device is never opened.
  const isForeign = path.sep === '/' && /^[A-Za-z]:/.test(named);
  if (/^[\\/]{2}/.test(named) || isForeign || named.includes('\0')) return 'outside';
  const full = path.resolve(base, named.replaceAll('\\', '/'));
  const root = roots.find((one) => isInside(one, full));
  if (root === undefined) return 'outside';
  let at = root;
  const names = path.relative(root, full).split(path.sep);
  for (const name of names.filter((one) => one !== '')) {
    const entries = await disk.promises.readdir(at, { withFileTypes: true }).catch(() => []);
    const lower = name.toLowerCase();
    const entry = entries.find((one) => one.name === name) ?? entries.find((one) => one.name.toLowerCase() === lower);
    if (!entry) return 'missing';
    if (entry.isSymbolicLink()) return 'outside';
    at = path.join(at, entry.name);
  }
  return { path: at };
}
