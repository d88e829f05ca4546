import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { ftpSite, host, sites } from '../serverExamples';

const BASIC = '<authentication><basicAuthentication enabled="true" /></authentication>';

export default defineConfigRule({
  id: 'ftp-without-tls',
  severity: 'warning',
  profile: 'recommended',
  title: 'FTP passwords may go over the network in clear text',
  why: 'With `controlChannelPolicy="SslAllow"` a client may sign in without TLS, and most do unless told otherwise: user name and password can be read on the way. `SslRequireCredentialsOnly` protects at least these, `SslRequire` everything. Files are protected by `dataChannelPolicy`.',
  sources: [
    {
      document: 'ssl element of ftpServer, IIS configuration reference',
      says: 'SslAllow leaves it to the client whether the control channel is encrypted',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      host(
        `<system.applicationHost><sites>${ftpSite(`<ssl controlChannelPolicy="SslAllow" dataChannelPolicy="SslAllow" serverCertHash="57686f61" />${BASIC}`)}</sites></system.applicationHost><system.ftpServer><security><authentication><denyByFailure enabled="true" /></authentication></security></system.ftpServer>`,
        'SslAllow',
      ),
      sites(
        `<siteDefaults><ftpServer><security><ssl controlChannelPolicy="SslAllow" />${BASIC}</security></ftpServer></siteDefaults>${ftpSite('')}${ftpSite('').replace('name="Files" id="1"', 'name="More" id="2"').replace(':21:', ':2121:')}`,
      ),
    ],
    good: [
      sites(ftpSite(`<ssl controlChannelPolicy="SslRequire" serverCertHash="57686f61" />${BASIC}`)),
      sites(ftpSite(`<ssl controlChannelPolicy="SslRequireCredentialsOnly" serverCertHash="57686f61" />${BASIC}`)),
      // Nobody gives a password.
      sites(
        ftpSite(
          '<ssl controlChannelPolicy="SslAllow" /><authentication><anonymousAuthentication enabled="true" /></authentication>',
        ),
      ),
      sites(
        '<siteDefaults><ftpServer><security><ssl controlChannelPolicy="SslAllow" /></security></ftpServer></siteDefaults>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesOf(context)) {
      const security = one.element('ftpServer')?.element('security');
      const ssl = security?.element('ssl');
      if (
        !ssl ||
        !bindingsOf(one).some(({ protocol, address }) => protocol === 'ftp' && !address?.text.startsWith('127.'))
      )
        continue;
      if (ssl.text('controlChannelPolicy').trim().toLowerCase() !== 'sslallow') continue;
      if (!security?.element('authentication')?.element('basicAuthentication')?.isTrue('enabled')) continue;
      report({
        at: writtenAt(ssl, 'controlChannelPolicy'),
        message: `FTP site ${quoted(one.text('name'))} takes passwords without TLS: they can be read on the way. Set controlChannelPolicy to SslRequire, with a certificate.`,
      });
    }
  },
});
