import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'unknown-attribute',
  severity: 'error',
  profile: 'correctness',
  title: 'An attribute that the element does not have',
  why: 'IIS compares names exactly as they are written, upper and lower case included. An attribute that the schema of the section does not list makes the whole file unusable: requests are answered with 500.19 and 0x8007000D, "Unrecognized attribute".',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'attributes of an element are closed unless allowUnrecognizedAttributes is set',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><directoryBrowse enable="true" /></system.webServer>', at: 'enable' },
      '<system.webServer><directoryBrowse Enabled="true" /></system.webServer>',
      '<location path="shop"><system.webServer><httpErrors bogus="1" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><directoryBrowse enabled="true" lockAttributes="enabled" /></system.webServer>',
      '<system.webServer><rewrite><rules configSource="rules.config" /></rewrite></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      unknownAttribute(attribute, { schema, element, section }) {
        const free = [...schema.attributes.keys()].filter(
          (name) => !element.attributes.some((one) => one.name === name),
        );
        const meant = closest(attribute.name, free);
        const known = free.length ? ` It can have ${oneOf(free)}.` : '';
        report({
          at: attribute.nameRange,
          message: `<${element.name}> has no attribute ${quoted(attribute.name)}: ${refusal(section)}.${
            meant ? ` Did you mean ${meant}?` : known
          }`,
          fixes: meant
            ? [{ title: `Change to ${meant}`, edits: [{ ...attribute.nameRange, text: meant }], isSafe: true }]
            : [],
        });
      },
    };
  },
});
