import { URI, Utils } from 'vscode-uri';
import { readConfig, type ConfigDocument } from '../../engine/config/document';
import type { Hierarchy, Level } from '../../engine/config/hierarchy';
import { relativeSegments } from '../../engine/config/mappedPath';
import { placeOf, type FolderMap, type Placement } from '../../engine/config/placement';
import { configKind, type ConfigKind } from '../../engine/config/kind';
import { hierarchyOf } from '../../engine/config/surroundings';
import { SETTINGS_FILE } from '../../engine/rules/settingsFile';
import { parseXml } from '../../engine/xml/parse';
import { attribute, type XmlElement } from '../../engine/xml/tree';
import type { FileAccess } from '../files';
import { looksLikeConfiguration, sameUri, type ConfigDocuments } from './documents';
import type { ConfigSettings } from './settings';

/** What stands above every `web.config`. */
const SERVER = ['applicationHost.config', 'machine.config'];
const NAMES = ['applicationHost.config', 'web.config', 'administration.config', 'redirection.config'];
const FILES_LIMIT = 1_000;
/** More servers than these no workspace is looked through for. */
const SERVERS_LIMIT = 20;
/** More files than these no document brings in by `configSource`. */
export const SOURCES_LIMIT = 50;
/** How long what was found on disk stays good, where nobody tells of changes. */
const FRESH_MS = 30_000;

/** A configuration file with its URI; `version` is that of the open document, null for a file on disk. */
export interface ConfigFile {
  readonly uri: string;
  readonly config: ConfigDocument;
  readonly version: number | null;
  /** The files that bring it in by `configSource`, for a file that is no configuration of its own. */
  readonly owners?: readonly ConfigFile[];
}

/** The configuration files of the workspace, on disk and open; what is open wins. Only asked for, never watched by path. */
export class ConfigWorkspace {
  readonly #documents: ConfigDocuments;
  readonly #files: FileAccess;
  readonly #now: () => number;
  readonly #parsed = new Map<string, { readonly text: string; readonly config: ConfigDocument | null }>();
  readonly #texts = new Map<string, { readonly at: number; readonly text: Promise<string | null> }>();
  readonly #lists = new Map<string, { readonly at: number; readonly uris: Promise<readonly string[]> }>();
  readonly #places = new WeakMap<ConfigDocument, Map<string, Placement | null>>();
  /** The folders of the workspace; a client may change them. */
  roots: readonly string[];

  constructor(documents: ConfigDocuments, files: FileAccess, roots: readonly string[], now: () => number) {
    this.#documents = documents;
    this.#files = files;
    this.#now = now;
    this.roots = roots;
  }

  /** What is known of files on disk is no longer true. */
  changed(): void {
    this.#texts.clear();
    this.#lists.clear();
  }

