import { ArgumentError } from './arguments';
import { InputError } from './input';

/** The only place that reports a failure to a terminal: one sentence on what is wrong and one on what to do next. */
export function tell(error: unknown): void {
  process.stderr.write(`iis-doctor: ${sentence(error)}\n`);
}

function sentence(error: unknown): string {
  if (error instanceof ArgumentError) return `${error.message} Run "iis-doctor --help" for the usage.`;
  if (error instanceof InputError) return error.message;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This should not have happened, please report it: ${detail}`;
}
