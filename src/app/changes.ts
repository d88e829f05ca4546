/** Tells whoever listens. A listener that fails does not keep the others from hearing. */
export class Changes<T> {
  readonly #listeners = new Set<(what: T) => void>();

  /** @returns how to stop listening */
  listen(listener: (what: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(what: T): void {
    for (const listener of [...this.#listeners])
      try {
        listener(what);
      } catch {
        // The listener's own trouble.
      }
  }
}
