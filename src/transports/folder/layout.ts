import type { FolderIndex, IndexedFile } from './folderIndex';

/** What kind of copy a folder is. */
export type LayoutKind = 'server' | 'sharedExport' | 'express' | 'metabase';

/** Where the configuration lies in a folder. */
export interface Layout {
  readonly kind: LayoutKind;
  /** The folder of the configuration, from the opened folder on. */
  readonly folder: string;
  /** `applicationHost.config`, or `MetaBase.xml` of IIS 6. */
  readonly main: IndexedFile;
}

export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('\\'), 0));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);
const depthOf = (path: string): number => path.split('\\').length;

/** Old states of the configuration, and pieces of it that WAS makes for its pools. */
const OLD = /(?:^|\\)(?:backup|history|cfghistory_\d+|apppools)(?:\\|$)/i;

/** @returns null where there is no configuration of IIS */
export function findLayout({ files }: FolderIndex): Layout | null {
  const named = (name: RegExp): IndexedFile[] =>
    files
      .filter(({ path }) => name.test(nameOf(path)) && !OLD.test(folderOf(path)))
      .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  const [main] = named(/^applicationhost\.config$/i);
  if (main) {
    const folder = folderOf(main.path);
    const has = (name: string): boolean =>
      files.some(({ path }) => folderOf(path) === folder && nameOf(path).toLowerCase() === name);
    const isExpress = /(?:^|\\)(?:\.vs(?:\\.*)?|iisexpress(?:\\config)?)$/i.test(folder);
    return { kind: has('configenckey.key') ? 'sharedExport' : isExpress ? 'express' : 'server', folder, main };
  }
  const [metabase] = named(/^metabase\.xml$/i);
  return metabase ? { kind: 'metabase', folder: folderOf(metabase.path), main: metabase } : null;
}

/** The server's own place first, then what lies least deep. */
const rank = (path: string): number => depthOf(path) - (/(?:^|\\)inetsrv\\config\\[^\\]+$/i.test(path) ? 100 : 0);
