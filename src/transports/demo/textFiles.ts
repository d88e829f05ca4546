import type { FolderEntry, FolderFiles } from '../folder/folderFiles';

/** Files that are only texts in memory, by their paths with `/`, as a folder. The outermost folder is the empty path. */
export function textFiles(texts: Readonly<Record<string, string>>, modified = Date.UTC(2026, 10, 24, 6)): FolderFiles {
  const bytes = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const file = (uri: string): Uint8Array => {
    const found = bytes.get(uri);
    if (!found) throw new Error(`There is no file ${uri}.`);
    return found;
  };
  return {
    list: (uri) => Promise.resolve(entriesIn(uri === '' ? '' : `${uri}/`, [...bytes.keys()])),
    read: (uri) => Promise.resolve().then(() => file(uri)),
    stat: (uri) => Promise.resolve().then(() => ({ size: file(uri).length, modified })),
  };
}

function entriesIn(prefix: string, paths: readonly string[]): FolderEntry[] {
  const found = new Map<string, FolderEntry>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...inner] = path.slice(prefix.length).split('/');
    found.set(name, { name, uri: prefix + name, kind: inner.length ? 'folder' : 'file' });
  }
  return [...found.values()];
}
