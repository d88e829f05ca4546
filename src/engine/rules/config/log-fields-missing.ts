import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

/** Without these a line says too little to find a fault by; all are in the default list. */
const NEEDED = [
  'Date',
  'Time',
  'ClientIP',
  'Method',
  'UriStem',
  'HttpStatus',
  'HttpSubStatus',
  'Win32Status',
  'TimeTaken',
];

const withFields = (fields: string): string =>
  site('name="Shop" id="1"', undefined, `<logFile logExtFileFlags="${fields}" />`);

export default defineConfigRule({
  id: 'log-fields-missing',
  severity: 'warning',
  profile: 'recommended',
  title: 'The log leaves out what faults are found by',
  why: 'The sub-status tells why a request was refused (404.7 or 404.0, 500.19 or 500.0), the Win32 status what Windows said to it, the time taken where it is slow. A list in `logExtFileFlags` replaces the default, which has all of these, and what was not logged cannot be looked up afterwards.',
  sources: [
    {
      document: 'logFile element, IIS configuration reference',
      says: 'the fields of logExtFileFlags and its default list',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(
        withFields('Date, Time, ClientIP, Method, UriStem, HttpStatus'),
        'Date, Time, ClientIP, Method, UriStem, HttpStatus',
      ),
      sites(
        '<siteDefaults><logFile logFormat="W3C" logExtFileFlags="Date, Time, ClientIP, UserName, Method, UriStem, HttpStatus, HttpSubStatus, Win32Status" /></siteDefaults>',
      ),
    ],
    good: [
      sites(
        withFields(
          'Date, Time, ClientIP, Method, UriStem, UriQuery, HttpStatus, HttpSubStatus, Win32Status, TimeTaken',
        ),
      ),
      sites(site('name="Shop" id="1"', undefined, '<logFile logFormat="NCSA" logExtFileFlags="Date" />')),
      sites(
        site('name="Shop" id="1"', undefined, '<logFile enabled="false" logExtFileFlags="Date" />').replace(
          'id="1"',
          'id="1" serverAutoStart="false"',
        ),
      ),
      sites(site()),
      sites(withFields('2199519')),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const file = one.element('logFile');
      const written = file?.value('logExtFileFlags').origin?.attribute;
      if (!file || !written || /^\s*\d+\s*$/.test(written.value)) continue;
      if (!file.isTrue('enabled') || file.text('logFormat').trim().toLowerCase() !== 'w3c') continue;
      const named = written.value.split(',').map((name) => name.trim());
      const missing = NEEDED.filter((field) => !named.some((name) => name.toLowerCase() === field.toLowerCase()));
      if (!missing.length) continue;
      const all = [...named.filter((name) => name !== ''), ...missing].join(', ');
      report({
        at: written.value === '' ? written : written.valueRange,
        message: `The log has no ${oneOf(missing, 9)}: faults cannot be traced by it. Add ${missing.length > 1 ? 'them' : 'it'}, or leave the list out, which logs ${missing.length > 1 ? 'them all' : 'it'}.`,
        fixes: [
          {
            title: `Add ${oneOf(missing, 3).replace(' or ', ' and ')}`,
            edits: [setValue(written, all)],
            isSafe: false,
          },
        ],
      });
    }
  },
});
