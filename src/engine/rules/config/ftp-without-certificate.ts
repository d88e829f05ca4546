import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { ftpSite, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'ftp-without-certificate',
  severity: 'error',
  profile: 'recommended',
  title: 'An FTP site wants TLS and has no certificate',
  why: '`controlChannelPolicy` is `SslRequire` unless written: a client must begin TLS before it may sign in. Without `serverCertHash` the server cannot answer that, and every client is sent away with 534, "Policy requires SSL". The certificate is chosen under FTP SSL Settings in IIS Manager.',
  sources: [
    {
      document: 'ssl element of ftpServer, IIS configuration reference',
      says: 'both policies are SslRequire by default; serverCertHash names the certificate',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(ftpSite('')),
      sites(ftpSite('<ssl controlChannelPolicy="SslRequire" dataChannelPolicy="SslAllow" />'), 'SslRequire'),
      sites(ftpSite('<ssl serverCertHash="" />')),
    ],
    good: [
      sites(ftpSite('<ssl serverCertHash="57686f6120447564652c2049495320526f636b73" />')),
      sites(
        `<siteDefaults><ftpServer><security><ssl serverCertHash="57686f61" /></security></ftpServer></siteDefaults>${ftpSite('')}`,
      ),
      sites(ftpSite('<ssl controlChannelPolicy="SslAllow" dataChannelPolicy="SslAllow" />')),
      sites(ftpSite('').replace('protocol="ftp"', 'protocol="http"')),
      sites(ftpSite('').replace('<ftpServer>', '<ftpServer serverAutoStart="false">')),
    ],
  },
  check(context) {
    for (const one of sitesOf(context)) {
      const binding = bindingsOf(one).find(({ protocol }) => protocol === 'ftp');
      const server = one.element('ftpServer');
      const ssl = server?.element('security')?.element('ssl');
      if (!binding || !ssl || !server?.isTrue('serverAutoStart') || ssl.text('serverCertHash').trim() !== '') continue;
      if (!/^SslRequire/i.test(ssl.text('controlChannelPolicy').trim())) continue;
      context.report({
        at: ssl.value('controlChannelPolicy').origin
          ? writtenAt(ssl, 'controlChannelPolicy')
          : writtenAt(binding.element, 'bindingInformation'),
        message: `FTP site ${quoted(one.text('name'))} requires TLS${ssl.value('controlChannelPolicy').origin ? '' : ' (its default)'} and has no certificate: clients are sent away with 534. Choose one, which sets serverCertHash.`,
      });
    }
  },
});
