import { isPlaceholder } from '../../config/placeholder';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const TOKEN = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

export default defineConfigRule({
  id: 'invalid-header-name',
  severity: 'error',
  profile: 'correctness',
  title: 'A response header whose name is no header name',
  why: 'The name of a header consists of letters, digits and a few signs, without blanks, colons and commas. IIS sends what is written: browsers then drop the line, or the whole response, and the header that was meant is not there. The colon between name and value belongs to neither.',
  sources: [
    { document: 'RFC 9110, Field Names', says: 'a field name is a token', read: '2026-11-24' },
    {
      document: 'Custom Headers <customHeaders>, IIS configuration reference',
      says: 'name and value of each header are two attributes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options:" value="DENY" /></customHeaders></httpProtocol></system.webServer>',
        at: 'X-Frame-Options:',
      },
      '<location path="a"><system.webServer><httpProtocol><customHeaders><add name="Cache Control" value="no-store" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
    good: [
      '<system.webServer><httpProtocol><customHeaders><add name="X-Frame-Options" value="DENY" /><add name="x_own.header~1" value="a: b" /><add name="#{Header}" value="1" /></customHeaders></httpProtocol></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const use of sections(PROTOCOL))
      for (const { name } of addedHeaders(use)) {
        if (name.value === '' || TOKEN.test(name.value) || isPlaceholder(name.value)) continue;
        const meant = (name.value.split(':')[0] ?? '').trim();
        report({
          at: name.valueRange,
          message: `${quoted(name.value)} is no name of a header: blanks, colons and commas have no place in it, and browsers drop the line.`,
          fixes: TOKEN.test(meant)
            ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(name, meant)], isSafe: false }]
            : [],
        });
      }
    return undefined;
  },
});
