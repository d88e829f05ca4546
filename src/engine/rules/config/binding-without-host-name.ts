import { isAnyAddress } from '../../config/bindings';
import { isExpress } from '../../config/express';
import { belongsToProduct, bindingsOf, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, host, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'binding-without-host-name',
  severity: 'information',
  profile: 'hardening',
  title: 'A binding without a host name answers every name',
  why: 'A binding without a host name takes requests for any `Host` header that no other binding claims. Forged host names reach the application, which may put them into links or redirects, and scanners reach it by the bare address. A server that hosts named sites gives each binding its names.',
  sources: [
    {
      document: 'Binding <binding>, IIS configuration reference',
      says: 'a binding has an address, a port and, if one wants, a host header',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', binding('https', '*:443:')), '*:443:'),
      sites(site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1) + binding('http', '*:80:')), '*:80:'),
    ],
    good: [
      sites(site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1))),
      sites(site('name="Shop" id="1"', binding('http', '127.0.0.1:80:') + binding('http', '[::1]:80:'))),
      sites(site('name="Shop" id="1" serverAutoStart="false"', binding('http', '*:80:'))),
      host(
        `<system.applicationHost><log><centralBinaryLogFile directory="%IIS_USER_HOME%\\Logs" /></log><sites>${site('name="Shop" id="1"', binding('http', ':8080:'))}</sites></system.applicationHost>`,
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    for (const one of sitesOf(context)) {
      if (!one.isTrue('serverAutoStart') || belongsToProduct(one)) continue;
      for (const { protocol, host: name, address, fault, sslFlags, element } of bindingsOf(one)) {
        if ((protocol !== 'http' && protocol !== 'https') || fault || !address || name?.text !== '') continue;
        // With SNI it needs a name for another reason.
        if (sslFlags & 1 || (!isAnyAddress(address.text) && /^(?:127\.|\[::1\])/.test(address.text))) continue;
        context.report({
          at: writtenAt(element, 'bindingInformation'),
          message: `${quoted(element.text('bindingInformation'))} has no host name: the site answers every name that no other binding claims. Add the names that it is meant for.`,
        });
      }
    }
  },
});
