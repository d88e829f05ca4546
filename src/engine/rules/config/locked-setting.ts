import { defineConfigRule } from '../configRule';
import { isOfShipped, lockedSetting } from '../mergeReports';
import { notAllowed } from '../refusal';

const MODULES =
  '<location path="" overrideMode="Allow"><system.webServer><modules><add name="CgiModule" lockItem="true" /><add name="WebDAVModule" /></modules></system.webServer></location>';

export default defineConfigRule({
  id: 'locked-setting',
  severity: 'error',
  profile: 'correctness',
  title: 'An attribute or entry that the server has locked',
  why: 'A file above locks single attributes (`lockAttributes`), elements (`lockElements`) or entries (`lockItem`). Changing one, or even writing the same value again, gives 500.19 with 0x80070021, or a configuration error where .NET reads the section.',
  sources: [
    {
      document: 'How to use locking in IIS configuration',
      says: 'lockAttributes, lockElements, lockItem',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><modules><remove name="CgiModule" /></modules></system.webServer>',
        server: MODULES,
        path: 'Shop',
        at: '<remove name="CgiModule" />',
      },
      { text: '<system.webServer><modules><clear /></modules></system.webServer>', server: MODULES, path: 'Shop' },
      {
        text: '<system.webServer><httpErrors defaultPath="a.htm" /></system.webServer>',
        server: '<system.webServer><httpErrors lockAttributes="defaultPath" /></system.webServer>',
        path: 'Shop',
        at: 'defaultPath="a.htm"',
      },
      {
        text: '<system.web><compilation debug="true" /></system.web>',
        machine: '<system.web><compilation lockAttributes="debug" /></system.web>',
        at: 'debug="true"',
      },
    ],
    good: [
      {
        text: '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
        server: MODULES,
        path: 'Shop',
      },
      {
        text: '<system.webServer><httpErrors errorMode="Custom" /></system.webServer>',
        server: '<system.webServer><httpErrors lockAttributes="defaultPath" /></system.webServer>',
        path: 'Shop',
      },
      '<system.webServer><modules><remove name="CgiModule" /></modules></system.webServer>',
    ],
  },
  check({ hierarchy, report }) {
    for (const problem of hierarchy.problems()) {
      if ('by' in problem && problem.by && isOfShipped(hierarchy, problem.by)) continue;
      const found = lockedSetting(problem, notAllowed(problem.section));
      if (found) report(found);
    }
  },
});
