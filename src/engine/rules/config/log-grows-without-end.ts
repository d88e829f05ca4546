import { sitesAndDefaults, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

/** What IIS Manager writes for "do not create new log files". */
const ENDLESS = 4_294_967_295;
const withLog = (attributes: string): string => site('name="Shop" id="1"', undefined, `<logFile ${attributes} />`);

export default defineConfigRule({
  id: 'log-grows-without-end',
  severity: 'information',
  profile: 'recommended',
  title: 'One log file that grows up to 4 GB',
  why: 'With `period="MaxSize"` a new file begins only when the old one reaches `truncateSize`. At 4294967295, which IIS Manager writes for "Do not create new log files", the file is hard to open, cannot be deleted while the site runs, and no task can clear it by its age.',
  sources: [
    {
      document: 'logFile element, IIS configuration reference',
      says: 'truncateSize counts only with the period MaxSize',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withLog('period="MaxSize" truncateSize="4294967295"'), '4294967295'),
      sites('<siteDefaults><logFile truncateSize="4294967295" period="maxsize" /></siteDefaults>'),
    ],
    good: [
      sites(withLog('period="MaxSize" truncateSize="104857600"')),
      sites(withLog('period="Daily" truncateSize="4294967295"')),
      sites(withLog('period="MaxSize"')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const file = one.element('logFile');
      if (!file?.isTrue('enabled') || file.text('period').trim().toLowerCase() !== 'maxsize') continue;
      if (Number(file.text('truncateSize')) !== ENDLESS) continue;
      report({
        at: writtenAt(file, 'truncateSize'),
        message:
          'A new log begins only at 4 GB: the file is hard to open, and none can be cleared by its age. Set period="Daily", or a smaller truncateSize.',
      });
    }
  },
});
