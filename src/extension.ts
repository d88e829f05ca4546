import * as vscode from 'vscode';
import { activateEditor, type Api } from './editor/activate';

/** VS Code on a desktop or a remote machine: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateEditor(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
    return new LanguageClient('iisDoctor', 'IIS Doctor', { module, transport: TransportKind.stdio }, options);
  });
}
