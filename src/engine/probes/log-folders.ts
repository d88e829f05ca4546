import type { Known, Probe } from './probe';
import { part } from './reading/failures';
import type { RawPart } from './reading/raw';
import { count, fields, list, moment, text } from './reading/shape';

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

const probe: LogFoldersProbe = {
  id: 'log-folders',
  reads: 'listing the logs',
  read: (data) => ({
    folders: list(fields(data, 'data')('folders'), 'folders', (value, where) => {
      const own = fields(value, where);
      const folder = text(own('folder'), `${where}.folder`);
      return { folder, files: part(own('files'), where, (files) => list(files, where, fileOf), 'file', folder) };
    }),
  }),
};
export default probe;

function fileOf(value: unknown, where: string): LogFile {
  const own = fields(value, where);
  return {
    path: text(own('path'), `${where}.path`),
    size: count(own('size'), `${where}.size`),
    modified: moment(own('modified'), `${where}.modified`),
  };
}
