import { bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const HTTP = binding('http', '*:80:shop.example');

export default defineConfigRule({
  id: 'hsts-without-https',
  severity: 'warning',
  profile: 'recommended',
  title: 'HSTS at a site without an https binding',
  why: 'IIS sends `Strict-Transport-Security` only in answers over HTTPS, so that the setting does nothing at a site without an `https` binding. With `redirectHttpToHttps` every request is sent to port 443, where this site does not listen. Where TLS ends at a proxy in front, the proxy sends the header and redirects; the redirect of IIS would go round in circles there.',
  sources: [
    {
      document: 'hsts element of a site, IIS configuration reference',
      says: 'the header is added to answers over HTTPS; the redirect replaces the scheme and drops the port',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', HTTP, '<hsts enabled="true" max-age="31536000" redirectHttpToHttps="true" />')),
      sites(site('name="Shop" id="1"', binding('http', '127.0.0.1:80:'), '<hsts enabled="true" max-age="31536000" />')),
    ],
    good: [
      sites(
        site(
          'name="Shop" id="1"',
          HTTP + binding('https', '*:443:shop.example', 1),
          '<hsts enabled="true" max-age="31536000" redirectHttpToHttps="true" />',
        ),
      ),
      sites(site('name="Shop" id="1"', HTTP, '<hsts enabled="false" redirectHttpToHttps="true" />')),
      // Defaults are for the sites that have https.
      sites(
        `<siteDefaults><hsts enabled="true" max-age="31536000" /></siteDefaults>${site('name="Shop" id="1"', HTTP)}`,
      ),
    ],
  },
  check(context) {
    for (const one of sitesOf(context)) {
      const hsts = one.elements.get('hsts');
      const bindings = bindingsOf(one);
      if (!hsts?.isTrue('enabled') || !bindings.length || bindings.some(({ protocol }) => protocol === 'https'))
        continue;
      const redirects = hsts.isTrue('redirectHttpToHttps');
      context.report({
        at: redirects ? writtenAt(hsts, 'redirectHttpToHttps') : writtenAt(hsts, 'enabled'),
        message: `Site ${quoted(one.text('name'))} has no https binding: ${
          redirects
            ? 'the redirect sends every request to port 443, where the site does not listen, and in circles behind a proxy that ends TLS.'
            : 'IIS sends the HSTS header over HTTPS only, and so never here.'
        } Add the binding, or switch hsts off.`,
      });
    }
  },
});
