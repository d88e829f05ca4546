/** How the variables are called by which a process gets its secrets. */
const VARIABLE = 'IIS_DOCTOR_SECRET_';

/**
 * The passwords of open sessions. They are kept in memory, because a process that ends takes its own copy with it; they
 * leave only in the environment of a process that begins.
 */
export class Secrets {
  readonly #kept = new Map<string, { readonly secret: string; holders: number }>();
  #count = 0;

  /** The name of the variable that carries a secret, the same for the same secret; held until it is released. */
  keep(secret: string): string {
    for (const [variable, kept] of this.#kept)
      if (kept.secret === secret) {
        kept.holders++;
        return variable;
      }
    const variable = VARIABLE + String(++this.#count);
    this.#kept.set(variable, { secret, holders: 1 });
    return variable;
  }

  /** Holds one that is kept for somebody else too. */
  hold(variable: string): void {
    const kept = this.#kept.get(variable);
    if (kept) kept.holders++;
  }

  /** Forgets it when nobody holds it any more. */
  release(variable: string): void {
    const kept = this.#kept.get(variable);
    if (kept && --kept.holders <= 0) this.#kept.delete(variable);
  }

  /** Every secret by its variable. */
  all(): ReadonlyMap<string, string> {
    return new Map([...this.#kept].map(([variable, { secret }]) => [variable, secret]));
  }

  /** A text without any of them, should a server or program have said one. */
  hide(text: string): string {
    let hidden = text;
    for (const { secret } of this.#kept.values()) hidden = hidden.replaceAll(secret, '•••');
    return hidden;
  }
}
