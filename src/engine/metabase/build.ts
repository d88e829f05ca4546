import type { MetabaseKey, Step, Successor, Target, Value } from './key';
import type { MetabasePlace } from './place';
import { converted, type ValueKind } from './values';

const text = (written: string): Value => ({ kind: 'text', text: written });

/** The section at a place of the metabase: for the whole server, for a site or for something in it. */
export const sectionAt = (section: string, { at, site, path }: MetabasePlace): Target => ({
  of: 'section',
  section,
  site: at === 'site' || at === 'content' ? site : null,
  path: at === 'content' ? path : '',
});

const poolAt = ({ at, pool }: MetabasePlace): Target => (at === 'pool' ? { of: 'pool', pool } : { of: 'poolDefaults' });
const siteAt = ({ at, site }: MetabasePlace): Target =>
  at === 'site' || at === 'content' ? { of: 'site', site } : { of: 'siteDefaults' };

export const set = (on: Target, attribute: string, value: Value | string): Step => ({
  do: 'set',
  on,
  attribute,
  value: typeof value === 'string' ? text(value) : value,
});

export const add = (on: Target, collection: string, fields: Readonly<Record<string, string>>): Step => ({
  do: 'add',
  on,
  collection,
  fields: Object.entries(fields),
});

/** A setting that became one attribute; extra words of the command line belong to no such key. */
function attributeOf(
  target: (place: MetabasePlace) => Target,
  attribute: string,
  kind: ValueKind,
): (place: MetabasePlace, values: readonly string[] | null) => Successor {
  return (place, values) => {
    const on = target(place);
    if (!values) return { steps: [{ do: 'show', on, attribute }] };
    return { steps: [set(on, attribute, converted(values.length > 1 ? undefined : values[0], kind))] };
  };
}

const secret = (kind: ValueKind): Pick<MetabaseKey, 'isSecret'> => (kind === 'secret' ? { isSecret: true } : {});

export const pool = (name: string, attribute: string, kind: ValueKind, meaning: string): MetabaseKey => ({
  name,
  meaning,
  at: ['pools', 'pool'],
  ...secret(kind),
  successor: attributeOf(poolAt, attribute, kind),
});

export const site = (name: string, attribute: string, kind: ValueKind, meaning: string): MetabaseKey => ({
  name,
  meaning,
  at: ['server', 'site'],
  ...secret(kind),
  successor: attributeOf(siteAt, attribute, kind),
});

/** `path` is that of the section, a space, and the attribute: `system.webServer/asp limits.scriptTimeout`. */
export function content(name: string, path: string, kind: ValueKind, meaning: string): MetabaseKey {
  const [section = '', attribute = ''] = path.split(' ');
  return {
    name,
    meaning,
    at: ['server', 'site', 'content'],
    ...secret(kind),
    successor: attributeOf((place) => sectionAt(section, place), attribute, kind),
  };
}

/** As `content`, for what holds for the whole server only. */
export function server(name: string, path: string, kind: ValueKind, meaning: string): MetabaseKey {
  const [section = '', attribute = ''] = path.split(' ');
  const on: Target = { of: 'section', section, site: null, path: '' };
  return { ...content(name, path, kind, meaning), at: ['server'], successor: attributeOf(() => on, attribute, kind) };
}

/** Several names that mean the same. */
export const alias = (key: MetabaseKey, ...names: readonly string[]): MetabaseKey[] => [
  key,
  ...names.map((name) => ({ ...key, name })),
];

export const gone = (name: string, meaning: string, reason: string): MetabaseKey => ({
  name,
  meaning,
  at: ['machine', 'server', 'pools', 'pool', 'site', 'content'],
  successor: reason,
});
