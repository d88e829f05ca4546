import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The arguments do not make sense; the message says which and what was expected. */
export class ArgumentError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Splits arguments into options and the rest. Throws an {@link ArgumentError} for what is no option. */
export const parseOptions = <const O extends Options>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new ArgumentError(
      error instanceof Error ? error.message.replace(/\.? To specify a positional.*$/s, '.') : String(error),
    );
  }
};
