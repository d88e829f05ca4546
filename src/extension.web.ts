import * as vscode from 'vscode';
import { activateEditor, type Api } from './editor/activate';
import { portableTransports } from './editor/servers/transports';
import { storedFiles } from './editor/wizard/privateFiles';
import type { EngineMessage } from './protocol/languageServer';

// The standard library of the extension's half knows no browser.
declare const Worker: new (url: string) => { postMessage(message: EngineMessage): void };

/** VS Code in a browser: the language server is a worker. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateEditor(context, {
    makeClient: async (options) => {
      const { LanguageClient } = await import('vscode-languageclient/browser');
      const url = (name: string): string => vscode.Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
      const worker = new Worker(url('server.web.js'));
      worker.postMessage({ engine: url('engine.js') });
      return new LanguageClient('iisDoctor', 'IIS Doctor', worker, options);
    },
    makeTransports: portableTransports,
    makePrivateFiles: storedFiles,
  });
}
