import { expandFixedVariables, expandVariables } from './environment';

/**
 * A path of Windows in a form that is equal for equal files: lower case, without quotes, the variables of the system
 * replaced as on nearly every machine. Other variables stay.
 */
export function comparablePath(path: string): string {
  const trimmed = path.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.indexOf('"', 1) === trimmed.length - 1;
  return expandFixedVariables(isQuoted ? trimmed.slice(1, -1) : trimmed)
    .replaceAll('/', '\\')
    .toLowerCase();
}

/** Whether a path leads to the drive that Windows is on, as far as its text tells. */
export const isOnSystemDrive = (path: string): boolean => {
  const comparable = comparablePath(expandVariables(path));
  return comparable === 'c:' || comparable.startsWith('c:\\');
};
