import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'missing-config-source',
  severity: 'warning',
  profile: 'recommended',
  title: 'configSource names a file that is not there',
  why: 'Without the file IIS answers 500.19 and .NET refuses to start. Where a deployment writes the file, this finding can be suppressed with that as the reason.',
  sources: [{ document: 'SectionInformation.ConfigSource', says: 'the file must exist', read: '2026-11-24' }],
  examples: {
    bad: [{ text: '<appSettings configSource="app.config" />', at: 'app.config', missing: ['app.config'] }],
    good: ['<appSettings configSource="app.config" />'],
  },
  check({ document, hierarchy, report }) {
    const external = hierarchy.levels.at(-1)?.external;
    for (const { element, content } of document.sections) {
      const name = attribute(element, 'configSource');
      if (content !== 'elsewhere' || name === undefined || external?.get(name) !== null) continue;
      const source = element.attributes.find((one) => one.name === 'configSource');
      if (source)
        report({
          at: source.valueRange,
          message: `There is no file ${quoted(name)} beside this one: unless it comes with the deployment, IIS answers 500.19.`,
        });
    }
  },
});
