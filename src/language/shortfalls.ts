import type { Shortfall } from '../protocol/languageServer';

/** What one feature did not do in one document, and why. */
type Reason = Pick<Shortfall, 'reason' | 'count' | 'limit'>;

/** Remembers where features did less than everything in the open documents, for the performance report. */
export class Shortfalls {
  readonly #byDocument = new Map<string, Map<Shortfall['feature'], Reason>>();

  /** @param reason false where the feature did everything this time */
  set(uri: string, feature: Shortfall['feature'], reason: Reason | false): void {
    const ofDocument = this.#byDocument.get(uri) ?? new Map<Shortfall['feature'], Reason>();
    if (reason) this.#byDocument.set(uri, ofDocument.set(feature, reason));
    else ofDocument.delete(feature);
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.#byDocument.delete(uri);
  }

  list(): Shortfall[] {
    return [...this.#byDocument].flatMap(([uri, features]) =>
      [...features].map(([feature, reason]) => ({ uri, feature, ...reason })),
    );
  }
}
