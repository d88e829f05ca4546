import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { child, type XmlElement } from '../../xml/tree';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'extension-without-dot',
  severity: 'error',
  profile: 'correctness',
  title: 'A file extension without its dot',
  why: 'IIS compares extensions with their dot: `.json`, and `.` for names without one. An entry such as `json` fits no file, so the MIME type is not sent (404.3), the extension is not refused, the cache profile is not used.',
  sources: [
    {
      document:
        'Request Filtering <requestFiltering>, MIME Map <mimeMap> and Caching Profiles, IIS configuration reference',
      says: 'file name extensions are written with their leading period in all samples; . stands for none',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension="webmanifest" mimeType="application/manifest+json" /></staticContent></system.webServer>',
        at: 'webmanifest',
      },
      {
        text: '<location path="a"><system.webServer><security><requestFiltering><fileExtensions><add fileExtension="bak" allowed="false" /></fileExtensions></requestFiltering></security></system.webServer></location>',
        at: 'bak',
      },
      '<system.webServer><caching><profiles><add extension="aspx" policy="CacheForTimePeriod" duration="00:00:30" /></profiles></caching></system.webServer>',
      '<system.webServer><security><requestFiltering><filteringRules><filteringRule name="a" scanUrl="true"><appliesTo><add fileExtension="asp" /></appliesTo><denyStrings><add string="--" /></denyStrings></filteringRule></filteringRules></requestFiltering></security></system.webServer>',
    ],
    good: [
      '<system.webServer><staticContent><remove fileExtension=".json" /><mimeMap fileExtension=".json" mimeType="application/json" /><mimeMap fileExtension="." mimeType="text/plain" /><mimeMap fileExtension="*" mimeType="text/plain" /></staticContent></system.webServer>',
      '<system.webServer><caching><profiles><add extension="*" policy="DontCache" /></profiles></caching></system.webServer>',
      '<system.webServer><security><requestFiltering><fileExtensions><add fileExtension="#{Extension}" allowed="false" /></fileExtensions></requestFiltering></security></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/staticContent')) checkAll([element], 'fileExtension', report);
    for (const { element } of sections('system.webServer/caching'))
      checkAll([child(element, 'profiles')], 'extension', report);
    for (const { element } of sections('system.webServer/security/requestFiltering')) {
      const rules = child(element, 'filteringRules')?.children ?? [];
      checkAll(
        [child(element, 'fileExtensions'), ...rules.map((rule) => child(rule, 'appliesTo'))],
        'fileExtension',
        report,
      );
    }
    return undefined;
  },
});

function checkAll(
  collections: readonly (XmlElement | undefined)[],
  attribute: string,
  report: ConfigContext['report'],
): void {
  for (const entry of collections.flatMap((one) => one?.children ?? [])) {
    const extension = entry.name === 'remove' ? undefined : attributeOf(entry, attribute);
    if (!extension || !/^\w[\w.-]*$/.test(extension.value) || isPlaceholder(extension.value)) continue;
    report({
      at: extension.valueRange,
      message: `${quoted(extension.value)} fits no file: IIS compares extensions with their dot. Expected ${quoted(`.${extension.value}`)}.`,
      fixes: [
        {
          title: `Change to ${quoted(`.${extension.value}`)}`,
          edits: [setValue(extension, `.${extension.value}`)],
          isSafe: false,
        },
      ],
    });
  }
}
