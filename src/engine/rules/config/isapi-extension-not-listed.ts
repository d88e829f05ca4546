import { isPlaceholder } from '../../config/placeholder';
import { serverSection } from '../../config/server';
import { comparablePath } from '../../config/windowsPath';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { host } from '../serverExamples';

const handler = (processor: string, modules = 'IsapiModule') =>
  `<handlers><add name="Shop" path="*.shop" verb="*" modules="${modules}" scriptProcessor="${processor}" resourceType="File" /></handlers>`;
const withList = (list: string, handlers: string) =>
  host(
    `<system.webServer><security><isapiCgiRestriction>${list}</isapiCgiRestriction></security>${handlers}</system.webServer>`,
  );
const ASP = '<add path="%windir%\\system32\\inetsrv\\asp.dll" allowed="true" />';

export default defineConfigRule({
  id: 'isapi-extension-not-listed',
  severity: 'warning',
  profile: 'recommended',
  title: 'A handler needs an ISAPI extension that may not run',
  why: 'IIS runs an ISAPI extension only where `isapiCgiRestriction` lists its DLL with `allowed="true"`. Requests for the handler are answered with 404.2 otherwise. IIS Manager offers to add the entry with the handler; files edited by hand lack it.',
  sources: [
    {
      document: 'isapiCgiRestriction element, IIS configuration reference',
      says: 'only listed and allowed programs run unless unlisted ones are allowed',
      read: '2026-11-24',
    },
    { document: 'HTTP status codes of IIS', says: '404.2: ISAPI or CGI restriction', read: '2026-11-24' },
  ],
  examples: {
    bad: [
      withList(ASP, handler('D:\\Shop\\shop.dll')),
      host(
        `<system.webServer><security><isapiCgiRestriction>${ASP}</isapiCgiRestriction></security></system.webServer><location path="Shop"><system.webServer>${handler('D:\\Shop\\shop.dll')}</system.webServer></location>`,
        'D:\\Shop\\shop.dll',
      ),
    ],
    good: [
      withList(ASP, handler('C:\\Windows\\System32\\inetsrv\\asp.dll')),
      // Listed and switched off is a decision.
      withList('<add path="D:\\Shop\\shop.dll" allowed="false" />', handler('d:\\shop\\shop.dll')),
      withList('<add path="D:\\Shop\\shop.dll" allowed="true" />', handler('D:\\Shop\\shop.dll')),
      withList('<add path="D:\\Shop\\*.dll" allowed="true" />', handler('D:\\Shop\\shop.dll')),
      withList(ASP, handler('D:\\php\\php-cgi.exe', 'FastCgiModule')),
      withList(ASP, handler('$(Root)\\shop.dll')),
      host(
        `<system.webServer><security><isapiCgiRestriction notListedIsapisAllowed="true">${ASP}</isapiCgiRestriction></security>${handler('%IIS_BIN%\\x.dll')}</system.webServer>`,
      ),
      host(`<system.webServer>${handler('D:\\Shop\\shop.dll')}</system.webServer>`),
    ],
  },
  check(context) {
    const restriction = serverSection('system.webServer/security/isapiCgiRestriction', context);
    // Without a list the file is a part, or the list stands elsewhere.
    if (!restriction?.entries.length || restriction.isTrue('notListedIsapisAllowed')) return;
    const listed = new Set(restriction.entries.map((one) => comparablePath(one.text('path'))));
    if ([...listed].some((path) => path.includes('*'))) return;
    for (const { element } of context.sections('system.webServer/handlers'))
      for (const one of element.children) {
        const processor = one.attributes.find(({ name }) => name === 'scriptProcessor');
        if (one.name !== 'add' || !processor || processor.value.trim() === '' || isPlaceholder(processor.value))
          continue;
        if (attribute(one, 'modules')?.trim() !== 'IsapiModule') continue;
        const path = comparablePath(processor.value);
        // A variable that we cannot expand may lead to a listed file.
        if (listed.has(path) || path.includes('%')) continue;
        context.report({
          at: processor.valueRange,
          message: `isapiCgiRestriction does not list ${quoted(processor.value, 90)}: requests for handler ${quoted(attribute(one, 'name') ?? '')} are answered with 404.2. Add it with allowed="true" where it is to run.`,
        });
      }
  },
});
