import { metabaseSource } from '../metabase/keys';
import { translated, type AdsutilUse } from '../metabase/translate';
import { markdownCode, markdownText } from './escape';

/** What a command line of adsutil.vbs reads, writes or does, and how it is said today, as Markdown. */
export function adsutilHover(use: AdsutilUse): string {
  const { key, verb, meaning, place, successor } = use;
  const today = translated(use);
  const isSite = place?.at === 'site' || place?.at === 'content';
  const tool = (name: string, lines: readonly string[]): string[] =>
    lines.length ? [`**${name}:** ${lines.map((line) => markdownCode(line, 400)).join('  \n')}`] : [];
  const id = place?.siteId;
  const lines = [
    `**adsutil.vbs ${markdownText(key === null ? verb : `${verb.toLowerCase()} ${key}`)}** · metabase of IIS 5 and 6`,
    markdownText(`${meaning}${where(use)}`),
    ...(today
      ? [
          ...tool('appcmd', today.appcmd),
          ...tool('WebAdministration', today.webAdministration),
          ...tool('IISAdministration', today.iisAdministration),
        ]
      : [`**No equivalent:** ${markdownText(typeof successor === 'string' ? successor : '')}`]),
    ...(typeof successor !== 'string' && successor.note !== undefined ? [markdownText(successor.note)] : []),
    ...(today && isSite && id
      ? [`SITE is the name that ${markdownCode(`%windir%\\system32\\inetsrv\\appcmd.exe list site /id:${id}`)} shows.`]
      : []),
    `**Known from:** ${markdownText(metabaseSource.document)}`,
  ];
  return lines.join('\n\n');
}

/** What the path says, in words. */
function where({ place }: AdsutilUse): string {
  switch (place?.at) {
    case 'pool':
      return ` The path names the pool ${place.pool}.`;
    case 'pools':
      return ' The path is that of the defaults of all pools.';
    case 'site':
      return place.siteId === null
        ? ' The path is that of a site.'
        : ` The path is that of the site with the number ${place.siteId}.`;
    case 'content':
      return ` The path is that of ${place.path === '' ? 'the root' : place.path} of ${place.siteId === null ? 'a site' : `the site with the number ${place.siteId}`}.`;
    case 'server':
      return ' The path is that of the whole web service.';
    case 'scheme':
      return ' The path is that of one way to compress.';
    case 'machine':
    case undefined:
      return '';
  }
}
