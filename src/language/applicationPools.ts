import { poolNames } from '../engine/config/poolNames';
import type { FileAccess } from './files';

const FILES_LIMIT = 20;
/** How long names stay good; a configuration that was edited meanwhile is read again after that. */
const FRESH_MS = 30_000;

/** The names of the application pools of the workspace's configuration files, read only when somebody asks. */
export class ApplicationPools {
  readonly #files: FileAccess;
  readonly #now: () => number;
  #read = -Infinity;
  #names: Promise<readonly string[]> = Promise.resolve([]);

  constructor(files: FileAccess, now: () => number) {
    this.#files = files;
    this.#now = now;
  }

  names(): Promise<readonly string[]> {
    if (this.#now() - this.#read > FRESH_MS) {
      this.#read = this.#now();
      this.#names = this.#readAll();
    }
    return this.#names;
  }

  async #readAll(): Promise<readonly string[]> {
    const uris = await this.#files.list(['applicationHost.config'], FILES_LIMIT);
    const texts = await Promise.all(uris.map((uri) => this.#files.read(uri)));
    return [...new Set(texts.flatMap((text) => (text === null ? [] : poolNames(text))))];
  }
}
