import { isPlaceholder } from '../../config/placeholder';
import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { binding, site, sites } from '../serverExamples';

const withProtocols = (protocols: string, more = ''): string =>
  site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1) + more).replace(
    '<application path="/">',
    `<application path="/" enabledProtocols="${protocols}">`,
  );

export default defineConfigRule({
  id: 'enabled-protocol-without-binding',
  severity: 'warning',
  profile: 'recommended',
  title: 'Enabled for a protocol that the site has no binding for',
  why: 'A WCF service is reached over `net.tcp`, `net.pipe` or `net.msmq` only where the site has a binding of that protocol and the application is enabled for it. With the binding missing, calls fail with an endpoint that nobody listens at.',
  sources: [
    {
      document: 'application element, IIS configuration reference',
      says: 'enabledProtocols lists the protocols of the application',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withProtocols('http,net.tcp'), 'http,net.tcp'),
      sites(withProtocols('http,net.tcp,net.pipe', binding('net.tcp', '808:*'))),
    ],
    good: [
      sites(withProtocols('http,net.tcp', binding('net.tcp', '808:*'))),
      sites(withProtocols('http')),
      sites(withProtocols('http,$(Other)')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesOf(context)) {
      const bound = new Set(bindingsOf(one).map(({ protocol }) => protocol));
      if (!bound.size) continue;
      for (const application of one.entries) {
        if (!application.value('enabledProtocols').origin) continue;
        const protocols = application
          .text('enabledProtocols')
          .split(',')
          .map((name) => name.trim());
        // HTTP needs none of its own kind: an application may be there for its site's other protocols only.
        const missing = protocols.filter((name) => /^(?:net\.|msmq)/i.test(name) && !bound.has(name.toLowerCase()));
        if (!missing.length || protocols.some(isPlaceholder)) continue;
        report({
          at: writtenAt(application, 'enabledProtocols'),
          message: `Site ${quoted(one.text('name'))} has no binding for ${missing.map((name) => quoted(name)).join(', ')}: nobody reaches the application that way. Add a binding (net.tcp: 808:*), or take the protocol out.`,
        });
      }
    }
  },
});
