import { attributeOf, saysTrue } from '../../config/values';
import { child, type XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'filtering-rule-without-effect',
  severity: 'warning',
  profile: 'correctness',
  title: 'A filtering rule that filters nothing',
  why: 'A filtering rule looks for its `denyStrings` in the parts of a request that it scans: `scanUrl`, `scanQueryString`, `scanAllRaw` and the headers of `scanHeaders`, all of which are off by default. Without a part or without a text the rule refuses nothing, and the protection that it promises is not there.',
  sources: [
    {
      document: 'Filtering Rule <filteringRule>, IIS configuration reference',
      says: 'scan attributes are false by default; denyStrings holds the texts that are denied',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><filteringRules><filteringRule name="SQL"><denyStrings><add string="--" /></denyStrings></filteringRule></filteringRules></requestFiltering></security></system.webServer>',
        at: 'SQL',
      },
      '<location path="a"><system.webServer><security><requestFiltering><filteringRules><filteringRule name="SQL" scanUrl="true" scanQueryString="true"><denyStrings /></filteringRule></filteringRules></requestFiltering></security></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><requestFiltering><filteringRules><filteringRule name="SQL" scanUrl="false" scanQueryString="true"><denyStrings><add string="--" /></denyStrings></filteringRule><filteringRule name="Bots"><scanHeaders><add requestHeader="User-Agent" /></scanHeaders><denyStrings><add string="bot" /></denyStrings></filteringRule></filteringRules></requestFiltering></security></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/security/requestFiltering'))
      for (const rule of child(element, 'filteringRules')?.children ?? []) {
        if (rule.name !== 'filteringRule') continue;
        const scans = ['scanUrl', 'scanQueryString', 'scanAllRaw'].some((name) => saysTrue(rule, name));
        const missing = !(scans || hasEntry(rule, 'scanHeaders'))
          ? 'scans no part of the request'
          : hasEntry(rule, 'denyStrings')
            ? null
            : 'has no texts to look for';
        if (!missing) continue;
        const name = attributeOf(rule, 'name');
        report({
          at: name?.valueRange ?? rule.nameRange,
          message: `The filtering rule ${quoted(name?.value ?? '')} ${missing}: it refuses nothing.`,
        });
      }
    return undefined;
  },
});

const hasEntry = (rule: XmlElement, name: string): boolean =>
  child(rule, name)?.children.some((one) => one.name === 'add') ?? false;
