import { removeAttribute } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'empty-value',
  severity: 'error',
  profile: 'correctness',
  title: 'A value is missing',
  why: 'Numbers, times, Boolean values and names cannot be empty, and some texts neither. IIS refuses the file with 500.19 and 0x8007000D. Where the default is meant, the attribute is left out.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'nonEmptyString; the types other than string have no empty value',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><directoryBrowse enabled="" /></system.webServer>',
      '<system.webServer><httpErrors errorMode="" /></system.webServer>',
    ],
    good: [
      '<system.webServer><directoryBrowse enabled="true" /></system.webServer>',
      '<system.webServer><directoryBrowse showFlags="" /></system.webServer>',
    ],
  },
  check({ document, report }) {
    return {
      badValue({ problem, attribute, schema, use }) {
        if (problem.kind !== 'empty') return;
        const isNeeded = schema.required || schema.isUniqueKey || schema.isCombinedKey;
        report({
          at: attribute,
          message: `${attribute.name} is empty: ${refusal(use.section)}. ${
            isNeeded ? 'Give it a value.' : 'Give it a value, or leave the attribute out.'
          }`,
          fixes: isNeeded
            ? []
            : [
                {
                  title: `Remove ${attribute.name}`,
                  edits: [removeAttribute(document.text, attribute)],
                  isSafe: false,
                },
              ],
        });
      },
    };
  },
});
