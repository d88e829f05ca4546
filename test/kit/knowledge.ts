import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { families } from '../../src/engine/knowledge/families.generated';
import { Knowledge } from '../../src/engine/knowledge/knowledge';

export const root = path.resolve(__dirname, '../..');

/** The real knowledge base, its tables read from the source folder. */
export const knowledge = new Knowledge(families, (name) =>
  readFile(path.join(root, 'src/engine/knowledge/tables', `${name}.tsv`), 'utf8'),
);

/** The folder of real inputs, or null where this machine has none; tests that need it are then reported as skipped. */
export function corpusFolder(): string | null {
  const folder = process.env.IIS_DOCTOR_CORPUS ?? path.join(root, 'test/corpus');
  return existsSync(folder) ? folder : null;
}
