import { setValue } from '../../config/edits';
import { childNames } from '../../schema/schema';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { host } from '../serverExamples';

const KINDS: Readonly<Record<string, 'attribute' | 'element'>> = {
  lockAttributes: 'attribute',
  lockAllAttributesExcept: 'attribute',
  lockElements: 'element',
  lockAllElementsExcept: 'element',
};

export default defineConfigRule({
  id: 'lock-of-unknown-name',
  severity: 'warning',
  profile: 'recommended',
  title: 'A lock for a name that the element does not have',
  why: '`lockAttributes` and `lockElements` name what files below may not change: attributes of this very element, its children, or the directives `add`, `remove` and `clear`. Names count with their case. A name that the element does not have protects nothing, while the one that was meant stays open.',
  sources: [
    {
      document: 'How to use locking in IIS configuration, Microsoft Learn',
      says: 'the lock attributes list names of attributes or elements, separated by commas',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      host('<system.webServer><httpErrors lockAttributes="errormode" /></system.webServer>', 'errormode'),
      host('<system.webServer><handlers lockElements="add,clear,removes" /></system.webServer>', 'add,clear,removes'),
      '<system.webServer><directoryBrowse lockAllAttributesExcept="enable" /></system.webServer>',
    ],
    good: [
      host(
        '<system.webServer><httpErrors lockAttributes="allowAbsolutePathsWhenDelegated,defaultPath" /></system.webServer>',
      ),
      host('<system.webServer><handlers lockElements="clear, remove" lockAttributes="*" /></system.webServer>'),
      host(
        '<system.webServer><security><requestFiltering lockAllElementsExcept="requestLimits" /></security></system.webServer>',
      ),
      '<system.webServer><modules><remove name="X" /><add name="X" type="A" lockItem="true" /></modules></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      element({ element, schema }) {
        for (const written of element.attributes) {
          if (!written.name.startsWith('lock')) continue;
          const kind = KINDS[written.name];
          if (!kind || (kind === 'attribute' && schema.allowUnrecognizedAttributes)) continue;
          const names = kind === 'attribute' ? [...schema.attributes.keys()] : childNames(schema);
          const listed = written.value.split(',').map((name) => name.trim());
          const unknown = listed.filter((name) => name !== '' && name !== '*' && !names.includes(name));
          const [first] = unknown;
          if (first === undefined) continue;
          const meant = closest(first, names);
          const right = listed.map((name) => (name === first ? (meant ?? name) : name)).join(',');
          report({
            at: written.valueRange,
            message: `<${element.name}> has no ${kind} ${oneOf(unknown.map((name) => quoted(name)))}: ${
              written.name.endsWith('Except') ? 'it makes no exception' : 'nothing is locked by it'
            }.${meant ? ` Did you mean ${meant}?` : ''}`,
            fixes:
              meant && unknown.length === 1
                ? [{ title: `Change to ${meant}`, edits: [setValue(written, right)], isSafe: false }]
                : [],
          });
        }
      },
    };
  },
});
