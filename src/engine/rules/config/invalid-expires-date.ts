import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UTC)$/i;

export default defineConfigRule({
  id: 'invalid-expires-date',
  severity: 'warning',
  profile: 'correctness',
  title: 'An expiry date that is no HTTP date',
  why: 'IIS sends `httpExpires` as it is written in the header `Expires`, which must be a date of the form `Tue, 19 Jan 2038 03:14:07 GMT`. Browsers take any other text, also a day of the week alone or a local time, for a date in the past and keep nothing.',
  sources: [
    {
      document: 'Client Cache <clientCache>, IIS configuration reference',
      says: 'httpExpires is a fully formatted date and time after RFC 1123',
      read: '2026-11-24',
    },
    { document: 'RFC 9111, Expires', says: 'an invalid date counts as a time in the past', read: '2026-11-24' },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><clientCache cacheControlMode="UseExpires" httpExpires="2038-01-19 03:14:07" /></staticContent></system.webServer>',
        at: '2038-01-19 03:14:07',
      },
      '<location path="a"><system.webServer><staticContent><clientCache cacheControlMode="UseExpires" httpExpires="Tue, 19 Jan 2038" /></staticContent></system.webServer></location>',
    ],
    good: [
      '<system.webServer><staticContent><clientCache cacheControlMode="UseExpires" httpExpires="Tue, 19 Jan 2038 03:14:07 GMT" /></staticContent></system.webServer>',
      '<system.webServer><staticContent><clientCache cacheControlMode="UseExpires" httpExpires="Fri, 1 Jan 2038 00:00:00 UTC" /></staticContent></system.webServer>',
      '<system.webServer><staticContent><clientCache httpExpires="" /></staticContent></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/staticContent')) {
      const expires = attributeOf(child(element, 'clientCache'), 'httpExpires');
      if (!expires || expires.value === '' || isPlaceholder(expires.value) || DATE.test(expires.value.trim())) continue;
      report({
        at: expires.valueRange,
        message: `${quoted(expires.value)} is no date of HTTP: browsers take it for the past and keep nothing. Expected the form Tue, 19 Jan 2038 03:14:07 GMT.`,
      });
    }
    return undefined;
  },
});
