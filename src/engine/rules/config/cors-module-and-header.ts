import { removeElement } from '../../config/edits';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'cors-module-and-header',
  severity: 'warning',
  profile: 'recommended',
  title: 'CORS by the module and by a header at once',
  why: 'The IIS CORS module writes `Access-Control-Allow-Origin` by itself. A header of `customHeaders` comes in addition: the response has the header twice, and browsers refuse it. One of the two has to go.',
  sources: [
    {
      document: 'IIS CORS module Configuration Reference',
      says: 'the module sets the CORS response headers for the listed origins',
      read: '2026-11-24',
    },
    {
      document: 'MDN, CORS errors: multiple Access-Control-Allow-Origin',
      says: 'more than one value is refused',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><cors enabled="true"><add origin="https://a.test" /></cors><httpProtocol><customHeaders><remove name="X-Powered-By" /><add name="Access-Control-Allow-Origin" value="https://a.test" /></customHeaders></httpProtocol></system.webServer>',
      {
        text: '<system.webServer><cors enabled="true"><add origin="https://a.test" /></cors><httpProtocol><customHeaders><remove name="X-Powered-By" /><add name="Access-Control-Allow-Origin" value="https://a.test" /></customHeaders></httpProtocol></system.webServer>',
        at: 'Access-Control-Allow-Origin',
      },
    ],
    good: [
      '<system.webServer><cors enabled="false"><add origin="https://a.test" /></cors><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="https://a.test" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><cors enabled="true"><add origin="https://a.test" /></cors><httpProtocol><customHeaders><add name="X-Own" value="1" /></customHeaders></httpProtocol></system.webServer>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    for (const use of sections(PROTOCOL)) {
      const header = addedHeaders(use).find(({ name }) => /^access-control-allow-origin$/i.test(name.value));
      if (!header) continue;
      if (!hierarchy.effective('system.webServer/cors', hierarchy.pathOf(use))?.element.isTrue('enabled')) continue;
      report({
        at: header.name.valueRange,
        message:
          'The CORS module of IIS is on and sends this header too: responses have it twice, which browsers refuse.',
        fixes: [{ title: 'Remove the header', edits: [removeElement(document.text, header.element)], isSafe: false }],
      });
    }
    return undefined;
  },
});
