import { isSecretInClear } from '../../config/secrets';
import { defineConfigRule } from '../configRule';

/** Passwords of accounts that the schema does not mark as secrets, because .NET reads them. */
const ACCOUNTS: ReadonlySet<string> = new Set([
  'system.web/identity identity',
  'system.web/processModel processModel',
  'system.net/mailSettings/smtp network',
]);

export default defineConfigRule({
  id: 'password-in-clear',
  severity: 'warning',
  profile: 'recommended',
  title: 'The password of an account in clear text',
  why: 'Everybody who can read the file, its backups or the repository can sign in as that account. IIS Manager and `appcmd.exe` encrypt passwords of pools, virtual directories and the anonymous user (`[enc:…]`) when they write them; sections of .NET are encrypted with `aspnet_regiis.exe -pe`. Better is an account without a password to keep: the identity of the pool or a group managed service account.',
  sources: [
    {
      document: 'Using Encryption to Protect Passwords (iis-docs)',
      says: 'attributes marked as encrypted are stored as [enc:provider:data:enc]',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="P"><processModel identityType="SpecificUser" userName="CONTOSO\\web" password="kJ8!vq2z" /></add></applicationPools></system.applicationHost>',
        at: 'password',
      },
      '<system.web><identity impersonate="false" userName="CONTOSO\\web" password="kJ8!vq2z" /></system.web>',
      '<system.net><mailSettings><smtp><network host="mail.test" userName="shop" password="kJ8!vq2z" /></smtp></mailSettings></system.net>',
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="P"><processModel identityType="SpecificUser" userName="u" password="[enc:IISWASOnlyAesProvider:abc=:enc]" /></add></applicationPools></system.applicationHost>',
      },
      '<system.web><identity impersonate="true" userName="registry:HKLM\\SOFTWARE\\A,u" password="registry:HKLM\\SOFTWARE\\A,p" /></system.web>',
      '<system.net><mailSettings><smtp><network host="mail.test" userName="shop" password="#{SmtpPassword}" /></smtp></mailSettings></system.net>',
      '<system.webServer><security><authentication><anonymousAuthentication enabled="true" userName="" password="" /></authentication></security></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      element({ element, schema, section }) {
        for (const attribute of element.attributes) {
          const isPassword = attribute.name === 'password' && ACCOUNTS.has(`${section.path} ${element.name}`);
          if (!isPassword && !schema.attributes.get(attribute.name)?.encrypted) continue;
          if (!isSecretInClear(attribute.value) || /^(?:registry:|AutoGenerate$)/i.test(attribute.value)) continue;
          report({
            at: attribute.nameRange,
            message: `${attribute.name} stands here in clear text: whoever reads this file or a copy of it can use the account.`,
          });
        }
      },
    };
  },
});
