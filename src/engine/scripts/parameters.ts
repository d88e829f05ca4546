import type { Command, Word } from './command';

/** Where a parameter of PowerShell stands among the arguments, whole or cut short: `-Recurse`, `-rec`; -1: nowhere. */
function placeOf({ arguments: words }: Command, name: string): number {
  return words.findIndex(({ value, isQuoted }) => {
    if (isQuoted) return false;
    const [, written] = /^-([a-z]{3,})(?::.*)?$/is.exec(value) ?? [];
    return written !== undefined && name.toLowerCase().startsWith(written.toLowerCase());
  });
}

export const hasParameter = (command: Command, name: string): boolean => placeOf(command, name) >= 0;

/** The word behind a parameter of PowerShell. */
export function parameterValue(command: Command, name: string): Word | undefined {
  const at = placeOf(command, name);
  return at < 0 ? undefined : command.arguments[at + 1];
}

/** Whether parameters come out of a variable, `@arguments`: nobody knows what is among them. */
export const isSplatted = ({ arguments: words }: Command): boolean =>
  words.some(({ value, isQuoted }) => !isQuoted && /^@\w/.test(value));
