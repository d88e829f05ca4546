import { removeAttribute } from '../../config/edits';
import { bindingsOf, writtenAt, sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const SNI = 1;

export default defineConfigRule({
  id: 'sni-without-host-name',
  severity: 'warning',
  profile: 'recommended',
  title: 'Server Name Indication without a host name',
  why: 'Bit 1 of `sslFlags` has the certificate chosen by port and host name, so a binding with it needs a host name. Without one IIS finds no certificate for the binding by a name, and TLS handshakes fail or get the certificate of another binding.',
  sources: [
    {
      document: 'binding element, IIS configuration reference',
      says: 'sslFlags 1: port number and host name from Server Name Indication',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', binding('https', '*:443:', 1)), '1'),
      sites(site('name="Shop" id="1"', binding('https', '10.0.0.1:443:', 33))),
    ],
    good: [
      sites(site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1) + binding('https', '*:443:', 0))),
      sites(site('name="Shop" id="1"', binding('https', '*:443:', 2) + binding('https', '*:8443:', 4))),
      sites(site('name="Shop" id="1"', binding('https', '*:443:$(Host)', 1))),
    ],
  },
  check(context) {
    for (const one of sitesAndDefaults(context))
      for (const { protocol, host, sslFlags, element } of bindingsOf(one)) {
        if (protocol !== 'https' || !(sslFlags & SNI) || host?.text !== '') continue;
        const written = element.value('sslFlags').origin?.attribute;
        context.report({
          at: writtenAt(element, 'sslFlags'),
          message: `${quoted(element.text('bindingInformation'))} has no host name, but sslFlags ${sslFlags} asks for Server Name Indication: no certificate can be chosen by a name. Add the host name, or take bit 1 off sslFlags.`,
          fixes:
            written && sslFlags === SNI
              ? [{ title: 'Remove sslFlags', edits: [removeAttribute(context.document.text, written)], isSafe: false }]
              : [],
        });
      }
  },
});
