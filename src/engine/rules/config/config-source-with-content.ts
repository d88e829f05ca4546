import { defineConfigRule } from '../configRule';

const MAY_STAND = new Set(['configSource', 'configProtectionProvider']);

export default defineConfigRule({
  id: 'config-source-with-content',
  severity: 'error',
  profile: 'correctness',
  title: 'A section with configSource and content of its own',
  why: 'With `configSource` the whole section stands in the other file. Attributes or elements beside it make IIS and .NET refuse the file.',
  sources: [
    {
      document: 'SectionInformation.ConfigSource',
      says: 'a section with configSource has no other attributes or elements',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><pages configSource="pages.config" buffer="true" /></system.web>',
        at: 'configSource="pages.config"',
      },
      '<system.webServer><rewrite><rules configSource="rules.config"><clear /></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.web><pages configSource="pages.config" /></system.web>',
      '<system.webServer><rewrite><rules configSource="rules.config"></rules></rewrite></system.webServer>',
    ],
  },
  check({ document, report }) {
    for (const { element, content } of document.sections) {
      if (content !== 'elsewhere') continue;
      const source = element.attributes.find(({ name }) => name === 'configSource');
      const more = element.attributes.find(({ name }) => !MAY_STAND.has(name) && !/^(?:xmlns|xdt)\b|^lock/.test(name));
      if (!source || (!more && !element.children.length)) continue;
      report({
        at: source,
        message: `With configSource the whole of <${element.name}> stands in the other file: ${
          more ? `the attribute ${more.name}` : 'the elements in it'
        } must go there too, or IIS answers 500.19.`,
      });
    }
  },
});
