import type { Shell, WordPart } from './command';

/** Aliases of PowerShell for commands that matter here. `sc` is one as well, but only in Windows PowerShell. */
const ALIASES: Readonly<Record<string, string>> = {
  '%': 'foreach-object',
  '?': 'where-object',
  foreach: 'foreach-object',
  gsv: 'get-service',
  icm: 'invoke-command',
  iex: 'invoke-expression',
  ipmo: 'import-module',
  kill: 'stop-process',
  sal: 'set-alias',
  saps: 'start-process',
  sasv: 'start-service',
  spps: 'stop-process',
  spsv: 'stop-service',
  start: 'start-process',
  where: 'where-object',
};

/** The name of a program without its path; empty where it is not known. See `Command.name`. */
export function programName(parts: readonly WordPart[], shell: Shell): string {
  const last = parts.at(-1);
  if (last?.kind !== 'text') return '';
  const base = /[^\\/]*$/.exec(last.text.trim())?.[0] ?? '';
  // Behind a variable only a path is known: `%TOOL%reset` may be anything.
  if (parts.length > 1 && base.length === last.text.trim().length) return '';
  const name = base.toLowerCase().replace(/\.(?:exe|com)$/, '');
  return shell === 'powershell' || shell === 'pwsh' ? (ALIASES[name] ?? name) : name;
}
