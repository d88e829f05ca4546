import { serverSection, sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { host, site, sites } from '../serverExamples';

/** Bytes a second; less is hardly meant for a web site of today. */
const TINY = 65_536;

export default defineConfigRule({
  id: 'tiny-bandwidth-limit',
  severity: 'warning',
  profile: 'recommended',
  title: 'A bandwidth limit that seems to be meant in kilobytes',
  why: '`maxBandwidth` of a site and `maxGlobalBandwidth` of the server count bytes a second for all clients together: 2048 is two kilobytes a second. Pages come in drops, and the more clients there are, the fewer.',
  sources: [
    {
      document: 'limits element of a site, IIS configuration reference',
      says: 'maxBandwidth is in bytes per second',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', undefined, '<limits maxBandwidth="2048" />'), '2048'),
      host('<system.applicationHost><webLimits maxGlobalBandwidth="10240" /></system.applicationHost>', '10240'),
    ],
    good: [
      sites(site('name="Shop" id="1"', undefined, '<limits maxBandwidth="4294967295" />')),
      sites(site('name="Shop" id="1"', undefined, '<limits maxBandwidth="1048576" />')),
      host('<system.applicationHost><webLimits maxGlobalBandwidth="0" /></system.applicationHost>'),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    const limits = serverSection('system.applicationHost/webLimits', context)?.value('maxGlobalBandwidth');
    const written = [
      limits?.origin?.attribute,
      ...sitesAndDefaults(context).map((one) => one.element('limits')?.value('maxBandwidth').origin?.attribute),
    ];
    for (const one of written) {
      const limit = Number(one?.value.trim());
      if (one && limit >= 1024 && limit < TINY)
        report({
          at: one.valueRange,
          message: `${one.name} counts bytes a second, for all clients together: ${limit} is ${Math.round(limit / 1024)} KB a second. ${limit} KB is ${limit * 1024}.`,
        });
    }
  },
});
