import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { isOfDotNet } from '../refusal';

export default defineConfigRule({
  id: 'invalid-text',
  severity: 'error',
  profile: 'correctness',
  title: 'A name with characters that IIS does not allow',
  why: 'Names of sites and application pools become parts of paths, accounts and command lines, so IIS keeps some characters out of them, and blanks at the ends of several texts. It refuses the file with 500.19 and 0x8007000D; WAS does not create the pool or site.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'applicationPoolName, siteName and requireTrimmedString with their forbidden characters',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop/Admin" /></applicationPools></system.applicationHost>',
        at: 'Shop/Admin',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop Admin (2)" /></applicationPools></system.applicationHost>',
      },
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, use }) {
        const { value, valueRange, name } = attribute;
        if (problem.kind === 'forbiddenCharacters')
          report({
            at: valueRange,
            message: `${name} ${quoted(value)} must not hold ${Array.from(problem.found).join(' ')}: IIS refuses it.`,
          });
        // .NET cuts blanks off before it looks.
        else if (problem.kind === 'blanksAtEnds' && !isOfDotNet(use.section))
          report({
            at: valueRange,
            message: `${name} ${quoted(value)} must not begin or end with a blank: IIS refuses it.`,
            fixes: [{ title: 'Remove the blanks', edits: [setValue(attribute, value.trim())], isSafe: false }],
          });
      },
    };
  },
});
