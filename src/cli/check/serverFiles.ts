import path from 'node:path';
import { readConfig, type ConfigDocument } from '../../engine/config/document';
import { shippedLoader } from '../../engine/config/surroundings';
import type { LoadData } from '../../engine/loadData';
import { count } from '../../engine/render/findingsText';
import { plainText } from '../../engine/render/escape';
import { schemaLoader, type Schema } from '../../engine/schema/schema';
import { InputError } from '../input';
import { findNamed, type Disk } from './disk';
import { readText } from './read';
import type { FoundSettings } from './settings';
import { shownPath } from './targets';

/** What is known of the server that a file is for. */
export interface Server {
  readonly schema: Schema;
  readonly shipped: ConfigDocument;
  /** Its `applicationHost.config`; null: unknown. */
  readonly config: ConfigDocument | null;
  /** Every `machine.config` and root `web.config` that was found beside it, or among the files that are checked. */
  readonly dotNet: readonly ConfigDocument[];
}

export interface ServerOptions {
  readonly cwd: string;
  readonly disk: Disk;
  readonly loadData: LoadData;
  /** What was given on the command line; it wins over settings. */
  readonly serverConfig?: string;
  readonly schema?: string;
}

const RUNTIMES = ['v4.0.30319', 'v2.0.50727'];

/** Where the files of the .NET Framework may stand below the folder of a server's file. */
const DOT_NET_FILES: readonly string[] = [
  'machine.config',
  ...['', 'Framework/', 'Framework64/', 'Microsoft.NET/Framework/', 'Microsoft.NET/Framework64/'].flatMap((folder) =>
    RUNTIMES.flatMap((runtime) => ['machine.config', 'web.config'].map((name) => `${folder}${runtime}/Config/${name}`)),
  ),
];

/** Reads what servers say of themselves: their schema files and `applicationHost.config`, each once. */
export class ServerFiles {
  /** What was read, and what settings name in vain; a sentence each. */
  readonly notes: string[] = [];
  readonly problems: string[] = [];
  /** The `applicationHost.config` among the files that are checked, where there is exactly one. */
  found: string | null = null;
  /** The files of the .NET Framework among the files that are checked. */
  foundDotNet: readonly string[] = [];
  readonly #options: ServerOptions;
  readonly #bundled: () => Promise<Schema>;
  readonly #shipped: () => Promise<ConfigDocument>;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#bundled = schemaLoader(options.loadData);
    this.#shipped = shippedLoader(options.loadData, this.#bundled);
  }

  /**
   * The server for a file. Throws an {@link InputError} where something that was given cannot be read.
   *
   * @param roots the folders that settings may name files in
   */
  async for(found: FoundSettings | null, roots: readonly string[]): Promise<Server> {
    const { schema, serverConfig } = this.#options;
    const schemaFolder = await this.#path(schema, found?.settings.schema, found, roots);
    const known = schemaFolder === null ? await this.#bundled() : await this.#schema(schemaFolder);
    const configFile = (await this.#path(serverConfig, found?.settings.serverConfig, found, roots)) ?? this.found;
    const config = configFile === null ? null : await this.#config(configFile, known);
    const dotNet = await this.#dotNet(configFile, known);
    return { schema: known, shipped: await this.#shipped(), config, dotNet };
  }

  /** Those that are checked, and those that stand beside the server's file as on a server or alone. */
  async #dotNet(configFile: string | null, schema: Schema): Promise<readonly ConfigDocument[]> {
    const beside = configFile === null ? [] : await this.#beside(path.dirname(configFile));
    const files = [...new Set([...this.foundDotNet, ...beside])];
    const read = await Promise.all(files.map((file) => this.#dotNetFile(file, schema)));
    return read.filter((one) => one !== null);
  }

  #beside(folder: string): Promise<readonly string[]> {
    return this.#once(`beside ${folder}`, async () => {
      const found = await Promise.all(
        DOT_NET_FILES.map((name) => findNamed(name, folder, [folder], this.#options.disk)),
      );
      return found.flatMap((one) => (typeof one === 'object' ? [one.path] : []));
    });
  }

  #dotNetFile(file: string, schema: Schema): Promise<ConfigDocument | null> {
    return this.#once(`dotNet ${file}`, async () => {
      const read = await readText(file, this.#options.disk);
      return typeof read === 'string' ? null : readConfig(file, read.text, schema);
    });
  }

  async #path(
    given: string | undefined,
    set: string | null | undefined,
    found: FoundSettings | null,
    roots: readonly string[],
  ): Promise<string | null> {
    const { cwd, disk } = this.#options;
    if (given !== undefined) return path.resolve(cwd, given);
    if (set === null || set === undefined || !found) return null;
    return this.#once(`${found.folder}\n${set}`, async () => {
      const named = await findNamed(set, found.folder, roots, disk);
      if (typeof named === 'object') return named.path;
      this.problems.push(
        named === 'missing'
          ? `The settings name "${plainText(set)}", which is not there.`
          : `The settings name "${plainText(set)}", which lies outside the folders that are checked; it was not opened.`,
      );
      return null;
    });
  }

  #schema(folder: string): Promise<Schema> {
    return this.#once(`schema ${folder}`, async () => {
      const { disk } = this.#options;
      const names = await disk.promises.readdir(folder).catch((error: unknown) => {
        throw new InputError(`The schema folder "${folder}" could not be read.`, { cause: error });
      });
      const texts: string[] = [];
      for (const name of names.filter((one) => /\.xml$/i.test(one)).sort()) {
        const read = await readText(path.join(folder, name), disk);
        if (typeof read !== 'string' && /<sectionSchema[\s>]/.test(read.text)) texts.push(read.text);
      }
      if (!texts.length) throw new InputError(`No schema file (*_schema.xml) was found in "${folder}".`);
      this.notes.push(`${count(texts.length, 'schema file')} of ${this.#shown(folder)} read.`);
      return (await this.#bundled()).forServer(texts);
    });
  }

  #config(file: string, schema: Schema): Promise<ConfigDocument> {
    return this.#once(`config ${file}`, async () => {
      const read = await readText(file, this.#options.disk);
      if (typeof read === 'string') throw new InputError(`"${this.#shown(file)}" could not be read: ${read}.`);
      const document = readConfig(file, read.text, schema);
      if (document?.kind !== 'applicationHost')
        throw new InputError(`"${this.#shown(file)}" is no applicationHost.config.`);
      return document;
    });
  }

  readonly #shown = (file: string): string => plainText(shownPath(file, this.#options.cwd), 500);

  #once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}
