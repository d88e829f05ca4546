import { endpointOf } from '../../config/bindings';
import { bindingsOf, writtenAt, sitesOf, type SiteBinding } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'https-names-without-sni',
  severity: 'information',
  profile: 'recommended',
  title: 'Host names on one address and port share one certificate',
  why: 'Without bit 1 of `sslFlags` (Server Name Indication) HTTP.sys holds one certificate for an address and port. All such bindings present the same one, whatever certificate was chosen last; W3SVC logs event 1114 where sites differ. That is right only where the certificate covers every name.',
  sources: [
    {
      document: 'binding element, IIS configuration reference',
      says: 'sslFlags 0: one certificate for a combination of IP address and port',
      read: '2026-11-24',
    },
    {
      document: 'Event ID 1114, IIS W3SVC',
      says: 'sites that share an endpoint with different TLS settings overwrite one another',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:shop.example', 0)) +
          site('name="Till" id="2"', binding('https', '*:443:till.example')),
        '*:443:till.example',
      ),
    ],
    good: [
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1)) +
          site('name="Till" id="2"', binding('https', '*:443:till.example', 1)),
      ),
      // One without a name is the fallback for clients without SNI.
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1)) +
          site('name="Till" id="2"', binding('https', '*:443:', 0)),
      ),
      // Central certificate store: the certificate is found by the name.
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:a.example', 2) + binding('https', '*:443:b.example', 2)),
      ),
      // Names of one domain mostly share a wildcard certificate.
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:a.shop.example') + binding('https', '*:443:b.shop.example')),
      ),
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:shop.example') + binding('https', '*:443:www.shop.example')),
      ),
      sites(
        site(
          'name="Shop" id="1"',
          binding('https', '10.0.0.1:443:a.example') + binding('https', '10.0.0.2:443:b.test'),
        ),
      ),
    ],
  },
  check(context) {
    const shared = new Map<string, SiteBinding[]>();
    for (const one of sitesOf(context))
      for (const found of bindingsOf(one)) {
        // Bit 1 chooses the certificate by its name, bit 2 finds it by the name in the central store.
        if (found.protocol !== 'https' || found.sslFlags & 3 || !found.host?.text || found.fault) continue;
        const endpoint = endpointOf(found, 'socket') ?? '';
        const others = shared.get(endpoint);
        if (others) others.push(found);
        else shared.set(endpoint, [found]);
      }
    for (const [first, ...others] of shared.values()) {
      const odd = others.find(({ host }) => domainOf(host?.text ?? '') !== domainOf(first?.host?.text ?? ''));
      if (!first?.host || !odd?.host) continue;
      context.report({
        at: writtenAt(odd.element, 'bindingInformation'),
        message: `${oneOf([quoted(first.host.text), quoted(odd.host.text)]).replace(' or ', ' and ')} share address and port without Server Name Indication: both present the same certificate. Set sslFlags="1" on them, unless one certificate covers all names.`,
        related: [{ ...writtenAt(first.element, 'bindingInformation'), message: 'The first of these bindings.' }],
      });
    }
  },
});

/** What one wildcard certificate covers at most: the last labels of a name, without its first where it has three. */
function domainOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  return (labels.length > 2 ? labels.slice(1) : labels).join('.');
}
