import { INBOUND, enabledRules } from '../../config/rewrite';
import { isPlaceholder } from '../../config/placeholder';
import { partOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-pattern-with-query-string',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite pattern that looks for the query string or the host',
  why: 'The pattern of a rule is compared with the path alone: without scheme and host, without the question mark and what follows it. A pattern that asks for these never matches. Conditions do it: `{QUERY_STRING}` has the query without its question mark, `{HTTP_HOST}` the host.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'the evaluated string does not include the query string, nor the host; QUERY_STRING and HTTP_HOST are available in conditions',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^page\\.asp\\?id=(\\d+)$" /><action type="Redirect" url="/page/{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '\\?',
      },
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^https?://shop\\.test/(.*)" /><action type="Redirect" url="https://www.shop.test/{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '^https?://',
      },
      '<system.webServer><rewrite><rules><rule name="a" patternSyntax="ExactMatch"><match url="page.asp?id=1" /><action type="Redirect" url="/page/1" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^pages?/(.*?)$" /><conditions><add input="{REQUEST_URI}" pattern="\\?id=(\\d+)" /></conditions><action type="Redirect" url="/page/{C:1}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^a(\\?.*)?$" /><action type="None" /></rule><rule name="b"><match url="^a[?]?$" /><action type="None" /></rule><rule name="c"><match url="a|b\\?c" /><action type="None" /></rule><rule name="d" patternSyntax="Wildcard"><match url="a?.htm" /><action type="None" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="proxy"><match url="^fetch/https?:/(.*)" /><action type="None" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { match, syntax } of enabledRules(use)) {
          const pattern = match?.pattern;
          if (!pattern || match.isNegated || isPlaceholder(pattern.value)) continue;
          const found = FORMS[syntax].exec(pattern.value);
          // Choices and groups may leave the question mark out.
          if (!found || (syntax === 'ECMAScript' && isOptional(pattern.value, found.index, found[0].length))) continue;
          report({
            at: partOf(pattern, found.index, found.index + found[0].length),
            message: `${quoted(pattern.value)} looks for ${
              found[0].includes('?') && !found[0].includes('/') ? 'a query string' : 'scheme and host'
            }, but the pattern of a rule sees the path only: the rule does not match. A condition on {${
              found[0].includes('/') ? 'HTTP_HOST' : 'QUERY_STRING'
            }} does it.`,
          });
        }
    return undefined;
  },
});

const FORMS = {
  ECMAScript: /^\^\(?https?\??:\\?\/\\?\/|\\\?/,
  ExactMatch: /^https?:\/\/|\?/,
  Wildcard: /^https?:\/\//,
} as const;

function isOptional(pattern: string, at: number, length: number): boolean {
  if (pattern.includes('|') || /^[?*{]/.test(pattern.slice(at + length))) return true;
  const before = pattern.slice(0, at).replace(/\\./g, '');
  return before.split('(').length > before.split(')').length || before.lastIndexOf('[') > before.lastIndexOf(']');
}
