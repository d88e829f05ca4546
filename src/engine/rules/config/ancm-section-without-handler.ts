import { HANDLERS, isAspNetCoreModule } from '../../config/handlers';
import { attributeOf, listed } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'ancm-section-without-handler',
  severity: 'warning',
  profile: 'recommended',
  title: 'An ASP.NET Core application that no handler gives requests to',
  why: '`aspNetCore` says how to start the application; what gives it requests is a handler with `AspNetCoreModuleV2`. Without one IIS treats the folder as static files: the application never starts, pages are not found, and files such as `appsettings.json` can be downloaded, because IIS has a MIME type for them.',
  sources: [
    {
      document: 'ASP.NET Core Module configuration reference',
      says: 'the published web.config has the handler aspNetCore and the aspNetCore section; without it sensitive files may be served',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="StaticFile" path="*" verb="*" modules="StaticFileModule" /></handlers></system.webServer></location>',
        path: 'Shop',
        at: 'aspNetCore',
      },
    ],
    good: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="StaticFile" path="*" verb="*" modules="StaticFileModule" /></handlers></system.webServer></location>',
        path: 'Shop',
      },
      // A file above this one may have the handler.
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      {
        text: '<system.webServer><aspNetCore requestTimeout="00:10:00" /></system.webServer>',
        server:
          '<location path=""><system.webServer><handlers><add name="StaticFile" path="*" verb="*" modules="StaticFileModule" /></handlers></system.webServer></location>',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web' || !hierarchy.hasServer || !hierarchy.isPlaced) return undefined;
    if (sections(HANDLERS).some(({ content }) => content !== 'here')) return undefined;
    for (const use of sections('system.webServer/aspNetCore')) {
      if (!attributeOf(use.element, 'processPath')?.value) continue;
      const handlers = hierarchy.effective(HANDLERS, hierarchy.pathOf(use))?.element.entries ?? [];
      if (!handlers.length || handlers.some((one) => listed(one.text('modules')).some(isAspNetCoreModule))) continue;
      report({
        at: use.element.nameRange,
        message:
          'No handler gives requests to the ASP.NET Core Module here: IIS serves the folder as static files, and the application never starts. The handler has path="*" verb="*" modules="AspNetCoreModuleV2".',
      });
    }
    return undefined;
  },
});
