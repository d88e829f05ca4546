import type { Known, Probe } from './probe';

export interface LogFoldersAsked extends Readonly<Record<string, unknown>> {
  /** Folders as the configuration writes them; those below them that IIS makes (`W3SVC1`, `HTTPERR`) are listed too. */
  readonly folders: readonly string[];
  /** At most so many files of each folder, newest first. */
  readonly limit: number;
}
export interface LogFile {
  readonly path: string;
  readonly size: number;
  readonly modified: string;
}
export interface LogFolders {
  readonly folders: readonly { readonly folder: string; readonly files: Known<readonly LogFile[]> }[];
}
export type LogFoldersProbe = Probe<LogFoldersAsked, LogFolders>;
