import { OUTBOUND, enabledRules } from '../../config/rewrite';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { setValue } from '../../config/edits';
import { closest } from '../../text/closest';
import type { XmlAttribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'outbound-rule-missing-reference',
  severity: 'error',
  profile: 'recommended',
  title: 'An outbound rule names a precondition or tags that do not exist',
  why: 'Outbound rules refer to entries of `preConditions` and `customTags` by name. Where no file has an entry of that name, URL Rewrite cannot set the rule up and answers 500.5x to every request of the site.',
  sources: [
    {
      document: 'URL Rewrite Module 2.0 Configuration Reference',
      says: 'an outbound rule references preconditions and custom tags by the names of their collections',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><outboundRules><rule name="o" preCondition="IsHtml"><match filterByTags="A" pattern="^http:" /><action type="Rewrite" value="https:" /></rule><preConditions><preCondition name="IsHTML5"><add input="{RESPONSE_CONTENT_TYPE}" pattern="html" /></preCondition></preConditions></outboundRules></rewrite></system.webServer>',
        at: 'IsHtml',
      },
      {
        text: '<location path="a"><system.webServer><rewrite><outboundRules><rule name="o"><match filterByTags="A, CustomTags" customTags="Data" pattern="^http:" /><action type="Rewrite" value="https:" /></rule></outboundRules></rewrite></system.webServer></location>',
        at: 'Data',
      },
    ],
    good: [
      '<system.webServer><rewrite><outboundRules><rule name="o" preCondition="ishtml"><match filterByTags="CustomTags" customTags="Data" pattern="^http:" /><action type="Rewrite" value="https:" /></rule><preConditions><preCondition name="IsHtml"><add input="{RESPONSE_CONTENT_TYPE}" pattern="html" /></preCondition></preConditions><customTags><tags name="Data"><tag name="div" attribute="data-url" /></tags></customTags></outboundRules></rewrite></system.webServer>',
      '<system.webServer><rewrite><outboundRules><rule name="o" preCondition=""><match serverVariable="RESPONSE_X" pattern=".*" /><action type="Rewrite" value="" /></rule></outboundRules></rewrite></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections(OUTBOUND)) {
      const effective = hierarchy.effective(OUTBOUND, hierarchy.pathOf(use))?.element;
      const namesIn = (element: string): string[] =>
        (effective?.element(element)?.entries ?? []).map((entry) => entry.text('name'));
      const check = (named: XmlAttribute | undefined, what: string, names: () => string[]): void => {
        if (!named || named.value === '' || isPlaceholder(named.value)) return;
        const known = names();
        if (known.some((name) => name.toLowerCase() === named.value.toLowerCase())) return;
        const meant = closest(named.value, known);
        report({
          at: named.valueRange,
          message: `There is no ${what} ${quoted(named.value)}: URL Rewrite answers 500.5x.${
            hierarchy.isPlaced ? '' : ' Only a file above this one could still have it.'
          }${meant ? ` Did you mean ${quoted(meant)}?` : ''}`,
          fixes: meant ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(named, meant)], isSafe: false }] : [],
        });
      };
      for (const { element, match } of enabledRules(use)) {
        check(attributeOf(element, 'preCondition'), 'precondition', () => namesIn('preConditions'));
        check(attributeOf(match?.element, 'customTags'), 'group of custom tags', () => namesIn('customTags'));
      }
    }
    return undefined;
  },
});
