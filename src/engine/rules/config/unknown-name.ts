import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'unknown-name',
  severity: 'error',
  profile: 'correctness',
  title: 'A name that the attribute does not allow',
  why: 'An enumeration takes one of its names, flags take several of them with commas between. Any other word makes IIS refuse the file with 500.19 and 0x8007000D.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'enum and flag attributes list their names',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><httpErrors errorMode="Detailled" /></system.webServer>', at: 'Detailled' },
      { text: '<system.webServer><handlers accessPolicy="Read, Scrpt" /></system.webServer>', at: 'Scrpt' },
    ],
    good: [
      '<system.webServer><httpErrors errorMode="detailedLocalOnly" /></system.webServer>',
      '<system.webServer><handlers accessPolicy="Read, Script" /></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, schema, use }) {
        if (problem.kind !== 'unknownName') return;
        const { name, names, meant } = problem;
        const { valueRange, raw } = attribute;
        const at = raw.indexOf(name);
        const range = at < 0 ? valueRange : { start: valueRange.start + at, end: valueRange.start + at + name.length };
        const edit = at < 0 ? setValue(attribute, meant ?? '') : { ...range, text: meant ?? '' };
        report({
          at: range,
          message: `${attribute.name} does not allow ${quoted(name)}: ${refusal(use.section)}. ${
            schema.type === 'flags' ? 'It takes any of' : 'It is'
          } ${oneOf(names, 14)}.`,
          fixes: meant ? [{ title: `Change to ${meant}`, edits: [edit], isSafe: true }] : [],
        });
      },
    };
  },
});
