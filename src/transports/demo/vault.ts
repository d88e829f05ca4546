import { hashOf } from '../rawParts';

const SEALED = /^\[enc:IISWASOnlyAesProvider:([0-9A-Za-z+/=]+):enc\]$/;

/** The accounts that a simulated machine knows, and the passwords in its configuration under lock and key. */
export class Vault {
  readonly #accounts: Readonly<Record<string, string>>;
  readonly #sealed = new Map<string, string>();

  /** @param accounts passwords by `DOMAIN\user` in lower case; made up, as everything on these machines */
  constructor(accounts: Readonly<Record<string, string>>) {
    this.#accounts = accounts;
  }

  /** A password as the configuration keeps it. */
  seal(password: string): string {
    const hex = hashOf(new TextEncoder().encode(`sealed ${password}`));
    const key = btoa(hex);
    this.#sealed.set(key, password);
    return `[enc:IISWASOnlyAesProvider:${key}:enc]`;
  }

  /** Whether an account can log on with a password as the configuration has it. */
  isPasswordOf(user: string, written: string): boolean {
    const expected = this.#accounts[user.toLowerCase()];
    const key = SEALED.exec(written)?.[1];
    return expected !== undefined && (key === undefined ? written : this.#sealed.get(key)) === expected;
  }
}
