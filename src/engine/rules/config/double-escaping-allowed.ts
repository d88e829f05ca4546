import { setValue } from '../../config/edits';
import { isFolderOfSite } from '../../config/scope';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'double-escaping-allowed',
  severity: 'warning',
  profile: 'hardening',
  title: 'Addresses may be escaped twice',
  why: 'IIS refuses addresses that change when they are decoded once more (404.11), because filters that decode once can be passed with `%252e%252e`. `allowDoubleEscaping` switches that off for the whole folder. It is often set for a `+` in file names; there it can be set for the one folder in a `<location>`.',
  sources: [
    {
      document: 'Request Filtering <requestFiltering>, IIS configuration reference',
      says: 'allowDoubleEscaping false rejects doubly escaped URLs; false is the default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering allowDoubleEscaping="true" /></security></system.webServer>',
        at: 'true',
      },
    ],
    good: [
      '<system.webServer><security><requestFiltering allowDoubleEscaping="false" /></security></system.webServer>',
      '<location path="files"><system.webServer><security><requestFiltering allowDoubleEscaping="true" /></security></system.webServer></location>',
    ],
  },
  check({ document, sections, report }) {
    for (const { element, location } of sections('system.webServer/security/requestFiltering')) {
      const allowed = attributeOf(element, 'allowDoubleEscaping');
      if (allowed?.value.trim().toLowerCase() !== 'true') continue;
      // One folder that needs it is what the setting is for.
      if (isFolderOfSite(document, location)) continue;
      report({
        at: allowed.valueRange,
        message:
          'Addresses that are escaped twice pass, and with them attempts such as %252e%252e to get round filters. Leave it off, or set it for the one folder that needs it.',
        fixes: [{ title: 'Set allowDoubleEscaping="false"', edits: [setValue(allowed, 'false')], isSafe: false }],
      });
    }
    return undefined;
  },
});
