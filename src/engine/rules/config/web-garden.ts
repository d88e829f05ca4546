import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'web-garden',
  severity: 'information',
  profile: 'recommended',
  title: 'Several worker processes in one pool',
  why: 'With `maxProcesses` above 1 requests of one user go to different processes. Sessions in memory, caches, static variables and locks are per process, so that users lose their session and counts are wrong. It helps only applications that keep nothing in memory; one process uses all processors anyway.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: '2 or more is a web garden; 0 is one process for each NUMA node',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel maxProcesses="4" /></add>', '4'),
      pools(
        '<applicationPoolDefaults><processModel maxProcesses="2" /></applicationPoolDefaults><add name="Shop" />',
        '2',
      ),
    ],
    good: [
      pools(
        '<add name="Shop"><processModel maxProcesses="1" /></add><add name="Till"><processModel maxProcesses="0" /></add>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('processModel')?.value('maxProcesses').origin?.attribute;
      const processes = Number(written?.value.trim());
      if (!written || !(processes > 1)) continue;
      report({
        at: written.valueRange,
        message: `Requests are spread over ${processes} processes, which share no session, cache or lock in memory. Leave it at 1, unless the application keeps its state elsewhere.`,
      });
    }
  },
});
