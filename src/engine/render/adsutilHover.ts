import { metabaseSource } from '../metabase/keys';
import { translated, type AdsutilUse } from '../metabase/translate';
import { markdownCode, markdownText } from './escape';

/** What a command line of adsutil.vbs reads or writes, and how it is said today, as Markdown. */
export function adsutilHover(use: AdsutilUse): string {
  const { key, target, verb } = use;
  const today = translated(use);
  const lines = [
    `**adsutil.vbs ${verb} ${markdownText(key.name)}** · metabase of IIS 5 and 6`,
    markdownText(key.meaning),
    ...(today
      ? [
          `**appcmd:** ${markdownCode(today.appcmd)}`,
          `**WebAdministration:** ${markdownCode(today.webAdministration)}`,
          `**IISAdministration:** ${markdownCode(today.iisAdministration)}`,
        ]
      : [`**No equivalent:** ${markdownText(key.instead ?? '')}`]),
    ...(today && key.of === 'site' && target !== null
      ? [
          `SITE is the name that ${markdownCode(`%windir%\\system32\\inetsrv\\appcmd.exe list site /id:${target}`)} shows.`,
        ]
      : []),
    `**Known from:** ${markdownText(metabaseSource.document)}`,
  ];
  return lines.join('\n\n');
}
