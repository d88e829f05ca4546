import { MODULES } from '../../config/handlers';
import { setValue } from '../../config/edits';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'run-all-managed-modules',
  severity: 'information',
  profile: 'recommended',
  title: 'All .NET modules run for every request',
  why: '`runAllManagedModulesForAllRequests` overrules the precondition `managedHandler` of all modules: images, style sheets and scripts go through session, authentication and every other .NET module, which costs time and can lock them behind a login. It was needed for addresses without an extension on IIS 7; since 7.5 SP1 routing works without it. A single module that must see all requests is added again without the precondition.',
  sources: [
    {
      document: 'Modules <modules>, IIS configuration reference',
      says: 'the attribute lets managed modules run for all requests, also where managedHandler is their precondition',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><modules runAllManagedModulesForAllRequests="true" /></system.webServer>',
        at: 'true',
      },
      '<location path="a"><system.webServer><modules runAllManagedModulesForAllRequests="True"><add name="x" type="y" /></modules></system.webServer></location>',
    ],
    good: [
      '<system.webServer><modules runAllManagedModulesForAllRequests="false"><add name="x" type="y" /></modules></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections(MODULES)) {
      const all = attributeOf(element, 'runAllManagedModulesForAllRequests');
      if (all?.value.trim().toLowerCase() !== 'true') continue;
      report({
        at: all.valueRange,
        message:
          'Every image and style sheet goes through all .NET modules. Routing has not needed this since IIS 7.5; a module that must see all requests can be added without preCondition="managedHandler".',
        fixes: [
          { title: 'Set runAllManagedModulesForAllRequests="false"', edits: [setValue(all, 'false')], isSafe: false },
        ],
      });
    }
    return undefined;
  },
});
