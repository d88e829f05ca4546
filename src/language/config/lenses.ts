import type { CodeLens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../../engine/config/document';
import { siteUrls } from '../../engine/config/outline';
import { poolUses } from '../../engine/config/poolUses';
import { sectionsAt } from '../../engine/config/sections';
import { plainText } from '../../engine/render/escape';
import { attribute, type XmlElement } from '../../engine/xml/tree';
import type { ConfigServices } from './services';

const LENS_LIMIT = 2_000;
const URLS_SHOWN = 3;

/** Above each site its addresses and pools, above each pool how many applications run in it. */
export async function configLenses(
  config: ConfigDocument,
  document: TextDocument,
  { settings, shortfalls }: ConfigServices,
): Promise<CodeLens[]> {
  const { uri } = document;
  if (config.kind !== 'applicationHost' || !(await settings(uri)).hasLenses) {
    shortfalls.set(uri, 'codeLens', false);
    return [];
  }
  const sections = sectionsAt(config);
  const childrenOf = (path: string, name: string): XmlElement[] =>
    (sections.get(path) ?? []).flatMap(({ element }) => element.children.filter((one) => one.name === name));
  const uses = poolUses(config);
  const pools = childrenOf('system.applicationHost/applicationPools', 'add').map((pool) => {
    const count = uses.get((attribute(pool, 'name') ?? '').toLowerCase()) ?? 0;
    return {
      at: pool,
      title:
        count === 0
          ? 'no application uses it'
          : count === 1
            ? 'used by 1 application'
            : `used by ${count} applications`,
    };
  });
  const sites = childrenOf('system.applicationHost/sites', 'site').map((site) => ({
    at: site,
    title: siteTitle(site),
  }));
  const all = [...pools, ...sites].filter(({ title }) => title !== '');
  shortfalls.set(
    uri,
    'codeLens',
    all.length > LENS_LIMIT && { reason: 'onlyFirst', count: all.length, limit: LENS_LIMIT },
  );
  return all.slice(0, LENS_LIMIT).map(({ at, title }) => {
    const start = document.positionAt(at.start);
    return { range: { start, end: start }, command: { title, command: '' } };
  });
}

function siteTitle(site: XmlElement): string {
  const urls = siteUrls(site);
  const pools = site.children
    .flatMap((one) => (one.name === 'application' ? (attribute(one, 'applicationPool') ?? []) : []))
    .filter((pool) => pool !== '');
  const shown = urls.slice(0, URLS_SHOWN).map((url) => plainText(url, 100));
  if (urls.length > URLS_SHOWN) shown.push(`and ${urls.length - URLS_SHOWN} more`);
  const names = [...new Set(pools)].slice(0, URLS_SHOWN).map((pool) => plainText(pool, 60));
  const title = [shown.join(', '), names.length ? `${names.length > 1 ? 'pools' : 'pool'} ${names.join(', ')}` : ''];
  return title.filter((part) => part !== '').join(' · ');
}
