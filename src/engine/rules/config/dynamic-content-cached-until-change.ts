import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const DYNAMIC = /^\.(?:aspx?|ashx|asmx|axd|svc|cshtml|vbhtml|php|cfm|jsp|py)$/i;

export default defineConfigRule({
  id: 'dynamic-content-cached-until-change',
  severity: 'warning',
  profile: 'recommended',
  title: 'Pages of a program are cached until their file changes',
  why: '`CacheUntilChange` keeps a response until the file on the disk changes. For a page that a program makes, that is until the next deployment: visitors get what the first one saw, with old data, and possibly with data that was meant for somebody else. `CacheForTimePeriod` with a short time, and `varyByQueryString` or `varyByHeaders`, is for such pages.',
  sources: [
    {
      document: 'Caching Profiles <add>, IIS configuration reference',
      says: 'CacheUntilChange caches until the file changes; kernelCachePolicy has the same values',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><caching><profiles><add extension=".aspx" policy="CacheUntilChange" /></profiles></caching></system.webServer>',
        at: 'CacheUntilChange',
      },
      '<location path="a"><system.webServer><caching><profiles><add extension=".PHP" policy="DontCache" kernelCachePolicy="CacheUntilChange" /></profiles></caching></system.webServer></location>',
    ],
    good: [
      '<system.webServer><caching><profiles><add extension=".css" policy="CacheUntilChange" /><add extension=".aspx" policy="CacheForTimePeriod" duration="00:00:10" varyByQueryString="*" /></profiles></caching></system.webServer>',
      '<system.webServer><caching enabled="false"><profiles><add extension=".aspx" policy="CacheUntilChange" /></profiles></caching></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections('system.webServer/caching'))
      for (const profile of child(use.element, 'profiles')?.children ?? []) {
        const extension = profile.name === 'add' ? attributeOf(profile, 'extension') : undefined;
        if (!extension || !DYNAMIC.test(extension.value)) continue;
        const policy = ['policy', 'kernelCachePolicy']
          .map((name) => attributeOf(profile, name))
          .find((one) => /^CacheUntilChange$/i.test(one?.value.trim() ?? ''));
        if (!policy || !hierarchy.effective(use.path, hierarchy.pathOf(use))?.element.isTrue('enabled')) continue;
        report({
          at: policy.valueRange,
          message: `Responses for ${quoted(extension.value)} stay in the cache until the file changes, not their data: visitors get what the first one saw. CacheForTimePeriod keeps them for a time.`,
        });
      }
    return undefined;
  },
});
