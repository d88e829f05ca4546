import { setValue } from '../../config/edits';
import { sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const withTarget = (target: string, more = ''): string =>
  site('name="Shop" id="1"', undefined, `<logFile logTargetW3C="${target}"${more} />`);

export default defineConfigRule({
  id: 'log-to-etw-only',
  severity: 'information',
  profile: 'recommended',
  title: 'Requests are logged to ETW only, not to a file',
  why: 'With `logTargetW3C="ETW"` requests go to Event Tracing for Windows and are gone unless something listens at that moment. No file is written, so that nothing can be looked up afterwards. `File,ETW` serves both.',
  sources: [
    {
      document: 'logFile element, IIS configuration reference',
      says: 'logTargetW3C is File, ETW or both; File by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [sites(withTarget('ETW'), 'ETW'), sites('<siteDefaults><logFile logTargetW3C="etw" /></siteDefaults>')],
    good: [
      sites(withTarget('File,ETW')),
      sites(withTarget('File')),
      sites(withTarget('ETW', ' enabled="false"').replace('id="1"', 'id="1" serverAutoStart="false"')),
      sites(withTarget('ETW', ' logFormat="IIS"')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const file = one.element('logFile');
      const written = file?.value('logTargetW3C').origin?.attribute;
      if (!file || written?.value.trim().toLowerCase() !== 'etw') continue;
      if (!file.isTrue('enabled') || file.text('logFormat').trim().toLowerCase() !== 'w3c') continue;
      report({
        at: written.valueRange,
        message:
          'Requests go to ETW only: without a collector they are gone, and no file is written. Use File,ETW unless a collector keeps them.',
        fixes: [{ title: 'Change to File,ETW', edits: [setValue(written, 'File,ETW')], isSafe: false }],
      });
    }
  },
});
