import { removeElement } from '../../config/edits';
import { indentation } from '../../xml/place';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'config-sections-not-first',
  severity: 'error',
  profile: 'correctness',
  title: 'configSections is not the first element',
  why: '`<configSections>` may stand once in a file, and only as the first element of `<configuration>`; comments may stand before it. .NET refuses any other order, so no application below the file starts.',
  sources: [
    {
      document: 'configSections element (.NET Framework configuration reference)',
      says: 'configSections must be the first child element of configuration',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<appSettings><add key="a" value="1" /></appSettings>\n<configSections><section name="x" type="X" /></configSections>',
        at: 'configSections',
      },
      '<location path="a"><system.web /></location>\n<configSections />',
    ],
    good: [
      '<!-- a comment --><configSections><section name="x" type="X" /></configSections><appSettings />',
      '<appSettings />',
    ],
  },
  check({ document: { root, text, kind }, report }) {
    if (root?.name !== 'configuration' || kind === 'transform') return;
    const [first] = root.children;
    const found = root.children.filter(({ name }) => name === 'configSections');
    for (const element of found) {
      // A second one is reported as such.
      if (element === first || found[0] === first || !first || element !== found[0]) continue;
      const own = text.slice(element.start, element.end);
      const before = { start: first.start, end: first.start, text: `${own}\n${indentation(text, first.start)}` };
      report({
        at: element.nameRange,
        message:
          'configSections must be the first element of configuration: .NET refuses the whole file with a configuration error.',
        fixes: [{ title: 'Move it to the top', edits: [before, removeElement(text, element)], isSafe: true }],
      });
    }
  },
});
