import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'event-validation-off',
  severity: 'information',
  profile: 'hardening',
  title: 'Postbacks are not validated',
  why: 'Event validation makes ASP.NET refuse postbacks with values that the page did not offer, such as an option that is not in a list. Switching it off for the whole application leaves that check to every page.',
  sources: [
    {
      document: 'pages element (ASP.NET Settings Schema)',
      says: 'enableEventValidation: pages and controls validate postback and callback events',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [{ text: '<system.web><pages enableEventValidation="false" /></system.web>', at: 'false' }],
    good: ['<system.web><pages enableEventValidation="true" /></system.web>'],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/pages', 'enableEventValidation')) {
      if (!isFalse(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'ASP.NET takes postbacks with values that the page never offered. Switch it off for single pages at most.',
        fixes: [{ title: 'Change to true', edits: [setValue(one.attribute, 'true')], isSafe: false }],
      });
    }
  },
});
