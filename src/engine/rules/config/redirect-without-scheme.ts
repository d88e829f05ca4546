import { INBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import type { XmlAttribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

/** What begins like a host. Names of files such as `index.html` end otherwise. */
const HOST = /^(?:www\.[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov)(?:[:/$]|$))/i;

export default defineConfigRule({
  id: 'redirect-without-scheme',
  severity: 'error',
  profile: 'correctness',
  title: 'A redirect to a host without http://',
  why: 'Without a scheme a host is a path: the browser asks the same site for `/www.shop.test/…`, which is not there, or which is redirected once more until the browser gives up. A target on another host begins with `https://`.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'the target of a redirect is a relative path or an absolute URI',
      read: '2026-11-24',
    },
    {
      document: 'HTTP Redirects <httpRedirect>, IIS configuration reference',
      says: 'destination is a URL, absolute ones with their scheme',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpRedirect enabled="true" destination="www.shop.test" /></system.webServer>',
        at: 'www.shop.test',
      },
      {
        text: '<location path="a"><system.webServer><rewrite><rules><rule name="a"><match url="^old/(.*)" /><action type="Redirect" url="shop.com/{R:1}" /></rule></rules></rewrite></system.webServer></location>',
        at: 'shop.com/{R:1}',
      },
    ],
    good: [
      '<system.webServer><httpRedirect enabled="true" destination="https://www.shop.test" /></system.webServer>',
      '<system.webServer><httpRedirect enabled="true" destination="/new$S$Q" /><rewrite><rules><rule name="a"><match url="^old$" /><action type="Redirect" url="default.aspx" /></rule><rule name="b"><match url="^www$" /><action type="Rewrite" url="www.shop.test/{R:0}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    const check = (target: XmlAttribute | undefined): void => {
      if (!target || !HOST.test(target.value)) return;
      report({
        at: target.valueRange,
        message: `${quoted(target.value)} has no scheme, so browsers look for it on this very site. Expected https:// or http:// before the host.`,
      });
    };
    for (const { element } of sections('system.webServer/httpRedirect')) {
      check(attributeOf(element, 'destination'));
      for (const one of element.children) check(attributeOf(one, 'destination'));
    }
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { action, actionType } of enabledRules(use))
          if (/^redirect$/i.test(actionType)) check(attributeOf(action ?? undefined, 'url'));
    return undefined;
  },
});
