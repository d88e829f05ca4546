import type { Secrets } from '../powershell/secrets';
import type { ServerAddress, Surroundings } from '../session';
import type { Fault } from '../transportError';
import { readQuestion, type SshQuestion } from './questions';

/** What an interview needs to know. */
export interface Interviewed {
  readonly server: ServerAddress;
  readonly surroundings: Pick<Surroundings, 'password' | 'confirm' | 'phase' | 'log'>;
  /** The names by which `ssh` calls the host itself, in small letters. */
  readonly ownNames: () => Promise<readonly string[]>;
  /** Keeps what was answered out of every text. */
  readonly secrets: Secrets;
  /** Called when a question is put to the user, and when it is answered. */
  readonly waiting: (isWaiting: boolean) => void;
  /** Called when the user wants no more. */
  readonly refused: (fault: Fault) => void;
}

/** The questions of one `ssh` while it signs in, put to the user. */
export class Interview {
  readonly #asked = new Set<string>();
  readonly #kept = new Set<string>();
  #open = 0;

  constructor(private readonly about: Interviewed) {}

  /** @returns null: no */
  async answer(prompt: string, hint: string): Promise<string | null> {
    const question = readQuestion(prompt, hint);
    const { waiting } = this.about;
    if (this.#open++ === 0) waiting(true);
    try {
      return await this.#answer(question, prompt);
    } finally {
      if (--this.#open === 0) waiting(false);
    }
  }

  async #answer(question: SshQuestion, prompt: string): Promise<string | null> {
    const { surroundings, refused } = this.about;
    if (question.kind === 'notice') surroundings.log(prompt);
    if (question.kind === 'notice' || question.kind === 'other') return null;
    if (question.kind === 'hostKey') {
      const trusted = await surroundings.confirm({ kind: 'hostKey', text: withoutQuestion(prompt) });
      if (!trusted) refused('hostKeyUnknown');
      return trusted ? 'yes' : 'no';
    }
    surroundings.phase('signingIn');
    const isAgain = this.#asked.has(prompt);
    this.#asked.add(prompt);
    const secret = await surroundings.password({
      prompt: oneLine(prompt),
      refused: isAgain,
      ...(await this.#whose(question)),
    });
    if (secret === null || secret === '') {
      refused('passwordMissing');
      return null;
    }
    this.#kept.add(this.about.secrets.keep(secret));
    return secret;
  }

  /** The password of the account on the server is the usual one; all others are kept apart from it. */
  async #whose(question: SshQuestion): Promise<{ readonly purpose?: string; readonly once?: boolean }> {
    if (question.kind === 'passphrase') return { purpose: question.purpose };
    if (question.kind === 'code') return { purpose: 'code', once: true };
    if (question.kind !== 'password' || question.host === '') return {};
    const host = question.host.toLowerCase();
    if (host === this.about.server.host?.toLowerCase() || (await this.about.ownNames()).includes(host)) return {};
    return { purpose: `password on ${question.host}` };
  }

  /** What was answered need not be hidden any more. */
  end(): void {
    for (const one of this.#kept) this.about.secrets.release(one);
    this.#kept.clear();
  }
}

/** The buttons ask it. */
const withoutQuestion = (prompt: string): string =>
  prompt.replace(/\n?Are you sure you want to continue connecting[^\n]*\s*$/, '').trim();

const oneLine = (prompt: string): string => prompt.replace(/\s+/g, ' ').trim();
