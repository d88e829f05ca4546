import { setValue, type TextEdit } from '../../config/edits';
import { INBOUND, enabledRules } from '../../config/rewrite';
import { isPlaceholder } from '../../config/placeholder';
import { partOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-pattern-with-leading-slash',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite pattern that begins with a slash',
  why: 'The path that URL Rewrite compares with the pattern of a rule has no slash at its beginning: for `/old/page` in the root of a site it is `old/page`, below a folder with its own `web.config` only what follows the folder. A pattern that demands the slash never matches, and the rule never acts. Conditions on `{REQUEST_URI}`, `{URL}` or `{PATH_INFO}` do have the slash.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'for /content/default.aspx a rule on site level gets content/default.aspx; a rule in a folder gets what is below it',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^/old(.*)" /><action type="Redirect" url="/new{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '^/',
      },
      {
        text: '<system.webServer><rewrite><rules><rule name="a" patternSyntax="Wildcard"><match url="/old/*" /><action type="Redirect" url="/new/{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '/',
      },
      '<location path="shop"><system.webServer><rewrite><rules><rule name="a"><match url="^\\/old$" /><action type="AbortRequest" /></rule></rules></rewrite></system.webServer></location>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^/?old" /><conditions><add input="{REQUEST_URI}" pattern="^/old" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^/admin" negate="true" /><action type="None" /></rule><rule name="b"><match url="^old|^/old" /><action type="None" /></rule><rule name="c"><match url="/$" /><action type="None" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><outboundRules><rule name="o"><match filterByTags="A" pattern="^/old" /><action type="Rewrite" value="/new" /></rule></outboundRules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    // Only distributed rules: what global rules compare is described with less certainty.
    for (const use of sections(INBOUND[0]))
      for (const { match, syntax } of enabledRules(use)) {
        const pattern = match?.pattern;
        if (!pattern || match.isNegated || isPlaceholder(pattern.value)) continue;
        const slash = (syntax === 'ECMAScript' ? /^\^\(?\\?\/(?![?*{])/ : /^\/(?!\/)/).exec(pattern.value)?.[0];
        if (slash === undefined || (syntax === 'ECMAScript' && pattern.value.includes('|'))) continue;
        const without = pattern.value.slice(0, slash.length).replace(/\\?\/$/, '') + pattern.value.slice(slash.length);
        const edit: TextEdit = setValue(pattern, without);
        report({
          at: partOf(pattern, 0, slash.length),
          message: `${quoted(pattern.value)} demands a slash at the beginning of the path, which it never has: the rule never matches.`,
          fixes: without === '' ? [] : [{ title: 'Remove the slash from the pattern', edits: [edit], isSafe: false }],
        });
      }
    return undefined;
  },
});
