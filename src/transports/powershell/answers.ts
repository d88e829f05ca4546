import type { Envelope } from '../../engine/probes/envelope';
import type { Question, RawAnswer } from '../session';
import { TransportError } from '../transportError';
import { readFailure, type Failure } from './failure';
import { faultOf } from './faults';

/** How a job in a session ended: `Get-DoctorTrouble` tells it. */
export interface Trouble {
  readonly failures: readonly Failure[];
  /** Whether the session can be asked again. */
  readonly opened: boolean;
}

export function readTrouble(data: unknown): Trouble {
  const { failures, state } = (data ?? {}) as { failures?: unknown; state?: unknown };
  return { failures: Array.isArray(failures) ? failures.map(readFailure) : [], opened: state === 'Opened' };
}

/** Puts the answers of one round trip to their questions. They come in the order of the questions; some may be missing. */
export class Answers {
  readonly #answers: (RawAnswer | null)[];
  #next = 0;

  constructor(private readonly questions: readonly Question[]) {
    this.#answers = questions.map(() => null);
  }

  add(envelope: Envelope): void {
    const at = this.questions.findIndex(({ probe }, index) => index >= this.#next && probe === envelope.probe);
    if (at < 0) return;
    this.#answers[at] = envelope.ok ? { ok: true, data: envelope.data } : { ok: false, error: envelope.error };
    this.#next = at + 1;
  }

  get complete(): boolean {
    return this.#answers.every((answer) => answer !== null);
  }

  /** All answers; a question without one is told as an error of its own. Throws where there is none at all. */
  all({ failures }: Trouble): readonly RawAnswer[] {
    if (this.questions.length && this.#answers.every((answer) => answer === null)) throw noAnswer(failures[0]);
    const detail = failures[0]?.message ?? '';
    return this.#answers.map(
      (answer) => answer ?? { ok: false, error: { message: detail, hresult: null, category: 'ParserError' } },
    );
  }
}

function noAnswer(failure: Failure | undefined): TransportError {
  if (!failure) return new TransportError('answerNotUnderstood');
  const fault = faultOf(failure);
  return new TransportError(fault === 'failed' ? 'answerNotUnderstood' : fault, failure.message);
}
