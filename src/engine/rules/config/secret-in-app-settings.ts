import { hasPassword, isNameOfSecret, isSecretInClear } from '../../config/secrets';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'secret-in-app-settings',
  severity: 'information',
  profile: 'recommended',
  title: 'A secret in appSettings',
  why: 'Everybody who can read the file, its backups or the repository has the secret. Keep it in a vault or in a file of the server that `appSettings file="…"` names, or encrypt the section with `aspnet_regiis.exe -pe appSettings`.',
  sources: [
    {
      document: 'Best practices for deploying passwords and other sensitive data to ASP.NET and Azure',
      says: 'never store passwords or other sensitive data in source code and configuration under source control',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<appSettings><add key="SmtpPassword" value="kJ8!vq2z" /></appSettings>', at: 'SmtpPassword' },
      '<appSettings><add key="ida:ClientSecret" value="xB7~kJ8vq2zQ1" /></appSettings>',
      '<appSettings><add key="Storage" value="DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0c2VjcmV0" /></appSettings>',
      '<location path="a"><appSettings><add key="payment.api-key" value="pk_9f8e7d6c5b4a" /></appSettings></location>',
    ],
    good: [
      '<appSettings><add key="PasswordMinLength" value="12" /><add key="RequirePassword" value="true" /><add key="ResetPasswordUrl" value="/reset" /></appSettings>',
      '<appSettings><add key="SmtpPassword" value="#{SmtpPassword}" /><add key="ApiKey" value="__API_KEY__" /><add key="Secret" value="@Microsoft.KeyVault(SecretUri=https://v.test/s)" /></appSettings>',
      '<appSettings><add key="SmtpPassword" value="" /><add key="ApiKey" value="YOUR_API_KEY" /><add key="Token" value="[token]" /></appSettings>',
      '<appSettings><add key="ForgotPassword" value="~/Account/Forgot" /><add key="PasswordSecretKey" value="5" /></appSettings>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'appSettings'))
      for (const entry of element.children) {
        const key = entry.attributes.find(({ name }) => name === 'key');
        const value = attribute(entry, 'value') ?? '';
        if (entry.name !== 'add' || !key) continue;
        // Switches, small numbers, paths and addresses are no secrets, whatever they are called.
        const isPlain = /^(?:\d{1,4}|yes|no|on|off|[~/\\.].*|https?:.*|[a-z]:\\.*|\S*\s.*)$/i.test(value.trim());
        if (!(isNameOfSecret(key.value) && !isPlain && isSecretInClear(value)) && !hasPassword(value)) continue;
        context.report({
          at: key.valueRange,
          message: `The value of ${quoted(key.value)} is a secret in clear text. Keep it outside this file, or encrypt the section.`,
        });
      }
  },
});
