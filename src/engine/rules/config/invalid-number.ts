import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'invalid-number',
  severity: 'error',
  profile: 'correctness',
  title: 'A value that must be a whole number',
  why: 'The attribute takes a whole number: digits, no blanks between them, no unit, no fraction. IIS refuses the file with 500.19 and 0x8007000D.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'attributes of type uint, int and int64 take decimal digits',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="30MB" /></requestFiltering></security></system.webServer>',
        at: '30MB',
      },
      '<system.webServer><httpErrors><remove statusCode="404x" subStatusCode="-1" /></httpErrors></system.webServer>',
    ],
    good: [
      '<system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="30000000" /></requestFiltering></security></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, use }) {
        if (problem.kind !== 'notNumber') return;
        report({
          at: attribute.valueRange,
          message: `${attribute.name} must be a whole number, not ${quoted(attribute.value)}: ${refusal(use.section)}.`,
        });
      },
    };
  },
});
