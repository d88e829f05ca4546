import { isPlaceholder } from '../../config/placeholder';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'invalid-machine-key',
  severity: 'error',
  profile: 'correctness',
  title: 'A machine key that ASP.NET cannot read',
  why: 'A `validationKey` is `AutoGenerate` or at least 40 hexadecimal digits, an even number of them (128 are recommended); a `decryptionKey` is `AutoGenerate` or an even number of hexadecimal digits: 32, 48 or 64 for AES, 48 for 3DES, 16 for DES. With any other text pages with view state, forms tickets and session cookies fail with a configuration error.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, MachineKeySection',
      says: 'keys of other lengths or with other characters raise ConfigurationErrorsException',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><machineKey validationKey="abc123" decryptionKey="AutoGenerate" /></system.web>',
        at: 'abc123',
      },
      `<system.web><machineKey validationKey="${'G'.repeat(64)}" /></system.web>`,
      { text: `<system.web><machineKey decryptionKey="${'A'.repeat(47)}" /></system.web>`, at: 'A'.repeat(47) },
      `<system.web><machineKey decryption="AES" decryptionKey="${'A'.repeat(40)}" /></system.web>`,
      '<system.web><machineKey validationKey="autogenerate,IsolateApps" /></system.web>',
    ],
    good: [
      `<system.web><machineKey validationKey="${'AB'.repeat(64)}" decryptionKey="${'0f'.repeat(24)}" validation="SHA1" decryption="AES" /></system.web>`,
      '<system.web><machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateByAppId" /></system.web>',
      '<system.web><machineKey validationKey="#{ValidationKey}" decryptionKey="$(DecryptionKey)" /></system.web>',
      `<system.web><machineKey validationKey="${'AB'.repeat(20)},IsolateApps" decryption="DES" decryptionKey="${'0f'.repeat(8)}" /></system.web>`,
    ],
  },
  check(context) {
    for (const name of ['validationKey', 'decryptionKey'] as const)
      for (const { attribute: written, element, value } of settingsOf(context, 'system.web/machineKey', name)) {
        const key = value.replace(/,IsolateByAppId$/, '').replace(/,IsolateApps$/, '');
        if (key === 'AutoGenerate' || key === '' || isPlaceholder(value)) continue;
        const fault = faultOf(name, key, attribute(element, 'decryption') ?? 'Auto');
        if (fault)
          context.report({
            at: written.valueRange,
            message: `${name} ${fault}: ASP.NET throws a configuration error as soon as it needs the key. Write AutoGenerate with its capitals, or hexadecimal digits.`,
          });
      }
  },
});

const SIZES: Readonly<Record<string, readonly number[]>> = {
  AES: [32, 48, 64],
  '3DES': [32, 48],
  DES: [16],
  Auto: [16, 32, 48, 64],
};

function faultOf(name: 'validationKey' | 'decryptionKey', key: string, decryption: string): string | null {
  const digits = key.length;
  if (!/^[\da-f]+$/i.test(key)) return 'has characters that are no hexadecimal digits';
  if (digits % 2) return `has ${digits} digits, an odd number`;
  if (name === 'validationKey') return digits < 40 ? `has ${digits} digits and needs 40 at least` : null;
  const sizes = SIZES[decryption];
  return sizes && !sizes.includes(digits) ? `has ${digits} digits; it takes ${sizes.join(', ')}` : null;
}
