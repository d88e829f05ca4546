import { readConfig, type ConfigDocument } from '../config/document';
import type { EffectiveElement } from '../config/effectiveElement';
import { Hierarchy } from '../config/hierarchy';
import { applicationPools, sitesOf } from '../config/server';
import type { ConfigurationFiles, FileRead, ServerFile } from '../probes/configuration-files';
import type { Schema } from '../schema/schema';

/** The configuration of a server as its files say it, defaults worked in. */
export interface ServerConfiguration {
  readonly file: ServerFile;
  readonly document: ConfigDocument;
  readonly hierarchy: Hierarchy;
  readonly pools: ReadonlyMap<string, EffectiveElement>;
  readonly sites: ReadonlyMap<string, EffectiveElement>;
}

/** Reads `applicationHost.config` out of a server's answer; null where it was not read or is no configuration. */
export function readServerConfiguration(files: ConfigurationFiles, schema: Schema): ServerConfiguration | null {
  const file = fileNamed(files.files, 'applicationhost.config');
  const document = typeof file?.text === 'string' ? readConfig(file.path, file.text, schema) : null;
  if (!file || !document) return null;
  const hierarchy = new Hierarchy(schema, [{ document, path: '' }], true);
  const context = { document, hierarchy };
  const byName = (elements: readonly EffectiveElement[]): ReadonlyMap<string, EffectiveElement> =>
    new Map(elements.map((one) => [one.text('name').toLowerCase(), one]));
  return { file, document, hierarchy, pools: byName(applicationPools(context)), sites: byName(sitesOf(context)) };
}

/** The file of a name, in small letters, that could be read. */
export function fileNamed(files: readonly FileRead[], name: string): ServerFile | null {
  const found = files.find(({ path, file }) => file.known && path.toLowerCase().endsWith(`\\${name}`));
  return found?.file.known ? found.file.value : null;
}

/** The texts of a server's own schema files; empty where none could be read. */
export const schemaTexts = ({ schemas }: ConfigurationFiles): readonly string[] =>
  schemas.flatMap(({ file }) => (file.known && file.value.text !== null ? [file.value.text] : []));
