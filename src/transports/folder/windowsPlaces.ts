import { expandVariables } from '../../engine/config/environment';
import type { FolderIndex, IndexedFile } from './folderIndex';

/** Why a path that a document names is not opened. */
export type NotOpened = 'outside' | 'notFound' | 'ambiguous';

export const whyNotOpened: Readonly<Record<NotOpened, string>> = {
  outside: 'The path leads out of the folder that was opened; it is not followed.',
  notFound: 'Nothing in the folder that was opened lies at this path.',
  ambiguous: 'Several places in the folder that was opened end with this path.',
};

/**
 * Where a path of Windows lies in a copied folder: `D:\sites\shop` in `D\sites\shop`, in `sites\shop`, or below a folder
 * of the server's name. It counts only where all names behind the drive agree, and only one place does.
 */
export function folderAt(index: FolderIndex, windowsPath: string): { readonly path: string } | NotOpened {
  const names = namesOf(windowsPath);
  if (names === null) return 'outside';
  return only(index.folders, names);
}

/** The same for a file, which may also be named by its path from the folder on. */
export function fileAt(index: FolderIndex, path: string): IndexedFile | NotOpened {
  const own = index.files.find((one) => one.path.toLowerCase() === path.toLowerCase());
  if (own) return own;
  const names = namesOf(path);
  if (names === null) return 'outside';
  const found = only(
    index.files.map((one) => one.path),
    names,
  );
  if (typeof found === 'string') return found;
  return index.files.find((one) => one.path === found.path) ?? 'notFound';
}

/** The names of a path behind its drive, in lower case; null where it leads to a share, a device or upwards. */
function namesOf(windowsPath: string): readonly string[] | null {
  const path = expandVariables(windowsPath).replaceAll('/', '\\').toLowerCase();
  if (path.startsWith('\\\\')) return null;
  const names = path
    .replace(/^[a-z]:/, '')
    .split('\\')
    .filter((name) => name !== '' && name !== '.');
  return names.includes('..') || names.some((name) => name.includes(':')) ? null : names;
}

function only(paths: readonly string[], names: readonly string[]): { readonly path: string } | NotOpened {
  if (!names.length) return 'notFound';
  const end = names.join('\\');
  const found = paths.filter((path) => {
    const lower = path.toLowerCase();
    return lower === end || lower.endsWith(`\\${end}`);
  });
  const [first, another] = found;
  if (first === undefined) return 'notFound';
  return another === undefined ? { path: first } : 'ambiguous';
}
