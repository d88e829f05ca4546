import path from 'node:path';
import { readConfig } from '../../engine/config/document';
import type { Level } from '../../engine/config/hierarchy';
import { placeOf, type FolderMap } from '../../engine/config/placement';
import type { Surroundings } from '../../engine/config/surroundings';
import { parseXml } from '../../engine/xml/parse';
import { attribute, type XmlElement } from '../../engine/xml/tree';
import { findNamed, type Disk } from './disk';
import { readText } from './read';
import type { Server } from './serverFiles';
import type { FoundSettings } from './settings';
import type { Target } from './targets';
import { mapOf, webConfigsIn } from './webConfigs';

export interface AroundOptions {
  readonly cwd: string;
  readonly disk: Disk;
  /** Of the command line. */
  readonly maps: ReadonlyMap<string, string>;
}

export interface Checked {
  /** Absolute path. */
  readonly name: string;
  readonly target: Target;
  readonly server: Server;
  readonly settings: FoundSettings | null;
}

/** Reads the files around a `web.config`: those above it in its site, and those that `configSource` names. */
export class FilesAround {
  readonly #options: AroundOptions;

  constructor(options: AroundOptions) {
    this.#options = options;
  }

  async of(text: string, checked: Checked): Promise<Omit<Surroundings, 'server' | 'shipped' | 'dotNet'>> {
    const { name, target, server } = checked;
    const external = target.file === null ? new Map<string, null>() : await this.#external(text, name, server);
    if (!server.config) return { external };
    const { maps, roots } = await this.#maps(checked);
    const place = placeOf(server.config, path.dirname(name).replaceAll(path.sep, '/'), maps);
    if (!place) return { external };
    const parents = await webConfigsIn(place.parents, roots, server.schema, this.#options.disk);
    return { external, parents, path: place.path, applications: place.applications };
  }

  /** The maps of the command line, then those of the settings that stay inside; and the folders that may be opened. */
  async #maps({ target, settings }: Checked): Promise<{ maps: readonly FolderMap[]; roots: readonly string[] }> {
    const { cwd, disk } = this.#options;
    const given = [...this.#options.maps].map(([windowsPath, folder]) => mapOf(windowsPath, path.resolve(cwd, folder)));
    const roots = [cwd, target.root, ...given.map(({ folder }) => path.normalize(folder))];
    const maps = [...given];
    for (const [windowsPath, folder] of settings?.settings.maps ?? []) {
      const named = settings && (await findNamed(folder, settings.folder, roots, disk));
      if (named && typeof named === 'object') maps.push(mapOf(windowsPath, named.path));
    }
    return { maps, roots };
  }

  /** The files that `configSource` names, by the name as written: null for one that is not there. */
  async #external(text: string, name: string, { schema }: Server): Promise<NonNullable<Level['external']>> {
    const found = new Map<string, XmlElement | null>();
    if (!text.includes('configSource')) return found;
    const folder = path.dirname(name);
    for (const { element, content } of readConfig(name, text, schema)?.sections ?? []) {
      const source = content === 'elsewhere' ? attribute(element, 'configSource') : undefined;
      if (source === undefined || found.has(source)) continue;
      const file = await findNamed(source, folder, [folder], this.#options.disk);
      if (file === 'missing') found.set(source, null);
      if (typeof file !== 'object') continue;
      const read = await readText(file.path, this.#options.disk);
      const [root] = typeof read === 'string' ? [] : parseXml(read.text);
      if (root) found.set(source, root);
    }
    return found;
  }
}
