import { isExpress } from '../../config/express';
import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'site-without-https',
  severity: 'information',
  profile: 'hardening',
  title: 'A site that only speaks plain HTTP',
  why: 'What goes over plain HTTP, sessions and passwords among it, can be read and changed on the way. A site has an `https` binding, and one for `http` only to redirect from. Where TLS ends at a proxy, the way from there to the server is still open unless the network is trusted.',
  sources: [
    {
      document: 'How to set up SSL on IIS, Microsoft Learn',
      says: 'an https binding with a certificate protects the traffic of a site',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', binding('http', '*:80:shop.example')), 'Shop'),
      sites(site('name="Shop" id="1"', binding('http', '10.0.0.1:80:shop.example') + binding('net.pipe', '*'))),
    ],
    good: [
      sites(
        site('name="Shop" id="1"', binding('http', '*:80:shop.example') + binding('https', '*:443:shop.example', 1)),
      ),
      sites(
        site(
          'name="Shop" id="1"',
          binding('http', '127.0.0.1:8080:') + binding('http', '[::1]:8080:') + binding('http', '*:8080:localhost'),
        ),
      ),
      sites(site('name="Shop" id="1" serverAutoStart="false"', binding('http', '*:80:shop.example'))),
      sites(site('name="Shop" id="1"', binding('net.tcp', '808:*'))),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    for (const one of sitesOf(context)) {
      if (!one.isTrue('serverAutoStart')) continue;
      const bindings = bindingsOf(one);
      const isOpen = bindings.some(
        ({ protocol, address, host }) =>
          protocol === 'http' &&
          !/^(?:127\.|\[::1\])/.test(address?.text ?? '') &&
          host?.text.toLowerCase() !== 'localhost',
      );
      if (isOpen && !bindings.some(({ protocol }) => protocol === 'https'))
        context.report({
          at: writtenAt(one, 'name'),
          message: `Site ${quoted(one.text('name'))} has http bindings only: its traffic can be read and changed on the way. Add an https binding, and redirect from http.`,
        });
    }
  },
});
