import { removeElement } from '../../config/edits';
import { attribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'duplicate-section-declaration',
  severity: 'error',
  profile: 'correctness',
  title: 'A section is declared twice',
  why: 'A section may be declared once in `<configSections>`. A second declaration makes the file unusable: IIS answers 500.19 with 0x800700B7, "There is a duplicate section defined", and .NET refuses it as well.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x800700B7: a duplicate section is defined',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<configSections>\n<section name="log4net" type="A" />\n<section name="log4net" type="B" />\n</configSections>',
        at: 'log4net',
      },
      '<configSections><sectionGroup name="g"><section name="a" type="A" /><section name="a" type="A" /></sectionGroup></configSections>',
    ],
    good: [
      '<configSections><section name="a" type="A" /><sectionGroup name="g"><section name="a" type="A" /></sectionGroup></configSections>',
      '<configSections><section name="a" type="A" /><remove name="a" /><section name="a" type="B" /></configSections>',
      '<configSections><section name="a" type="A" /><section name="A" type="B" /></configSections>',
    ],
  },
  check({ document: { root, text, kind }, report }) {
    if (kind === 'transform') return;
    const inGroup = (group: XmlElement, depth: number): void => {
      const taken = new Map<string, XmlElement>();
      for (const element of group.children) {
        const name = attribute(element, 'name');
        if (element.name === 'clear') taken.clear();
        if (name === undefined) continue;
        if (element.name === 'remove') taken.delete(name);
        else if (element.name === 'sectionGroup' && depth < 50) inGroup(element, depth + 1);
        if (element.name !== 'section') continue;
        const first = taken.get(name);
        if (!first) taken.set(name, element);
        else
          report({
            at: element.attributes.find((one) => one.name === 'name')?.valueRange ?? element.nameRange,
            message: `The section ${quoted(name)} is declared twice: IIS answers 500.19 with 0x800700B7, and .NET refuses the file too.`,
            related: [{ ...first.startTag, message: 'The first declaration.' }],
            fixes: [
              {
                title: 'Remove this declaration',
                edits: [removeElement(text, element)],
                isSafe: attribute(first, 'type') === attribute(element, 'type'),
              },
            ],
          });
      }
    };
    for (const element of root?.children ?? []) if (element.name === 'configSections') inGroup(element, 0);
  },
});
