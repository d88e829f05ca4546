import { readConfig } from '../../../engine/config/document';
import { Hierarchy } from '../../../engine/config/hierarchy';
import { sectionLock } from '../../../engine/config/locks';
import type { SectionSchema } from '../../../engine/schema/model';
import type { ApplicationView, DirectoryView, SiteView } from '../configuration';
import { APPLICATION_HOST, type Machine } from '../machine';
import type { Step } from './arguments';
import type { Target } from './edit';
import { configurationError, failure } from './failure';

/** What IIS says of a section that a file further out locks. */
export const LOCKED =
  'This configuration section cannot be used at this path. This happens when the section is locked at a parent level. Locking is either by default (overrideModeDefault="Deny"), or set explicitly by a location tag with overrideMode="Deny" or the legacy allowOverride="false"';

const SITES = 'system.applicationHost/sites';
const POOLS = 'system.applicationHost/applicationPools';

export interface FileTarget extends Target {
  readonly file: string;
  /** As `appcmd` shows it: `MACHINE/WEBROOT/APPHOST/Shop`. */
  readonly shown: string;
  /** What it is in `appcmd`'s words: `SITE object "Shop"`. */
  readonly label: string | null;
}

const entry = (...values: readonly (readonly [string, string])[]): Step => ({ kind: 'entry', values });

/** A section by its full path, or by its name alone where no other one has it. Throws an AppcmdFailure. */
export function sectionNamed(machine: Machine, name: string): SectionSchema {
  const { declarations } = machine.configuration.document;
  const lower = name.replace(/^\/+|\/+$/g, '').toLowerCase();
  const paths = [...declarations.keys(), ...machine.schema.paths.filter((path) => path.startsWith('system.web/'))];
  const found =
    paths.find((path) => path.toLowerCase() === lower) ??
    paths.find((path) => path.toLowerCase().endsWith(`/${lower}`) && !lower.includes('/'));
  const section = found === undefined ? undefined : machine.schema.section(found);
  if (!section) throw failure(`Unknown config section "${name}".  Replace with -? for help.`);
  return section;
}

/** The element of a pool, a site, an application or a virtual directory. Throws an AppcmdFailure. */
export function objectTarget(machine: Machine, object: string, identifier: string): FileTarget {
  const found = objectSteps(machine, object, identifier);
  if (!found) throw notFound(object, identifier);
  const section = machine.schema.section(object === 'apppool' ? POOLS : SITES);
  if (!section) throw failure(`Unknown config section "${SITES}".`);
  return {
    file: APPLICATION_HOST,
    section,
    location: '',
    steps: found.steps,
    shown: 'MACHINE/WEBROOT/APPHOST',
    label: `${object.toUpperCase()} object "${found.name}"`,
  };
}

export const notFound = (object: string, identifier: string): Error =>
  failure(`Cannot find ${object.toUpperCase()} object with identifier "${identifier}".`, 1168);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function objectSteps(machine: Machine, object: string, identifier: string): { steps: Step[]; name: string } | null {
  if (object === 'apppool') {
    const name = poolNamed(machine, identifier);
    return name === undefined ? null : { name, steps: [entry(['name', name])] };
  }
  if (object === 'site') {
    const site = siteNamed(machine, identifier);
    return site ? { name: site.name, steps: [entry(['name', site.name])] } : null;
  }
  for (const site of machine.configuration.sites)
    for (const application of site.applications) {
      const way = [entry(['name', site.name]), entry(['path', application.path])];
      if (
        object === 'app' &&
        isSame(applicationName(application), identifier.replace(/([^/])$/, identifier.includes('/') ? '$1' : '$1/'))
      )
        return { name: applicationName(application), steps: way };
      const directory =
        object === 'vdir' && application.directories.find((one) => isSame(directoryName(one), identifier));
      if (directory) return { name: directoryName(directory), steps: [...way, entry(['path', directory.path])] };
    }
  return null;
}

export const poolNamed = (machine: Machine, identifier: string): string | undefined =>
  machine.configuration.pools.map((pool) => pool.text('name')).find((name) => isSame(name, identifier));

export const siteNamed = (machine: Machine, identifier: string): SiteView | undefined =>
  machine.configuration.sites.find((site) => isSame(site.name, identifier)) ??
  machine.configuration.sites.find((site) => String(site.id) === identifier);

/** `Shop/`, `Shop/admin`. */
export const applicationName = ({ site, path }: Pick<ApplicationView, 'site' | 'path'>): string => `${site}${path}`;

/** `Shop/`, `Shop/images`, `Shop/admin/`. */
export const directoryName = ({ site, application, path }: DirectoryView): string =>
  application === '/' ? `${site}${path}` : `${site}${application}${path}`;

/**
 * Where `set config` writes: the server's file, a location tag in it, or the `web.config` of the path. Throws an
 * AppcmdFailure, also where the section is locked there.
 *
 * @param commit `apphost`, or absent: the path itself
 */
export function configTarget(
  machine: Machine,
  name: string,
  identifier: string | null,
  commit: string | undefined,
): FileTarget {
  const section = sectionNamed(machine, name);
  const path = (identifier ?? '').replace(/^MACHINE\/WEBROOT\/APPHOST\/?/i, '').replace(/^\/+|\/+$/g, '');
  const shown = ['MACHINE/WEBROOT/APPHOST', path].filter((part) => part !== '').join('/');
  const site = machine.configuration.sites.find(({ name: one }) => isSame(one, path.split('/')[0] ?? ''));
  if (path !== '' && !site) throw failure(`Cannot find SITE object with identifier "${path}".`, 1168);
  const common = { section, steps: [], label: null, shown } as const;
  if (path === '' || /^(?:apphost|machine\/webroot\/apphost)$/i.test(commit ?? ''))
    return { ...common, file: APPLICATION_HOST, location: path };
  if (commit !== undefined && !/^(?:url|site|app|parent)$/i.test(commit) && !isSame(commit, path))
    throw failure(`Cannot commit configuration changes to "${commit}".`);
  const folder = folderOf(site, path);
  if (folder === null) throw failure(`Cannot find the folder of "${path}".`, 3);
  const file = `${machine.disk.full(folder)}\\web.config`;
  refuseLocked(machine, section, path, file);
  return { ...common, file, location: '' };
}

/** The folder of a configuration path; null where no virtual directory leads there. */
export function folderOf(site: SiteView | undefined, path: string): string | null {
  let best: { readonly length: number; readonly folder: string } | null = null;
  for (const directory of site?.applications.flatMap(({ directories }) => directories) ?? []) {
    const at = directoryName(directory).replace(/\/+$/, '');
    const isAbove = isSame(at, path) || path.toLowerCase().startsWith(`${at.toLowerCase()}/`);
    const rest = path.slice(at.length).replaceAll('/', '\\');
    if (isAbove && (!best || at.length > best.length))
      best = { length: at.length, folder: directory.physicalPath + rest };
  }
  return best?.folder ?? null;
}

function refuseLocked(machine: Machine, section: SectionSchema, path: string, file: string): void {
  const document = readConfig(file, machine.disk.text(file) ?? '<configuration />', machine.schema);
  if (!document) return;
  const levels = [
    { document: machine.configuration.document, path: '' },
    { document, path },
  ];
  if (!sectionLock(new Hierarchy(machine.schema, levels, true), section, path, 1)) return;
  throw configurationError(file, 0, LOCKED, 33);
}
