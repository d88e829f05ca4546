import { INBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf, partOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const PROXY = 'system.webServer/proxy';

export default defineConfigRule({
  id: 'rewrite-to-host-without-proxy',
  severity: 'error',
  profile: 'correctness',
  title: 'A rewrite to another server while the proxy is off',
  why: 'A `Rewrite` to an address with a host is forwarded by Application Request Routing. While its proxy is switched off for the server (`system.webServer/proxy enabled`), IIS looks for the address among its own files and answers 404.4 or 404. A server farm of that name needs no proxy.',
  sources: [
    {
      document: 'Reverse Proxy with URL Rewrite v2 and Application Request Routing',
      says: 'reverse proxy functionality is disabled by default and has to be enabled for the server',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://localhost:5000/{R:1}" /></rule></rules></rewrite></system.webServer>',
        server:
          '<system.applicationHost><sites /></system.applicationHost><system.webServer><proxy enabled="false" /></system.webServer>',
        path: 'Shop',
        at: 'http://localhost:5000',
      },
    ],
    good: [
      {
        text: '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://localhost:5000/{R:1}" /></rule></rules></rewrite></system.webServer>',
        server:
          '<system.applicationHost><sites /></system.applicationHost><system.webServer><proxy enabled="true" /></system.webServer>',
        path: 'Shop',
      },
      '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://localhost:5000/{R:1}" /></rule></rules></rewrite></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites /></system.applicationHost><webFarms><webFarm name="farm"><server address="10.0.0.5" /></webFarm></webFarms><system.webServer><rewrite><globalRules><rule name="ARR"><match url="*" /><action type="Rewrite" url="http://FARM/{R:0}" /></rule></globalRules></rewrite></system.webServer>',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites /></system.applicationHost><system.webServer><rewrite><globalRules><rule name="own"><match url=".*" /><action type="Rewrite" url="http://{HTTP_HOST}/{R:0}" /></rule></globalRules></rewrite></system.webServer>',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    const isWhole = document.kind !== 'applicationHost' || sections('system.applicationHost/sites').length > 0;
    if (!hierarchy.hasServer || !isWhole) return undefined;
    const farms = hierarchy.effective('webFarms', '')?.element.entries ?? [];
    const known = new Set(farms.map((farm) => farm.text('name').toLowerCase()));
    for (const path of INBOUND)
      for (const use of sections(path)) {
        if (hierarchy.effective(PROXY, hierarchy.pathOf(use))?.element.isTrue('enabled')) continue;
        for (const { action, actionType } of enabledRules(use)) {
          const url = attributeOf(action ?? undefined, 'url');
          if (!url || !/^rewrite$/i.test(actionType)) continue;
          const [start, host] = /^https?:\/\/([\w.-]+)(?::\d+)?/i.exec(url.value) ?? [];
          if (start === undefined || host === undefined || known.has(host.toLowerCase())) continue;
          report({
            at: partOf(url, 0, start.length),
            message: `IIS forwards requests to ${quoted(host)} only with Application Request Routing, whose proxy is off on this server: it answers 404 instead. Enable the proxy in system.webServer/proxy.`,
          });
        }
      }
    return undefined;
  },
});
