import { questionText, type Envelope } from '../../engine/probes/envelope';
import type { Question, RawAnswer, RunResult } from '../session';
import { TransportError } from '../transportError';
import { Answers, readTrouble } from './answers';
import type { Job } from './job';
import { newNumber, ProcessGone, type PowerShellProcess, type ProcessSettings } from './process';
import { scripts } from './scripts.generated';

/** The session is lost, in the middle of a question or before. */
export class SessionLost extends Error {
  constructor(readonly detail: string) {
    super(detail);
  }
}

/** Where and how long something is asked. */
export interface RoundTrip {
  readonly settings: ProcessSettings;
  /** The key of a PSSession in that process; empty for the process itself. */
  readonly session: string;
  readonly signal: AbortSignal;
}

/** Asks in a process. Rejects as {@link PowerShellProcess.perform} does, or with a {@link SessionLost}. */
export async function askIn(
  process: PowerShellProcess,
  questions: readonly Question[],
  { settings, session, signal }: RoundTrip,
): Promise<readonly RawAnswer[]> {
  const number = newNumber();
  const text = questionText(settings.version, number, questions);
  const job: Job = { kind: 'ask', asked: { key: session }, text };
  const answers = new Answers(questions);
  const heard = (envelope: Envelope): void => answers.add(envelope);
  const data = await process.perform({ job, number, heard, signal, limit: settings.limits.ask });
  const trouble = readTrouble(data);
  if (!answers.complete && !trouble.opened) throw new SessionLost(trouble.failures[0]?.message ?? '');
  return answers.all(trouble);
}

/** Runs a command in a process. Rejects as {@link askIn} does. */
export async function runIn(
  process: PowerShellProcess,
  command: string,
  { settings, session, signal }: RoundTrip,
  heard?: (output: string) => void,
): Promise<RunResult> {
  const text = `# IIS Doctor ${settings.version} run\n${scripts.run ?? ''}`;
  const job: Job = { kind: 'run', asked: { key: session }, text, command };
  const output: string[] = [];
  const print = (envelope: Envelope): void => {
    if (!envelope.ok || envelope.probe !== '.out') return;
    const piece = `${String(JSON.parse(envelope.data))}\n`;
    output.push(piece);
    heard?.(piece);
  };
  try {
    const data = await process.perform({ job, heard: print, signal, limit: settings.limits.run });
    const { exitCode } = (data ?? {}) as { exitCode?: unknown };
    const { failures } = readTrouble(data);
    if (typeof exitCode === 'number') return { exitCode, output: output.join('') };
    throw new TransportError('sessionEnded', failures[0]?.message ?? '');
  } catch (error) {
    // A command such as `exit 3` ends the process it runs in.
    if (error instanceof ProcessGone && error.exitCode !== null && !session)
      return { exitCode: error.exitCode, output: output.join('') };
    throw error;
  }
}
