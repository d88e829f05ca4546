import type { Check, Command } from '../plan';
import { inPowershell } from './programs';
import { psLiteral } from './quoting';

/** A path in which environment variables stand as `%ProgramData%`, as an expression of PowerShell. */
const expanded = (path: string): string => `[Environment]::ExpandEnvironmentVariables(${psLiteral(path)})`;

/** Writes a text as UTF-8 without a byte-order mark; the folder comes into being. Replaces a file that is there. */
export const writeText = (folder: string, name: string, text: string): Command =>
  inPowershell([
    `[void] [IO.Directory]::CreateDirectory(${expanded(folder)})`,
    `[IO.File]::WriteAllText(${expanded(`${folder}\\${name}`)}, ${psLiteral(text)})`,
  ]);

/** Deletes a file; it may be gone already. */
export const deleteFile = (path: string): Command => inPowershell([`[IO.File]::Delete(${expanded(path)})`]);

export const fileExists = (path: string, shown: string): Check => ({
  says: `${shown} is there.`,
  command: inPowershell([`[IO.File]::Exists(${expanded(path)})`]),
  expects: { kind: 'is', text: 'True' },
  otherwise: `Look whether ${path} could be written.`,
});
