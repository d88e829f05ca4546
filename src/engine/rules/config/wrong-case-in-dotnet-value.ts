import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';

/** Texts of .NET that hold one of a few names, compared exactly. */
const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'system.web/machineKey@validation': ['SHA1', 'MD5', '3DES', 'AES', 'HMACSHA256', 'HMACSHA384', 'HMACSHA512'],
  'system.web/machineKey@decryption': ['Auto', 'AES', '3DES', 'DES'],
};

export default defineConfigRule({
  id: 'wrong-case-in-dotnet-value',
  severity: 'error',
  profile: 'correctness',
  title: 'A name in the wrong case, in a section that .NET reads',
  why: 'IIS takes the names of an enumeration in any case, .NET Framework only as they are spelled. ASP.NET stops with "Parser Error" on every request: the value of the property cannot be parsed. The best known case is `customErrors mode="off"`.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, System.Configuration.GenericEnumConverter',
      says: 'enumerated values are parsed with their case, without blanks around them',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><customErrors mode="remoteonly" /></system.web>', at: 'remoteonly' },
      '<system.web><authentication mode="forms" /></system.web>',
      '<location path="a"><system.web><pages enableSessionState="True" /></system.web></location>',
      '<system.web><machineKey validation="sha1" /></system.web>',
      '<system.web><sessionState mode="inproc" cookieless="False" /></system.web>',
    ],
    good: [
      '<system.web><customErrors mode="RemoteOnly" /></system.web>',
      '<system.webServer><httpErrors errorMode="detailedlocalonly" /></system.webServer>',
      '<system.web><httpCookies sameSite="lax" requireSSL="TRUE" /></system.web>',
      '<system.net><mailSettings><smtp deliveryMethod="network" /></mailSettings></system.net>',
      '<system.web><sessionState cookieless="false" /></system.web>',
    ],
  },
  check({ report }) {
    return {
      element({ element, schema, section }) {
        if (!section.path.startsWith('system.web/')) return;
        for (const attribute of element.attributes) {
          const known = schema.attributes.get(attribute.name);
          const more = element === section.element ? MORE_NAMES[`${section.path}@${attribute.name}`] : undefined;
          // The converter of SameSite takes any case.
          if (!more && (known?.type !== 'enum' || /samesite$/i.test(attribute.name))) continue;
          const names = more ?? [...(known?.names.keys() ?? [])];
          const { value } = attribute;
          if (names.includes(value)) continue;
          const meant = names.find((name) => name.toLowerCase() === value.trim().toLowerCase());
          if (meant === undefined) continue;
          report({
            at: attribute.valueRange,
            message: `${attribute.name} must be spelled ${meant}: .NET minds case and blanks here and refuses ${quoted(value)} with a configuration error on every request. It is ${oneOf(names)}.`,
            fixes: [{ title: `Change to ${meant}`, edits: [setValue(attribute, meant)], isSafe: true }],
          });
        }
      },
    };
  },
});
