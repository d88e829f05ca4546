import { withoutEndSlashes } from '../../text/slashes';
import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const NEEDS = {
  noSlashAtStart: 'must begin with /',
  slashAtEnd: 'must not end with /',
  dotSegment: 'must not hold . or .. as a part',
} as const;

export default defineConfigRule({
  id: 'invalid-virtual-path',
  severity: 'error',
  profile: 'correctness',
  title: 'The path of an application or virtual directory is malformed',
  why: 'The path of an application or a virtual directory begins with one slash and, but for the root, does not end with one. IIS refuses other forms, and with them the whole list of sites.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'applicationPath and virtualDirectoryPath',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\Shop" /></application><application path="till"><virtualDirectory path="/" physicalPath="D:\\Till" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
        at: 'till',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\Shop" /></application><application path="/till"><virtualDirectory path="/" physicalPath="D:\\Till" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
      },
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute }) {
        if (problem.kind !== 'badPath') return;
        const { value } = attribute;
        const right =
          problem.why === 'noSlashAtStart' ? `/${value}` : problem.why === 'slashAtEnd' ? withoutEndSlashes(value) : '';
        report({
          at: attribute.valueRange,
          message: `${attribute.name} ${quoted(value)} ${NEEDS[problem.why]}: IIS refuses it.`,
          fixes: right ? [{ title: `Change to ${right}`, edits: [setValue(attribute, right)], isSafe: false }] : [],
        });
      },
    };
  },
});
