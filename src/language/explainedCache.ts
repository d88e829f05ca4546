import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explained } from '../engine/explain/explanation';
import type { Feature } from '../protocol/languageServer';
import type { Shortfalls } from './shortfalls';

/** Longer documents are not read as a whole, so that everything else is answered meanwhile; hovers work in any length. */
const LENGTH_LIMIT = 10_000_000;

/** Keeps what is known of each open document, for the version it was computed from. */
export class ExplainedCache {
  readonly #explain: (text: string) => Promise<Explained>;
  readonly #shortfalls: Shortfalls;
  readonly #entries = new Map<string, { version: number; explained: Promise<Explained> }>();

  constructor(explain: (text: string) => Promise<Explained>, shortfalls: Shortfalls) {
    this.#explain = explain;
    this.#shortfalls = shortfalls;
  }

  /**
   * @param feature who asks
   * @returns null where the document is too long; the feature then has nothing to say, and the performance report why
   */
  async get(document: TextDocument, feature: Feature): Promise<Explained | null> {
    const { uri, version } = document;
    const text = document.getText();
    const tooLong = text.length > LENGTH_LIMIT;
    this.#shortfalls.set(
      uri,
      feature,
      tooLong && { reason: 'documentTooLong', count: text.length, limit: LENGTH_LIMIT },
    );
    if (tooLong) {
      this.#entries.delete(uri);
      return null;
    }
    const entry = this.#entries.get(uri);
    if (entry?.version === version) return entry.explained;
    const explained = this.#explain(text);
    this.#entries.set(uri, { version, explained });
    return explained;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
