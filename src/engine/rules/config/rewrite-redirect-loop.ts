import type { Hierarchy } from '../../config/hierarchy';
import { depth } from '../../config/paths';
import { appliesToEverything, INBOUND, referencesIn, rewriteRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import type { SectionUse } from '../../config/document';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-redirect-loop',
  severity: 'error',
  profile: 'recommended',
  title: 'A redirect that redirects its own target',
  why: 'A rule whose pattern fits every address and that has no condition also fits the address that it redirects to, so the browser goes round until it gives up with "too many redirects". A redirect to https needs a condition on `{HTTPS}`, one to another host a condition on `{HTTP_HOST}`, one to a page a condition that leaves the page out.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'the pattern sees the path only; conditions on HTTPS and HTTP_HOST tell addresses apart',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="(.*)" /><action type="Redirect" url="https://{HTTP_HOST}/{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: 'https://{HTTP_HOST}/{R:1}',
      },
      '<system.webServer><rewrite><rules><rule name="a" patternSyntax="Wildcard"><match url="*" /><action type="Redirect" url="https://{HTTP_HOST}{REQUEST_URI}" appendQueryString="false" /></rule></rules></rewrite></system.webServer>',
      {
        text: '<system.webServer><rewrite><rules><rule name="down"><match url=".*" /><action type="Redirect" url="/maintenance.htm" redirectType="Found" /></rule></rules></rewrite></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="(.*)" /><conditions><add input="{HTTPS}" pattern="^OFF$" /></conditions><action type="Redirect" url="https://{HTTP_HOST}/{R:1}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="https://www.shop.test/{R:0}" /></rule></rules></rewrite></system.webServer>',
      // This file may stand in a folder.
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="/new/{R:0}" /></rule></rules></rewrite></system.webServer>',
      '<location path="old"><system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="https://{HTTP_HOST}/new" /></rule></rules></rewrite></system.webServer></location>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Rewrite" url="/index.html" /></rule><rule name="b" enabled="false"><match url=".*" /><action type="Redirect" url="https://{HTTP_HOST}/{R:0}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const path of INBOUND)
      for (const use of sections(path)) {
        const rules = rewriteRules(use);
        for (const [i, rule] of rules.entries()) {
          const url = attributeOf(rule.action ?? undefined, 'url');
          if (!url || !rule.isEnabled || !/^redirect$/i.test(rule.actionType) || !appliesToEverything(rule)) continue;
          // A rule before it may let the target through.
          if (rules.slice(0, i).some(({ isEnabled, stopsProcessing }) => isEnabled && stopsProcessing)) continue;
          if (!staysHere(url.value, use, hierarchy)) continue;
          report({
            at: url.valueRange,
            message: `The rule fits every address, also ${quoted(url.value)}, to which it redirects: browsers stop with "too many redirects". It needs a condition, such as {HTTPS} with the pattern ^OFF$.`,
          });
        }
      }
    return undefined;
  },
});

/** Whether the target lies on this host and, as far as that can be known, in the part of it that the rule governs. */
function staysHere(url: string, use: SectionUse, hierarchy: Hierarchy): boolean {
  const local = /^(?:https?:\/\/\{(?:HTTP_HOST|SERVER_NAME)\})?(?=[/{])(.*)$/i.exec(url)?.[1];
  if (local === undefined) return false;
  const names = referencesIn(local).map(({ name }) => name);
  if (names[0] !== undefined && /^\{(?:REQUEST_URI|URL|PATH_INFO|UNENCODED_URL)\}$/i.test(local)) return true;
  if (local.startsWith('{') || local.startsWith('//')) return false;
  if (use.path.endsWith('globalRules')) return true;
  const path = hierarchy.pathOf(use);
  if (hierarchy.isPlaced) return depth(path) === 1;
  // In a folder of its own a file sends requests out of the folder; only a redirect to https is surely meant for a root.
  return use.location === null && /^https:\/\/\{/i.test(url) && /^\/\{R:[01]\}$/.test(local);
}
