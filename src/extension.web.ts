import * as vscode from 'vscode';
import { activateEditor, type Api } from './editor/activate';

// The standard library of the extension's half knows no browser.
declare const Worker: new (url: string) => object;

/** VS Code in a browser: the language server is a worker. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateEditor(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true));
    return new LanguageClient('iisDoctor', 'IIS Doctor', worker, options);
  });
}
