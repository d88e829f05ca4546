import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import type { EffectiveElement } from '../../config/effectiveElement';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { ftpSite, sites } from '../serverExamples';

const CERT = '<ssl serverCertHash="57686f61" />';
const withAuthentication = (authentication: string): string =>
  ftpSite(`${CERT}<authentication>${authentication}</authentication>`, false);

export default defineConfigRule({
  id: 'ftp-without-authentication',
  severity: 'warning',
  profile: 'recommended',
  title: 'Nobody can sign in to an FTP site',
  why: "Anonymous, basic and certificate authentication of an FTP site are off unless switched on. With none of them, and no provider of one's own, every sign-in is refused with 530, whatever the user name.",
  sources: [
    {
      document: 'authentication element of ftpServer, IIS configuration reference',
      says: 'anonymousAuthentication, basicAuthentication and clientCertAuthentication are disabled by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withAuthentication('')),
      sites(withAuthentication('<anonymousAuthentication enabled="false" /><basicAuthentication enabled="false" />')),
    ],
    good: [
      sites(withAuthentication('<basicAuthentication enabled="true" />')),
      sites(withAuthentication('<anonymousAuthentication enabled="true" />')),
      sites(
        withAuthentication(
          '<customAuthentication><providers><add name="AspNetAuth" enabled="true" /></providers></customAuthentication>',
        ),
      ),
      sites(
        `<siteDefaults><ftpServer><security><authentication><basicAuthentication enabled="true" /></authentication></security></ftpServer></siteDefaults>${withAuthentication('')}`,
      ),
      sites(withAuthentication('').replace('protocol="ftp"', 'protocol="http"')),
    ],
  },
  check(context) {
    const defaults = sitesOf(context)[0]?.parent?.elements.get('siteDefaults');
    const hasProvider = (one: EffectiveElement | undefined): boolean =>
      one
        ?.element('ftpServer')
        ?.element('security')
        ?.element('authentication')
        ?.element('customAuthentication')
        ?.element('providers')
        ?.entries.some((provider) => provider.isTrue('enabled')) ?? false;
    for (const one of sitesOf(context)) {
      const binding = bindingsOf(one).find(({ protocol }) => protocol === 'ftp');
      const server = one.element('ftpServer');
      const authentication = server?.element('security')?.element('authentication');
      // A site whose FTP nobody set up has no certificate either; that is reported.
      if (!one.elements.has('ftpServer')) continue;
      if (
        !binding ||
        !authentication ||
        !server?.isTrue('serverAutoStart') ||
        hasProvider(one) ||
        hasProvider(defaults)
      )
        continue;
      const kinds = ['anonymousAuthentication', 'basicAuthentication', 'clientCertAuthentication'];
      if (kinds.some((name) => authentication.element(name)?.isTrue('enabled'))) continue;
      context.report({
        at: writtenAt(binding.element, 'bindingInformation'),
        message: `FTP site ${quoted(one.text('name'))} has no authentication switched on: every sign-in is refused with 530. Enable basicAuthentication, or what its users are to have.`,
      });
    }
  },
});
