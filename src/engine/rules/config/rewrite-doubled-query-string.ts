import { setAttribute } from '../../config/edits';
import { INBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf, partOf, saysTrue } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'rewrite-doubled-query-string',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite that carries the query string over twice',
  why: '`appendQueryString` is true unless the rule says otherwise, so URL Rewrite adds the query string to the target by itself. When the target already has it, by `{REQUEST_URI}` or `{QUERY_STRING}`, a request with a query arrives with every parameter twice: `?id=1&id=1`. Applications then read `1,1`.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'appendQueryString is true by default; REQUEST_URI includes the query string',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="https"><match url=".*" /><conditions><add input="{HTTPS}" pattern="off" /></conditions><action type="Redirect" url="https://{HTTP_HOST}{REQUEST_URI}" /></rule></rules></rewrite></system.webServer>',
        at: '{REQUEST_URI}',
      },
      {
        text: '<location path="a"><system.webServer><rewrite><rules><rule name="r"><match url="^a/(.*)" /><action type="Rewrite" url="b/{R:1}?{QUERY_STRING}" appendQueryString="True" /></rule></rules></rewrite></system.webServer></location>',
        at: '{QUERY_STRING}',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="https"><match url=".*" /><conditions><add input="{HTTPS}" pattern="off" /></conditions><action type="Redirect" url="https://{HTTP_HOST}{REQUEST_URI}" appendQueryString="false" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="r"><match url=".*" /><action type="Redirect" url="/login?back={UrlEncode:{REQUEST_URI}}" /></rule><rule name="s"><match url=".*" /><action type="Rewrite" url="b{PATH_INFO}?q={QUERY_STRING}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { action, actionType } of enabledRules(use)) {
          const url = attributeOf(action ?? undefined, 'url');
          if (
            !action ||
            !url ||
            !/^(?:rewrite|redirect)$/i.test(actionType) ||
            !saysTrue(action, 'appendQueryString', true)
          )
            continue;
          const found = /^[^?]*?(\{REQUEST_URI\})$|^[^?]*\?(\{QUERY_STRING\})$/i.exec(url.value);
          const reference = found?.[1] ?? found?.[2];
          if (reference === undefined) continue;
          report({
            at: partOf(url, url.value.length - reference.length, url.value.length),
            message: `${reference} holds the query string, and appendQueryString, which is true by default, adds it once more: every parameter arrives twice.`,
            fixes: [
              {
                title: 'Set appendQueryString="false"',
                edits: [setAttribute(action, 'appendQueryString', 'false')],
                isSafe: false,
              },
            ],
          });
        }
    return undefined;
  },
});
