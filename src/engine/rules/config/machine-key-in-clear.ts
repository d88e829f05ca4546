import { isSecretInClear } from '../../config/secrets';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'machine-key-in-clear',
  severity: 'warning',
  profile: 'recommended',
  title: 'A machine key in clear text',
  why: 'Whoever knows the machine key can forge view state and login tickets, and with them run code on the server. Keys that were copied from web pages or lie in a repository are used in attacks. A farm needs one key on all servers: set it on the servers, or encrypt the section with `aspnet_regiis.exe -pe`.',
  sources: [
    {
      document: 'Code injection attacks using publicly disclosed ASP.NET machine keys (Microsoft Security Blog)',
      url: 'https://www.microsoft.com/security/blog/2025/02/06/code-injection-attacks-using-publicly-disclosed-asp-net-machine-keys/',
      says: 'publicly disclosed machine keys were used for view state code injection; encrypt keys, do not copy them',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: `<system.web><machineKey validationKey="${'AB'.repeat(32)}" decryptionKey="AutoGenerate,IsolateApps" /></system.web>`,
        at: 'validationKey',
      },
    ],
    good: [
      '<system.web><machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" /></system.web>',
      '<system.web><machineKey validationKey="#{ValidationKey}" decryptionKey="$(Key)" /></system.web>',
      '<system.web><machineKey configProtectionProvider="RsaProtectedConfigurationProvider"><EncryptedData /></machineKey></system.web>',
      '<system.web><machineKey configSource="keys.config" /></system.web>',
    ],
  },
  check(context) {
    const reported = new Set<unknown>();
    for (const name of ['validationKey', 'decryptionKey'])
      for (const { attribute, element, value } of settingsOf(context, 'system.web/machineKey', name)) {
        if (/^AutoGenerate/i.test(value) || !isSecretInClear(value) || reported.has(element)) continue;
        reported.add(element);
        context.report({
          at: attribute.nameRange,
          message: `${name} stands here in clear text: whoever reads this file can forge view state and login tickets. Encrypt the section or set the key on the server only.`,
        });
      }
  },
});
