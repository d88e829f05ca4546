import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { isFolderOfSite } from '../../config/scope';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'directory-browsing-on',
  severity: 'warning',
  profile: 'hardening',
  title: 'Visitors see the list of files',
  why: 'In a folder without a default document, directory browsing lists all files with names, sizes and dates, also those that nothing links to: backups, exports, drafts. For one folder of downloads it can be switched on in a `<location>`.',
  sources: [
    {
      document: 'Directory Browsing <directoryBrowse>, IIS configuration reference',
      says: 'the module lists the contents of a folder when no default document is found; it is off by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><directoryBrowse enabled="true" /></system.webServer>', at: 'true' },
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><directoryBrowse enabled="true" /></system.webServer></location>',
      },
    ],
    good: [
      '<system.webServer><directoryBrowse enabled="false" /></system.webServer>',
      '<location path="downloads"><system.webServer><directoryBrowse enabled="true" /></system.webServer></location>',
    ],
  },
  check({ document, sections, report }) {
    if (isExpress(document)) return undefined;
    for (const { element, location } of sections('system.webServer/directoryBrowse')) {
      const enabled = attributeOf(element, 'enabled');
      if (enabled?.value.trim().toLowerCase() !== 'true') continue;
      // One folder is what it is for.
      if (isFolderOfSite(document, location)) continue;
      report({
        at: enabled.valueRange,
        message:
          'Visitors get a list of all files in folders without a default document, also of those that nothing links to.',
        fixes: [{ title: 'Switch directory browsing off', edits: [setValue(enabled, 'false')], isSafe: false }],
      });
    }
    return undefined;
  },
});
