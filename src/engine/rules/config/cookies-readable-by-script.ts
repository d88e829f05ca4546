import { setAttribute } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'cookies-readable-by-script',
  severity: 'information',
  profile: 'hardening',
  title: 'Scripts in the browser may read the cookies of the application',
  why: 'With `httpOnlyCookies="true"` cookies of the application are kept from scripts, so that a script that was smuggled into a page cannot steal them. The session cookie and the login ticket of ASP.NET are kept from scripts anyway. Cookies that scripts of the application read need `HttpOnly = false` in code.',
  sources: [
    {
      document: 'httpCookies element (ASP.NET Settings Schema)',
      says: 'httpOnlyCookies is false by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><httpCookies httpOnlyCookies="false" requireSSL="true" /></system.web>', at: 'false' },
      { text: '<system.web><httpCookies requireSSL="true" /></system.web>', at: 'httpCookies' },
    ],
    good: [
      '<system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web>',
      '<system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web><location path="a"><system.web><httpCookies requireSSL="true" /></system.web></location>',
    ],
  },
  check(context) {
    const { hierarchy, report } = context;
    for (const { use, element } of elementsOf(context, 'system.web/httpCookies')) {
      if (hierarchy.effective(use.path, hierarchy.pathOf(use))?.element.isTrue('httpOnlyCookies')) continue;
      report({
        at: element.attributes.find(({ name }) => name === 'httpOnlyCookies')?.valueRange ?? element.nameRange,
        message:
          'Scripts in the browser may read cookies of the application. httpOnlyCookies="true" keeps them away; cookies that scripts need are then set so in code.',
        fixes: [
          {
            title: 'Set httpOnlyCookies="true"',
            edits: [setAttribute(element, 'httpOnlyCookies', 'true')],
            isSafe: false,
          },
        ],
      });
    }
  },
});
