import { removeElement } from '../../config/edits';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const OBSOLETE: Readonly<Record<string, string>> = {
  'public-key-pins': 'browsers dropped it, because a wrong pin locked sites out for months',
  'public-key-pins-report-only': 'browsers dropped it',
  'expect-ct': 'browsers demand certificate transparency anyway and dropped the header',
  'x-xss-protection': 'browsers dropped the filter, which opened holes of its own; 0 is the one value that did no harm',
  'x-content-security-policy': 'it is a name from before the standard; browsers read Content-Security-Policy',
  'x-webkit-csp': 'it is a name from before the standard; browsers read Content-Security-Policy',
  'feature-policy': 'it became Permissions-Policy, with another syntax',
};

export default defineConfigRule({
  id: 'obsolete-security-header',
  severity: 'information',
  profile: 'hardening',
  title: 'A security header that browsers no longer read',
  why: 'Browsers have dropped several security headers. They cost bytes with every response and suggest a protection that is not there; what took their place is mostly a directive of `Content-Security-Policy`.',
  sources: [
    {
      document: 'MDN, HTTP headers',
      says: 'X-XSS-Protection, Public-Key-Pins, Expect-CT and Feature-Policy are obsolete',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-XSS-Protection" value="1; mode=block" /></customHeaders></httpProtocol></system.webServer>',
        at: 'X-XSS-Protection',
      },
      '<location path="a"><system.webServer><httpProtocol><customHeaders><add name="expect-ct" value="max-age=1" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><add name="X-XSS-Protection" value="0" /><add name="Content-Security-Policy" value="default-src \'self\'" /></customHeaders></httpProtocol></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    for (const use of sections(PROTOCOL))
      for (const { element, name, value } of addedHeaders(use)) {
        const because = OBSOLETE[name.value.toLowerCase()];
        if (because === undefined || (/^x-xss/i.test(name.value) && value?.value.trim() === '0')) continue;
        report({
          at: name.valueRange,
          message: `${quoted(name.value)} protects no longer: ${because}.`,
          fixes: [{ title: 'Remove the header', edits: [removeElement(document.text, element)], isSafe: false }],
        });
      }
    return undefined;
  },
});
