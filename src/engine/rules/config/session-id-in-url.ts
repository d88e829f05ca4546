import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'session-id-in-url',
  severity: 'warning',
  profile: 'recommended',
  title: 'The session id may stand in the URL',
  why: 'With `cookieless` set to `UseUri`, `true` or `AutoDetect` ASP.NET writes the session id into addresses, where logs, referrers and shared links give it away. Whoever has it has the session.',
  sources: [
    {
      document: 'sessionState element (ASP.NET Settings Schema)',
      says: 'cookieless: UseUri always embeds the id in the URL, AutoDetect where cookies are not supported',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><sessionState cookieless="true" /></system.web>', at: 'true' },
      '<system.web><sessionState mode="InProc" cookieless="AutoDetect" /></system.web>',
    ],
    good: [
      '<system.web><sessionState cookieless="false" /></system.web>',
      '<system.web><sessionState cookieless="UseCookies" /></system.web>',
      '<system.web><sessionState mode="Off" cookieless="true" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/sessionState', 'cookieless')) {
      if (!(['UseUri', 'AutoDetect', 'true'].includes(one.value) && attribute(one.element, 'mode') !== 'Off')) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'The session id can get into URLs, and with it into logs, referrers and shared links. UseCookies keeps it out.',
        fixes: [{ title: 'Change to UseCookies', edits: [setValue(one.attribute, 'UseCookies')], isSafe: false }],
      });
    }
  },
});
