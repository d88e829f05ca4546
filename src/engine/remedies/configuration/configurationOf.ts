import { readConfig, type ConfigDocument } from '../../config/document';
import type { Hierarchy, Level } from '../../config/hierarchy';
import { depth, isAbove } from '../../config/paths';
import { applicationPaths, publishedFolders } from '../../config/sites';
import { hierarchyOf } from '../../config/surroundings';
import type { ConfigurationFiles } from '../../probes/configuration-files';
import type { WebConfigs } from '../../probes/web-configs';
import { readSchema } from '../../schema/readSchema';
import { Schema } from '../../schema/schema';
import { readServerConfiguration, schemaTexts, type ServerConfiguration } from '../../servers/serverConfiguration';
import type { Snapshot } from '../../servers/snapshot';

/** A configuration file of a server and where it stands. */
export interface PlacedFile {
  /** Configuration path: `Default Web Site/shop`; empty for `applicationHost.config`. */
  readonly path: string;
  /** Full path of the file on the server. */
  readonly file: string;
  readonly document: ConfigDocument;
  readonly hierarchy: Hierarchy;
}

interface Parts {
  readonly schema: Schema;
  readonly files: ConfigurationFiles;
  /** Texts of `web.config` files by their folders, as the configuration writes these, in lower case. */
  readonly byFolder: ReadonlyMap<string, { readonly file: string; readonly text: string }>;
}

/** The configuration of a server as its files say it, read by its own schema. */
export class ReadConfiguration {
  readonly server: ServerConfiguration;
  readonly applicationHost: PlacedFile;
  /** Those right in the folder of a virtual directory, outer ones first. */
  readonly webConfigs: readonly PlacedFile[];
  readonly #parts: Parts;

  constructor(parts: Parts, server: ServerConfiguration) {
    this.#parts = parts;
    this.server = server;
    const { document, hierarchy, file } = server;
    this.applicationHost = { path: '', file: file.path, document, hierarchy };
    this.webConfigs = placed(parts, server);
  }

  get schema(): Schema {
    return this.#parts.schema;
  }

  /** All of them, the server's first. */
  get all(): readonly PlacedFile[] {
    return [this.applicationHost, ...this.webConfigs];
  }

  /** The `web.config` of a virtual directory; undefined where it has none that could be read. */
  at(path: string): PlacedFile | undefined {
    return this.webConfigs.find((one) => one.path.toLowerCase() === path.toLowerCase());
  }

  /** The same server if a file said something else; null where that is no configuration any more. */
  with(path: string, text: string): ReadConfiguration | null {
    const { schema, files, byFolder } = this.#parts;
    const isSame = (file: string): boolean => file.toLowerCase() === path.toLowerCase();
    const parts = {
      schema,
      files: {
        ...files,
        files: files.files.map((one) =>
          one.file.known && isSame(one.path)
            ? { ...one, file: { ...one.file, value: { ...one.file.value, text } } }
            : one,
        ),
      },
      byFolder: new Map([...byFolder].map(([folder, one]) => [folder, isSame(one.file) ? { ...one, text } : one])),
    };
    const server = readServerConfiguration(parts.files, schema);
    return server && new ReadConfiguration(parts, server);
  }
}

const known = new WeakMap<
  ConfigurationFiles,
  { readonly webConfigs: WebConfigs | undefined; readonly read: ReadConfiguration | null }
>();

/** Reads the configuration out of a snapshot, once; null where it or the schema of the server could not be read. */
export function configurationOf({ configuration, webConfigs }: Snapshot): ReadConfiguration | null {
  if (!configuration) return null;
  const before = known.get(configuration);
  if (before && before.webConfigs === webConfigs) return before.read;
  const read = readAll(configuration, webConfigs);
  known.set(configuration, { webConfigs, read });
  return read;
}

function readAll(files: ConfigurationFiles, webConfigs: WebConfigs | undefined): ReadConfiguration | null {
  const texts = schemaTexts(files);
  if (!texts.length) return null;
  const schema = new Schema(readSchema(texts));
  const server = readServerConfiguration(files, schema);
  const byFolder = new Map(
    (webConfigs?.files ?? []).flatMap(({ folder, file }) =>
      file.known ? [[folder.toLowerCase(), { file: file.value.path, text: file.value.text }] as const] : [],
    ),
  );
  return server && new ReadConfiguration({ schema, files, byFolder }, server);
}

function placed({ schema, files, byFolder }: Parts, { document: server }: ServerConfiguration): readonly PlacedFile[] {
  const dotNet = files.files.flatMap(({ path, file }) =>
    /\\(?:machine|web)\.config$/i.test(path) && file.known && file.value.text !== null
      ? (readConfig(file.value.path, file.value.text, schema) ?? [])
      : [],
  );
  const found = publishedFolders(server).flatMap(({ path, physicalPath }) => {
    const read = byFolder.get(physicalPath.toLowerCase());
    const document = read && readConfig(read.file, read.text, schema);
    return document ? [{ path, file: read.file, document }] : [];
  });
  const applications = applicationPaths(server);
  return found
    .sort((a, b) => depth(a.path) - depth(b.path))
    .map((one) => {
      const parents: readonly Level[] = found.filter(
        (other) => other.path !== one.path && isAbove(other.path, one.path),
      );
      const around = { server, shipped: server, dotNet, parents, path: one.path, applications };
      return { ...one, hierarchy: hierarchyOf(one.document, schema, around) };
    });
}
