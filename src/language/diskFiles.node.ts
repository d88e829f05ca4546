import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { decode } from '../engine/text/decode';
import type { FileAccess } from './files';

const SIZE_LIMIT = 20 * 1024 * 1024;
/** Folders that hold other people's files, and how many folders are looked into at most. */
const SKIPPED = new Set(['node_modules', '.git', 'bin', 'obj']);
const FOLDER_LIMIT = 2_000;

/**
 * Files of this machine's disk, for editors that bring none of their own.
 *
 * @param roots URIs of the folders below which files may be opened; a link that leads out of them is not followed
 */
export function diskFiles(roots: readonly string[]): FileAccess {
  const folders = roots.map(localPath).filter((folder) => folder !== null);
  return {
    read: async (uri) => {
      const file = localPath(uri);
      if (file === null || !folders.some((folder) => isInside(folder, file))) return null;
      try {
        const real = await realpath(file);
        const realFolders = await Promise.all(folders.map((folder) => realpath(folder)));
        if (!realFolders.some((folder) => isInside(folder, real)) || (await stat(real)).size > SIZE_LIMIT) return null;
        return decode(await readFile(real)).text;
      } catch {
        return null;
      }
    },
    list: (names, limit) => filesNamed(folders, new Set(names.map((name) => name.toLowerCase())), limit),
  };
}

async function filesNamed(roots: readonly string[], names: ReadonlySet<string>, limit: number): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...roots];
  for (let looked = 0; looked < FOLDER_LIMIT && found.length < limit; looked++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(full);
      if (entry.isFile() && names.has(entry.name.toLowerCase())) found.push(URI.file(full).toString());
    }
  }
  return found.slice(0, limit);
}

/** The path of a file on this machine; null for other schemes, network shares and device paths. */
function localPath(uri: string): string | null {
  try {
    const { scheme, authority, fsPath } = URI.parse(uri, true);
    if (scheme !== 'file' || authority !== '' || /^[\\/]{2}/.test(fsPath) || fsPath.includes('\0')) return null;
    return path.normalize(fsPath);
  } catch {
    return null;
  }
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}
