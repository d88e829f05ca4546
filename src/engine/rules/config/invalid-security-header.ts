import { isPlaceholder } from '../../config/placeholder';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const REFERRER = new Set(
  'no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin strict-origin strict-origin-when-cross-origin unsafe-url'.split(
    ' ',
  ),
);

/** What is wrong with the value of a header, and what browsers make of it; null: nothing. */
const CHECKS: Readonly<Record<string, (value: string) => string | null>> = {
  'x-frame-options': (value) => {
    if (/^(?:deny|sameorigin)$/i.test(value)) return null;
    return /^allow-from/i.test(value)
      ? 'No current browser knows ALLOW-FROM: the page can be framed by everybody. Content-Security-Policy: frame-ancestors does it.'
      : 'Browsers know DENY and SAMEORIGIN only and ignore the header: the page can be framed by everybody.';
  },
  'x-content-type-options': (value) =>
    /^nosniff$/i.test(value) ? null : 'Browsers know nosniff only and ignore the header.',
  'strict-transport-security': (value) => {
    const age = /(?:^|;)\s*max-age\s*=\s*"?(\d+)"?\s*(?:;|$)/i.exec(value);
    if (!age) return 'Browsers ignore the header without max-age=<seconds>, with semicolons between its parts.';
    return null;
  },
  'referrer-policy': (value) => {
    const known = value.split(',').map((one) => one.trim().toLowerCase());
    return known.some((one) => REFERRER.has(one)) ? null : 'Browsers know no such policy and ignore the header.';
  },
};

export default defineConfigRule({
  id: 'invalid-security-header',
  severity: 'warning',
  profile: 'correctness',
  title: 'A security header with a value that browsers ignore',
  why: 'Security headers fail silently: a browser that does not understand a value does as if the header were not there, and the protection is missing while reports list the header as present.',
  sources: [
    {
      document: 'MDN, X-Frame-Options',
      says: 'values are DENY and SAMEORIGIN; ALLOW-FROM is obsolete and ignored by modern browsers',
      read: '2026-11-24',
    },
    { document: 'RFC 6797, HTTP Strict Transport Security', says: 'max-age is required', read: '2026-11-24' },
    { document: 'MDN, Referrer-Policy and X-Content-Type-Options', says: 'the values of both', read: '2026-11-24' },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="ALLOW-FROM https://a.test" /></customHeaders></httpProtocol></system.webServer>',
        at: 'ALLOW-FROM https://a.test',
      },
      '<system.webServer><httpProtocol><customHeaders><add name="x-content-type-options" value="no-sniff" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><add name="Strict-Transport-Security" value="includeSubDomains" /></customHeaders></httpProtocol></system.webServer>',
      '<location path="a"><system.webServer><httpProtocol><customHeaders><add name="Referrer-Policy" value="strict" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="SameOrigin" /><add name="X-Content-Type-Options" value="nosniff" /><add name="Strict-Transport-Security" value="max-age=31536000; includeSubDomains; preload" /><add name="Referrer-Policy" value="no-referrer, strict-origin-when-cross-origin" /></customHeaders></httpProtocol></system.webServer>',
      '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="$(Framing)" /><add name="Strict-Transport-Security" value="max-age=0" /></customHeaders></httpProtocol></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const use of sections(PROTOCOL))
      for (const { name, value } of addedHeaders(use)) {
        if (!value || value.value.trim() === '' || isPlaceholder(value.value)) continue;
        // What browsers make of several values differs.
        if (/^x-/i.test(name.value) && value.value.includes(',')) continue;
        const problem = CHECKS[name.value.toLowerCase()]?.(value.value.trim());
        if (problem) report({ at: value.valueRange, message: `${quoted(value.value)}: ${problem}` });
      }
    return undefined;
  },
});
