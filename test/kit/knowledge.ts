import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dataFolders } from '../../src/build/dataFolders';
import { families } from '../../src/engine/knowledge/families.generated';
import { Knowledge } from '../../src/engine/knowledge/knowledge';
import type { LoadData } from '../../src/engine/loadData';

export const root = path.resolve(__dirname, '../..');

/** What ships in `dist/data`, read from the source folders. */
export const loadData: LoadData = (file) => {
  const files = dataFolders.map((folder) => path.join(root, folder, file));
  return readFile(files.find(existsSync) ?? file, 'utf8');
};

/** The real knowledge base. */
export const knowledge = new Knowledge(families, loadData);

/** The folder of real inputs, or null where this machine has none; tests that need it are then reported as skipped. */
export const corpusFolder = (): string | null => folderOf(process.env.IIS_DOCTOR_CORPUS, 'test/corpus');

/** The folder of real schema files, or null where this machine has none. */
export const schemaFolder = (): string | null => folderOf(process.env.IIS_DOCTOR_SCHEMA, 'test/schema');

function folderOf(named: string | undefined, usual: string): string | null {
  const folder = named ?? path.join(root, usual);
  return existsSync(folder) ? folder : null;
}
