import { removeElement } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { sitesOf } from '../../config/server';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { host, site } from '../serverExamples';

const MOST_NAMES = 500;

const withLocation = (path: string) =>
  host(
    `<system.applicationHost><sites>${site('name="Default Web Site" id="1"')}</sites></system.applicationHost><location path="${path}"><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>`,
    path,
  );
const silent = (path: string) => ({ ...withLocation(path), at: undefined });

export default defineConfigRule({
  id: 'location-for-missing-site',
  severity: 'information',
  profile: 'recommended',
  title: 'A location tag for a site that does not exist',
  why: 'In `applicationHost.config` the path of a location tag begins with the name of a site. A tag for a site that is gone, renamed or misspelt does nothing; a site that gets this name later takes over its settings, authentication and access among them.',
  sources: [
    {
      document: 'How to use locking in IIS configuration, Microsoft Learn',
      says: 'paths of location tags in applicationHost.config begin with the name of a site',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [withLocation('Default Website'), withLocation('Gone/shop')],
    good: [
      silent('default web site/shop'),
      silent(''),
      silent('.'),
      silent('$(Site)/shop'),
      host('<location path="Gone"><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>'),
    ].map(({ file, text }) => ({ file: file ?? '', text })),
  },
  check(context) {
    const names = sitesOf(context).map((one) => one.text('name'));
    if (!names.length || names.some(isPlaceholder)) return;
    const known = new Set(names.map((name) => name.toLowerCase()));
    for (const { element, path } of context.document.locations) {
      const name = path.split('/', 1)[0] ?? '';
      const written = element.attributes.find((one) => one.name === 'path');
      if (!written || name === '' || known.has(name.toLowerCase()) || isPlaceholder(path) || /[*?\\~:]/.test(path))
        continue;
      // Comparing with thousands of names, for each tag, would take minutes.
      const meant = names.length > MOST_NAMES ? null : closest(name, names);
      context.report({
        at: written.valueRange,
        message: `There is no site ${quoted(name)}: this location tag does nothing, until a site gets that name.${meant ? ` Did you mean ${quoted(meant)}?` : ''}`,
        fixes: meant
          ? []
          : [
              {
                title: 'Remove the location tag',
                edits: [removeElement(context.document.text, element)],
                isSafe: false,
              },
            ],
      });
    }
  },
});
