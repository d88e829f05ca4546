import { readPattern } from '../../config/patterns';
import { isPlaceholder } from '../../config/placeholder';
import { INBOUND, OUTBOUND, readConditions, enabledRules, syntaxOf } from '../../config/rewrite';
import { child, type XmlAttribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-invalid-pattern',
  severity: 'error',
  profile: 'correctness',
  title: 'A pattern that is no regular expression of URL Rewrite',
  why: 'URL Rewrite reads patterns as ECMAScript regular expressions of the old kind: no look-behind, no named groups, no inline options, and a `{` only behind something to repeat. When it meets a pattern that it cannot read, it answers requests with 500.52 and the text of the fault. Patterns such as `*.php` are wildcards and need `patternSyntax="Wildcard"`.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'rule patterns are ECMAScript regular expressions by default; Wildcard and ExactMatch are asked for',
      read: '2026-11-24',
    },
    {
      document: 'Rewrite Module error: Expression contains a repeat expression (saotn.org)',
      says: 'a pattern with a bare { gives 500.52',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="*.php" /><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
        at: '*.php',
      },
      {
        text: '<location path="shop"><system.webServer><rewrite><rules><rule name="a"><match url="^old/(.*" /><action type="AbortRequest" /></rule></rules></rewrite></system.webServer></location>',
        at: '^old/(.*',
      },
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTP_HOST}" pattern="(?&lt;!www)\\.shop\\.test" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><outboundRules><rule name="o" preCondition="html"><match filterByTags="A" pattern="[a-" /><action type="Rewrite" value="b" /></rule><preConditions><preCondition name="html"><add input="{RESPONSE_CONTENT_TYPE}" pattern="^text/html" /></preCondition></preConditions></outboundRules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a" patternSyntax="Wildcard"><match url="*.php" /><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^(?!api/)([\\w-.]+)\\.html$" /><action type="Rewrite" url="{R:1}.aspx" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^#{Prefix}/(.*)" /><action type="Rewrite" url="{R:1}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    const check = (pattern: XmlAttribute | undefined): void => {
      if (!pattern || isPlaceholder(pattern.value)) return;
      const read = readPattern(pattern.value);
      if (!read || read.isValid) return;
      const wildcard = /^[*?]|[^\\.\])}\w]\*/.test(pattern.value) && !/[\\^$(|]/.test(pattern.value);
      report({
        at: pattern.valueRange,
        message: `${quoted(pattern.value)} holds ${read.problem}: URL Rewrite cannot read it and answers 500.52.${
          wildcard ? ' It looks like a wildcard, which needs patternSyntax="Wildcard" on the rule.' : ''
        }`,
      });
    };
    for (const path of [...INBOUND, OUTBOUND])
      for (const use of sections(path)) {
        for (const { syntax, match, conditions } of enabledRules(use)) {
          if (syntax !== 'ECMAScript') continue;
          check(match?.pattern);
          for (const { pattern, isPattern } of conditions) if (isPattern) check(pattern);
        }
        for (const one of child(use.element, 'preConditions')?.children ?? [])
          if (syntaxOf(one) === 'ECMAScript') for (const { pattern } of readConditions(one)) check(pattern);
      }
    return undefined;
  },
});
