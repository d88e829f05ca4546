import { maskedConfiguration, type Copies, type RepairEntry, type RepairLog } from '../../app/repair/repairLog';
import type { ServerView } from '../../app/serverView';
import type { PrivateFiles } from './privateFiles';

const LOG = 'repairs.jsonl';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** Names of copies begin so; nothing else is ever removed. */
const COPY = 'copy-';
const READ_BYTES = 8 * 1024 * 1024;

const keyOf = (server: string, path: string): string => `${server} ${path}`.toLowerCase();

/** What is kept of repairs: a log that is only ever added to, and copies of the files that they changed. */
export class RepairRecords implements RepairLog, Copies {
  readonly #files: PrivateFiles;
  readonly #now: () => number;
  /** The copies that were made last, by server and file. */
  readonly #kept = new Map<string, string>();
  #writing: Promise<void> = Promise.resolve();
  readonly #failed: (error: unknown) => void;

  /** @param failed told of a line that could not be written; a repair does not stop for it */
  constructor(files: PrivateFiles, now: () => number, failed: (error: unknown) => void) {
    this.#files = files;
    this.#now = now;
    this.#failed = failed;
  }

  /** Lines go into the file one after the other, each at once. */
  append(entry: RepairEntry): Promise<void> {
    this.#writing = this.#writing.then(() => this.#files.append(LOG, `${JSON.stringify(entry)}\n`)).catch(this.#failed);
    return this.#writing;
  }

  /** The whole log; empty where there is none. */
  async text(): Promise<string> {
    await this.#writing;
    return (await this.#files.read(LOG)) ?? '';
  }

  async keep(server: string, path: string, text: string): Promise<string> {
    await this.#removeOld();
    const plain = (part: string): string => part.replace(/[^A-Za-z0-9.-]+/g, '_').slice(-60);
    const time = new Date(this.#now()).toISOString().replace(/[:.]/g, '-');
    const name = `${COPY}${time}-${plain(server)}-${plain(path)}`;
    await this.#files.write(name, text);
    this.#kept.set(keyOf(server, path), name);
    return name;
  }

  /** A file as it was before this window's last repair of it, with its secrets masked; null where no copy is kept. */
  async before(server: string, path: string): Promise<string | null> {
    const name = this.#kept.get(keyOf(server, path));
    const text = name === undefined ? null : await this.#files.read(name);
    return text === null ? null : maskedConfiguration(text);
  }

  /** The same file as it is now, with its secrets masked; null where it cannot be read. */
  async now(view: ServerView, path: string): Promise<string | null> {
    await view.refresh(0);
    const read = await view.readFile(path, READ_BYTES);
    return read.known ? maskedConfiguration(read.value.text) : null;
  }

  async #removeOld(): Promise<void> {
    const until = this.#now() - KEPT_MS;
    for (const { name, modified } of await this.#files.list())
      if (name.startsWith(COPY) && modified < until) await this.#files.remove(name).catch(this.#failed);
  }
}
