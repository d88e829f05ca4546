import { removeElement } from '../../config/edits';
import { attribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'duplicate-app-setting',
  severity: 'warning',
  profile: 'recommended',
  title: 'A setting stands twice in appSettings',
  why: 'In `appSettings` .NET takes the last entry of a key without a word, and compares keys without case. Whoever edits the first one wonders why nothing changes.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, KeyValueConfigurationCollection',
      says: 'duplicates do not throw, keys are compared without case',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<appSettings>\n  <add key="Mode" value="live" />\n  <add key="mode" value="test" />\n</appSettings>',
        at: 'Mode',
      },
      '<location path="a"><appSettings><add key="a" value="1" /><add key="a" value="1" /></appSettings></location>',
    ],
    good: [
      '<appSettings><add key="a" value="1" /><remove key="a" /><add key="a" value="2" /></appSettings>',
      '<appSettings><add key="a" value="1" /></appSettings><location path="x"><appSettings><add key="a" value="2" /></appSettings></location>',
    ],
  },
  check(context) {
    const { document, report } = context;
    for (const { element } of elementsOf(context, 'appSettings')) {
      const taken = new Map<string, XmlElement>();
      for (const entry of element.children) {
        const key = attribute(entry, 'key')?.toLowerCase();
        if (entry.name === 'clear') taken.clear();
        else if (entry.name === 'remove' && key !== undefined) taken.delete(key);
        if (entry.name !== 'add' || key === undefined) continue;
        const earlier = taken.get(key);
        taken.set(key, entry);
        if (!earlier) continue;
        const same = attribute(earlier, 'value') === attribute(entry, 'value');
        report({
          at: earlier.attributes.find(({ name }) => name === 'key')?.valueRange ?? earlier.nameRange,
          severity: same ? 'information' : 'warning',
          message: same
            ? `${quoted(attribute(entry, 'key') ?? '')} stands twice with the same value.`
            : `This value has no effect: ${quoted(attribute(entry, 'key') ?? '')} stands once more below, and .NET takes the last one.`,
          related: [{ ...entry.startTag, message: 'This one counts.' }],
          fixes: [{ title: 'Remove this entry', edits: [removeElement(document.text, earlier)], isSafe: true }],
        });
      }
    }
  },
});
