import * as vscode from 'vscode';
import type { SummaryResult } from '../../protocol/languageServer';

export const SUMMARY_SCHEME = 'iis-doctor-summary';
const KEPT = 20;

interface Summary {
  readonly text: string;
  /** What was summarised. */
  readonly source: vscode.Uri;
}

/** Summaries of logs as read-only documents, in which every `line 12` is a link to that line of the log. */
export class SummaryDocuments implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #summaries = new Map<string, Summary>();
  #count = 0;

  /** Serves the documents and their links until it is disposed of. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SUMMARY_SCHEME, this),
      vscode.languages.registerDocumentLinkProvider({ scheme: SUMMARY_SCHEME }, this),
    );
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#summaries.get(path)?.text ?? 'This summary is no longer kept. Ask for it again from the log.\n';
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const source = this.#summaries.get(document.uri.path)?.source;
    if (!source) return [];
    return [...document.getText().matchAll(/\bline (\d{1,9})\b/g)].map(({ index, 0: written, 1: line = '' }) => {
      const range = new vscode.Range(document.positionAt(index), document.positionAt(index + written.length));
      const link = new vscode.DocumentLink(range, source.with({ fragment: `L${line}` }));
      link.tooltip = 'Go to this line of the log';
      return link;
    });
  }

  async show({ title, text }: NonNullable<SummaryResult>, source: vscode.Uri): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SUMMARY_SCHEME, path: `/${++this.#count}/Summary of ${title}.md` });
    this.#summaries.set(uri.path, { text, source });
    const [oldest] = this.#summaries.keys();
    if (this.#summaries.size > KEPT && oldest !== undefined) this.#summaries.delete(oldest);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}
