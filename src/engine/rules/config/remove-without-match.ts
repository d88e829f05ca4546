import { removeElement } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'remove-without-match',
  severity: 'information',
  profile: 'recommended',
  title: 'A remove that removes nothing',
  why: 'No file above adds an entry with this key, so the `<remove>` has no effect. Mostly the name is misspelt, and the entry that was meant is still there.',
  sources: [
    {
      document: 'IIS configuration: collections',
      says: 'remove takes out the inherited entry with the same key',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><remove name="WebDAVv" /></handlers></system.webServer>',
        server:
          '<location path="" overrideMode="Allow"><system.webServer><handlers><add name="WebDAV" path="*" verb="PUT" modules="WebDAVModule" /></handlers></system.webServer></location>',
        path: 'Shop',
        at: '<remove name="WebDAVv" />',
      },
    ],
    good: [
      {
        text: '<system.webServer><handlers><remove name="WebDAV" /></handlers></system.webServer>',
        server:
          '<location path="" overrideMode="Allow"><system.webServer><handlers><add name="WebDAV" path="*" verb="PUT" modules="WebDAVModule" /></handlers></system.webServer></location>',
        path: 'Shop',
      },
      '<system.webServer><handlers><remove name="ExtensionlessUrlHandler-Custom" /></handlers></system.webServer>',
    ],
  },
  check({ document, hierarchy, report }) {
    if (!hierarchy.hasServer || !hierarchy.isPlaced) return;
    for (const problem of hierarchy.problems()) {
      if (problem.kind !== 'removeWithoutMatch' || !problem.section.path.startsWith('system.webServer/')) continue;
      const { element } = problem;
      const [key] = element.attributes;
      // What stands right before an entry with the same key keeps the file working on other servers.
      const readded = element.parent?.children.some(
        (one) =>
          one.name !== element.name && key && attribute(one, key.name)?.toLowerCase() === key.value.toLowerCase(),
      );
      if (!key || readded) continue;
      report({
        at: element,
        message: `No file above has an entry ${key.name} ${quoted(key.value)}, so this removes nothing.`,
        fixes: [{ title: 'Remove this line', edits: [removeElement(document.text, element)], isSafe: true }],
      });
    }
  },
});
