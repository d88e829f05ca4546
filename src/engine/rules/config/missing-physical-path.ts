import { writtenAt, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const withDirectory = (attributes: string): string =>
  `<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" ${attributes}/></application><bindings>${binding('https', '*:443:shop.example', 1)}</bindings></site>`;

export default defineConfigRule({
  id: 'missing-physical-path',
  severity: 'error',
  profile: 'correctness',
  title: 'A virtual directory without a folder',
  why: 'A virtual directory maps a path of URLs to a folder. Without `physicalPath` there is nothing to serve: requests below it are answered with 500.19, because IIS cannot look for a `web.config` there, and WAS may leave the application out.',
  sources: [
    {
      document: 'virtualDirectory element, IIS configuration reference',
      says: 'physicalPath names the folder of the virtual directory',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [sites(withDirectory(''), '/'), sites(withDirectory('physicalPath="" '), 'physicalPath=""')],
    good: [sites(site()), sites(`<virtualDirectoryDefaults physicalPath="D:\\Shop" />${withDirectory('')}`)],
  },
  check(context) {
    for (const one of sitesOf(context))
      for (const application of one.entries)
        for (const directory of application.entries)
          if (directory.text('physicalPath').trim() === '')
            context.report({
              at: writtenAt(directory, directory.value('physicalPath').origin ? 'physicalPath' : 'path'),
              message: `The virtual directory ${quoted(directory.text('path'))} of application ${quoted(application.text('path'))} has no physicalPath: requests for it fail.`,
            });
  },
});
