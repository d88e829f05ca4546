import { sectionLocks } from './sectionLocks.generated';

/**
 * Where a section may be set, with IIS as shipped:
 *
 * - `open`: in every `web.config`
 * - `locked`: in the server's file only, also for one site, in a `location`
 * - `serverOnly`: in the server's file only, for the whole server and not for one site
 */
export type SectionLock = 'open' | 'locked' | 'serverOnly';

/** A path cannot be longer than this and still name a section. */
const LONGEST = 300;

const byLastName = new Map<string, readonly SectionLock[]>();
for (const [path, lock] of Object.entries(sectionLocks)) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  byLastName.set(name, [...(byLastName.get(name) ?? []), lock]);
}

/**
 * What is known of the section that a command names. It may be named as the tools take it: by its path, by its last name
 * alone (`access`), or by a path to something in it (`/system.applicationHost/sites/site[@name='Shop']/limits`).
 *
 * @returns null where no section has that name, or several that differ
 */
export function sectionLock(written: string): SectionLock | null {
  const path = written
    .slice(0, LONGEST)
    .replace(/^\/{0,2}(?:configuration\/)?|\/$/gi, '')
    .toLowerCase();
  if (!path.includes('/')) {
    const [first, ...others] = byLastName.get(path) ?? [];
    return first !== undefined && others.every((one) => one === first) ? first : null;
  }
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('[', end - 1))) {
    const lock = sectionLocks[path.slice(0, end)];
    if (lock) return lock;
  }
  return null;
}

/** Whether a section cannot be set in a `web.config` while IIS is as shipped. */
export const isLockedAsShipped = (written: string): boolean =>
  /^(?:locked|serverOnly)$/.test(sectionLock(written) ?? '');

/** Whether a configuration path, as appcmd and `-PSPath` take it, is that of the server itself. */
export const isServerPath = (path: string): boolean => /^(?:machine\/webroot\/apphost|iis:\\?)[\\/]?$/i.test(path);
