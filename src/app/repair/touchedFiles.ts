import type { Target } from './target';

/** How a file is looked at: its hash, '' where there is none, null where it could not be read. */
type Seen = string | null;

/**
 * The files that a run changes, and how it left them. What somebody else has changed in the meantime is found out by it,
 * so that undoing takes away nobody's work.
 */
export class TouchedFiles {
  readonly #target: Pick<Target, 'hashOf'>;
  readonly #left = new Map<string, Seen>();
  readonly #changedByOthers = new Set<string>();

  constructor(target: Pick<Target, 'hashOf'>) {
    this.#target = target;
  }

  /** To be called right before a change. @returns how the file is now */
  async before(path: string, signal: AbortSignal): Promise<Seen> {
    const now = await this.#look(path, signal);
    const left = this.#left.get(path.toLowerCase());
    if (left !== undefined && left !== now) this.#changedByOthers.add(path.toLowerCase());
    return now;
  }

  /** To be called right after a change. @returns how the file is now */
  async after(path: string, signal: AbortSignal): Promise<Seen> {
    const now = await this.#look(path, signal);
    this.#left.set(path.toLowerCase(), now);
    return now;
  }

  /** Why a change of this file is not undone; null where it may be. */
  async whyNotUndo(path: string, signal: AbortSignal): Promise<string | null> {
    const now = await this.#look(path, signal);
    const left = this.#left.get(path.toLowerCase()) ?? null;
    if (now === null || left === null)
      return `${path} could not be read, so nobody knows whether somebody else has changed it since.`;
    return now !== left || this.#changedByOthers.has(path.toLowerCase())
      ? `${path} has been changed since, so undoing could take away somebody else's change. Compare the two and undo by hand.`
      : null;
  }

  async #look(path: string, signal: AbortSignal): Promise<Seen> {
    try {
      return (await this.#target.hashOf(path, signal)) ?? '';
    } catch {
      return null;
    }
  }
}
