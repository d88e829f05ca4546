import { plainText } from '../engine/render/escape';
import { ArgumentError } from './argumentError';
import { InputError } from './input';

/** The only place that reports a failure to a terminal: one sentence on what is wrong and one on what to do next. */
export function tell(error: unknown): void {
  tellSentence(sentence(error));
}

/** Tells what did not keep the program from going on, in a sentence that may quote a document. */
export const tellProblem = (problem: string): void => tellSentence(plainText(problem, 1_000));

function tellSentence(text: string): void {
  process.stderr.write(`iis-doctor: ${text}\n`);
}

function sentence(error: unknown): string {
  if (error instanceof ArgumentError) return `${error.message} Run "iis-doctor --help" for the usage.`;
  if (error instanceof InputError) return error.message;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This should not have happened, please report it: ${detail}`;
}
