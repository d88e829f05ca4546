import * as vscode from 'vscode';
import { destinationOf } from '../../app/serverSettings';
import type { PasswordQuestion, ServerAddress } from '../../transports/session';

const MOST_ASKED = 2;
const keyOf = (address: ServerAddress): string => `iisDoctor.password ${destinationOf(address)}`;

/**
 * Passwords of servers: asked at most twice for each, kept in VS Code's secret storage once they were accepted. What opens
 * something else, such as a key of this machine, is kept in memory only, and a code for one time nowhere.
 */
export class Passwords {
  readonly #secrets: vscode.SecretStorage;
  /** By the server's key and what it is for. */
  readonly #asked = new Map<string, Map<string, number>>();
  readonly #given = new Map<string, Map<string, string>>();

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** @returns null: none, or two were refused already */
  async ask(
    address: ServerAddress,
    { prompt, refused, purpose = '', once = false }: PasswordQuestion,
  ): Promise<string | null> {
    const key = keyOf(address);
    const given = below(this.#given, key);
    if (refused) {
      given.delete(purpose);
      if (!purpose) await this.#secrets.delete(key);
    } else {
      const kept = given.get(purpose) ?? (purpose ? undefined : await this.#secrets.get(key));
      if (kept !== undefined) return kept;
    }
    const asked = below(this.#asked, key);
    const times = asked.get(purpose) ?? 0;
    if (times >= MOST_ASKED) return null;
    asked.set(purpose, times + 1);
    const password = await vscode.window.showInputBox({
      title: `IIS Doctor: ${address.name}`,
      prompt: refused
        ? `${prompt} The last one was refused. This is the last try here: more could lock the account.`
        : prompt,
      password: true,
      ignoreFocusOut: true,
    });
    if (password === undefined || password === '') return null;
    if (!once) given.set(purpose, password);
    return password;
  }

  /** The server let us in: the password is worth keeping, and may be asked for again another day. */
  async accepted(address: ServerAddress): Promise<void> {
    const key = keyOf(address);
    this.#asked.delete(key);
    const given = below(this.#given, key);
    const password = given.get('');
    if (password === undefined) return;
    given.delete('');
    await this.#secrets.store(key, password);
  }

  /** Forgets them, here and in the secret storage, so that the next connection asks. */
  async forget(address: ServerAddress): Promise<void> {
    const key = keyOf(address);
    this.#asked.delete(key);
    this.#given.delete(key);
    await this.#secrets.delete(key);
  }
}

function below<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const map = maps.get(key) ?? new Map<string, T>();
  maps.set(key, map);
  return map;
}
