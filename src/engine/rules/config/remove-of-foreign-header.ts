import { removeElement } from '../../config/edits';
import type { Hierarchy } from '../../config/hierarchy';
import { addedHeaders, PROTOCOL } from '../../config/responseHeaders';
import { sectionsAt } from '../../config/sections';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const ELSEWHERE: Readonly<Record<string, string>> = {
  server:
    'HTTP.sys and IIS add it: requestFiltering removeServerHeader="true" takes it away (IIS 10 from version 1709 on)',
  'x-aspnet-version': 'ASP.NET adds it: <httpRuntime enableVersionHeader="false" /> takes it away',
  'x-aspnetmvc-version': 'MVC adds it: MvcHandler.DisableMvcResponseHeader in the code takes it away',
};

export default defineConfigRule({
  id: 'remove-of-foreign-header',
  severity: 'warning',
  profile: 'recommended',
  title: 'A remove that does not take a response header away',
  why: '`customHeaders` lists the headers that IIS adds, and `remove` takes entries from that list, such as `X-Powered-By`. It does not touch what others add: `Server` comes from HTTP.sys, `X-AspNet-Version` from ASP.NET. They are still sent.',
  sources: [
    {
      document: 'Custom Headers <customHeaders>, IIS configuration reference',
      says: 'remove deletes a reference to a custom header from the collection',
      read: '2026-11-24',
    },
    {
      document: 'Request Filtering <requestFiltering>, IIS configuration reference',
      says: 'removeServerHeader, added in IIS 10 version 1709, removes the Server header',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpProtocol><customHeaders><remove name="X-Powered-By" /><remove name="Server" /></customHeaders></httpProtocol></system.webServer>',
        at: 'Server',
      },
      '<location path="a"><system.webServer><httpProtocol><customHeaders><remove name="X-AspNet-Version" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><requestFiltering removeServerHeader="true" /></security><httpProtocol><customHeaders><remove name="X-Powered-By" /><remove name="Server" /></customHeaders></httpProtocol></system.webServer>',
      '<system.web><httpRuntime enableVersionHeader="false" targetFramework="4.8" /></system.web><system.webServer><httpProtocol><customHeaders><remove name="X-AspNet-Version" /></customHeaders></httpProtocol></system.webServer>',
      {
        text: '<system.webServer><httpProtocol><customHeaders><remove name="Server" /></customHeaders></httpProtocol></system.webServer>',
        server:
          '<system.webServer><httpProtocol><customHeaders><add name="Server" value="Shop" /></customHeaders></httpProtocol></system.webServer>',
        path: 'Shop',
      },
      // An outbound rule does it.
      '<system.webServer><httpProtocol><customHeaders><remove name="Server" /></customHeaders></httpProtocol><rewrite><outboundRules><rule name="s"><match serverVariable="RESPONSE_Server" pattern=".+" /><action type="Rewrite" value="" /></rule></outboundRules></rewrite></system.webServer>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    const rewritten = sections('system.webServer/rewrite/outboundRules').flatMap(({ element }) =>
      element.children.flatMap(
        (rule) => attributeOf(child(rule, 'match'), 'serverVariable')?.value.toLowerCase() ?? [],
      ),
    );
    for (const use of sections(PROTOCOL)) {
      const path = hierarchy.pathOf(use);
      const removed: Readonly<Record<string, () => boolean>> = {
        server: () =>
          hierarchy
            .effective('system.webServer/security/requestFiltering', path)
            ?.element.isTrue('removeServerHeader') ?? false,
        'x-aspnet-version': () =>
          hierarchy.effective('system.web/httpRuntime', path)?.element.text('enableVersionHeader').toLowerCase() ===
          'false',
      };
      for (const one of child(use.element, 'customHeaders')?.children ?? []) {
        const name = one.name === 'remove' ? attributeOf(one, 'name') : undefined;
        const key = name?.value.toLowerCase() ?? '';
        const where = ELSEWHERE[key];
        if (!name || where === undefined || removed[key]?.()) continue;
        if (rewritten.includes(`response_${key.replaceAll('-', '_')}`)) continue;
        if (isAdded(hierarchy, key)) continue;
        report({
          at: name.valueRange,
          message: `This does not take ${quoted(name.value)} away. ${where}.`,
          fixes: [{ title: 'Remove this line', edits: [removeElement(document.text, one)], isSafe: true }],
        });
      }
    }
    return undefined;
  },
});

/** Whether some file adds the header, so that there is something to remove. */
const isAdded = (hierarchy: Hierarchy, key: string): boolean =>
  hierarchy.levels.some(({ document }) =>
    (sectionsAt(document).get(PROTOCOL) ?? [])
      .flatMap(addedHeaders)
      .some(({ name }) => name.value.toLowerCase() === key),
  );
