import { originText } from '../../config/origin';
import { defineConfigRule } from '../configRule';
import { placeIn } from '../mergeReports';

const HANDLERS =
  '<system.webServer><handlers><add name="X" path="*.x" verb="*" modules="StaticFileModule" /></handlers></system.webServer>';

export default defineConfigRule({
  id: 'locked-section',
  severity: 'error',
  profile: 'correctness',
  title: 'A section that the server has locked',
  why: 'The server configuration locks the section for files below it, by its declaration or by a location tag with `overrideMode="Deny"`. Using it gives 500.19 with 0x80070021, "This configuration section cannot be used at this path". Put the setting into `applicationHost.config`, in a location tag for this path, or have the section unlocked there.',
  sources: [
    {
      document: 'How to use locking in IIS configuration',
      says: 'locked sections and overrideMode',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>',
        server:
          '<configSections><sectionGroup name="system.webServer"><sectionGroup name="security"><section name="access" overrideModeDefault="Deny" /></sectionGroup></sectionGroup></configSections>',
        path: 'Shop',
        at: 'access',
      },
      {
        text: HANDLERS,
        server:
          '<location path="Shop" overrideMode="Deny"><system.webServer><handlers /></system.webServer></location>',
        path: 'Shop/till',
      },
    ],
    good: [
      {
        text: HANDLERS,
        server: '<location path="" overrideMode="Allow"><system.webServer><handlers /></system.webServer></location>',
        path: 'Shop',
      },
      {
        text: HANDLERS,
        server:
          '<location path="Till" overrideMode="Deny"><system.webServer><handlers /></system.webServer></location><location path="Shop" overrideMode="Allow"><system.webServer><handlers /></system.webServer></location>',
        path: 'Shop',
      },
      '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>',
    ],
  },
  check({ hierarchy, report }) {
    if (!hierarchy.hasServer) return;
    for (const problem of hierarchy.problems()) {
      if (problem.kind !== 'lockedSection' || problem.by === null) continue;
      const { by, element, document } = problem;
      report({
        at: element.nameRange,
        message: `<${element.name}> is locked at this path (${originText(by)}): IIS answers 500.19 with 0x80070021.`,
        related: [placeIn(by, document, 'The lock.')],
      });
    }
  },
});
