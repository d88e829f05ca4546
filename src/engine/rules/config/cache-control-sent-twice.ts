import { removeElement } from '../../config/edits';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const STATIC = 'system.webServer/staticContent';

export default defineConfigRule({
  id: 'cache-control-sent-twice',
  severity: 'warning',
  profile: 'recommended',
  title: 'Cache-Control by clientCache and by a header at once',
  why: '`clientCache` makes IIS send `Cache-Control` with every static file, and a header of `customHeaders` is added to that, not put in its place. Browsers and proxies then see both instructions, such as `no-cache` beside `max-age`, and mostly follow the stricter one. Use one of the two.',
  sources: [
    {
      document: 'Client Cache <clientCache>, IIS configuration reference',
      says: 'the mode decides whether a Cache-Control header is added to static responses',
      read: '2026-11-24',
    },
    {
      document: 'Custom Headers <customHeaders>, IIS configuration reference',
      says: 'custom headers are added to every response',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="7.00:00:00" /></staticContent><httpProtocol><customHeaders><remove name="X-Powered-By" /><add name="Cache-Control" value="no-cache" /></customHeaders></httpProtocol></system.webServer>',
        at: 'Cache-Control',
      },
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><add name="Cache-Control" value="no-cache" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><staticContent><clientCache cacheControlMode="NoControl" /></staticContent><httpProtocol><customHeaders><add name="cache-control" value="no-cache" /></customHeaders></httpProtocol></system.webServer>',
      '<location path="a"><system.webServer><staticContent><clientCache cacheControlMode="DisableCache" /></staticContent></system.webServer></location><location path="b"><system.webServer><httpProtocol><customHeaders><add name="Cache-Control" value="no-cache" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    for (const use of sections(PROTOCOL)) {
      const header = addedHeaders(use).find(({ name }) => /^cache-control$/i.test(name.value));
      if (!header) continue;
      const cache = hierarchy.effective(STATIC, hierarchy.pathOf(use))?.element.element('clientCache');
      const mode = cache?.text('cacheControlMode') ?? '';
      // An expiry date is another header.
      if (!/^(?:UseMaxAge|DisableCache)$/i.test(mode)) continue;
      report({
        at: header.name.valueRange,
        message: `Static files get Cache-Control twice: from clientCache, whose mode is ${quoted(mode)}, and from this header.`,
        fixes: [{ title: 'Remove the header', edits: [removeElement(document.text, header.element)], isSafe: false }],
      });
    }
    return undefined;
  },
});
