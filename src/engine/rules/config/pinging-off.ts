import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'pinging-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'A worker process that hangs is never noticed',
  why: 'WAS pings each worker process every 30 seconds and replaces one that does not answer. With pinging off, a process that hangs keeps its requests and takes new ones until somebody recycles the pool by hand. It is switched off for a debugger, and often stays so.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'pingingEnabled, pingInterval and pingResponseTime watch the health of worker processes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel pingingEnabled="false" /></add>', 'false'),
      pools(
        '<applicationPoolDefaults><processModel pingingEnabled="false" /></applicationPoolDefaults><add name="Shop" />',
      ),
    ],
    good: [
      pools('<add name="Shop"><processModel pingingEnabled="true" pingInterval="00:01:00" /></add>'),
      pools('<add name="Shop"><processModel loadUserProfile="false" /></add>'),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('processModel')?.value('pingingEnabled').origin?.attribute;
      if (written?.value.trim().toLowerCase() !== 'false') continue;
      report({
        at: written.valueRange,
        message:
          'WAS does not ping the worker process: one that hangs stays until somebody ends it. Switch pinging off only while a debugger is attached.',
        fixes: [{ title: 'Change to true', edits: [setValue(written, 'true')], isSafe: false }],
      });
    }
  },
});
