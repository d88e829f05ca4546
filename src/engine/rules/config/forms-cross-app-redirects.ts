import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'forms-cross-app-redirects',
  severity: 'information',
  profile: 'hardening',
  title: 'Forms authentication may redirect to other applications',
  why: 'With `enableCrossAppRedirects="true"` the login may send users, with their ticket in the URL, to an address that the request names. Only applications that share a login need it.',
  sources: [
    {
      document: 'forms element for authentication (ASP.NET Settings Schema)',
      says: 'enableCrossAppRedirects: authenticated users may be redirected to other web applications',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authentication mode="Forms"><forms enableCrossAppRedirects="true" requireSSL="true" /></authentication></system.web>',
        at: 'true',
      },
    ],
    good: [
      '<system.web><authentication mode="Forms"><forms enableCrossAppRedirects="false" requireSSL="true" /></authentication></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/authentication', 'enableCrossAppRedirects', 'forms')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'The login may redirect to other applications with the ticket in the URL. Leave it off unless applications share this login.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
