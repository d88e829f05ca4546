import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { settingsOf } from '../settings';

const ENCODINGS = ['requestEncoding', 'responseEncoding', 'fileEncoding', 'responseHeaderEncoding'];
const CULTURES = ['culture', 'uiCulture'];

/** Spellings that .NET Framework does not know, and what they mean. */
const MEANT: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf_8: 'utf-8',
  'utf 8': 'utf-8',
  utf16: 'utf-16',
  utf_16: 'utf-16',
};

export default defineConfigRule({
  id: 'invalid-globalization',
  severity: 'error',
  profile: 'correctness',
  title: 'An encoding or a culture that .NET does not know',
  why: 'The encodings of `globalization` are names such as `utf-8`, with the hyphen, the cultures names such as `de-DE`, or `auto`. ASP.NET stops with "Invalid value for the globalization attribute" on every request where it does not know one.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, GlobalizationSection',
      says: 'every encoding and culture is created on reading, and a failure is a configuration error',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><globalization requestEncoding="utf8" responseEncoding="utf-8" /></system.web>',
        at: 'utf8',
      },
      { text: '<system.web><globalization culture="en_US" /></system.web>', at: 'en_US' },
      '<location path="a"><system.web><globalization uiCulture="auto:de_DE" /></system.web></location>',
    ],
    good: [
      '<system.web><globalization requestEncoding="UTF-8" responseEncoding="iso-8859-1" culture="auto:en-US" uiCulture="auto" /></system.web>',
      '<system.web><globalization culture="de" uiCulture="zh-Hans" fileEncoding="windows-1252" /></system.web>',
      '<system.web><globalization culture="__CULTURE_NAME__" uiCulture="" /></system.web>',
    ],
  },
  check(context) {
    for (const name of [...ENCODINGS, ...CULTURES])
      for (const { attribute, value } of settingsOf(context, 'system.web/globalization', name)) {
        if (isPlaceholder(value)) continue;
        const isCulture = CULTURES.includes(name);
        const meant = isCulture
          ? /^(?:auto:)?[a-z]{2,3}(?:_[a-z\d]{2,8}){1,2}$/i.test(value) && value.replace(/_/g, '-')
          : MEANT[value.toLowerCase()];
        if (!meant) continue;
        context.report({
          at: attribute.valueRange,
          message: `.NET knows no ${isCulture ? 'culture' : 'encoding'} ${quoted(value)}: ASP.NET answers every request with a configuration error. Write ${meant}.`,
          fixes: [{ title: `Change to ${meant}`, edits: [setValue(attribute, meant)], isSafe: true }],
        });
      }
  },
});
