import { sectionsAt } from '../../config/sections';
import type { SectionUse } from '../../config/document';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'duplicate-section',
  severity: 'error',
  profile: 'correctness',
  title: 'A section stands twice in one file for one path',
  why: 'In one file a section may stand once for each location path. A second one makes IIS answer 500.19 with 0x800700B7, "There is a duplicate ... section defined"; .NET refuses it as well.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: 'duplicate sections in one file give 0x800700B7',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><directoryBrowse showFlags="Date" /></system.webServer><system.webServer><directoryBrowse enabled="false" /></system.webServer>',
      '<system.webServer><directoryBrowse showFlags="Date" /></system.webServer><location path="."><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><directoryBrowse enabled="true" /></system.webServer><location path="a"><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>',
      '<system.webServer><directoryBrowse enabled="true" /></system.webServer><system.webServer><urlCompression doStaticCompression="true" /></system.webServer>',
    ],
  },
  check({ document, report }) {
    for (const uses of sectionsAt(document).values()) {
      if (uses.length < 2) continue;
      const first = new Map<string, SectionUse>();
      for (const use of uses) {
        const at = use.location?.path.toLowerCase() ?? '';
        const known = first.get(at);
        if (!known) {
          first.set(at, use);
          continue;
        }
        report({
          at: use.element.nameRange,
          message: `<${use.element.name}> stands twice in this file for the same path: IIS answers 500.19 with 0x800700B7. Put both together.`,
          related: [{ ...known.element.nameRange, message: 'The first one.' }],
        });
      }
    }
  },
});
