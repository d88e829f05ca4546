import * as vscode from 'vscode';
import type { ExplainResult, LeadParams } from '../../protocol/languageServer';

export const SCHEME = 'iis-doctor-explanation';
const KEPT = 50;

/** Full explanations as read-only documents, shown in VS Code's own Markdown preview; the last few are kept. */
export class ExplanationDocuments implements vscode.TextDocumentContentProvider {
  readonly #pages = new Map<string, string>();
  #count = 0;
  #lead: LeadParams | null = null;

  /** What the page that was shown last explains, as far as it may lead to a repair. */
  get lead(): LeadParams | null {
    return this.#lead;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#pages.get(uri.path) ?? 'This explanation is no longer kept. Ask for it again from where it was.\n';
  }

  async show({ title, markdown }: ExplainResult, lead: LeadParams | null = null): Promise<void> {
    this.#lead = lead;
    void vscode.commands.executeCommand('setContext', 'iisDoctor.pageMayLead', lead !== null);
    const name =
      title
        .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60) || 'Explanation';
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}/${name}.md` });
    this.#pages.set(uri.path, markdown);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}
