export interface DiskFile {
  /** As it was written first. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970, UTC. */
  readonly modified: number;
}

/** The files of a simulated machine, by their Windows paths; case does not matter. */
export class Disk {
  readonly #files = new Map<string, DiskFile>();
  readonly #folders = new Set<string>(['c:']);
  readonly #variables: Readonly<Record<string, string>>;

  /** @param variables environment variables by their names in lower case */
  constructor(variables: Readonly<Record<string, string>>) {
    this.#variables = variables;
  }

  /** A path with its environment variables and dots worked out: `%SystemDrive%/inetpub/.` is `C:\inetpub`. */
  full(path: string): string {
    const expanded = path
      .replace(/%([^%]{1,40})%/g, (whole, name: string) => this.#variables[name.toLowerCase()] ?? whole)
      .replace(/^\\\\\?\\(?=[A-Za-z]:)/, '')
      .replaceAll('/', '\\');
    const [prefix, rest] = expanded.startsWith('\\\\') ? ['\\\\', expanded.slice(2)] : ['', expanded];
    const segments: string[] = [];
    for (const segment of rest.split('\\'))
      if (segment === '..') segments.splice(Math.max(segments.length - 1, 1), 1);
      else if (segment !== '' && segment !== '.') segments.push(segment);
    return prefix + segments.join('\\');
  }

  get files(): readonly DiskFile[] {
    return [...this.#files.values()];
  }

  file(path: string): DiskFile | undefined {
    return this.#files.get(this.#key(path));
  }

  /** The text of a file, without a byte-order mark; undefined where there is none. */
  text(path: string): string | undefined {
    const file = this.file(path);
    return file && new TextDecoder().decode(file.bytes);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(this.#key(path));
  }

  /** Puts a file there; the folders above it come into being. */
  write(path: string, content: string | Uint8Array, modified: number): void {
    const key = this.#key(path);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#files.set(key, { path: this.#files.get(key)?.path ?? this.full(path), bytes, modified });
    this.makeFolder(path.replace(/[\\/][^\\/]*$/, ''));
  }

  makeFolder(path: string): void {
    const segments = this.#key(path).split('\\');
    for (let i = 1; i <= segments.length; i++) this.#folders.add(segments.slice(0, i).join('\\'));
  }

  /** Removes a file, or a folder with everything in it. */
  remove(path: string): boolean {
    const key = this.#key(path);
    const below = `${key}\\`;
    let found = this.#files.delete(key) || this.#folders.delete(key);
    for (const one of [...this.#files.keys()]) if (one.startsWith(below)) found = this.#files.delete(one);
    for (const one of [...this.#folders]) if (one.startsWith(below)) this.#folders.delete(one);
    return found;
  }

  /** Gives a file, or a folder with everything in it, another path. @returns whether there is one */
  rename(from: string, to: string): boolean {
    const [key, target] = [this.#key(from), this.full(to)];
    const moved = [...this.#files].filter(([one]) => one === key || one.startsWith(`${key}\\`));
    if (!moved.length && !this.isFolder(from)) return false;
    this.makeFolder(this.isFolder(from) ? target : target.slice(0, target.lastIndexOf('\\')));
    for (const [, { path, bytes, modified }] of moved) this.write(target + path.slice(key.length), bytes, modified);
    return this.remove(from);
  }

  /** The files right in a folder, by name. */
  filesIn(folder: string): readonly DiskFile[] {
    const below = `${this.#key(folder)}\\`;
    return [...this.#files]
      .filter(([key]) => key.startsWith(below) && !key.includes('\\', below.length))
      .map(([, file]) => file)
      .sort((a, b) => (a.path.toLowerCase() < b.path.toLowerCase() ? -1 : 1));
  }

  /** The names of the folders right in a folder, in lower case. */
  foldersIn(folder: string): readonly string[] {
    const below = `${this.#key(folder)}\\`;
    return [...this.#folders]
      .filter((key) => key.startsWith(below) && !key.includes('\\', below.length))
      .map((key) => key.slice(below.length))
      .sort();
  }

  #key(path: string): string {
    return this.full(path).toLowerCase();
  }
}
