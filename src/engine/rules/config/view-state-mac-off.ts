import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'view-state-mac-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'View state is not protected against tampering',
  why: 'With `enableViewStateMac="false"` an old ASP.NET takes any view state that a client sends, which lets an attacker run code. Since the updates of September 2014 and .NET Framework 4.5.2 the setting is ignored, so it is harmful or useless.',
  sources: [
    {
      document: 'Microsoft Security Advisory 2905247',
      says: 'forging view state allows elevation of privilege; the update takes the setting away',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [{ text: '<system.web><pages enableViewStateMac="false" /></system.web>', at: 'false' }],
    good: ['<system.web><pages enableViewStateMac="true" enableViewState="false" /></system.web>'],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/pages', 'enableViewStateMac')) {
      if (!isFalse(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'View state without its code can be forged to run code on the server. Current versions of .NET Framework ignore this setting; old ones obey it.',
        fixes: [{ title: 'Change to true', edits: [setValue(one.attribute, 'true')], isSafe: false }],
      });
    }
  },
});
