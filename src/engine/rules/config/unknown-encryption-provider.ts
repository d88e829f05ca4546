import { child, attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { host, redirection } from '../serverExamples';

/** Declared in machine.config. */
const OF_DOT_NET = ['RsaProtectedConfigurationProvider', 'DataProtectionConfigurationProvider'];

const withSecret = (declared: string, provider: string) =>
  host(
    `<configProtectedData><providers><add name="${declared}" type="" /></providers></configProtectedData><system.applicationHost><applicationPools><add name="Shop"><processModel identityType="SpecificUser" userName="CORP\\shop" password="[enc:${provider}:AAAA:enc]" /></add></applicationPools></system.applicationHost>`,
  );

export default defineConfigRule({
  id: 'unknown-encryption-provider',
  severity: 'error',
  profile: 'recommended',
  title: 'A secret is encrypted by a provider that the file does not have',
  why: '`[enc:NAME:…:enc]` is decrypted by the provider of that name in `configProtectedData`. A file that came from another version of Windows, or was put together by hand, lacks it: IIS cannot read the password, and what needs it fails, mostly with 503 or 500.19. Declare the provider, with its keys imported, or enter the password anew.',
  sources: [
    {
      document: 'Using encryption to protect passwords, Microsoft Learn',
      says: 'the name between the colons is that of the provider in configProtectedData',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withSecret('IISWASOnlyAesProvider', 'IISWASOnlyCngProvider'),
      {
        ...redirection(
          'enabled="true" path="\\\\files\\iis" userName="CORP\\iis" password="[enc:IISCngProvider:AAAA:enc]"',
        ),
        text: '<configuration><configProtectedData><providers><add name="IISRsaProvider" type="" /></providers></configProtectedData><configurationRedirection enabled="true" path="\\\\files\\iis" userName="CORP\\iis" password="[enc:IISCngProvider:AAAA:enc]" /></configuration>',
        at: 'IISCngProvider',
      },
    ],
    good: [
      withSecret('IISWASOnlyCngProvider', 'IISWASOnlyCngProvider'),
      withSecret('AesProvider', 'RsaProtectedConfigurationProvider'),
      // Nothing is encrypted there.
      withSecret('AesProvider', 'Gone').text.replace(':AAAA:', '::'),
      host(
        '<system.applicationHost><applicationPools><add name="Shop"><processModel identityType="SpecificUser" userName="CORP\\shop" password="[enc:Own:AAAA:enc]" /></add></applicationPools></system.applicationHost>',
      ),
    ],
  },
  check({ document, report }) {
    if (document.kind === 'web' || document.kind === 'transform') return undefined;
    const providers = child(child(document.root ?? undefined, 'configProtectedData'), 'providers')?.children ?? [];
    const names = providers.flatMap((one) => attribute(one, 'name') ?? []);
    if (!names.length) return undefined;
    const known = new Set([...names, ...OF_DOT_NET].map((name) => name.toLowerCase()));
    return {
      element({ element, schema }) {
        for (const one of element.attributes) {
          if (!one.raw.startsWith('[enc:') || !schema.attributes.get(one.name)?.encrypted) continue;
          const found = /^\[enc:([^:]{1,100}):[^:]{1,10000}:enc\]$/.exec(one.value);
          const name = found?.[1];
          if (name === undefined || known.has(name.toLowerCase())) continue;
          const start = one.valueRange.start + '[enc:'.length;
          report({
            at: { start, end: start + name.length },
            message: `configProtectedData of this file has no provider ${quoted(name)}, only ${oneOf(names).replace(' or ', ' and ')}: IIS cannot decrypt ${one.name}. Declare the provider with its keys, or enter the secret anew through IIS Manager.`,
          });
        }
      },
    };
  },
});
