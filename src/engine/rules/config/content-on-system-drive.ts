import { isExpress } from '../../config/express';
import { belongsToProduct, sitesOf, writtenAt } from '../../config/server';
import { isOnSystemDrive } from '../../config/windowsPath';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const at = (path: string, more = ''): string => site(`name="Shop" id="1"${more}`).replace('D:\\Shop', path);

export default defineConfigRule({
  id: 'content-on-system-drive',
  severity: 'information',
  profile: 'hardening',
  title: 'The files of a site are on the system drive',
  why: 'Uploads and temporary files of a site can fill its drive; where that is the drive of Windows, the whole server stands still. A hole that lets requests climb out of the folder of the site reaches no further than its own volume when this is another one.',
  sources: [
    {
      document: 'Guidance for relocation of IIS content directories, Microsoft 2752331',
      says: 'IIS puts sites, logs and temporary files below inetpub on the system drive unless they are moved',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [sites(at('%SystemDrive%\\inetpub\\wwwroot'), '%SystemDrive%\\inetpub\\wwwroot'), sites(at('c:\\shop'))],
    good: [
      sites(site()),
      sites(at('\\\\files\\shop')),
      sites(at('C:\\shop', ' serverAutoStart="false"')),
      sites(at('%IIS_BIN%\\x') + at('C:\\shop')),
      // Exchange wants its sites where they are.
      sites(at('C:\\shop').replace('path="/">', 'path="/" applicationPool="MSExchangeOWAAppPool">')),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const one of sitesOf(context)) {
      if (!one.isTrue('serverAutoStart') || belongsToProduct(one)) continue;
      for (const application of one.entries)
        for (const directory of application.entries) {
          const path = directory.text('physicalPath');
          // The root tells it; what lies deeper inside the site is mostly beside it.
          if (application.text('path') !== '/' || directory.text('path') !== '/' || !isOnSystemDrive(path)) continue;
          report({
            at: writtenAt(directory, 'physicalPath'),
            message: `${quoted(path)} is on the system drive: files of the site can fill it and stop the server. Put content on a volume of its own.`,
          });
        }
    }
  },
});
