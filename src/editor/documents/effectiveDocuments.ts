import * as vscode from 'vscode';
import type { EffectiveResult } from '../../protocol/languageServer';

export const EFFECTIVE_SCHEME = 'iis-doctor-effective';
const KEPT = 20;

/** Effective configuration as read-only XML documents beside the file that it was asked for; the last few are kept. */
export class EffectiveDocuments implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  #count = 0;

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path) ?? '<!-- This is no longer kept. Ask for it again from the configuration file. -->\n';
  }

  async show({ title, text }: NonNullable<EffectiveResult>): Promise<void> {
    const uri = vscode.Uri.from({ scheme: EFFECTIVE_SCHEME, path: `/${++this.#count}/Effective ${title}.xml` });
    this.#texts.set(uri.path, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}
