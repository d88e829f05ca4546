import { setAttribute } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'cookies-without-secure',
  severity: 'information',
  profile: 'hardening',
  title: 'Cookies also travel over HTTP',
  why: 'With `requireSSL="true"`, in `forms` for the login ticket and in `httpCookies` for all others, browsers send cookies over HTTPS only. Without it one request over HTTP gives the session away. A site that is used over HTTP cannot sign users in with it.',
  sources: [
    {
      document: 'httpCookies element and forms element for authentication (ASP.NET Settings Schema)',
      says: 'requireSSL is false by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><httpCookies httpOnlyCookies="true" /></system.web>', at: 'httpCookies' },
      {
        text: '<system.web><authentication mode="Forms"><forms loginUrl="login.aspx" requireSSL="false" /></authentication></system.web>',
        at: 'false',
      },
    ],
    good: [
      '<system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /><authentication mode="Forms"><forms loginUrl="login.aspx" requireSSL="true" /></authentication></system.web>',
      '<system.web><authentication mode="Windows"><forms loginUrl="login.aspx" /></authentication></system.web>',
      '<system.web><authentication mode="Forms"><forms loginUrl="login.aspx" /></authentication><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web>',
    ],
  },
  check(context) {
    const { hierarchy, report } = context;
    const found = [
      ...elementsOf(context, 'system.web/httpCookies'),
      ...elementsOf(context, 'system.web/authentication', 'forms').filter(
        ({ use }) => attribute(use.element, 'mode') === 'Forms',
      ),
    ];
    for (const { use, element } of found) {
      const path = hierarchy.pathOf(use);
      const own = hierarchy.effective(use.path, path)?.element;
      const part = element.name === 'forms' ? own?.element('forms') : own;
      // The ticket is secured by either of the two.
      const all = hierarchy.effective('system.web/httpCookies', path)?.element;
      if (part?.isTrue('requireSSL') || all?.isTrue('requireSSL')) continue;
      report({
        at: element.attributes.find(({ name }) => name === 'requireSSL')?.valueRange ?? element.nameRange,
        message: `${element.name === 'forms' ? 'The login ticket' : 'Cookies of the application'} may travel over HTTP. requireSSL="true" keeps to HTTPS.`,
        fixes: [
          { title: 'Set requireSSL="true"', edits: [setAttribute(element, 'requireSSL', 'true')], isSafe: false },
        ],
      });
    }
  },
});
