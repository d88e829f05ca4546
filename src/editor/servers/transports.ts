import * as vscode from 'vscode';
import type { LoadData } from '../../engine/loadData';
import { decode } from '../../engine/text/decode';
import type { FolderEntry, FolderFiles } from '../../transports/folder/folderFiles';
import type { Transport, TransportKind } from '../../transports/session';

/** What the makers of transports are given. */
export interface TransportEnvironment {
  readonly extensionUri: vscode.Uri;
  readonly version: string;
  readonly log: vscode.LogOutputChannel;
}

/** A transport that is loaded when somebody first connects by it: most windows never do. */
export function lazily(kind: TransportKind, load: () => Promise<Transport>): Transport {
  let loaded: Promise<Transport> | null = null;
  return {
    kind,
    open: async (server, surroundings) => (await (loaded ??= load())).open(server, surroundings),
    dispose: async () => (await loaded)?.dispose(),
  };
}

/** The ways to servers that need no program of this machine. */
export const portableTransports = ({ extensionUri }: TransportEnvironment): Transport[] => [
  lazily('demo', async () => {
    const { demoTransport } = await import('../../transports/demo/transport');
    return demoTransport({ loadData: dataOf(extensionUri) });
  }),
  lazily('folder', async () => {
    const { folderTransport } = await import('../../transports/folder/transport');
    return folderTransport(editorFiles);
  }),
];

const dataOf =
  (extensionUri: vscode.Uri): LoadData =>
  async (file) =>
    decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/data', file))).text;

const KINDS: ReadonlyMap<vscode.FileType, FolderEntry['kind']> = new Map([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);

/** A folder as VS Code reaches it, so that remote and virtual ones work alike. A path of this machine counts as well. */
const editorFiles: FolderFiles = {
  list: async (uri) => {
    const folder = uriOf(uri);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({
      name,
      uri: vscode.Uri.joinPath(folder, name).toString(),
      kind: KINDS.get(type) ?? 'link',
    }));
  },
  read: async (uri) => vscode.workspace.fs.readFile(uriOf(uri)),
  stat: async (uri) => {
    const { size, mtime } = await vscode.workspace.fs.stat(uriOf(uri));
    return { size, modified: mtime };
  },
};

/** A drive letter is no scheme. */
const uriOf = (place: string): vscode.Uri =>
  /^[a-z][a-z\d+.-]+:/i.test(place) ? vscode.Uri.parse(place, true) : vscode.Uri.file(place);
