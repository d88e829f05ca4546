import * as vscode from 'vscode';
import type { ServerView } from '../../app/serverView';
import { schemaTexts } from '../../engine/servers/serverConfiguration';
import { SERVER_SCHEME } from '../../protocol/servers';
import type { ServerDocuments } from '../serverRequests';

/** How much of the end of a log is shown. */
const TAIL_BYTES = 1024 * 1024;

/** @param path as the server writes it, `C:\inetpub\wwwroot\web.config` */
export const serverUri = (server: string, path: string): vscode.Uri =>
  vscode.Uri.from({
    scheme: SERVER_SCHEME,
    authority: encodeURIComponent(server.toLowerCase()),
    path: `/${path.replaceAll('\\', '/').replace(/^\/+/, '')}`,
  });

/** Where a document is from; null where it is of no server. */
export function placeOf({ scheme, authority, path }: vscode.Uri): { server: string; path: string } | null {
  if (scheme !== SERVER_SCHEME) return null;
  try {
    return { server: decodeURIComponent(authority), path: path.replace(/^\//, '').replaceAll('/', '\\') };
  } catch {
    return null;
  }
}

/** Files of servers as documents that nobody can change: fixes there are actions, never edits of the text. */
export class ServerFiles implements vscode.FileSystemProvider {
  readonly #viewOf: (server: string) => ServerView | null;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #watched = new Map<string, vscode.Uri>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(viewOf: (server: string) => ServerView | null) {
    this.#viewOf = viewOf;
  }

  /** Open documents are read again when the server has told something new. */
  refresh(): void {
    this.#changed.fire([...this.#watched.values()].map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    this.#watched.set(uri.toString(), uri);
    return new vscode.Disposable(() => this.#watched.delete(uri.toString()));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, modified } = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: modified,
      size: new TextEncoder().encode(text).length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.#read(uri)).text);
  }

  async #read(uri: vscode.Uri): Promise<{ text: string; modified: number }> {
    const place = placeOf(uri);
    const view = place && this.#viewOf(place.server);
    if (!view) throw vscode.FileSystemError.FileNotFound(uri);
    const read = await view.readFile(place.path, TAIL_BYTES);
    if (!read.known) throw vscode.FileSystemError.FileNotFound(uri);
    return read.value;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** What the language server may know of the files of servers: those that were read. */
export const serverDocuments = (viewOf: (server: string) => ServerView | null): ServerDocuments => {
  const view = (authority: string): ServerView | null => {
    const place = placeOf(vscode.Uri.from({ scheme: SERVER_SCHEME, authority, path: '/' }));
    return place && viewOf(place.server);
  };
  return {
    find: (server, names) => {
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      const found = view(server);
      const { configuration, webConfigs } = found?.snapshot() ?? {};
      const paths = [...(configuration?.files ?? []), ...(webConfigs?.files ?? [])].flatMap(({ file }) =>
        file.known ? [file.value.path] : [],
      );
      return paths
        .filter((path) => wanted.has(path.slice(path.lastIndexOf('\\') + 1).toLowerCase()))
        .map((path) => serverUri(found?.name ?? server, path).toString());
    },
    schemas: (server) => {
      const files = view(server)?.configuration?.value;
      return files ? schemaTexts(files) : [];
    },
  };
};
