import { child, attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

const SWITCH =
  /Switch\.System\.Net\.(DontEnableSchUseStrongCrypto|DontEnableSystemDefaultTlsVersions)\s{0,9}=\s{0,9}true/i;

export default defineConfigRule({
  id: 'modern-tls-switched-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'Calls of the application do not use the TLS of Windows',
  why: 'The switches `DontEnableSchUseStrongCrypto` and `DontEnableSystemDefaultTlsVersions` make .NET Framework call other servers with protocols and ciphers of its own choice, older ones, instead of what Windows offers. Servers that ask for TLS 1.2 may refuse such calls: "The underlying connection was closed".',
  sources: [
    {
      document: 'Transport Layer Security best practices with the .NET Framework',
      says: 'both switches should be false, so that Windows chooses the version',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<runtime><AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=true" /></runtime>',
        at: 'Switch.System.Net.DontEnableSchUseStrongCrypto=true',
      },
    ],
    good: [
      '<runtime><AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false;Switch.System.Net.DontEnableSystemDefaultTlsVersions=false" /></runtime>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'runtime')) {
      const overrides = child(element, 'AppContextSwitchOverrides');
      const written = overrides?.attributes.find(({ name }) => name === 'value');
      const [, name] = SWITCH.exec(attribute(overrides, 'value') ?? '') ?? [];
      if (!written || name === undefined) continue;
      context.report({
        at: written.valueRange,
        message: `With ${name} the application calls other servers with the old protocols of .NET instead of those of Windows; servers that ask for TLS 1.2 may refuse it. Set it to false.`,
      });
    }
  },
});
