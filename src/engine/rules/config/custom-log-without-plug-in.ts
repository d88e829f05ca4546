import { sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const withLog = (attributes: string): string => site('name="Shop" id="1"', undefined, `<logFile ${attributes} />`);

export default defineConfigRule({
  id: 'custom-log-without-plug-in',
  severity: 'warning',
  profile: 'recommended',
  title: 'A custom log format without anything that writes it',
  why: 'With `logFormat="Custom"` IIS writes no log itself and leaves it to the COM object that `customLogPluginClsid` names, such as the one for ODBC. Where that is empty, requests are logged only if a module of the site does it in its own way.',
  sources: [
    {
      document: 'logFile and odbcLogging elements, IIS configuration reference',
      says: 'Custom hands logging to the class of customLogPluginClsid',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withLog('logFormat="Custom"'), 'Custom'),
      sites('<siteDefaults><logFile logFormat="custom" customLogPluginClsid="" /></siteDefaults>'),
    ],
    good: [
      sites(withLog('logFormat="Custom" customLogPluginClsid="{FF16065B-DE82-11CF-BC0A-00AA006111E0}"')),
      sites(withLog('logFormat="W3C"')),
      sites(withLog('logFormat="Custom" enabled="false"').replace('id="1"', 'id="1" serverAutoStart="false"')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const file = one.element('logFile');
      const written = file?.value('logFormat').origin?.attribute;
      if (!file?.isTrue('enabled') || written?.value.trim().toLowerCase() !== 'custom') continue;
      if (file.text('customLogPluginClsid').trim() !== '') continue;
      report({
        at: written.valueRange,
        message:
          'IIS writes no log in a custom format, and customLogPluginClsid names nothing that does. Name it, or set logFormat="W3C".',
      });
    }
  },
});
