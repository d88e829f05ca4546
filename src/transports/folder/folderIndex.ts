import type { FolderFiles } from './folderFiles';

/** A file below the folder. */
export interface IndexedFile {
  /** From the folder on, with `\` between the names, as people read Windows paths. */
  readonly path: string;
  readonly uri: string;
}

/** What lies in a folder, a few levels deep. */
export interface FolderIndex {
  readonly files: readonly IndexedFile[];
  /** Paths of the folders, as those of files; the empty one is the folder itself. */
  readonly folders: readonly string[];
  /** Whether there is more than was looked at. */
  readonly isCut: boolean;
}

const DEEPEST = 7;
const MOST = 20_000;
/** Where no configuration of a server lies, and thousands of files do. */
const SKIPPED = /^(?:node_modules|\.git|\.svn|packages|obj)$/i;

/**
 * Walks through a folder, level by level, so that a limit cuts off what lies deep.
 *
 * @param uri the folder that the user gave; rejects where it cannot be listed
 */
export async function indexFolder(files: FolderFiles, uri: string, signal: AbortSignal): Promise<FolderIndex> {
  const found: IndexedFile[] = [];
  const folders: string[] = [];
  let isCut = false;
  let level: { readonly path: string; readonly uri: string }[] = [{ path: '', uri }];
  for (let depth = 0; level.length; depth++) {
    if (depth > DEEPEST) {
      isCut = true;
      break;
    }
    const next: typeof level = [];
    for (const folder of level) {
      signal.throwIfAborted();
      if (found.length + folders.length > MOST) return { files: found, folders, isCut: true };
      folders.push(folder.path);
      const entries = await files.list(folder.uri).catch((error: unknown) => {
        // One folder that nobody may list does not hide the others.
        if (depth === 0) throw error;
        isCut = true;
        return [];
      });
      for (const { name, uri: inner, kind } of entries) {
        if (!isName(name) || kind === 'link') continue;
        const path = folder.path === '' ? name : `${folder.path}\\${name}`;
        if (kind === 'file') found.push({ path, uri: inner });
        else if (!SKIPPED.test(name)) next.push({ path, uri: inner });
      }
    }
    level = next;
  }
  return { files: found, folders, isCut };
}

/** A name, and not a way to somewhere else. */
const isName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[\\/]/.test(name);
