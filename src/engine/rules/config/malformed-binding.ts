import type { BindingFault } from '../../config/bindings';
import { isPlaceholder } from '../../config/placeholder';
import { bindingsOf, sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const FORM = {
  socket: 'address:port:host',
  portFirst: 'port:host comparison, such as 808:*',
  hostOnly: 'a host',
} as const;

export default defineConfigRule({
  id: 'malformed-binding',
  severity: 'error',
  profile: 'correctness',
  title: 'A binding that is no address, port and host name',
  why: 'A binding for `http`, `https` or `ftp` is written `address:port:host`, with two colons even where address and host are left out: `*:80:`. An IPv6 address stands in brackets, a wildcard only as the first label of a host. For anything else W3SVC logs event 1003, cannot register the URL, and disables the site.',
  sources: [
    {
      document: 'binding element, IIS configuration reference',
      says: 'bindingInformation holds the address, the port and a host name that may be left out',
      read: '2026-11-24',
    },
    {
      document: 'IIS 10.0 wildcard host header support',
      says: 'a wildcard is the leftmost label of a host name',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', binding('https', '443', 0)), '443'),
      sites(site('name="Shop" id="1"', binding('https', '*:443')), '*:443'),
      sites(site('name="Shop" id="1"', binding('https', '*:70000:shop.example')), '70000'),
      sites(site('name="Shop" id="1"', binding('https', 'shop.example:443:')), 'shop.example'),
      sites(site('name="Shop" id="1"', binding('https', '*:443:https://shop.example')), 'https://shop.example'),
      sites(site('name="Shop" id="1"', binding('https', '::1:443:shop.example'))),
      sites(site('name="Shop" id="1"', binding('https', '*:443:www.*.example')), 'www.*.example'),
      sites(site('name="Shop" id="1"', binding('net.tcp', '*:808')), '*'),
    ],
    good: [
      sites(site('name="Shop" id="1"', binding('http', '*:80:') + binding('http', ':8080:localhost'))),
      sites(
        site('name="Shop" id="1"', binding('http', '[::1]:80:shop.example') + binding('http', '*:80:*.shop.example')),
      ),
      sites(
        site(
          'name="Shop" id="1"',
          binding('net.tcp', '808:*') + binding('net.pipe', '*') + binding('net.msmq', 'localhost'),
        ),
      ),
      sites(
        site(
          'name="Shop" id="1"',
          binding('http', '*:$(Port):$(Host)') +
            binding('http', '__BINDING__') +
            binding('http', '*:[PORT]:shop.example'),
        ),
      ),
      sites(site('name="Shop" id="1"', binding('http', '*:80:bücher.example') + binding('tibco', '7222'))),
    ],
  },
  check(context) {
    for (const one of sitesAndDefaults(context))
      for (const { fault, form, element } of bindingsOf(one)) {
        if (!fault || !form) continue;
        const written = element.text('bindingInformation');
        if (isPlaceholder(written)) continue;
        const text = context.document.text.slice(fault.start, fault.end);
        if (isPlaceholder(text)) continue;
        context.report({
          at:
            fault.start < fault.end
              ? fault
              : (element.value('bindingInformation').origin?.attribute.valueRange ?? fault),
          message: `Binding ${quoted(written)}: ${FAULTS[fault.kind](quoted(text), FORM[form])}. ${
            form === 'socket' ? 'The site cannot start.' : 'Nothing listens for it.'
          }`,
        });
      }
  },
});

const FAULTS: Readonly<Record<BindingFault['kind'], (text: string, form: string) => string>> = {
  parts: (_, form) => `it is written ${form}`,
  address: (text) => `${text} is no IP address; * stands for all, and IPv6 goes into brackets`,
  port: (text) => `${text} is no port from 1 to 65535`,
  host: (text) => `${text} is no host name; it has no scheme, port or path, and a wildcard only as its first label`,
};
