import * as vscode from 'vscode';
import { activateEditor, type Api } from './editor/activate';
import { programTransports } from './editor/servers/programTransports.node';
import { portableTransports } from './editor/servers/transports';
import { storedFiles } from './editor/wizard/privateFiles';
import { diskFiles } from './editor/wizard/privateFiles.node';

/** VS Code on a desktop or a remote machine: the language server is a process of its own, and every way to servers is open. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateEditor(context, {
    makeClient: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
      return new LanguageClient('iisDoctor', 'IIS Doctor', { module, transport: TransportKind.stdio }, options);
    },
    makePrivateFiles: (folder) => (folder.scheme === 'file' ? diskFiles(folder.fsPath) : storedFiles(folder)),
    makeTransports: (environment) => [...portableTransports(environment), ...programTransports(environment)],
  });
}
