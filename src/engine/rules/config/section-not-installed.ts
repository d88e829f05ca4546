import { productNames } from '../../schema/products';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'section-not-installed',
  severity: 'error',
  profile: 'correctness',
  title: 'A section of an extension that the server does not have',
  why: 'The schema files of this server do not know the section: the extension that brings it is not installed. IIS answers 500.19 with 0x8007000D until it is, or until the section is gone.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x8007000D for a section whose module is not installed',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules /></rewrite></system.webServer>',
        schemas: ['<configSchema><sectionSchema name="system.webServer/directoryBrowse" /></configSchema>'],
        at: 'rules',
      },
    ],
    good: [
      {
        text: '<system.webServer><directoryBrowse /></system.webServer>',
        schemas: ['<configSchema><sectionSchema name="system.webServer/directoryBrowse" /></configSchema>'],
      },
      '<system.webServer><rewrite><rules /></rewrite></system.webServer>',
    ],
  },
  check({ document, report }) {
    for (const { element, schema } of document.sections) {
      if (schema?.installed !== false) continue;
      report({
        at: element.nameRange,
        message: `<${element.name}> needs ${productNames[schema.product]}, which this server does not have: IIS answers 500.19 with 0x8007000D.`,
      });
    }
  },
});
