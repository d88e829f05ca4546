import type { Machine } from '../machine';

/** Where a program prints. */
export interface Output {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What a program works with. */
export interface Running extends Output {
  readonly machine: Machine;
  readonly signal?: AbortSignal | undefined;
}

/** A program of a simulated machine: gets its arguments as Windows hands them over, gives its exit code. */
export type Program = (words: readonly string[], running: Running) => number | Promise<number>;

export interface Printed {
  readonly text: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Runs a program and keeps what it prints. */
export async function capture(program: Program, words: readonly string[], machine: Machine): Promise<Printed> {
  const printed = { text: '', errors: '' };
  const say = (text: string): void => void (printed.text += text);
  const complain = (text: string): void => void (printed.errors += text);
  const exitCode = await program(words, { machine, say, complain });
  return { ...printed, exitCode };
}

/** Lines as Windows ends them. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');

/** Messages of Windows for its errors, in English. */
export const systemMessages: Readonly<Record<number, string>> = {
  2: 'The system cannot find the file specified.',
  3: 'The system cannot find the path specified.',
  5: 'Access is denied.',
  32: 'The process cannot access the file because it is being used by another process.',
  87: 'The parameter is incorrect.',
  183: 'Cannot create a file when that file already exists.',
  1051: 'A stop control has been sent to a service that other running services are dependent on.',
  1052: 'The requested control is not valid for this service.',
  1056: 'An instance of the service is already running.',
  1058: 'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
  1060: 'The specified service does not exist as an installed service.',
  1061: 'The service cannot accept control messages at this time.',
  1062: 'The service has not been started.',
  1067: 'The process terminated unexpectedly.',
  1068: 'The dependency service or group failed to start.',
  1312: 'A specified logon session does not exist. It may already have been terminated.',
};
