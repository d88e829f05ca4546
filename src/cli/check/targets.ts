import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Disk } from './disk';

/** A file to be checked. */
export interface Target {
  /** Absolute; null for standard input. */
  readonly file: string | null;
  /** As it is shown: relative to the current folder where it lies below it, with slashes. */
  readonly shown: string;
  /** Whether somebody named this very file, so that he is told when it cannot be checked. */
  readonly isNamed: boolean;
  /** The folder that was given, or in which the given file stands; nothing above it is looked at. */
  readonly root: string;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** What was given and leads to nothing, in a sentence each. */
  readonly problems: readonly string[];
}

/** The names that IIS reads, what deployment makes out of them, and the names of scripts. */
const NAMES = [
  '**/web.config',
  '**/web.*.config',
  '**/applicationHost.config',
  '**/machine.config',
  '**/*.xdt',
  '**/administration.config',
  '**/redirection.config',
  '**/*.{cmd,bat,ps1,psm1,vbs}',
  '**/azure-pipelines*.{yml,yaml}',
  '**/.github/workflows/*.{yml,yaml}',
  '**/.gitlab-ci.{yml,yaml}',
  '**/Jenkinsfile',
  '**/Dockerfile*',
];
/** Folders that hold other people's files, or copies of ours. */
const SKIPPED = ['**/node_modules/**', '**/.git/**', '**/bin/**', '**/obj/**'];

/** Finds the files that paths, folders and globs stand for; none of them: the current folder. */
export async function findTargets(given: readonly string[], cwd: string, disk: Disk): Promise<Targets> {
  const found = new Map<string | null, Target>();
  const problems: string[] = [];
  for (const one of given.length ? given : ['.']) {
    const outcome = await expand(one, cwd, disk);
    if (typeof outcome === 'string') problems.push(outcome);
    else for (const target of outcome) if (!found.get(target.file)?.isNamed) found.set(target.file, target);
  }
  return { targets: [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1)), problems };
}

async function expand(given: string, cwd: string, disk: Disk): Promise<readonly Target[] | string> {
  if (given === '-') return [{ file: null, shown: '-', isNamed: true, root: cwd }];
  const full = path.resolve(cwd, given);
  const entry = await disk.promises.stat(full).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (entry instanceof Error) {
    if (entry.code !== 'ENOENT' && entry.code !== 'ENOTDIR' && entry.code !== 'EINVAL')
      return `"${given}" could not be read: access is denied.`;
    if (isDynamicPattern(given)) return byGlob(given, cwd, disk);
    return `"${given}" could not be read: there is no such file or folder.`;
  }
  if (!entry.isDirectory())
    return [{ file: full, shown: shownPath(full, cwd), isNamed: true, root: path.dirname(full) }];
  const files = await search(NAMES, full, disk, SKIPPED);
  if (!files.length) return `No configuration file and no script was found in "${given}" or below it.`;
  return files.map((file) => ({ file, shown: shownPath(file, cwd), isNamed: false, root: full }));
}

async function byGlob(given: string, cwd: string, disk: Disk): Promise<readonly Target[] | string> {
  const pattern = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
  const files = await search([pattern], cwd, disk, SKIPPED.slice(0, 2));
  if (!files.length) return `Nothing matches "${given}".`;
  return files.map((file) => ({
    file,
    shown: shownPath(file, cwd),
    isNamed: false,
    root: file.startsWith(cwd + path.sep) ? cwd : path.dirname(file),
  }));
}

/** Files by glob. No link is followed, neither to a folder nor to a file: it may lead anywhere. */
async function search(patterns: string[], cwd: string, disk: Disk, ignore: string[]): Promise<readonly string[]> {
  const files = await glob(patterns, {
    cwd,
    ignore,
    absolute: true,
    dot: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: disk,
  });
  const real: string[] = [];
  for (const file of files) {
    const entry = await disk.promises.lstat(file).catch(() => null);
    if (entry?.isFile()) real.push(path.normalize(file));
  }
  return real;
}

/** A path as it is shown: relative to the current folder where it lies below it, always with slashes. */
export function shownPath(file: string, cwd: string): string {
  const way = path.relative(cwd, file);
  const outside = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  return (outside ? file : way).replaceAll(path.sep, '/');
}
