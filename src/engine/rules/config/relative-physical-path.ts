import { isPlaceholder } from '../../config/placeholder';
import { writtenAt, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { binding, sites } from '../serverExamples';

const withPath = (path: string): string =>
  `<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="${path}" /></application><bindings>${binding('https', '*:443:shop.example', 1)}</bindings></site>`;

export default defineConfigRule({
  id: 'relative-physical-path',
  severity: 'error',
  profile: 'recommended',
  title: 'A physical path that is not absolute',
  why: 'IIS takes `physicalPath` as it stands, once variables are expanded. A relative path has nothing to be relative to: the site answers 500.19 or 404. The path begins with a drive, a share (`\\\\server\\share`) or a variable such as `%SystemDrive%`.',
  sources: [
    {
      document: 'virtualDirectory element, IIS configuration reference',
      says: 'physicalPath is a full path',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withPath('..\\shop'), '..\\shop'),
      sites(withPath('wwwroot')),
      sites(withPath('~/wwwroot')),
      sites(withPath('inetpub\\wwwroot\\%Shop%')),
    ],
    good: [
      sites(withPath('D:\\Shop')),
      sites(withPath('d:/shop')),
      sites(withPath('\\\\files\\web$\\shop')),
      sites(withPath('\\\\?\\UNC\\files\\web')),
      sites(withPath('%SystemDrive%\\inetpub\\wwwroot')),
      sites(withPath('$(Root)\\shop')),
      sites(withPath('[ROOT]')),
      sites(withPath('')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesOf(context))
      for (const application of one.entries)
        for (const directory of application.entries) {
          const path = directory.text('physicalPath').trim();
          if (
            path === '' ||
            isPlaceholder(path) ||
            isPlaceholder(path) ||
            /^(?:[a-z]:|[\\/]{2}|%[\w()]+%|\[)/i.test(path)
          )
            continue;
          report({
            at: writtenAt(directory, 'physicalPath'),
            message: `${quoted(path)} is no full path: IIS does not know from where to go, and requests fail. Begin with a drive, a share or a variable.`,
          });
        }
  },
});
