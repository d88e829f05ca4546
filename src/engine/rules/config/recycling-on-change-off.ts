import { isExpress } from '../../config/express';
import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'recycling-on-change-off',
  severity: 'information',
  profile: 'recommended',
  title: 'A changed configuration of the pool waits for the next recycle',
  why: 'With `disallowRotationOnConfigChange="true"` the running worker process keeps the settings of its pool that it was started with. A change, of its identity or runtime for instance, comes into force when the pool is recycled for another reason; until then the file and the server say different things.',
  sources: [
    {
      document: 'recycling element, IIS configuration reference',
      says: 'disallowRotationOnConfigChange keeps worker processes when the configuration has changed',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [pools('<add name="Shop"><recycling disallowRotationOnConfigChange="true" /></add>', 'true')],
    good: [
      pools(
        '<add name="Shop"><recycling disallowRotationOnConfigChange="false" disallowOverlappingRotation="true" /></add><add name="Till" />',
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('recycling')?.value('disallowRotationOnConfigChange').origin?.attribute;
      if (written?.value.trim().toLowerCase() === 'true')
        report({
          at: written.valueRange,
          message:
            'Changes of the pool come into force only when it is recycled for another reason. Recycle it by hand after each change, or set this to false.',
        });
    }
  },
});
