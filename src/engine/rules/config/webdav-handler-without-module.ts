import { HANDLERS, MODULES, modulesAt } from '../../config/handlers';
import { insertAfter, insertChild } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'webdav-handler-without-module',
  severity: 'warning',
  profile: 'recommended',
  title: 'WebDAV is removed by half',
  why: 'WebDAV Publishing consists of a module and a handler for verbs such as PUT and DELETE. When only the module is removed, the inherited handler still catches those verbs and finds its module missing: 500.21 instead of 405. An API that uses PUT and DELETE removes both.',
  sources: [
    {
      document: 'HTTP status codes of IIS',
      says: '500.21: a handler has a bad module in its module list',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="WebDAV" path="*" verb="PROPFIND,PUT,DELETE" modules="WebDAVModule" /></handlers><modules><add name="WebDAVModule" /></modules></system.webServer></location>',
        path: 'Shop',
        at: 'remove',
      },
      {
        text: '<system.webServer>\n  <modules>\n    <remove name="WebDAVModule" />\n  </modules>\n  <handlers>\n    <remove name="x" />\n  </handlers>\n</system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="x" path="*.x" verb="*" type="X" /><add name="WebDAV" path="*" verb="PROPFIND,PUT,DELETE" modules="WebDAVModule" /></handlers><modules><add name="WebDAVModule" /></modules></system.webServer></location>',
        path: 'Shop',
      },
    ],
    good: [
      {
        text: '<system.webServer><handlers><remove name="WebDAV" /></handlers><modules><remove name="WebDAVModule" /></modules></system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="WebDAV" path="*" verb="PROPFIND,PUT,DELETE" modules="WebDAVModule" /></handlers><modules><add name="WebDAVModule" /></modules></system.webServer></location>',
        path: 'Shop',
      },
      // Everything is caught before it.
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><modules><remove name="WebDAVModule" /></modules><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
    ],
  },
  check({ document, hierarchy, sections, report }) {
    if (document.kind !== 'web' || !hierarchy.hasServer) return undefined;
    for (const use of sections(MODULES)) {
      const remove = use.element.children.find(
        (one) => one.name === 'remove' && /^WebDAVModule$/i.test(attribute(one, 'name') ?? ''),
      );
      const path = hierarchy.pathOf(use);
      if (!remove || modulesAt(hierarchy, path).has('webdavmodule')) continue;
      const handlers = hierarchy.effective(HANDLERS, path)?.element.entries ?? [];
      const left = handlers.findIndex((one) => /^WebDAVModule$/i.test(one.text('modules')));
      const isCaught = handlers
        .slice(0, Math.max(left, 0))
        .some((one) => one.text('path') === '*' && one.text('verb') === '*' && one.text('preCondition') === '');
      const name = handlers[left]?.text('name');
      if (name === undefined || isCaught) continue;
      const own = sections(HANDLERS).find(({ location }) => location === use.location);
      const xml = `<remove name="${name}" />`;
      report({
        at: remove.nameRange,
        message: `The module is gone, but the handler WebDAV is still inherited: PUT and DELETE are answered with 500.21. Remove the handler as well.`,
        fixes: [
          {
            title: 'Remove the handler of WebDAV',
            edits: [
              own
                ? insertChild(document.text, own.element, xml, 'first')
                : insertAfter(document.text, use.element, `<handlers>${xml}</handlers>`),
            ],
            isSafe: false,
          },
        ],
      });
    }
    return undefined;
  },
});
