import { INBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'rewrite-open-redirect',
  severity: 'warning',
  profile: 'recommended',
  title: 'A redirect to wherever the query string says',
  why: 'When the host of the target comes from the query string, anybody can make a link to your site that ends on theirs: the beginning of many phishing mails. Take only a path from the query, put your own host before it, or look allowed targets up in a rewrite map.',
  sources: [
    {
      document: 'Unvalidated Redirects and Forwards Cheat Sheet (OWASP)',
      says: 'targets from user input need a list of allowed ones or a fixed host',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="go"><match url="^go$" /><conditions><add input="{QUERY_STRING}" pattern="u=(.+)" /></conditions><action type="Redirect" url="{C:1}" appendQueryString="false" /></rule></rules></rewrite></system.webServer>',
        at: '{C:1}',
      },
      '<system.webServer><rewrite><rules><rule name="go"><match url="^go$" /><conditions><add input="{QUERY_STRING}" pattern="host=([^&amp;]+)" /></conditions><action type="Redirect" url="https://{C:1}/start" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="go"><match url="^go$" /><conditions><add input="{QUERY_STRING}" pattern="id=(\\d+)" /></conditions><action type="Redirect" url="/item/{C:1}" /></rule><rule name="n"><match url="^go$" /><conditions><add input="{QUERY_STRING}" pattern="id=(\\d+)" /></conditions><action type="Redirect" url="{C:1}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rewriteMaps><rewriteMap name="M" /></rewriteMaps><rules><rule name="go"><match url=".*" /><conditions><add input="{M:{QUERY_STRING}}" pattern="(.+)" /></conditions><action type="Redirect" url="{C:1}" /></rule><rule name="host"><match url=".*" /><conditions><add input="{HTTP_HOST}" pattern="^(.+)\\.old\\.test$" /></conditions><action type="Redirect" url="https://{C:1}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { action, actionType, conditions } of enabledRules(use)) {
          const url = attributeOf(action ?? undefined, 'url');
          if (!url || !/^redirect$/i.test(actionType)) continue;
          if (!/^(?:(?:https?:)?\/\/)?\{C:[1-9]\}/i.test(url.value)) continue;
          const capturing = conditions.filter(({ pattern, isNegated }) => !isNegated && pattern?.value.includes('('));
          const free = capturing.every(
            ({ input, pattern }) =>
              /^\{QUERY_STRING\}$/i.test(input?.value ?? '') && /\((?:\.[*+]|\[\^)/.test(pattern?.value ?? ''),
          );
          if (!capturing.length || !free) continue;
          report({
            at: url.valueRange,
            message:
              'The host of the target comes from the query string: anybody can make links to this site that lead elsewhere. Put a host of your own before it.',
          });
        }
    return undefined;
  },
});
