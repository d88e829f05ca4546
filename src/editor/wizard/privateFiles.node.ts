import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrivateFiles } from './privateFiles';

/** Only the owner may read and write; a file system without modes leaves that to the folder of the account. */
const OWNER_FILE = 0o600;
const OWNER_FOLDER = 0o700;

/** On a disk, for the owner alone. */
export function diskFiles(folder: string): PrivateFiles {
  const at = (name: string): string => path.join(folder, path.basename(name));
  const prepare = (): Promise<unknown> => mkdir(folder, { recursive: true, mode: OWNER_FOLDER });
  return {
    append: async (name, text) => {
      await prepare();
      await appendFile(at(name), text, { mode: OWNER_FILE });
    },
    write: async (name, text) => {
      await prepare();
      await writeFile(at(name), text, { mode: OWNER_FILE });
    },
    read: (name) => readFile(at(name), 'utf8').catch(() => null),
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.map(async (name) => ({ name, modified: (await stat(at(name))).mtimeMs })));
    },
    remove: (name) => rm(at(name), { force: true }),
  };
}
