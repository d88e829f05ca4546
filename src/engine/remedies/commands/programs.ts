import type { Command } from '../plan';
import { cmdArgument, isOneLine, psArgument } from './quoting';

/** A program that is on the path of every Windows. @param file with its extension: `sc` alone is an alias in PowerShell */
export const program = (file: `${string}.exe`, args: readonly string[], limit?: number): Command => ({
  powershell: [file, ...args.map(psArgument)].join(' '),
  cmd: batchLine(file, args),
  ...(limit !== undefined && { limit }),
});

const batchLine = (file: string, args: readonly string[]): string | null =>
  args.every(isOneLine) ? [file, ...args.map(cmdArgument)].join(' ') : null;

/** appcmd by its full path: its folder is not on the path, and 32-bit programs see another one. */
export const appcmd = (...args: readonly string[]): Command => ({
  powershell: ['& "$env:windir\\System32\\inetsrv\\appcmd.exe"', ...args.map(psArgument)].join(' '),
  cmd: batchLine('%windir%\\System32\\inetsrv\\appcmd.exe', args),
});

export const controlPool = (verb: 'start' | 'stop' | 'recycle', pool: string): Command =>
  appcmd(verb, 'apppool', `/apppool.name:${pool}`);

export const controlSite = (verb: 'start' | 'stop', site: string): Command =>
  appcmd(verb, 'site', `/site.name:${site}`);

/** `net.exe stop`, which waits for the service and, with `/y`, takes down what depends on it. */
export const netStop = (service: string, withDependents = false): Command =>
  program('net.exe', ['stop', service, ...(withDependents ? ['/y'] : [])], SERVICE_SECONDS);

export const netStart = (service: string): Command => program('net.exe', ['start', service], SERVICE_SECONDS);

/** Services of IIS may take a minute and more to stop; with large pools, two. */
const SERVICE_SECONDS = 180;

/** Statements of PowerShell, one a line; a batch file starts Windows PowerShell for them. */
export const inPowershell = (statements: readonly string[], limit?: number): Command => ({
  powershell: statements.join('\n'),
  cmd: batchLine('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', statements.join('; ')]),
  ...(limit !== undefined && { limit }),
});
