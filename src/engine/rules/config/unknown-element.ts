import { renameElement } from '../../config/edits';
import { childNames } from '../../schema/schema';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'unknown-element',
  severity: 'error',
  profile: 'correctness',
  title: 'An element that its section does not have',
  why: 'A section holds the elements that its schema lists and nothing else. IIS stops at the first foreign one and answers requests with 500.19 and 0x8007000D, "Unrecognized element". `remove` and `clear` count too: some collections do not have them.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'a section is closed: child elements and directives are listed',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><defaultDocument><file><add value="a" /></file></defaultDocument></system.webServer>',
        at: 'file',
      },
      '<system.webServer><security><requestFiltering><hiddenSegment /></requestFiltering></security></system.webServer>',
    ],
    good: [
      '<system.webServer><defaultDocument><files><clear /><add value="a.htm" /></files></defaultDocument></system.webServer>',
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><anything /></assemblyBinding></runtime>',
    ],
  },
  check({ report }) {
    return {
      unknownElement(element, parent) {
        const names = parent.role === 'remove' || parent.role === 'clear' ? [] : childNames(parent.schema);
        const meant = closest(element.name, names);
        const known = names.length ? ` It can hold ${oneOf(names)}.` : ' It holds no elements.';
        report({
          at: element.nameRange,
          message: `<${parent.element.name}> holds no element ${quoted(element.name)}: ${refusal(parent.section)}.${
            meant ? ` Did you mean ${meant}?` : known
          }`,
          fixes: meant ? [{ title: `Change to ${meant}`, edits: renameElement(element, meant), isSafe: true }] : [],
        });
      },
    };
  },
});
