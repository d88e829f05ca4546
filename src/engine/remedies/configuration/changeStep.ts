import type { TextEdit } from '../../config/edits';
import type { Snapshot } from '../../servers/snapshot';
import { appcmd } from '../commands/programs';
import { backupStep } from '../commands/backup';
import { changeFile } from '../commands/fileEdits';
import type { Check, Step } from '../plan';

/** A change of one configuration file. */
export interface ConfigurationChange {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly file: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly undo: string;
  readonly stops?: readonly string[];
  readonly check?: Check;
}

/** A change of a file as a step; its undo takes back exactly this, where nobody else has changed the file since. */
export function changeStep({ id, title, why, file, text, edits, undo, stops = [], check }: ConfigurationChange): Step {
  const { change, undo: back } = changeFile(file, text, edits);
  return {
    id,
    title,
    why,
    command: change,
    stops,
    ...(check && { check }),
    undo: { title: undo, command: back, file },
  };
}

/** The steps with a backup before them where they change the server's own file. */
export const withBackup = (snapshot: Snapshot, steps: readonly Step[]): readonly Step[] =>
  steps.some(({ undo }) => /\.config$/i.test(undo?.file ?? '') && !/\\web\.config$/i.test(undo?.file ?? ''))
    ? [backupStep(snapshot), ...steps]
    : steps;

const list = (section: string, path: string) =>
  path === '' ? appcmd('list', 'config', `/section:${section}`) : appcmd('list', 'config', path, `/section:${section}`);

/** Whether IIS takes a section at a path. */
export const isTaken = (section: string, path: string): Check => ({
  says: `IIS reads ${section} ${path === '' ? 'for the whole server' : `at "${path}"`}.`,
  command: list(section, path),
  expects: { kind: 'succeeds' },
  otherwise: 'The message names the file, the line and what is wrong there.',
});

/** Whether the trouble is there: IIS refuses a section at a path. */
export const isRefused = (section: string, path: string): Check => ({
  says: `IIS refuses ${section} ${path === '' ? 'for the whole server' : `at "${path}"`}.`,
  command: list(section, path),
  expects: { kind: 'fails' },
  otherwise: 'IIS reads the section without complaint, so this is not what is wrong. Look for another cause.',
});

/** What happens where a web.config is written. */
export const restarts = (path: string): string =>
  `The application at "${path}" restarts, because its web.config changes: sessions and caches in its memory are lost.`;
