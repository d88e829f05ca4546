import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'unsafe-header-parsing',
  severity: 'information',
  profile: 'recommended',
  title: 'Responses are parsed without strictness',
  why: 'With `useUnsafeHeaderParsing="true"` the application takes HTTP responses that break the protocol, also crafted ones. It was made for old servers that cannot be repaired; it holds for all calls of the application.',
  sources: [
    {
      document: 'httpWebRequest element (.NET Framework network settings)',
      says: 'useUnsafeHeaderParsing: validation is relaxed, which opens the application to attacks',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.net><settings><httpWebRequest useUnsafeHeaderParsing="true" /></settings></system.net>',
        at: 'true',
      },
    ],
    good: ['<system.net><settings><httpWebRequest useUnsafeHeaderParsing="false" /></settings></system.net>'],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.net/settings', 'useUnsafeHeaderParsing', 'httpWebRequest')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'All HTTP calls of the application take malformed responses, also crafted ones. Leave it off unless a server it calls needs it.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
