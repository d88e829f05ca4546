import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type ConfigDocument } from '../../src/engine/config/document';
import { hierarchyOf } from '../../src/engine/config/surroundings';
import { checkConfig } from '../../src/engine/rules/checkConfig';
import { configRules } from '../../src/engine/rules/config/index.generated';
import type { Finding, Profile } from '../../src/engine/rules/rule';
import { decode } from '../../src/engine/text/decode';
import { corpusFolder } from './knowledge';
import { shipped } from './rules';
import { schema } from './schema';

/** A real configuration file under the name that it has where it comes from. */
export interface CorpusConfig {
  /** Name in the corpus, with its folder. */
  readonly file: string;
  /** Path in the repository that it is from. */
  readonly name: string;
  readonly text: string;
}

/** The configuration files of the corpus; null where this machine has none. */
export function corpusConfigs(): readonly CorpusConfig[] | null {
  const corpus = corpusFolder();
  const manifest = corpus === null ? '' : path.join(corpus, 'MANIFEST.tsv');
  if (corpus === null || !existsSync(manifest)) return null;
  return readFileSync(manifest, 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .filter(([, kind]) => kind === 'apphost' || kind === 'webconfig')
    .map(([file = '', , origin = '']) => ({
      file,
      name: origin.replace(/@[\da-f]+$/, ''),
      text: decode(readFileSync(path.join(corpus, file))).text,
    }));
}

/** Reads and checks one of them, with nothing around it; null where we take it for none of ours. */
export function checkCorpusConfig(
  { name, text }: CorpusConfig,
  profile: Profile,
): { readonly document: ConfigDocument; readonly findings: readonly Finding[] } | null {
  const document = readConfig(name, text, schema);
  if (!document) return null;
  const hierarchy = hierarchyOf(document, schema, { server: null, shipped });
  const { findings } = checkConfig(document, { rules: configRules, schema, hierarchy, choice: { profile } });
  return { document, findings };
}
