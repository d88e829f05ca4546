import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const withTracing = (attributes: string): string =>
  site('name="Shop" id="1"', undefined, `<traceFailedRequestsLogging ${attributes} />`);

export default defineConfigRule({
  id: 'failed-request-tracing-on',
  severity: 'information',
  profile: 'recommended',
  title: 'Failed-request tracing is switched on',
  why: 'Each request that a rule matches writes a file of up to a megabyte with its headers and the way through all modules. That costs time and disk, and the files can hold cookies and passwords. It is made for looking at one problem: switch it off afterwards.',
  sources: [
    {
      document: 'traceFailedRequestsLogging element, IIS configuration reference',
      says: 'off by default; 50 files of 1024 KB each by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withTracing('enabled="true"'), 'true'),
      sites(
        '<siteDefaults><traceFailedRequestsLogging enabled="True" directory="L:\\Traces" /></siteDefaults>',
        'True',
      ),
    ],
    good: [sites(withTracing('enabled="false"')), sites(withTracing('directory="L:\\Traces"'))],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const written = one.element('traceFailedRequestsLogging')?.value('enabled').origin?.attribute;
      if (written?.value.trim().toLowerCase() === 'true')
        report({
          at: written.valueRange,
          message:
            'Each request that a tracing rule matches writes a file, with headers and perhaps secrets in it. Switch tracing off when the problem is found.',
          fixes: [{ title: 'Change to false', edits: [setValue(written, 'false')], isSafe: false }],
        });
    }
  },
});
