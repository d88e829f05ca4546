import { isPlaceholder } from '../../config/placeholder';
import { addedHeaders, headerAt, PROTOCOL } from '../../config/responseHeaders';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'cors-header-refused-by-browsers',
  severity: 'error',
  profile: 'correctness',
  title: 'A CORS header that browsers refuse',
  why: '`Access-Control-Allow-Origin` holds one origin, `*` or `null`: scheme, host and port, without a path or a slash at the end. Browsers refuse lists and patterns, and with `Access-Control-Allow-Credentials: true` they refuse `*` for requests that carry cookies. Several origins need the IIS CORS module (`cors` section), or an outbound rule that answers with the origin of the request.',
  sources: [
    {
      document: 'MDN, Access-Control-Allow-Origin',
      says: 'only a single origin can be given; a wildcard is refused for requests with credentials',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="https://a.test, https://b.test" /></customHeaders></httpProtocol></system.webServer>',
        at: 'https://a.test, https://b.test',
      },
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="*" /><add name="Access-Control-Allow-Credentials" value="true" /></customHeaders></httpProtocol></system.webServer>',
        at: '*',
      },
      '<location path="api"><system.webServer><httpProtocol><customHeaders><add name="access-control-allow-origin" value="https://a.test/" /></customHeaders></httpProtocol></system.webServer></location>',
      '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="https://*.shop.test" /></customHeaders></httpProtocol></system.webServer>',
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="https://a.test:8443" /><add name="Access-Control-Allow-Credentials" value="true" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="*" /><add name="Access-Control-Allow-Headers" value="Content-Type, X-Own" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="#{Origin}" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="app://shop" /></customHeaders></httpProtocol></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections(PROTOCOL))
      for (const { name, value } of addedHeaders(use)) {
        if (!value || !/^access-control-allow-origin$/i.test(name.value) || isPlaceholder(value.value)) continue;
        const origin = value.value.trim();
        const credentials = headerAt(hierarchy, hierarchy.pathOf(use), 'Access-Control-Allow-Credentials');
        const problem =
          problemOf(origin) ??
          (origin === '*' && credentials?.trim() === 'true'
            ? 'with Access-Control-Allow-Credentials: true browsers refuse * for every request that carries cookies.'
            : null);
        if (problem) report({ at: value.valueRange, message: `${quoted(value.value)}: ${problem}` });
      }
    return undefined;
  },
});

function problemOf(origin: string): string | null {
  if (origin === '*' || origin === 'null' || origin === '') return null;
  if (/[,\s]/.test(origin)) return 'browsers take one origin only and refuse a list.';
  if (origin.includes('*')) return 'browsers know no patterns in an origin.';
  if (/^https?:\/\/[^/]+\//i.test(origin))
    return 'an origin has neither a path nor a slash at its end, and never fits.';
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/.test(origin) ? 'an origin begins with its scheme, such as https://.' : null;
}
