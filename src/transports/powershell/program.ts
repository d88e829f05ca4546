import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { TransportError } from '../transportError';

const windowsPowerShell = (): string =>
  path.join(
    process.env.SystemRoot ?? String.raw`C:\Windows`,
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  );

/**
 * The full path of the program that the setting names. A bare name is looked up in the absolute folders of the path only:
 * Windows itself would look into the current folder first. Throws `programMissing`.
 */
export function programPath(setting: string): string {
  const name = setting.trim();
  if (!name) return found(windowsPowerShell());
  if (path.isAbsolute(name)) return found(name);
  if (name.includes('/') || name.includes('\\'))
    throw new TransportError('programMissing', `${name} is neither a full path nor the name of a program.`);
  const endings = process.platform === 'win32' && !name.toLowerCase().endsWith('.exe') ? ['.exe'] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter((one) => path.isAbsolute(one)))
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      if (isProgram(file)) return file;
    }
  throw new TransportError('programMissing', name);
}

function found(file: string): string {
  if (isProgram(file)) return file;
  throw new TransportError('programMissing', file);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
