import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** What our extension offers, once it is active. */
export interface Api {
  serverState(): 'idle' | 'starting' | 'running' | 'stopped';
}

export const extension = (): vscode.Extension<Api> => {
  const found = vscode.extensions.getExtension<Api>('iis-doctor.iis-doctor');
  assert.ok(found, 'the extension is installed');
  return found;
};

/** Waits until something holds, with a limit; the value it held with is returned. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs = 15_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value) return value;
    if (Date.now() > deadline) assert.fail(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A file or folder of the workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The texts of our hovers over the first place of a text in a document; waits until the server answers. */
export function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `the document has no ${text}`);
  return eventually(`a hover over ${text}`, async () => {
    const position = document.positionAt(at + Math.floor(text.length / 2));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
  });
}

/** Process ids of this extension's language server, by their command lines. */
export const serverProcesses = (): number[] => {
  const program = path.join(extension().extensionPath, 'dist/server.js');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program);
      } catch {
        return false;
      }
    })
    .map(Number);
};
