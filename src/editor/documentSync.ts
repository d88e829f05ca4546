import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { BEGINNING, wants, type Candidate } from './documentSelection';

/** What the selection needs to know of a document of VS Code. */
export const candidateOf = (document: vscode.TextDocument): Candidate => ({
  scheme: document.uri.scheme,
  path: document.uri.path,
  languageId: document.languageId,
  beginning: () => document.getText(new vscode.Range(document.positionAt(0), document.positionAt(BEGINNING))),
});

/**
 * Keeps from the server what is none of its business: a document is opened there only while it is wanted, also when it
 * becomes so, or ceases to be, while somebody types.
 */
export class DocumentSync {
  readonly #opened = new Set<string>();

  /** @param client the client that this middleware belongs to */
  middleware(client: () => BaseLanguageClient): Middleware {
    const uriOf = (document: vscode.TextDocument): string => document.uri.toString();
    const isOpen = (document: vscode.TextDocument): boolean => this.#opened.has(uriOf(document));
    return {
      didOpen: async (document, next) => {
        if (!wants(candidateOf(document))) return;
        this.#opened.add(uriOf(document));
        await next(document);
      },
      didChange: async (event, next) => {
        const { document } = event;
        const wanted = wants(candidateOf(document));
        if (isOpen(document) && wanted) await next(event);
        else if (isOpen(document)) {
          this.#opened.delete(uriOf(document));
          await client().sendNotification('textDocument/didClose', {
            textDocument: client().code2ProtocolConverter.asTextDocumentIdentifier(document),
          });
        } else if (wanted) {
          this.#opened.add(uriOf(document));
          await client().sendNotification(
            'textDocument/didOpen',
            client().code2ProtocolConverter.asOpenTextDocumentParams(document),
          );
        }
      },
      didClose: async (document, next) => {
        if (this.#opened.delete(uriOf(document))) await next(document);
      },
      provideHover: (document, position, token, next) => (isOpen(document) ? next(document, position, token) : null),
      provideCodeLenses: (document, token, next) => (isOpen(document) ? next(document, token) : []),
      provideDocumentSymbols: (document, token, next) => (isOpen(document) ? next(document, token) : []),
      // Without an answer VS Code folds by itself.
      provideFoldingRanges: (document, context, token, next) =>
        isOpen(document) ? next(document, context, token) : null,
      provideCodeActions: (document, range, context, token, next) =>
        isOpen(document) ? next(document, range, context, token) : [],
      provideDefinition: (document, position, token, next) =>
        isOpen(document) ? next(document, position, token) : null,
      provideReferences: (document, position, options, token, next) =>
        isOpen(document) ? next(document, position, options, token) : null,
      provideDocumentHighlights: (document, position, token, next) =>
        isOpen(document) ? next(document, position, token) : null,
      provideSelectionRanges: (document, positions, token, next) =>
        isOpen(document) ? next(document, positions, token) : null,
      provideLinkedEditingRange: (document, position, token, next) =>
        isOpen(document) ? next(document, position, token) : null,
      provideDocumentLinks: (document, token, next) => (isOpen(document) ? next(document, token) : null),
      provideInlayHints: (document, viewPort, token, next) =>
        isOpen(document) ? next(document, viewPort, token) : null,
    };
  }
}
