import { writtenAt, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const withDirectories = (xml: string): string =>
  `<site name="Shop" id="1"><application path="/">${xml}</application><bindings>${binding('https', '*:443:shop.example', 1)}</bindings></site>`;

export default defineConfigRule({
  id: 'missing-root-virtual-directory',
  severity: 'error',
  profile: 'correctness',
  title: 'An application without its root virtual directory',
  why: 'An application takes its files from the virtual directory with the path `/` inside it. Without one WAS takes the application for invalid, logs a warning (5174 and its kind) and leaves it out; at the root of a site the whole site does not start.',
  sources: [
    {
      document: 'application element, IIS configuration reference',
      says: 'an application holds at least its root virtual directory',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withDirectories('<virtualDirectory path="/files" physicalPath="D:\\Files" />')),
      sites(site('name="Shop" id="1"', undefined, '<application path="/till" />'), '/till'),
    ],
    good: [
      sites(
        withDirectories(
          '<virtualDirectory path="/files" physicalPath="D:\\Files" /><virtualDirectory path="/" physicalPath="D:\\Shop" />',
        ),
      ),
      sites(site()),
    ],
  },
  check(context) {
    for (const one of sitesOf(context))
      for (const application of one.entries)
        if (!application.entries.some((directory) => directory.text('path') === '/'))
          context.report({
            at: writtenAt(application, 'path'),
            message: `Application ${quoted(application.text('path'))} has no virtual directory with the path "/": WAS takes it for invalid and leaves it out.`,
          });
  },
});
