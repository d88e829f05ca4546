import { sitesAndDefaults, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const FIELDS =
  '<customFields><add logFieldName="X-Forwarded-For" sourceName="X-Forwarded-For" sourceType="RequestHeader" /></customFields>';
const withLog = (attributes: string, fields = FIELDS): string =>
  site('name="Shop" id="1"', undefined, `<logFile${attributes}>${fields}</logFile>`);

export default defineConfigRule({
  id: 'custom-fields-without-w3c',
  severity: 'warning',
  profile: 'recommended',
  title: 'Fields of the log that its format has no room for',
  why: '`customFields` adds fields to logs in the W3C format. The formats IIS and NCSA have fixed columns: the fields, often the client address behind a proxy, are not logged, and nothing says so.',
  sources: [
    {
      document: 'customFields element, IIS configuration reference',
      says: 'custom fields are for W3C logs, since IIS 8.5',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withLog(' logFormat="NCSA"')),
      sites(`<siteDefaults><logFile logFormat="IIS" /></siteDefaults>${withLog('')}`),
    ],
    good: [sites(withLog('')), sites(withLog(' logFormat="W3C"')), sites(withLog(' logFormat="NCSA"', ''))],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const file = one.element('logFile');
      const fields = file?.element('customFields');
      if (!file || !fields?.entries.length || !/^(?:iis|ncsa)$/i.test(file.text('logFormat').trim())) continue;
      report({
        at: writtenAt(fields),
        message: `Custom fields are logged in the W3C format only, and this log is in the format ${file.text('logFormat')}: they are left out. Set logFormat="W3C".`,
      });
    }
  },
});
