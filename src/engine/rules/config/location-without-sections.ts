import { removeElement } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';

export default defineConfigRule({
  id: 'location-without-sections',
  severity: 'information',
  profile: 'recommended',
  title: 'A location tag that locks or unlocks nothing',
  why: '`overrideMode` of a location tag holds for the sections inside the tag, and for no others. An empty section is enough to name it. A tag without any locks and unlocks nothing, although somebody relies on it.',
  sources: [
    {
      document: 'How to use locking in IIS configuration, Microsoft Learn',
      says: 'a location tag with overrideMode locks or unlocks the sections that it holds',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      host('<location path="Shop" overrideMode="Deny" />', 'location'),
      host(
        '<location path="" overrideMode="Allow"><system.webServer><security><authentication /></security></system.webServer></location>',
      ),
    ],
    good: [
      host(
        '<location path="" overrideMode="Allow"><system.webServer><security><authentication><windowsAuthentication /></authentication></security></system.webServer></location>',
      ),
      host('<location path="Shop" />'),
      '<location path="shop" allowOverride="false"><system.web><pages /></system.web></location>',
    ],
  },
  check({ document, report }) {
    const used = new Set([...document.sections, ...document.strays].map(({ location }) => location));
    for (const location of document.locations)
      if (location.overrideMode !== 'Inherit' && !used.has(location))
        report({
          at: location.element.nameRange,
          message: `There is no section in this location tag, so that overrideMode ${location.overrideMode} holds for nothing. Put the sections in that are meant; an empty element is enough.`,
          fixes: [
            {
              title: 'Remove the location tag',
              edits: [removeElement(document.text, location.element)],
              isSafe: false,
            },
          ],
        });
  },
});
