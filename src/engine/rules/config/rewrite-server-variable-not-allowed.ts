import { INBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const ALLOWED = 'system.webServer/rewrite/allowedServerVariables';

export default defineConfigRule({
  id: 'rewrite-server-variable-not-allowed',
  severity: 'error',
  profile: 'correctness',
  title: 'A rule sets a server variable that the server does not allow',
  why: 'Rules of a site or folder may set only the server variables and request headers that `allowedServerVariables` lists; the list is locked and kept in `applicationHost.config`. Setting another one makes URL Rewrite answer 500.50 as soon as the rule matches. Global rules are free to set any.',
  sources: [
    {
      document: 'URL Rewrite Module 2.0 Configuration Reference',
      says: 'distributed rules can set only what allowedServerVariables lists, else there is a run-time error; global rules can set any',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><serverVariables><set name="HTTP_X_ORIGINAL_HOST" value="{HTTP_HOST}" /></serverVariables><action type="None" /></rule></rules></rewrite></system.webServer>',
        server:
          '<system.webServer><rewrite><allowedServerVariables><add name="HTTP_X_FORWARDED_HOST" /></allowedServerVariables></rewrite></system.webServer>',
        path: 'Shop',
        at: 'HTTP_X_ORIGINAL_HOST',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites /></system.applicationHost><location path="Shop"><system.webServer><rewrite><rules><rule name="a"><match url=".*" /><serverVariables><set name="ORIGINAL_URI" value="{REQUEST_URI}" /></serverVariables><action type="None" /></rule></rules></rewrite></system.webServer></location>',
      },
    ],
    good: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><serverVariables><set name="http_x_original_host" value="{HTTP_HOST}" /></serverVariables><action type="None" /></rule></rules></rewrite></system.webServer>',
        server:
          '<system.webServer><rewrite><allowedServerVariables><add name="HTTP_X_ORIGINAL_HOST" /></allowedServerVariables></rewrite></system.webServer>',
        path: 'Shop',
      },
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><serverVariables><set name="HTTP_X" value="1" /></serverVariables><action type="None" /></rule></rules></rewrite></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites /></system.applicationHost><system.webServer><rewrite><globalRules><rule name="a"><match url=".*" /><serverVariables><set name="HTTP_X" value="1" /></serverVariables><action type="None" /></rule></globalRules></rewrite></system.webServer>',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (!hierarchy.hasServer) return undefined;
    // A piece of applicationHost.config may have its list elsewhere.
    if (document.kind === 'applicationHost' && !sections('system.applicationHost/sites').length) return undefined;
    for (const use of sections(INBOUND[0])) {
      // Rules for the whole server are as good as global ones.
      if (document.kind === 'applicationHost' && !use.location?.path) continue;
      const entries = hierarchy.effective(ALLOWED, hierarchy.pathOf(use))?.element.entries ?? [];
      const allowed = new Set(entries.map((entry) => entry.text('name').toLowerCase()));
      for (const { element } of enabledRules(use))
        for (const one of child(element, 'serverVariables')?.children ?? []) {
          const name = attributeOf(one, 'name');
          if (!name || allowed.has(name.value.toLowerCase())) continue;
          report({
            at: name.valueRange,
            message: `${quoted(name.value)} is not in allowedServerVariables of the server: URL Rewrite answers 500.50 when the rule matches. Add it to the list in applicationHost.config.`,
          });
        }
    }
    return undefined;
  },
});
