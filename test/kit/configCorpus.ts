import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../src/engine/text/decode';
import { corpusFolder } from './knowledge';

/** A real configuration file. */
export interface RealConfig {
  /** Its path in the corpus. */
  readonly file: string;
  /** The path it had where it was found. */
  readonly name: string;
  readonly text: string;
}

/** The configuration files of the corpus; null where this machine has none. */
export function realConfigs(): readonly RealConfig[] | null {
  const folder = corpusFolder();
  if (folder === null) return null;
  const rows = readFileSync(path.join(folder, 'MANIFEST.tsv'), 'utf8').split(/\r?\n/).slice(1);
  return rows.flatMap((row) => {
    const [file = '', kind = '', origin = ''] = row.split('\t');
    if (kind !== 'apphost' && kind !== 'webconfig') return [];
    const name = origin.replace(/@[0-9a-f]+$/, '');
    return [{ file, name, text: decode(readFileSync(path.join(folder, file))).text }];
  });
}
