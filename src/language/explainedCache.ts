import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explained } from '../engine/explain/explanation';

/** Keeps what is known of each open document, for the version it was computed from. */
export class ExplainedCache {
  readonly #explain: (text: string) => Promise<Explained>;
  readonly #entries = new Map<string, { version: number; explained: Promise<Explained> }>();

  constructor(explain: (text: string) => Promise<Explained>) {
    this.#explain = explain;
  }

  get(document: TextDocument): Promise<Explained> {
    const entry = this.#entries.get(document.uri);
    if (entry?.version === document.version) return entry.explained;
    const explained = this.#explain(document.getText());
    this.#entries.set(document.uri, { version: document.version, explained });
    return explained;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
