import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { refusal } from '../refusal';

const MEANT: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  1: 'true',
  no: 'false',
  off: 'false',
  0: 'false',
};

export default defineConfigRule({
  id: 'invalid-boolean',
  severity: 'error',
  profile: 'correctness',
  title: 'A value that must be true or false',
  why: 'A Boolean attribute takes `true` or `false` and no other word. IIS does not read the file further and answers requests with 500.19 and 0x8007000D.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'attributes of type bool take true and false',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><directoryBrowse enabled="yes" /></system.webServer>', at: 'yes' },
      '<location path="Default Web Site"><system.webServer><directoryBrowse enabled="1" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><directoryBrowse enabled="true" /></system.webServer>',
      '<system.webServer><directoryBrowse enabled="TRUE" /></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, use }) {
        if (problem.kind !== 'notBool') return;
        const meant = MEANT[attribute.value.trim().toLowerCase()];
        report({
          at: attribute.valueRange,
          message: `${attribute.name} must be true or false, not ${quoted(attribute.value)}: ${refusal(use.section)}.`,
          fixes: meant ? [{ title: `Change to ${meant}`, edits: [setValue(attribute, meant)], isSafe: true }] : [],
        });
      },
    };
  },
});
