import { HANDLERS } from '../../config/handlers';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'handlers-cleared',
  severity: 'warning',
  profile: 'recommended',
  title: 'Handlers are cleared, and none is left for files',
  why: '`<clear />` takes all inherited handlers away, the one for static files among them. Style sheets, scripts and images are then answered with 404.4, unless the file adds `StaticFile` or another mapping for every path at its end.',
  sources: [
    {
      document: 'HTTP status codes of IIS',
      says: '404.4: no handler configured for the requested file',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><clear /><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /></handlers></system.webServer>',
        at: 'clear',
      },
    ],
    good: [
      '<system.webServer><handlers><clear /><add name="StaticFile" path="*" verb="*" modules="StaticFileModule,DefaultDocumentModule,DirectoryListingModule" resourceType="Either" requireAccess="Read" /></handlers></system.webServer>',
      '<system.webServer><handlers><clear /><add name="All" path="*" verb="GET,HEAD" type="Shop.All" /></handlers></system.webServer>',
      // A folder that serves nothing.
      '<location path="data"><system.webServer><handlers><clear /></handlers></system.webServer></location>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    for (const use of sections(HANDLERS)) {
      const clear = use.element.children.find(({ name }) => name === 'clear');
      if (!clear || use.content !== 'here') continue;
      const entries = hierarchy.effective(HANDLERS, hierarchy.pathOf(use))?.element.entries ?? [];
      const serves = entries.some((one) => one.text('path') === '*' || /StaticFileModule/i.test(one.text('modules')));
      if (!entries.length || serves) continue;
      report({
        at: clear.nameRange,
        message:
          'No handler for static files is left behind this: style sheets, scripts and images are answered with 404.4. Add StaticFile again at the end, or remove single handlers by name.',
      });
    }
    return undefined;
  },
});
