import { isExpress } from '../../config/express';
import { serverSection, sitesAndDefaults } from '../../config/server';
import { isOnSystemDrive } from '../../config/windowsPath';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { host, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'log-on-system-drive',
  severity: 'information',
  profile: 'hardening',
  title: 'Logs are written to the system drive',
  why: 'IIS never deletes its logs. On the drive of Windows they fill it sooner or later, and an attacker can hurry them with long requests: services stop, and the traces of the attack are not written. A volume of its own for logs, and a task that clears old ones, avoid both.',
  sources: [
    {
      document: 'logFile element, IIS configuration reference',
      says: 'directory is %SystemDrive%\\inetpub\\logs\\LogFiles by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(
        '<siteDefaults><logFile directory="%SystemDrive%\\inetpub\\logs\\LogFiles" /></siteDefaults>',
        '%SystemDrive%\\inetpub\\logs\\LogFiles',
      ),
      host(
        '<system.applicationHost><log centralLogFileMode="CentralW3C"><centralW3CLogFile directory="C:\\Logs" /></log></system.applicationHost>',
        'C:\\Logs',
      ),
    ],
    good: [
      sites(`<siteDefaults><logFile directory="L:\\Logs" /></siteDefaults>${site()}`),
      sites('<siteDefaults><logFile directory="C:\\Logs" enabled="false" /></siteDefaults>'),
      host(
        '<system.applicationHost><log centralLogFileMode="Site"><centralW3CLogFile directory="C:\\Logs" /></log></system.applicationHost>',
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    const log = serverSection('system.applicationHost/log', context);
    const mode = log?.text('centralLogFileMode').trim().toLowerCase() ?? '';
    const central = log?.element(mode === 'centralw3c' ? 'centralW3CLogFile' : 'centralBinaryLogFile');
    const files =
      mode.startsWith('central') && central
        ? [central]
        : sitesAndDefaults(context).flatMap((one) => one.element('logFile') ?? []);
    for (const file of files) {
      const written = file.value('directory').origin?.attribute;
      if (!written || !isOnSystemDrive(written.value) || file.text('enabled').trim().toLowerCase() === 'false')
        continue;
      report({
        at: written.valueRange,
        message: `${quoted(written.value)} is on the system drive, which logs can fill until services stop. Put them on a volume of their own, and clear old ones by a task.`,
      });
    }
  },
});
