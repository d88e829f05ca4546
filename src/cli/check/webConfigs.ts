import path from 'node:path';
import { readConfig } from '../../engine/config/document';
import type { Level } from '../../engine/config/hierarchy';
import type { FolderMap, LevelFolder } from '../../engine/config/placement';
import type { Schema } from '../../engine/schema/schema';
import { findNamed, type Disk } from './disk';
import { readText } from './read';

/** A map whose folder here is absolute. */
export const mapOf = (windowsPath: string, folder: string): FolderMap => ({
  windowsPath,
  folder: folder.replaceAll(path.sep, '/'),
});

/**
 * The `web.config` files that stand in the folders of configuration paths, outer ones first. A folder without one, and a
 * file that holds no configuration, are left out.
 *
 * @param roots absolute folders that may be opened
 * @param onUnreadable told of a file that is there but cannot be read, and why; where it returns, the file is left out
 */
export async function webConfigsIn(
  folders: readonly LevelFolder[],
  roots: readonly string[],
  schema: Schema,
  disk: Disk,
  onUnreadable: (file: string, why: string) => void = () => undefined,
): Promise<Level[]> {
  const levels: Level[] = [];
  for (const { path: level, folder } of folders) {
    const file = await findNamed('web.config', path.normalize(folder), roots, disk);
    if (typeof file !== 'object') continue;
    const read = await readText(file.path, disk);
    if (typeof read === 'string') {
      onUnreadable(file.path, read);
      continue;
    }
    const document = readConfig(file.path, read.text, schema);
    if (document) levels.push({ document, path: level });
  }
  return levels;
}
