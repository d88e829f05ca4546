import { escapeValue } from '../../../engine/config/edits';
import type { EffectiveElement } from '../../../engine/config/effectiveElement';
import { currentRequests } from '../requests';
import type { Machine } from '../machine';
import type { SiteView } from '../configuration';
import { applicationName, directoryName, sectionNamed } from './targets';

/** An object that `appcmd.exe list` shows: its fields as `/xml` names them, and its line of text. */
export interface Listed {
  readonly element: string;
  readonly name: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly line: string;
  /** What `/text:` says of an attribute of its configuration, `processModel.identityType`. */
  readonly configured?: (path: string) => string;
}

export const bindingsText = ({ bindings }: SiteView): string =>
  bindings.map(({ protocol, element }) => `${protocol}/${element.text('bindingInformation')}`).join(',');

/** The objects of a kind; null: there is no such kind. */
export function listed(machine: Machine, kind: string): readonly Listed[] | null {
  switch (kind) {
    case 'site':
    case 'sites':
      return machine.configuration.sites.map((site) => siteOf(machine, site));
    case 'apppool':
    case 'apppools':
      return machine.configuration.pools.map((pool) => poolOf(machine, pool));
    case 'app':
    case 'apps':
      return machine.configuration.sites.flatMap(({ applications }) =>
        applications.map((one): Listed => {
          const name = applicationName(one);
          return {
            element: 'APP',
            name,
            fields: [
              ['path', one.path],
              ['APPPOOL.NAME', one.pool],
              ['SITE.NAME', one.site],
            ],
            line: `APP "${name}" (applicationPool:${one.pool})`,
          };
        }),
      );
    case 'vdir':
    case 'vdirs':
      return machine.configuration.sites.flatMap(({ applications }) =>
        applications.flatMap((application) =>
          application.directories.map((one): Listed => {
            const name = directoryName(one);
            return {
              element: 'VDIR',
              name,
              fields: [
                ['physicalPath', one.physicalPath],
                ['path', one.path],
                ['APP.NAME', applicationName(application)],
              ],
              line: `VDIR "${name}" (physicalPath:${one.physicalPath})`,
            };
          }),
        ),
      );
    case 'wp':
    case 'wps':
      return machine.pools.workers.map(({ processId, pool }) => ({
        element: 'WP',
        name: String(processId),
        fields: [['APPPOOL.NAME', pool]],
        line: `WP "${processId}" (applicationPool:${pool})`,
      }));
    case 'request':
    case 'requests':
      return requests(machine);
    case 'backup':
    case 'backups':
      return machine.disk.foldersIn('C:\\Windows\\System32\\inetsrv\\backup').map((name) => ({
        element: 'BACKUP',
        name,
        fields: [],
        line: `BACKUP "${name}"`,
      }));
    default:
      return null;
  }
}

function siteOf(machine: Machine, site: SiteView): Listed {
  const bindings = bindingsText(site);
  const state = machine.sites.stateOf(site.name);
  return {
    element: 'SITE',
    name: site.name,
    fields: [
      ['SITE.ID', String(site.id)],
      ['bindings', bindings],
      ['state', state],
    ],
    line: `SITE "${site.name}" (id:${site.id},bindings:${bindings},state:${state})`,
  };
}

function poolOf(machine: Machine, pool: EffectiveElement): Listed {
  const name = pool.text('name');
  const [mode, version] = [pool.text('managedPipelineMode'), pool.text('managedRuntimeVersion')];
  const state = machine.pools.stateOf(name);
  return {
    element: 'APPPOOL',
    name,
    fields: [
      ['PipelineMode', mode],
      ['RuntimeVersion', version],
      ['state', state],
    ],
    line: `APPPOOL "${name}" (MgdVersion:${version},MgdMode:${mode},state:${state})`,
    configured: (path) => configuredText(pool, path.split('.')),
  };
}

/** The names of a path are compared without case, as `appcmd` does. */
function configuredText(element: EffectiveElement, [name = '', ...rest]: readonly string[]): string {
  const isIt = ([one]: readonly [string, unknown]): boolean => one.toLowerCase() === name.toLowerCase();
  if (!rest.length) return [...element.attributes].find(isIt)?.[1].value ?? '';
  const inner = [...element.elements].find(isIt)?.[1];
  return inner ? configuredText(inner, rest) : '';
}

const requests = (machine: Machine): readonly Listed[] =>
  currentRequests(machine).map(({ id, worker, siteId, verb, url, client, elapsed, stage, module }) => ({
    element: 'REQUEST',
    name: id,
    fields: [
      ['SITE.ID', String(siteId)],
      ['WP.NAME', String(worker.processId)],
      ['APPPOOL.NAME', worker.pool],
      ['Verb', verb],
      ['Url', url],
      ['ClientIp', client],
      ['Stage', stage],
      ['Module', module],
      ['Time', String(elapsed)],
    ],
    line: `REQUEST "${id}" (url:${verb} ${url}, time:${elapsed} msec, client:${client}, stage:${stage}, module:${module})`,
  }));

/** All of them as `/xml` prints them. */
export function asXml(objects: readonly Listed[]): string {
  const lines = objects.map(({ element, name, fields }) => {
    const marks = [[`${element}.NAME`, name] as const, ...fields].map(
      ([key, value]) => ` ${key}="${escapeValue(value)}"`,
    );
    return `<${element}${marks.join('')} />\r\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n<appcmd>\r\n${lines.join('')}</appcmd>\r\n`;
}

/** What holds for a section at a path, as `list config` prints it. */
export function sectionText(machine: Machine, name: string, path: string): string {
  const section = sectionNamed(machine, name);
  const element = machine.configuration.hierarchy.effective(section.path, path)?.element;
  const groups = section.path.split('/').slice(0, -1);
  const inner = element ? effectiveText(element, groups.length) : '';
  const start = groups.map((group, depth) => `${'  '.repeat(depth)}<${group}>\r\n`).join('');
  const end = groups
    .map((group, depth) => `${'  '.repeat(depth)}</${group}>\r\n`)
    .reverse()
    .join('');
  return start + inner + end;
}

function effectiveText(element: EffectiveElement, depth: number): string {
  const indent = '  '.repeat(depth);
  const marks = [...element.attributes].map(([name, { value }]) => ` ${name}="${escapeValue(value ?? '')}"`).join('');
  const inner = [...element.elements.values(), ...element.entries].map((one) => effectiveText(one, depth + 1)).join('');
  const start = `${indent}<${element.name}${marks}`;
  return inner === '' ? `${start} />\r\n` : `${start}>\r\n${inner}${indent}</${element.name}>\r\n`;
}