  /** Every configuration file, at most a thousand. */
  async all(): Promise<ConfigFile[]> {
    const uris = new Map((await this.#list(NAMES)).map((uri) => [sameUri(uri), uri]));
    for (const { uri } of this.#documents.all()) uris.set(sameUri(uri), uri);
    return this.#read([...uris.values()]);
  }

  /** A file of the workspace or an open document; null where it is none, cannot be read, or is no configuration. */
  async file(uri: string): Promise<ConfigFile | null> {
    const open = this.#documents.open(uri);
    if (open) {
      const config = await this.#documents.of(open);
      return config && { uri: open.uri, config, version: open.version };
    }
    const text = await this.#text(uri);
    if (text === null || !looksLikeConfiguration(uri, text)) return null;
    const known = this.#parsed.get(uri);
    if (known?.text === text) return known.config && { uri, config: known.config, version: null };
    const config = readConfig(uri, text, await this.#documents.schema());
    this.#parsed.set(uri, { text, config });
    return config && { uri, config, version: null };
  }

  /** The `applicationHost.config` that a setting names, else the only one that is there; null with none or several. */
  async server({ serverConfig }: Pick<ConfigSettings, 'serverConfig'>): Promise<ConfigFile | null> {
    if (serverConfig !== '') {
      for (const uri of this.resolve(serverConfig)) {
        const file = await this.file(uri);
        if (file) return file;
      }
      return null;
    }
    const [only, another] = await this.#ofKind(SERVER, 'applicationHost');
    return only === undefined || another !== undefined ? null : this.file(only);
  }

  /** Every `applicationHost.config`. */
  async servers(): Promise<ConfigFile[]> {
    return this.#read((await this.#ofKind(SERVER, 'applicationHost')).slice(0, SERVERS_LIMIT));
  }

  /** Every `machine.config` and root `web.config` of the .NET Framework. */
  async #dotNet(): Promise<readonly ConfigDocument[]> {
    const uris = [...(await this.#ofKind(SERVER, 'machine')), ...(await this.#ofKind(NAMES, 'rootWeb'))];
    return (await this.#read(uris.slice(0, SERVERS_LIMIT))).map(({ config }) => config);
  }

  /** The URIs of files that are of a kind by their names, and of open documents that are. */
  async #ofKind(names: readonly string[], kind: ConfigKind): Promise<readonly string[]> {
    const listed = (await this.#list(names)).filter((uri) => configKind(uri, null) === kind);
    const uris = new Map(listed.map((uri) => [sameUri(uri), uri]));
    for (const open of this.#documents.all())
      if ((await this.#documents.of(open))?.kind === kind) uris.set(sameUri(open.uri), open.uri);
    return [...uris.values()];
  }

  async #read(uris: readonly string[]): Promise<ConfigFile[]> {
    return (await Promise.all(uris.map((uri) => this.file(uri)))).filter((file) => file !== null);
  }

  /** The files above a document, as far as they are known: its server, and where its folder stands in the sites there. */
  async hierarchy(
    config: ConfigDocument,
    settings: Pick<ConfigSettings, 'serverConfig' | 'paths'>,
  ): Promise<Hierarchy> {
    const [schema, shipped, dotNet, external] = await Promise.all([
      this.#documents.schema(),
      this.#documents.shipped(),
      this.#dotNet(),
      this.#external(config),
    ]);
    const around = { shipped, dotNet, external };
    const server = config.kind === 'web' ? await this.server(settings) : null;
    const place = server && this.#place(server.config, config.name, settings.paths);
    if (!server || !place) return hierarchyOf(config, schema, { ...around, server: server?.config ?? null });
    const { path, applications } = place;
    const parents = await this.#parents(place, config.name);
    return hierarchyOf(config, schema, { ...around, server: server.config, path, applications, parents });
  }

  #place(server: ConfigDocument, uri: string, paths: ConfigSettings['paths']): Placement | null {
    const maps: FolderMap[] = [...paths].flatMap(([windowsPath, folder]) =>
      this.resolve(folder).map((one) => ({ windowsPath, folder: URI.parse(one).path })),
    );
    const folder = Utils.dirname(URI.parse(uri)).path;
    const key = JSON.stringify([folder, maps]);
    let known = this.#places.get(server);
    if (!known) this.#places.set(server, (known = new Map<string, Placement | null>()));
    const place = known.get(key);
    if (place !== undefined) return place;
    const found = placeOf(server, folder, maps);
    known.set(key, found);
    return found;
  }

  /** The `web.config` files between the server and a document: only those that the workspace is known to have. */
  async #parents({ parents }: Placement, uri: string): Promise<Level[]> {
    if (!parents.length) return [];
    const known = new Map((await this.#list(NAMES)).map((one) => [sameUri(one).toLowerCase(), one]));
    for (const one of this.#documents.all()) known.set(sameUri(one.uri).toLowerCase(), one.uri);
    const levels = await Promise.all(
      parents.map(async ({ path, folder }): Promise<Level | null> => {
        const at = URI.parse(uri)
          .with({ path: `${folder}/web.config` })
          .toString();
        const file = await this.#known(known.get(sameUri(at).toLowerCase()));
        return file && { document: file.config, path, external: await this.#external(file.config) };
      }),
    );
    return levels.filter((one) => one !== null);
  }

  #known(uri: string | undefined): Promise<ConfigFile | null> {
    return uri === undefined ? Promise.resolve(null) : this.file(uri);
  }

  /** The roots of the files that `configSource` names: files below the document's own folder, in the workspace. */
  async #external({ name, sections }: ConfigDocument): Promise<ReadonlyMap<string, XmlElement | null>> {
    const named = sections.flatMap(({ content, element }) =>
      content === 'elsewhere' ? (attribute(element, 'configSource') ?? []) : [],
    );
    const roots = new Map<string, XmlElement | null>();
    for (const written of [...new Set(named)].slice(0, SOURCES_LIMIT)) {
      const uri = this.sourceOf(name, written);
      // Outside the workspace nothing is known; inside a file that cannot be read is not there.
      if (uri === null) continue;
      const text = this.#documents.open(uri)?.getText() ?? (await this.#text(uri));
      if (text === null) roots.set(written, null);
      const [root] = text === null ? [] : parseXml(text);
      if (root) roots.set(written, root);
    }
    return roots;
  }

  /** The file that a relative path in a document names, where it lies in the workspace; told by letters alone. */
  sourceOf(document: string, path: string): string | null {
    const segments = relativeSegments(path);
    if (!segments) return null;
    const uri = Utils.joinPath(Utils.dirname(URI.parse(document)), ...segments).toString();
    return this.contains(uri) ? uri : null;
  }

  /** Where a path of a setting may lie: an absolute one, or one below each folder of the workspace. */
  resolve(path: string): string[] {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return [path];
    if (path.startsWith('/') || /^[a-z]:[\\/]/i.test(path)) return [URI.file(path).toString()];
    const relative = path.replaceAll('\\', '/');
    return this.roots.map((root) => Utils.joinPath(URI.parse(root), relative).toString());
  }

  /** Whether a URI lies in a folder of the workspace: told by its letters alone, nothing is looked at. */
  contains(uri: string): boolean {
    const { scheme, authority, path } = URI.parse(uri);
    return this.roots.some((root) => {
      const folder = URI.parse(root);
      const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
      return folder.scheme === scheme && folder.authority === authority && path.startsWith(prefix);
    });
  }

  /** The URIs of all `web.config` files. */
  webConfigs(): Promise<readonly string[]> {
    return this.#list(NAMES);
  }

  /** The nearest `.iis-doctor.json` above a document; null where there is none. */
  async settingsFile(uri: string): Promise<{ readonly uri: string; readonly text: string } | null> {
    const folder = sameUri(uri).replace(/[^/]*$/, '');
    const above = (await this.#list([SETTINGS_FILE])).filter((one) =>
      folder.startsWith(sameUri(one).replace(/[^/]*$/, '')),
    );
    const [nearest] = above.sort((a, b) => b.length - a.length);
    const text =
      nearest === undefined ? null : (this.#documents.open(nearest)?.getText() ?? (await this.#text(nearest)));
    return nearest === undefined || text === null ? null : { uri: nearest, text };
  }

  /** The text of a file that a setting names. */
  text(uri: string): Promise<string | null> {
    return this.#text(uri);
  }

  #text(uri: string): Promise<string | null> {
    const known = this.#texts.get(uri);
    if (known && this.#now() - known.at < FRESH_MS) return known.text;
    const text = this.#files.read(uri);
    this.#texts.set(uri, { at: this.#now(), text });
    return text;
  }

  #list(names: readonly string[]): Promise<readonly string[]> {
    const key = names.join(' ');
    const known = this.#lists.get(key);
    if (known && this.#now() - known.at < FRESH_MS) return known.uris;
    const uris = this.#files.list(names, FILES_LIMIT);
    this.#lists.set(key, { at: this.#now(), uris });
    return uris;
  }
}
