import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Services } from './services';

/** A change is settled when nothing followed it for so long. */
const SETTLED_MS = 200;

/**
 * Pushes the diagnostics of a document, with its version, after it was opened and after every change that settled, and
 * an empty list when it is closed. No rule exists yet, so the list is empty.
 */
export function pushDiagnostics({ documents, connection }: Pick<Services, 'documents' | 'connection'>): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const push = ({ uri, version }: TextDocument, diagnostics: Diagnostic[]): void => {
    timers.delete(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const opened = new Map<string, number>();
  documents.onDidOpen(({ document }) => {
    opened.set(document.uri, document.version);
    push(document, []);
  });
  documents.onDidChangeContent(({ document }) => {
    // Opening a document is announced as a change too.
    if (opened.get(document.uri) === document.version) return;
    opened.delete(document.uri);
    clearTimeout(timers.get(document.uri));
    timers.set(
      document.uri,
      setTimeout(() => push(document, []), SETTLED_MS),
    );
  });
  documents.onDidClose(({ document }) => {
    opened.delete(document.uri);
    clearTimeout(timers.get(document.uri));
    push(document, []);
  });
}
