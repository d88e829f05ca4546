import { originText } from '../../config/origin';
import { defineConfigRule } from '../configRule';
import { isOfShipped, placeIn } from '../mergeReports';
import { notAllowed } from '../refusal';

const HANDLERS =
  '<system.webServer><handlers><add name="X" path="*.x" verb="*" modules="StaticFileModule" /></handlers></system.webServer>';
const TRUST = '<system.web><trust level="Full" /></system.web>';

export default defineConfigRule({
  id: 'locked-section',
  severity: 'error',
  profile: 'correctness',
  title: 'A section that the server has locked',
  why: 'A file above locks the section for those below it, by its declaration or by a location tag with `overrideMode="Deny"` or `allowOverride="false"`. Using it gives 500.19 with 0x80070021, "This configuration section cannot be used at this path". Where .NET reads the section, it stops with a configuration error instead. Put the setting into the file with the lock, in a location tag for this path, or have the section unlocked there.',
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
      {
        // What providers of web space do to keep applications apart.
        text: TRUST,
        rootWeb: '<location allowOverride="false"><system.web><trust level="Medium" /></system.web></location>',
        at: 'trust',
      },
    ],
    good: [
      {
        text: TRUST,
        machine:
          '<configSections><sectionGroup name="system.web"><section name="trust" /></sectionGroup></configSections>',
        rootWeb: '<location allowOverride="true"><system.web><trust level="Full" /></system.web></location>',
      },
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
    for (const problem of hierarchy.problems()) {
      if (problem.kind !== 'lockedSection' || problem.by === null || isOfShipped(hierarchy, problem.by)) continue;
      const { by, element, document, section } = problem;
      report({
        at: element.nameRange,
        message: `<${element.name}> is locked at this path (${originText(by)}): ${notAllowed(section)}.`,
        related: [placeIn(by, document, 'The lock.')],
      });
    }
  },
});
