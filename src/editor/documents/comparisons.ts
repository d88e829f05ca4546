import * as vscode from 'vscode';
import { comparable } from '../../app/comparable';
import type { ServerView } from '../../app/serverView';
import { fileNamed } from '../../engine/servers/serverConfiguration';

export const COMPARE_SCHEME = 'iis-doctor-compare';

/** The configurations of two servers side by side, as documents without what differs by nature. */
export class Comparisons implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  #count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '<!-- This comparison is no longer kept. Ask for it again. -->\n';
  }

  /** @returns false where one of the two has no `applicationHost.config` that could be read */
  async show(left: ServerView, right: ServerView): Promise<boolean> {
    const [a, b] = await Promise.all([this.#document(left), this.#document(right)]);
    if (!a || !b) return false;
    await vscode.commands.executeCommand('vscode.diff', a, b, `applicationHost.config: ${left.name} ↔ ${right.name}`);
    return true;
  }

  /** Two texts of one file, which must hold no secret. */
  async showTexts(name: string, left: string, right: string, title: string): Promise<void> {
    const [a, b] = [left, right].map((text, i) => {
      const uri = vscode.Uri.from({ scheme: COMPARE_SCHEME, path: `/${name}`, query: `${++this.#count}-${i}` });
      this.#texts.set(uri.toString(), text);
      return uri;
    });
    await vscode.commands.executeCommand('vscode.diff', a, b, title);
  }

  async #document(view: ServerView): Promise<vscode.Uri | null> {
    await view.refresh(MINUTE_MS);
    const file = fileNamed(view.configuration?.value?.files ?? [], 'applicationhost.config');
    if (typeof file?.text !== 'string') return null;
    const uri = vscode.Uri.from({
      scheme: COMPARE_SCHEME,
      authority: encodeURIComponent(view.name.toLowerCase()),
      path: '/applicationHost.config',
      query: file.hash.slice(0, 12),
    });
    this.#texts.set(uri.toString(), comparable(file.text));
    return uri;
  }
}

const MINUTE_MS = 60_000;
