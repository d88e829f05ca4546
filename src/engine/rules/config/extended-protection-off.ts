import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

const SECTION = 'system.webServer/security/authentication/windowsAuthentication';

export default defineConfigRule({
  id: 'extended-protection-off',
  severity: 'information',
  profile: 'hardening',
  title: 'Windows authentication without extended protection',
  why: 'Extended protection ties a Windows login to the TLS connection that it was made for, so that a server in between cannot pass it on. `tokenChecking` is `None` by default; `Allow` uses it where the client can, `Require` refuses others. TLS that ends at a proxy breaks it.',
  sources: [
    {
      document: 'extendedProtection element (IIS configuration reference)',
      says: 'tokenChecking is None by default; extended protection mitigates relaying of credentials',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><authentication><windowsAuthentication enabled="true"><extendedProtection tokenChecking="None" /></windowsAuthentication></authentication></security></system.webServer></location>',
        at: 'None',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><authentication><windowsAuthentication enabled="true"><extendedProtection tokenChecking="Require" /></windowsAuthentication></authentication></security></system.webServer></location>',
      },
      {
        file: 'applicationHost.config',
        text: '<system.webServer><security><authentication><windowsAuthentication enabled="false"><extendedProtection tokenChecking="None" /></windowsAuthentication></authentication></security></system.webServer>',
      },
    ],
  },
  check(context) {
    const { hierarchy, schema, report } = context;
    for (const { use, attribute, value } of settingsOf(context, SECTION, 'tokenChecking', 'extendedProtection')) {
      const isOn = unlockedElement(hierarchy, schema, SECTION, hierarchy.pathOf(use))?.isTrue('enabled');
      if (value.toLowerCase() !== 'none' || !isOn) continue;
      report({
        at: attribute.valueRange,
        message:
          'A Windows login can be passed on by a server in between: tokenChecking is None. Allow or Require prevents it where TLS ends at this server.',
      });
    }
  },
});
