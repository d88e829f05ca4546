import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'basic-without-tls',
  severity: 'warning',
  profile: 'recommended',
  title: 'Basic authentication without required TLS',
  why: 'Basic authentication sends name and password of a Windows account with every request, only encoded. Where IIS does not insist on TLS (`access sslFlags="Ssl"`), a single call over HTTP gives them away. TLS that ends at a proxy protects only the way to the proxy.',
  sources: [
    {
      document: 'basicAuthentication element (IIS configuration reference)',
      says: 'passwords are transmitted in plain text; use SSL with it',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><authentication><basicAuthentication enabled="true" /></authentication></security></system.webServer>',
        at: 'true',
      },
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><authentication><basicAuthentication enabled="true" /></authentication></security></system.webServer></location>',
      },
    ],
    good: [
      '<system.webServer><security><access sslFlags="Ssl" /><authentication><basicAuthentication enabled="true" /></authentication></security></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><access sslFlags="Ssl, Ssl128" /></security></system.webServer></location><location path="Shop/api"><system.webServer><security><authentication><basicAuthentication enabled="true" /></authentication></security></system.webServer></location>',
      },
      '<system.webServer><security><authentication><basicAuthentication enabled="false" /></authentication></security></system.webServer>',
    ],
  },
  check(context) {
    const { hierarchy, report, schema } = context;
    const section = 'system.webServer/security/authentication/basicAuthentication';
    for (const { use, attribute, value } of settingsOf(context, section, 'enabled')) {
      const flags = unlockedElement(hierarchy, schema, 'system.webServer/security/access', hierarchy.pathOf(use))?.text(
        'sslFlags',
      );
      if (!isTrue(value) || hasFlag(flags ?? '', 'ssl')) continue;
      report({
        at: attribute.valueRange,
        message:
          'Passwords of Windows accounts travel readable wherever a client uses HTTP: access sslFlags does not require Ssl here.',
      });
    }
  },
});

const hasFlag = (flags: string, name: string): boolean =>
  flags.split(',').some((one) => one.trim().toLowerCase() === name);
