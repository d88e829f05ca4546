/** Where in the metabase a path leads. */
export interface MetabasePlace {
  /**
   * - `machine`: the root
   * - `server`: all sites of the web service
   * - `scheme`: one of the two ways to compress, `gzip` or `deflate`
   * - `pools`, `pool`: what holds for all pools, or for one
   * - `site`: a site
   * - `content`: its root or something below it
   */
  readonly at: 'machine' | 'server' | 'scheme' | 'pools' | 'pool' | 'site' | 'content';
  /** The name, or `POOL` where it is not known. */
  readonly pool: string;
  /** What the translation calls the site: its name is not in the path. */
  readonly site: string;
  /** The number of the site; null where it is not known. */
  readonly siteId: string | null;
  /** `/shop/images`, below the root of the site; empty for the root. */
  readonly path: string;
}

/** Stands for a name that the path does not tell. */
export const POOL = 'POOL';
export const SITE = 'SITE';

/**
 * @param path of the metabase, without a key: `w3svc/1/root/shop`, `IIS://localhost/W3SVC/AppPools/Shop`
 * @returns null for what is not known of the web service
 */
export function metabasePlace(path: string): MetabasePlace | null {
  const parts = path
    .slice(0, 1_000)
    .replace(/^IIS:\/\/[^/]*/i, '')
    .replace(/^\/?(?:LM(?:\/|$))?|\/$/gi, '')
    .split('/')
    .filter((part) => part !== '');
  const [service = '', second = '', third = '', ...rest] = parts;
  const place = { at: 'server', pool: POOL, site: SITE, siteId: null, path: '' } as const;
  if (service === '') return { ...place, at: 'machine' };
  if (/^mimemap$/i.test(service) && second === '') return place;
  if (!/^w3svc$/i.test(service)) return null;
  if (second === '') return place;
  if (/^filters$/i.test(second)) {
    const [scheme = ''] = rest;
    if (!/^compression$/i.test(third) || rest.length !== 1) return null;
    if (/^parameters$/i.test(scheme)) return place;
    return /^(?:gzip|deflate)$/i.test(scheme) ? { ...place, at: 'scheme' } : null;
  }
  if (/^apppools$/i.test(second)) {
    if (third === '') return { ...place, at: 'pools' };
    if (rest.length) return null;
    return { ...place, at: 'pool', pool: /^[\w .()-]+$/.test(third) ? third : POOL };
  }
  const isNumber = /^\d{1,10}$/.test(second);
  if (!isNumber && !/[%$<{]/.test(second)) return null;
  const site = { ...place, siteId: isNumber ? second : null };
  if (third === '') return { ...site, at: 'site' };
  if (!/^root$/i.test(third)) return null;
  const below = rest.every((part) => /^[\w .()-]+$/.test(part)) ? rest : ['PATH'];
  return { ...site, at: 'content', path: below.map((part) => `/${part}`).join('') };
}
