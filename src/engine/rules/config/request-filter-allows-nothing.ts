import type { EffectiveElement } from '../../config/effectiveElement';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

const FILTERING = 'system.webServer/security/requestFiltering';

export default defineConfigRule({
  id: 'request-filter-allows-nothing',
  severity: 'error',
  profile: 'recommended',
  title: 'Request filtering that allows nothing',
  why: '`allowUnlisted="false"` refuses everything that the list does not allow. With an empty list, or one of refusals only, that is every request: 404.6 for verbs, 404.7 for file extensions. Names without an extension are the entry `.`.',
  sources: [
    {
      document: 'Verbs <verbs> and File Extensions <fileExtensions>, IIS configuration reference',
      says: 'allowUnlisted false denies what is not listed; 404.6 and 404.7',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><verbs allowUnlisted="false"><add verb="TRACE" allowed="false" /></verbs></requestFiltering></security></system.webServer>',
        at: 'false',
      },
      '<location path="a"><system.webServer><security><requestFiltering><fileExtensions allowUnlisted="False"><clear /></fileExtensions></requestFiltering></security></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><requestFiltering><verbs allowUnlisted="false"><add verb="GET" allowed="true" /></verbs></requestFiltering></security></system.webServer>',
      {
        text: '<system.webServer><security><requestFiltering><fileExtensions allowUnlisted="false" /></requestFiltering></security></system.webServer>',
        server:
          '<system.webServer><security><requestFiltering><fileExtensions><add fileExtension=".htm" allowed="true" /></fileExtensions></requestFiltering></security></system.webServer>',
        path: 'Shop',
      },
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections(FILTERING)) {
      if (use.content !== 'here') continue;
      for (const [name, code] of [
        ['verbs', '404.6'],
        ['fileExtensions', '404.7'],
      ] as const) {
        const unlisted = attributeOf(child(use.element, name), 'allowUnlisted');
        if (unlisted?.value.trim().toLowerCase() !== 'false') continue;
        const list = hierarchy.effective(FILTERING, hierarchy.pathOf(use))?.element.element(name);
        if (!list || list.isTrue('allowUnlisted') || list.entries.some(allows)) continue;
        report({
          at: unlisted.valueRange,
          message: `Nothing in this list is allowed, and what is not listed is refused: every request is answered with ${code}.`,
        });
      }
    }
    return undefined;
  },
});

const allows = (entry: EffectiveElement): boolean => entry.isTrue('allowed');
