import { bindingsOf, sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'protocol-on-wrong-port',
  severity: 'warning',
  profile: 'recommended',
  title: 'http on port 443, or https on port 80',
  why: 'Browsers speak TLS to port 443 and plain HTTP to port 80, unless the address says otherwise. A binding the other way round answers the first bytes with an error or closes the connection. Mostly only the protocol of the binding was chosen wrong.',
  sources: [
    {
      document: 'binding element, IIS configuration reference',
      says: 'the protocol and the port of a binding are set apart from each other',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', binding('https', '*:80:shop.example')), '80'),
      sites(site('name="Shop" id="1"', binding('HTTP', '*:443:shop.example')), '443'),
    ],
    good: [
      sites(
        site('name="Shop" id="1"', binding('http', '*:80:') + binding('https', '*:443:') + binding('https', '*:8080:')),
      ),
      sites(site('name="Shop" id="1"', binding('net.tcp', '443:*') + binding('http', '*:4430:'))),
    ],
  },
  check(context) {
    for (const one of sitesAndDefaults(context))
      for (const { protocol, port, portNumber, element } of bindingsOf(one)) {
        const isWrong = (protocol === 'http' && portNumber === 443) || (protocol === 'https' && portNumber === 80);
        if (isWrong && port)
          context.report({
            at: port,
            message: `${protocol} on port ${portNumber} (${quoted(element.text('bindingInformation'))}): clients expect ${
              protocol === 'http' ? 'TLS' : 'plain HTTP'
            } there, and connections fail. Change the protocol or the port.`,
          });
      }
  },
});
