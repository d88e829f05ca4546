import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

const ANONYMOUS = 'system.webServer/security/authentication/anonymousAuthentication';

export default defineConfigRule({
  id: 'forms-login-without-anonymous',
  severity: 'warning',
  profile: 'recommended',
  title: 'Forms authentication without anonymous access',
  why: 'Forms authentication sends whoever is not signed in to the login page, and that request is anonymous to IIS. Where anonymous authentication is off, IIS answers 401 before ASP.NET can show the page.',
  sources: [
    {
      document: 'Understanding IIS authentication (iis-docs), forms element',
      says: 'forms authentication needs anonymous authentication of IIS to be enabled',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.web><authentication mode="Forms"><forms loginUrl="login.aspx" requireSSL="true" /></authentication></system.web><system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="true" /></authentication></security></system.webServer></location>',
      },
      {
        text: '<system.web><authentication mode="Forms"><forms loginUrl="login.aspx" requireSSL="true" /></authentication></system.web><system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer>',
        server:
          '<location path="" overrideMode="Allow"><system.webServer><security><authentication><anonymousAuthentication /><windowsAuthentication enabled="true" /></authentication></security></system.webServer></location>',
        path: 'Shop',
      },
      {
        text: '<system.web><authentication mode="Forms"><forms loginUrl="login.aspx" requireSSL="true" /></authentication></system.web><system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer>',
        at: 'Forms',
      },
    ],
    good: [
      '<system.web><authentication mode="Forms"><forms requireSSL="true" /></authentication></system.web><system.webServer><security><authentication><anonymousAuthentication enabled="true" /></authentication></security></system.webServer>',
      '<system.web><authentication mode="Windows" /></system.web><system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer>',
      '<system.web><authentication mode="Forms"><forms requireSSL="true" /></authentication></system.web><location path="intranet"><system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer></location>',
    ],
  },
  check(context) {
    const { hierarchy, report, schema } = context;
    for (const { use, attribute, value } of settingsOf(context, 'system.web/authentication', 'mode')) {
      if (value !== 'Forms') continue;
      const anonymous = unlockedElement(hierarchy, schema, ANONYMOUS, hierarchy.pathOf(use));
      if (!anonymous || anonymous.isTrue('enabled')) continue;
      report({
        at: attribute.valueRange,
        message:
          'Anonymous authentication of IIS is off here: IIS answers 401 before forms authentication can send anybody to the login page.',
      });
    }
  },
});
