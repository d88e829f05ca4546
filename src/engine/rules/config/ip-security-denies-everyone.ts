import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'ip-security-denies-everyone',
  severity: 'information',
  profile: 'recommended',
  title: 'No address is allowed',
  why: 'With `allowUnlisted="false"` only addresses with `allowed="true"` get in. Where there is none, IIS answers 403.6 to everybody, the server itself included; that is right only for a folder that nobody should reach.',
  sources: [
    {
      document: 'ipSecurity element (IIS configuration reference)',
      says: 'allowUnlisted: whether addresses that are not listed are allowed',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><ipSecurity allowUnlisted="false" /></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><ipSecurity allowUnlisted="false" /></security></system.webServer>',
        at: 'false',
      },
      '<system.webServer><security><ipSecurity allowUnlisted="false"><add ipAddress="10.0.0.7" /></ipSecurity></security></system.webServer>',
    ],
    good: [
      '<system.webServer><security><ipSecurity allowUnlisted="false"><add ipAddress="10.0.0.7" allowed="true" /></ipSecurity></security></system.webServer>',
      '<system.webServer><security><ipSecurity allowUnlisted="true"><add ipAddress="10.0.0.7" /></ipSecurity></security></system.webServer>',
    ],
  },
  check(context) {
    const { hierarchy, report, schema } = context;
    for (const { use, attribute, value } of settingsOf(
      context,
      'system.webServer/security/ipSecurity',
      'allowUnlisted',
    )) {
      const effective = unlockedElement(hierarchy, schema, use.path, hierarchy.pathOf(use));
      if (!isFalse(value) || !effective || effective.entries.some((entry) => entry.isTrue('allowed'))) continue;
      report({
        at: attribute.valueRange,
        message: 'No address is allowed here, not even the server itself: IIS answers 403.6 to everybody.',
      });
    }
  },
});
