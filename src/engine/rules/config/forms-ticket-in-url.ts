import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'forms-ticket-in-url',
  severity: 'warning',
  profile: 'recommended',
  title: 'The login ticket may stand in the URL',
  why: 'With `cookieless` set to `UseUri` or `AutoDetect` forms authentication writes the ticket of a signed-in user into addresses, where logs, referrers and shared links give it away. Whoever has it is signed in.',
  sources: [
    {
      document: 'forms element for authentication (ASP.NET Settings Schema)',
      says: 'cookieless: UseUri and AutoDetect may put the ticket into the URL',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authentication mode="Forms"><forms cookieless="UseUri" requireSSL="true" /></authentication></system.web>',
        at: 'UseUri',
      },
    ],
    good: [
      '<system.web><authentication mode="Forms"><forms cookieless="UseCookies" requireSSL="true" /></authentication></system.web>',
      '<system.web><authentication mode="Forms"><forms requireSSL="true" /></authentication></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/authentication', 'cookieless', 'forms')) {
      if (!(one.value === 'UseUri' || one.value === 'AutoDetect')) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'The ticket of a signed-in user can get into URLs, and with it into logs, referrers and shared links. UseCookies keeps it out.',
        fixes: [{ title: 'Change to UseCookies', edits: [setValue(one.attribute, 'UseCookies')], isSafe: false }],
      });
    }
  },
});
