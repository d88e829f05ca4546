import { poolsAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'orphans-without-action',
  severity: 'warning',
  profile: 'recommended',
  title: 'Failed worker processes are kept and nothing looks at them',
  why: 'With `orphanWorkerProcess="true"` WAS lets a worker process that failed live on, so that a debugger can look at it. Without `orphanActionExe` nothing writes a dump and nothing ends the process: each failure leaves a process behind, with its memory, files and ports.',
  sources: [
    {
      document: 'failure element, IIS configuration reference',
      says: 'orphanWorkerProcess keeps the process; orphanActionExe names the program that is run then',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [pools('<add name="Shop"><failure orphanWorkerProcess="true" /></add>', 'true')],
    good: [
      pools(
        '<add name="Shop"><failure orphanWorkerProcess="true" orphanActionExe="D:\\tools\\dump.cmd" orphanActionParams="%1%" /></add>',
      ),
      pools(
        '<applicationPoolDefaults><failure orphanActionExe="D:\\tools\\dump.cmd" /></applicationPoolDefaults><add name="Shop"><failure orphanWorkerProcess="true" /></add>',
      ),
      pools('<add name="Shop"><failure orphanWorkerProcess="false" /></add>'),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const failure = pool.element('failure');
      const written = failure?.value('orphanWorkerProcess').origin?.attribute;
      if (!failure || written?.value.trim().toLowerCase() !== 'true' || failure.text('orphanActionExe').trim() !== '')
        continue;
      report({
        at: written.valueRange,
        message:
          'Each failed worker process is left running, and no orphanActionExe looks at it or ends it: they pile up. Name a program that writes a dump and ends the process, or set this to false.',
      });
    }
  },
});
