import * as vscode from 'vscode';
import { destinationOf } from '../../app/serverSettings';
import type { ServerAddress } from '../../transports/session';

const MOST_ASKED = 2;
const keyOf = (address: ServerAddress): string => `iisDoctor.password ${destinationOf(address)}`;

/** Passwords of servers: asked at most twice for each, kept in VS Code's secret storage once they were accepted. */
export class Passwords {
  readonly #secrets: vscode.SecretStorage;
  readonly #asked = new Map<string, number>();
  readonly #given = new Map<string, string>();

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** @param refused whether the last one was refused. @returns null: none, or two were refused already */
  async ask(address: ServerAddress, prompt: string, refused: boolean): Promise<string | null> {
    const key = keyOf(address);
    if (refused) {
      this.#given.delete(key);
      await this.#secrets.delete(key);
    } else {
      const kept = this.#given.get(key) ?? (await this.#secrets.get(key));
      if (kept !== undefined) return kept;
    }
    const times = this.#asked.get(key) ?? 0;
    if (times >= MOST_ASKED) return null;
    this.#asked.set(key, times + 1);
    const password = await vscode.window.showInputBox({
      title: `IIS Doctor: ${address.name}`,
      prompt: refused
        ? `${prompt} The last one was refused. This is the last try here: more could lock the account.`
        : prompt,
      password: true,
      ignoreFocusOut: true,
    });
    if (password === undefined || password === '') return null;
    this.#given.set(key, password);
    return password;
  }

  /** The server let us in: the password is worth keeping, and may be asked for again another day. */
  async accepted(address: ServerAddress): Promise<void> {
    const key = keyOf(address);
    this.#asked.delete(key);
    const given = this.#given.get(key);
    if (given === undefined) return;
    this.#given.delete(key);
    await this.#secrets.store(key, given);
  }

  /** Forgets it, here and in the secret storage, so that the next connection asks. */
  async forget(address: ServerAddress): Promise<void> {
    const key = keyOf(address);
    this.#asked.delete(key);
    this.#given.delete(key);
    await this.#secrets.delete(key);
  }
}
