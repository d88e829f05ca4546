import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

const GROUP = 'system.webServer/security/authentication';
const OTHERS = ['basic', 'digest', 'windows', 'clientCertificateMapping', 'iisClientCertificateMapping'];

export default defineConfigRule({
  id: 'no-authentication-method',
  severity: 'warning',
  profile: 'recommended',
  title: 'Every method of authentication is off',
  why: 'A request needs some method of authentication, anonymous being one. Where all of them are off, IIS answers 401.2 to everybody.',
  sources: [
    {
      document: 'Troubleshooting HTTP 401 errors in IIS',
      says: '401.2: no authentication method that is enabled suits the request',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="false" /></authentication></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="false" /></authentication></security></system.webServer>',
        at: 'false',
      },
      {
        server:
          '<system.webServer><security><authentication><windowsAuthentication enabled="false" /><anonymousAuthentication enabled="true" /></authentication></security></system.webServer>',
        path: 'Shop',
        text: '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer>',
      },
    ],
    good: [
      '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="true" /></authentication></security></system.webServer>',
      '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /></authentication></security></system.webServer>',
      '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="false" /></authentication></security><modules><add name="Own" type="Shop.Auth" /></modules></system.webServer>',
      '<system.webServer><security><authentication><anonymousAuthentication enabled="false" /><windowsAuthentication enabled="false" /><basicAuthentication enabled="true" /></authentication><access sslFlags="Ssl" /></security></system.webServer>',
    ],
  },
  check(context) {
    const { document, hierarchy, report, schema, sections } = context;
    // A module of the application may sign users in by itself.
    if (sections('system.webServer/modules').some(({ element }) => element.children.some(({ name }) => name === 'add')))
      return;
    for (const { use, attribute, value } of settingsOf(context, `${GROUP}/anonymousAuthentication`, 'enabled')) {
      const path = hierarchy.pathOf(use);
      const enabled = (name: string) =>
        unlockedElement(hierarchy, schema, `${GROUP}/${name}Authentication`, path)?.value('enabled');
      const isOn = OTHERS.some((name) => enabled(name)?.value?.toLowerCase() === 'true');
      if (!isFalse(value) || isOn) continue;
      // Without the server's file, Windows authentication may be on above.
      const isKnown =
        document.kind !== 'web' || hierarchy.hasServer || enabled('windows')?.origin?.document === document;
      if (isKnown)
        report({
          at: attribute.valueRange,
          message: 'Every method of authentication is off here, anonymous too: IIS answers 401.2 to all requests.',
        });
    }
  },
});
