import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'client-certificate-flags-incomplete',
  severity: 'warning',
  profile: 'recommended',
  title: 'Client certificates are required but not asked for',
  why: '`SslRequireCert` makes IIS refuse requests without a client certificate with 403.7, `SslNegotiateCert` makes it ask for one, and `Ssl` refuses HTTP, which cannot carry any. Requiring works only with all three.',
  sources: [
    {
      document: 'AccessSSLFlags, IIS metabase property; access element (IIS configuration reference)',
      says: 'where a certificate is required, it must be negotiated too',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><access sslFlags="Ssl, SslRequireCert" /></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><access sslFlags="Ssl, SslRequireCert" /></security></system.webServer>',
        at: 'Ssl, SslRequireCert',
      },
      '<system.webServer><security><access sslFlags="SslNegotiateCert,SslRequireCert" /></security></system.webServer>',
    ],
    good: [
      '<system.webServer><security><access sslFlags="Ssl, SslNegotiateCert, SslRequireCert" /></security></system.webServer>',
      '<system.webServer><security><access sslFlags="SslNegotiateCert" /></security></system.webServer>',
    ],
  },
  check(context) {
    for (const { attribute, value } of settingsOf(context, 'system.webServer/security/access', 'sslFlags')) {
      const flags = value.split(',').map((one) => one.trim());
      const has = (name: string): boolean => flags.some((one) => one.toLowerCase() === name.toLowerCase());
      const missing = ['Ssl', 'SslNegotiateCert'].filter((name) => !has(name));
      if (!has('SslRequireCert') || !missing.length) continue;
      const all = [...missing.filter((one) => one === 'Ssl'), ...flags, ...missing.filter((one) => one !== 'Ssl')];
      context.report({
        at: attribute.valueRange,
        message: `SslRequireCert works only together with ${missing.join(' and ')}: without that no client can show its certificate, and IIS answers 403.7.`,
        fixes: [{ title: `Add ${missing.join(' and ')}`, edits: [setValue(attribute, all.join(', '))], isSafe: false }],
      });
    }
  },
});
