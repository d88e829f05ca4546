import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

const WEAK = { validation: { MD5: 'HMACSHA256' }, decryption: { DES: 'AES' } } as const;

export default defineConfigRule({
  id: 'weak-machine-key',
  severity: 'warning',
  profile: 'recommended',
  title: 'The machine key uses a broken algorithm',
  why: 'MD5 and DES no longer protect view state, login tickets and session cookies. `HMACSHA256` (the default of .NET Framework 4) and `AES` do. All servers of a farm have to change together, and users sign in again.',
  sources: [
    {
      document: 'machineKey element (ASP.NET Settings Schema)',
      says: 'MD5 and DES are kept for compatibility; HMACSHA256 and AES are recommended',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><machineKey validation="MD5" /></system.web>', at: 'MD5' },
      { text: '<system.web><machineKey validation="HMACSHA256" decryption="DES" /></system.web>', at: 'DES' },
    ],
    good: [
      '<system.web><machineKey validation="HMACSHA256" decryption="AES" /></system.web>',
      '<system.web><machineKey validation="SHA1" decryption="Auto" /></system.web>',
    ],
  },
  check(context) {
    for (const [name, weak] of Object.entries(WEAK))
      for (const { attribute, value } of settingsOf(context, 'system.web/machineKey', name)) {
        const better = new Map<string, string>(Object.entries(weak)).get(value);
        if (better === undefined) continue;
        context.report({
          at: attribute.valueRange,
          message: `${value} no longer protects view state and login tickets. Use ${better}, on all servers of the farm at once.`,
          fixes: [{ title: `Change to ${better}`, edits: [setValue(attribute, better)], isSafe: false }],
        });
      }
  },
});
