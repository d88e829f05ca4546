import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'rapid-fail-protection-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'A pool that crashes is started again without end',
  why: 'Rapid-fail protection stops a pool whose worker process crashes five times in five minutes. Without it WAS starts the process again and again, at full processor load, with a crash dump each time where these are switched on, and nobody is told that the application is down.',
  sources: [
    {
      document: 'failure element, IIS configuration reference',
      says: 'rapidFailProtection takes a pool out of service after a number of crashes within an interval',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><failure rapidFailProtection="false" /></add>', 'false'),
      pools(
        '<applicationPoolDefaults><failure rapidFailProtection="False" /></applicationPoolDefaults><add name="Shop" /><add name="Till" />',
        'False',
      ),
    ],
    good: [
      pools(
        '<add name="Shop"><failure rapidFailProtection="true" rapidFailProtectionMaxCrashes="10" /></add><add name="Till" />',
      ),
      pools('<add name="Shop"><failure orphanWorkerProcess="false" /></add>'),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('failure')?.value('rapidFailProtection').origin?.attribute;
      if (written?.value.trim().toLowerCase() !== 'false') continue;
      report({
        at: written.valueRange,
        message:
          'Without rapid-fail protection a worker process that crashes is started again without end. Leave it on; raise rapidFailProtectionMaxCrashes where it stops the pool too early.',
        fixes: [{ title: 'Change to true', edits: [setValue(written, 'true')], isSafe: false }],
      });
    }
  },
});
