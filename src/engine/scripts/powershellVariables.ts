import type { WordPart } from './command';

type Parts = readonly WordPart[];

/** The texts that variables of a script hold, by their names in lower case, as far as the script itself sets them. */
export class PowerShellVariables {
  readonly #now = new Map<string, Parts>();
  readonly #assignments = new Map<string, number>();
  readonly #ofScript = new Map<string, Parts>();
  readonly #asked = new Set<string>();

  /** @param late what functions find in variables of the script that it sets below them, before it calls them */
  constructor(private readonly late: ReadonlyMap<string, Parts> = new Map()) {}

  /** @param isOfScript whether it is named as one of the script, `$script:x`, within a function */
  get(name: string, isOfScript: boolean): Parts | undefined {
    const key = name.toLowerCase();
    const now = this.#now.get(key);
    if (now || !isOfScript) return now;
    this.#asked.add(key);
    return this.late.get(key);
  }

  /**
   * @param parts null where the value is not known
   * @param isOutside whether it is set outside of functions, conditions and loops
   */
  set(name: string, parts: Parts | null, isOutside: boolean): void {
    const key = name.toLowerCase();
    this.#assignments.set(key, (this.#assignments.get(key) ?? 0) + 1);
    if (parts) this.#now.set(key, parts);
    else this.#now.delete(key);
    if (parts && isOutside) this.#ofScript.set(key, parts);
  }

  /** What functions asked for before it was set, where the whole script sets it once, to one text. */
  missed(): ReadonlyMap<string, Parts> {
    return new Map([...this.#ofScript].filter(([key]) => this.#asked.has(key) && this.#assignments.get(key) === 1));
  }
}
