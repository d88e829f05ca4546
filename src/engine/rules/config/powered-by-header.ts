import { addedHeaders, headerAt, PROTOCOL } from '../../config/responseHeaders';
import { insertChild, removeElement } from '../../config/edits';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

const NAME = 'X-Powered-By';

export default defineConfigRule({
  id: 'powered-by-header',
  severity: 'information',
  profile: 'hardening',
  title: 'Responses tell what they are made with',
  why: 'IIS is shipped with the response header `X-Powered-By: ASP.NET`. Nobody needs it, and it tells visitors what to try. `<remove name="X-Powered-By" />` takes it away for a site.',
  sources: [
    {
      document: 'Custom Headers <customHeaders>, IIS configuration reference',
      says: 'the default configuration adds X-Powered-By with the value ASP.NET',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="DENY" /></customHeaders></httpProtocol></system.webServer>',
        at: 'customHeaders',
      },
      {
        text: '<system.webServer><httpProtocol><customHeaders><clear /><add name="X-Powered-By" value="Shop" /></customHeaders></httpProtocol></system.webServer>',
        at: 'X-Powered-By',
      },
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><remove name="x-powered-by" /><add name="X-Frame-Options" value="DENY" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><clear /></customHeaders></httpProtocol></system.webServer>',
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="DENY" /></customHeaders></httpProtocol></system.webServer>',
        server: '<system.webServer />',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    for (const use of sections(PROTOCOL)) {
      const headers = child(use.element, 'customHeaders');
      if (!headers || use.location?.path || headerAt(hierarchy, hierarchy.pathOf(use), NAME) === null) continue;
      const own = addedHeaders(use).find(({ name }) => /^x-powered-by$/i.test(name.value));
      report({
        at: own?.name.valueRange ?? headers.nameRange,
        message: `Responses carry ${NAME}${own ? '' : ', which the configuration above adds'}: it tells visitors what the site is made with, and serves nobody.`,
        fixes: [
          own
            ? { title: 'Remove the header', edits: [removeElement(document.text, own.element)], isSafe: false }
            : {
                title: `Remove ${NAME}`,
                edits: [insertChild(document.text, headers, `<remove name="${NAME}" />`, 'first')],
                isSafe: true,
              },
        ],
      });
    }
    return undefined;
  },
});
