import { base64Of, hashOf } from '../../rawParts';
import type { CmdletUse } from './cmdlet';
import { lines, systemMessages, type Program, type Running } from './program';

const path = ({ parameter, positional }: CmdletUse): string =>
  parameter('LiteralPath')?.[0] ?? parameter('Path')?.[0] ?? positional[0] ?? '';

function missing(what: string, { complain }: Running): boolean {
  complain(lines(`Cannot find path '${what}' because it does not exist.`));
  return false;
}

/** Whether a folder is one that only administrators may write to, as far as this machine's session is none. */
function isRefused(what: string, { machine, complain }: Running): boolean {
  if (!machine.spec.isFiltered) return false;
  complain(lines(`Access to the path '${machine.disk.full(what)}' is denied.`));
  return true;
}

export function getContent(use: CmdletUse, running: Running): boolean {
  const text = running.machine.disk.text(path(use));
  if (text === undefined) return missing(path(use), running);
  running.say(use.has('Raw') ? `${text}\r\n` : text.endsWith('\n') ? text : `${text}\r\n`);
  return true;
}

export function testPath(use: CmdletUse, { machine, say }: Running): boolean {
  const found = machine.disk.file(path(use)) !== undefined || machine.disk.isFolder(path(use));
  say(lines(found ? 'True' : 'False'));
  return true;
}

/** Windows PowerShell writes a byte-order mark before UTF-8. */
export function setContent(use: CmdletUse, running: Running): boolean {
  const value = use.parameter('Value') ?? use.more;
  if (isRefused(path(use), running)) return false;
  const mark = /^utf8$/i.test(use.parameter('Encoding')?.[0] ?? '') ? '\uFEFF' : '';
  running.machine.writeFile(path(use), mark + (use.has('NoNewline') ? value.join('') : lines(...value)));
  return true;
}

export function copyItem(use: CmdletUse, running: Running): boolean {
  const { machine } = running;
  const [from, to] = [path(use), use.parameter('Destination')?.[0] ?? use.more[0] ?? ''];
  const file = machine.disk.file(from);
  if (!file) return missing(from, running);
  if (to === '' || isRefused(to, running)) return false;
  const name = file.path.slice(file.path.lastIndexOf('\\') + 1);
  machine.writeFile(machine.disk.isFolder(to) ? `${to}\\${name}` : to, file.bytes);
  return true;
}

export function removeItem(use: CmdletUse, running: Running): boolean {
  if (isRefused(path(use), running)) return false;
  return running.machine.disk.remove(path(use)) || missing(path(use), running);
}

/** `ren <path> <new name>` of cmd. */
export const rename: Program = ([from = '', to = ''], running) => {
  const { disk } = running.machine;
  const path = `${from.slice(0, from.lastIndexOf('\\'))}\\${to}`;
  if (isRefused(from, running)) return 1;
  const refuse = (error: number): number => {
    running.complain(lines(systemMessages[error] ?? ''));
    return 1;
  };
  if (disk.file(path) || disk.isFolder(path)) return refuse(183);
  return disk.rename(from, path) ? 0 : refuse(2);
};

export function getFileHash(use: CmdletUse, running: Running): boolean {
  const file = running.machine.disk.file(path(use));
  if (!file) return missing(path(use), running);
  running.say(
    lines(
      '',
      'Algorithm       Hash                                                             ',
      `SHA256          ${hashOf(file.bytes).toUpperCase()}  ${file.path}`,
      '',
    ),
  );
  return true;
}

/** A statement that is no command: calls of .NET and tests of the last exit code. */
export interface Form {
  readonly pattern: RegExp;
  /** @returns false where it failed */
  readonly run: (found: readonly string[], running: Running) => boolean;
}

const TEXT = String.raw`'((?:[^']|'')*)'`;
const unquoted = (text: string | undefined): string => (text ?? '').replaceAll("''", "'");

const bytesOf = (base64: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
};

/** `[Environment]::ExpandEnvironmentVariables('%ProgramData%\\…')`; the disk expands what stands between the quotes. */
const EXPANDED = String.raw`\[Environment\]::ExpandEnvironmentVariables\(${TEXT}\)`;

/** Reading and writing of whole files by .NET, the only calls of .NET that these machines know. */
export const fileForms: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`\[(?:System\.)?IO\.File\]::WriteAllBytes\(\s*${TEXT}\s*,\s*\[(?:System\.)?Convert\]::FromBase64String\(\s*${TEXT}\s*\)\s*\)`,
      'iy',
    ),
    run: ([, to, base64], running) => {
      const bytes = bytesOf(unquoted(base64));
      if (bytes && !isRefused(unquoted(to), running)) running.machine.writeFile(unquoted(to), bytes);
      else if (!bytes) running.complain(lines('The input is not a valid Base-64 string.'));
      return bytes !== null && !running.machine.spec.isFiltered;
    },
  },
  {
    pattern: new RegExp(String.raw`\[(?:System\.)?IO\.File\]::WriteAllText\(\s*${TEXT}\s*,\s*${TEXT}\s*\)`, 'iy'),
    run: ([, to, text], running) => {
      if (isRefused(unquoted(to), running)) return false;
      running.machine.writeFile(unquoted(to), unquoted(text));
      return true;
    },
  },
  {
    pattern: new RegExp(
      String.raw`\[(?:System\.)?Convert\]::ToBase64String\(\s*\[(?:System\.)?IO\.File\]::ReadAllBytes\(\s*${TEXT}\s*\)\s*\)`,
      'iy',
    ),
    run: ([, from], running) => {
      const file = running.machine.disk.file(unquoted(from));
      if (file) running.say(lines(base64Of(file.bytes)));
      else running.complain(lines(`Could not find file '${unquoted(from)}'.`));
      return file !== undefined;
    },
  },
  {
    pattern: new RegExp(String.raw`\[(?:System\.)?IO\.File\]::ReadAllText\(\s*${TEXT}\s*\)`, 'iy'),
    run: ([, from], running) => {
      const text = running.machine.disk.text(unquoted(from));
      if (text === undefined) running.complain(lines(`Could not find file '${unquoted(from)}'.`));
      else running.say(lines(text));
      return text !== undefined;
    },
  },
  {
    pattern: new RegExp(String.raw`\[void\] \[IO\.Directory\]::CreateDirectory\(${EXPANDED}\)`, 'iy'),
    run: ([, path], running) => {
      if (isRefused(unquoted(path), running)) return false;
      running.machine.disk.makeFolder(unquoted(path));
      return true;
    },
  },
  {
    pattern: new RegExp(String.raw`\[IO\.File\]::WriteAllText\(${EXPANDED},\s*${TEXT}\)`, 'iy'),
    run: ([, to, text], running) => {
      if (isRefused(unquoted(to), running)) return false;
      running.machine.writeFile(unquoted(to), unquoted(text));
      return true;
    },
  },
  {
    pattern: new RegExp(String.raw`\[IO\.File\]::Delete\(${EXPANDED}\)`, 'iy'),
    run: ([, path], running) => {
      if (isRefused(unquoted(path), running)) return false;
      running.machine.disk.remove(unquoted(path));
      return true;
    },
  },
  {
    pattern: new RegExp(String.raw`\[IO\.File\]::Exists\(${EXPANDED}\)`, 'iy'),
    run: ([, path], { machine, say }) => {
      say(lines(machine.disk.file(unquoted(path)) ? 'True' : 'False'));
      return true;
    },
  },
];
