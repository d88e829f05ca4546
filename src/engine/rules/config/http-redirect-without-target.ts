import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

const REDIRECT = 'system.webServer/httpRedirect';

export default defineConfigRule({
  id: 'http-redirect-without-target',
  severity: 'warning',
  profile: 'recommended',
  title: 'A redirect that is on and leads nowhere',
  why: '`httpRedirect` with `enabled="true"` needs a `destination`, or entries with wildcards and destinations of their own. Without any there is nothing to send visitors to, and the redirect that was meant does not happen.',
  sources: [
    {
      document: 'HTTP Redirects <httpRedirect>, IIS configuration reference',
      says: 'in the simplest configuration the attributes enabled and destination are set',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpRedirect enabled="true" httpResponseStatus="Permanent" /></system.webServer>',
        at: 'enabled',
      },
      '<location path="old"><system.webServer><httpRedirect enabled="true" destination="" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><httpRedirect enabled="true" destination="https://www.shop.test" /></system.webServer>',
      '<system.webServer><httpRedirect enabled="true"><add wildcard="*.php" destination="/home.htm" /></httpRedirect></system.webServer>',
      {
        text: '<system.webServer><httpRedirect enabled="true" /></system.webServer>',
        server:
          '<location path="Shop"><system.webServer><httpRedirect destination="https://www.shop.test" /></system.webServer></location>',
        path: 'Shop',
      },
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections(REDIRECT)) {
      const enabled = attributeOf(use.element, 'enabled');
      if (enabled?.value.trim().toLowerCase() !== 'true') continue;
      const here = hierarchy.effective(REDIRECT, hierarchy.pathOf(use))?.element;
      if (here?.text('destination') !== '' || here.entries.length) continue;
      report({
        at: enabled.nameRange,
        message: 'The redirect is on but has neither a destination nor entries: there is nowhere to send visitors.',
      });
    }
    return undefined;
  },
});
