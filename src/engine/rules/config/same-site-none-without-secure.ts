import { setAttribute, type TextEdit } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

const COOKIES = [
  { section: 'system.web/authentication', within: ['forms'], attribute: 'cookieSameSite' },
  { section: 'system.web/httpCookies', within: [], attribute: 'sameSite' },
  { section: 'system.web/sessionState', within: [], attribute: 'cookieSameSite' },
] as const;

export default defineConfigRule({
  id: 'same-site-none-without-secure',
  severity: 'warning',
  profile: 'recommended',
  title: 'SameSite=None without Secure',
  why: 'Browsers throw away a cookie with `SameSite=None` that is not `Secure`: users are not signed in or lose their session. The cookie becomes secure with `requireSSL="true"`, in `forms` for the ticket and in `httpCookies` for all others.',
  sources: [
    {
      document: 'Work with SameSite cookies in ASP.NET',
      url: 'https://learn.microsoft.com/aspnet/samesite/system-web-samesite',
      says: 'cookies with SameSite=None must be marked Secure',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><sessionState cookieSameSite="None" /></system.web>', at: 'None' },
      '<system.web><authentication mode="Forms"><forms cookieSameSite="None" /></authentication></system.web>',
      '<system.web><httpCookies sameSite="none" httpOnlyCookies="true" /></system.web>',
    ],
    good: [
      '<system.web><sessionState cookieSameSite="None" /><httpCookies requireSSL="true" /></system.web>',
      '<system.web><authentication mode="Forms"><forms cookieSameSite="None" requireSSL="true" /></authentication></system.web>',
      '<system.web><httpCookies sameSite="Lax" /><sessionState cookieSameSite="Unspecified" /></system.web>',
      '<system.web><authentication mode="Forms"><forms cookieSameSite="None" /></authentication><httpCookies requireSSL="true" /></system.web>',
    ],
  },
  check(context) {
    const { hierarchy, report } = context;
    for (const { section, within, attribute: name } of COOKIES)
      for (const { use, element, attribute: written, value } of settingsOf(context, section, name, ...within)) {
        const path = hierarchy.pathOf(use);
        const cookies = hierarchy.effective('system.web/httpCookies', path)?.element;
        const forms = hierarchy.effective('system.web/authentication', path)?.element.element('forms');
        const isSecure = [cookies, within.length ? forms : null].some((one) => one?.isTrue('requireSSL'));
        if (value.toLowerCase() !== 'none' || isSecure) continue;
        const edits: TextEdit[] =
          section === 'system.web/sessionState' ? [] : [setAttribute(element, 'requireSSL', 'true')];
        report({
          at: written.valueRange,
          message: `Browsers throw away cookies with SameSite=None that are not Secure. Set requireSSL="true" ${
            within.length ? 'here' : 'in httpCookies'
          }, or SameSite to Lax.`,
          fixes: edits.length ? [{ title: 'Set requireSSL="true"', edits, isSafe: false }] : [],
        });
      }
  },
});
