import { unlockedElement } from '../../config/unlocked';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

const GROUP = 'system.webServer/security/authentication';

export default defineConfigRule({
  id: 'certificate-mapping-without-certificate',
  severity: 'warning',
  profile: 'recommended',
  title: 'Client certificates are mapped but never asked for',
  why: 'Mapping client certificates to accounts needs certificates: `access sslFlags` with `SslNegotiateCert` (ask) or `SslRequireCert` (insist). Without it no client sends one, and nobody is signed in this way.',
  sources: [
    {
      document: 'iisClientCertificateMappingAuthentication element (IIS configuration reference)',
      says: 'the site has to use TLS and accept or require client certificates',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><access sslFlags="Ssl" /><authentication><iisClientCertificateMappingAuthentication enabled="true" /></authentication></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><access sslFlags="Ssl" /><authentication><iisClientCertificateMappingAuthentication enabled="true" /></authentication></security></system.webServer>',
        at: 'true',
      },
      '<system.webServer><security><authentication><clientCertificateMappingAuthentication enabled="true" /></authentication></security></system.webServer>',
    ],
    good: [
      '<system.webServer><security><access sslFlags="Ssl, SslNegotiateCert" /><authentication><iisClientCertificateMappingAuthentication enabled="true" /></authentication></security></system.webServer>',
      '<system.webServer><security><authentication><iisClientCertificateMappingAuthentication enabled="false" /></authentication></security></system.webServer>',
    ],
  },
  check(context) {
    const { document, hierarchy, report, schema } = context;
    for (const name of ['clientCertificateMapping', 'iisClientCertificateMapping'])
      for (const { use, attribute, value } of settingsOf(context, `${GROUP}/${name}Authentication`, 'enabled')) {
        // For the whole server it only allows what sites then ask for.
        if (document.kind === 'applicationHost' && hierarchy.pathOf(use) === '') continue;
        const flags = unlockedElement(
          hierarchy,
          schema,
          'system.webServer/security/access',
          hierarchy.pathOf(use),
        )?.text('sslFlags');
        if (!isTrue(value) || /cert/i.test(flags ?? '')) continue;
        report({
          at: attribute.valueRange,
          message:
            'No client sends a certificate here: access sslFlags has neither SslNegotiateCert nor SslRequireCert, so there is nothing to map.',
        });
      }
  },
});
