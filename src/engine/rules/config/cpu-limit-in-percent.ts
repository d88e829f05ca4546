import { setValue } from '../../config/edits';
import { poolsAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'cpu-limit-in-percent',
  severity: 'warning',
  profile: 'recommended',
  title: 'A CPU limit that seems to be meant in percent',
  why: '`limit` counts thousandths of a percent: 50000 is half of the processor time, 50 is 0.05 %. With such a limit and the action `KillW3wp` the pool is ended within minutes of its first requests; with `Throttle` it hardly moves. IIS Manager shows percent since IIS 8.5, the file does not.',
  sources: [
    {
      document: 'cpu element, IIS configuration reference',
      says: 'limit is in thousandths of one percent, whatever IIS Manager shows',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><cpu limit="80" action="Throttle" /></add>', '80'),
      pools(
        '<applicationPoolDefaults><cpu limit="100" action="KillW3wp" /></applicationPoolDefaults><add name="Shop" />',
        '100',
      ),
    ],
    good: [
      pools('<add name="Shop"><cpu limit="80000" action="Throttle" /></add><add name="Till"><cpu limit="0" /></add>'),
      pools('<add name="Shop"><cpu limit="1000" action="Throttle" /></add>'),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const written = pool.element('cpu')?.value('limit').origin?.attribute;
      const limit = Number(written?.value.trim());
      if (!written || !(limit > 0 && limit <= 100)) continue;
      report({
        at: written.valueRange,
        message: `limit counts thousandths of a percent: ${limit} is ${limit / 1000} % of the processor time, which every pool exceeds at once. ${limit} % is ${limit * 1000}.`,
        fixes: [
          { title: `Change to ${limit * 1000}`, edits: [setValue(written, String(limit * 1000))], isSafe: false },
        ],
      });
    }
  },
});
