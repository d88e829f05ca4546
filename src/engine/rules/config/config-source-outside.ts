import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'config-source-outside',
  severity: 'error',
  profile: 'correctness',
  title: 'configSource names a file outside the folder',
  why: 'The file that `configSource` names must lie in the folder of the file that names it, or below. IIS and .NET refuse a path with a drive, a share, a leading slash or `..`.',
  sources: [
    {
      document: 'SectionInformation.ConfigSource',
      says: 'a relative path at or below the folder of the file',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<connectionStrings configSource="..\\shared\\db.config" />', at: '..\\shared\\db.config' },
      '<appSettings configSource="D:\\config\\app.config" />',
      '<appSettings configSource="\\\\server\\share\\app.config" />',
    ],
    good: ['<connectionStrings configSource="config\\db.config" />', '<appSettings file="..\\app.config" />'],
  },
  check({ document, report }) {
    for (const { element, content } of document.sections) {
      if (content !== 'elsewhere') continue;
      const source = element.attributes.find(({ name }) => name === 'configSource');
      if (!source || !/^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(source.value.trim())) continue;
      report({
        at: source.valueRange,
        message: `configSource must name a file in this folder or below, not ${quoted(source.value)}: IIS and .NET refuse it.`,
      });
    }
  },
});
