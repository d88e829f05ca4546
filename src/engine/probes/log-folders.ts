import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

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
/** What `log-folders.ps1` gives. */
export interface RawLogFolders {
  /** Each folder asked for as it was asked, `folder`, with its files and those of the folders that IIS makes in it. */
  readonly folders: readonly {
    readonly folder: string;
    readonly files: RawPart<readonly { readonly path: string; readonly size: number; readonly modified: string }[]>;
  }[];
}
export type LogFoldersProbe = Probe<LogFoldersAsked, LogFolders>;
