import { isExpress } from '../../config/express';
import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

const REASONS = [
  'Time',
  'Requests',
  'Schedule',
  'Memory',
  'IsapiUnhealthy',
  'OnDemand',
  'ConfigChange',
  'PrivateMemory',
];

export default defineConfigRule({
  id: 'recycle-events-incomplete',
  severity: 'information',
  profile: 'hardening',
  title: 'Some reasons for recycling are not logged',
  why: 'When a pool is recycled for a reason that `logEventOnRecycle` does not list, no event tells why sessions were lost or requests were slow. All eight reasons are the default of IIS 10; a list in the file replaces it.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'logEventOnRecycle has eight reasons, all of them by default in IIS 10',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools(
        '<add name="Shop"><recycling logEventOnRecycle="Time, Memory, PrivateMemory" /></add>',
        'Time, Memory, PrivateMemory',
      ),
      pools('<applicationPoolDefaults><recycling logEventOnRecycle="" /></applicationPoolDefaults><add name="Shop" />'),
    ],
    good: [
      pools(
        '<add name="Shop"><recycling logEventOnRecycle="Time, Requests, Schedule, Memory, IsapiUnhealthy, OnDemand, ConfigChange, PrivateMemory" /></add>',
      ),
      pools('<add name="Shop"><recycling logEventOnRecycle="255" /></add><add name="Till" />'),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('recycling')?.value('logEventOnRecycle').origin?.attribute;
      if (!written || /^\s*\d+\s*$/.test(written.value)) continue;
      const named = new Set(written.value.split(',').map((name) => name.trim().toLowerCase()));
      const missing = REASONS.filter((name) => !named.has(name.toLowerCase()));
      if (missing.length)
        report({
          at: written.value === '' ? written : written.valueRange,
          message: `No event is logged when the pool is recycled for ${missing.join(', ')}. Add them, or leave the attribute out: IIS 10 logs all eight reasons then.`,
        });
    }
  },
});
