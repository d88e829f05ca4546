import * as vscode from 'vscode';

/** Files that only this extension, on this machine, for this person is to read. Names are plain, without folders. */
export interface PrivateFiles {
  /** Adds to the end of a file, which is made where it does not exist. */
  append(name: string, text: string): Promise<void>;
  write(name: string, text: string): Promise<void>;
  /** Null where there is none. */
  read(name: string): Promise<string | null>;
  /** The names of files, and when each was written, in milliseconds since 1970. */
  list(): Promise<readonly { readonly name: string; readonly modified: number }[]>;
  remove(name: string): Promise<void>;
}

/** In VS Code's own storage, which in a browser is that of the browser; there are no modes there. */
export function storedFiles(folder: vscode.Uri): PrivateFiles {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const read = async (name: string): Promise<string | null> => {
    try {
      return new TextDecoder().decode(await fs.readFile(at(name)));
    } catch {
      return null;
    }
  };
  const write = async (name: string, text: string): Promise<void> => {
    await fs.createDirectory(folder);
    await fs.writeFile(at(name), new TextEncoder().encode(text));
  };
  return {
    read,
    write,
    append: async (name, text) => write(name, ((await read(name)) ?? '') + text),
    list: async () => {
      const entries = await Promise.resolve(fs.readDirectory(folder)).catch(() => []);
      return Promise.all(entries.map(async ([name]) => ({ name, modified: (await fs.stat(at(name))).mtime })));
    },
    remove: async (name) => fs.delete(at(name)),
  };
}
