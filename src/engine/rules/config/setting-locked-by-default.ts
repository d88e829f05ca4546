import { defineConfigRule } from '../configRule';
import { isOfShipped, lockedSetting } from '../mergeReports';

export default defineConfigRule({
  id: 'setting-locked-by-default',
  severity: 'warning',
  profile: 'recommended',
  title: 'An attribute or entry that IIS locks as shipped',
  why: 'IIS ships with a few attributes and the entries of its native modules locked: `defaultPath` of `httpErrors`, the modules that come with IIS. Unless somebody unlocked them, changing or removing one in `web.config` gives 500.19 with 0x80070021.',
  sources: [
    {
      document: 'applicationHost.config of a fresh IIS 10',
      says: 'lockAttributes on httpErrors, lockItem on native modules',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><modules><remove name="CgiModule" /></modules></system.webServer>',
      '<system.webServer><modules><clear /></modules></system.webServer>',
      {
        text: '<system.webServer><httpErrors errorMode="Custom" defaultPath="a.htm" /></system.webServer>',
        at: 'defaultPath="a.htm"',
      },
    ],
    good: [
      '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
      '<system.webServer><httpErrors errorMode="Custom" /></system.webServer>',
      {
        text: '<system.webServer><modules><remove name="CgiModule" /></modules></system.webServer>',
        server: '<system.webServer />',
        path: 'Shop',
      },
    ],
  },
  check({ hierarchy, report }) {
    for (const problem of hierarchy.problems()) {
      if (!('by' in problem && problem.by && isOfShipped(hierarchy, problem.by))) continue;
      const found = lockedSetting(
        problem,
        'unless the server unlocked it, it answers 500.19 with 0x80070021',
        'IIS ships so',
      );
      if (found) report(found);
    }
  },
});
