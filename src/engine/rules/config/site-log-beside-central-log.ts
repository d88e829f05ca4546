import { serverSection, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';
import { host, site } from '../serverExamples';

/** What the central log replaces; `enabled` still says whether a site takes part. */
const REPLACED = ['directory', 'logFormat', 'logExtFileFlags', 'period', 'truncateSize'];
const withMode = (mode: string, log: string) =>
  host(
    `<system.applicationHost><log centralLogFileMode="${mode}"><centralW3CLogFile enabled="true" directory="L:\\Logs" /></log><sites>${site('name="Shop" id="1"', undefined, log)}</sites></system.applicationHost>`,
  );

export default defineConfigRule({
  id: 'site-log-beside-central-log',
  severity: 'information',
  profile: 'recommended',
  title: 'A site sets up a log that the central log replaces',
  why: 'With `centralLogFileMode` other than `Site` all sites write into one log, in the folder, format and fields of `centralW3CLogFile` or `centralBinaryLogFile`. What a site says of its own log is ignored: its file is not where the configuration seems to put it.',
  sources: [
    {
      document: 'log element of system.applicationHost, IIS configuration reference',
      says: 'the central modes put the logs of all sites into one file',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withMode('CentralW3C', '<logFile directory="L:\\Shop" />'),
      withMode(
        'CentralBinary',
        '<logFile logExtFileFlags="Date, Time, ClientIP, Method, UriStem, HttpStatus, HttpSubStatus, Win32Status, TimeTaken" period="Hourly" />',
      ),
    ],
    good: [
      withMode('Site', '<logFile directory="L:\\Shop" />'),
      withMode('CentralW3C', '<logFile enabled="true" />'),
      withMode('CentralW3C', ''),
    ],
  },
  check(context) {
    const mode = serverSection('system.applicationHost/log', context)?.text('centralLogFileMode').trim() ?? '';
    if (!/^central(?:w3c|binary)$/i.test(mode)) return;
    for (const one of sitesOf(context)) {
      const file = one.elements.get('logFile');
      const ignored = REPLACED.filter((name) => file?.attributes.has(name));
      const [first] = ignored;
      if (file && first !== undefined)
        context.report({
          at: writtenAt(file, first),
          message: `${oneOf(ignored).replace(' or ', ' and ')} of this site ${ignored.length > 1 ? 'count' : 'counts'} for nothing: with centralLogFileMode ${mode} all sites write into one log.`,
        });
    }
  },
});
