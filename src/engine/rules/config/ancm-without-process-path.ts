import { addedHandlers, HANDLERS, isAspNetCoreModule, modulesOf } from '../../config/handlers';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

const ANCM = 'system.webServer/aspNetCore';

export default defineConfigRule({
  id: 'ancm-without-process-path',
  severity: 'error',
  profile: 'recommended',
  title: 'The ASP.NET Core Module has no program to start',
  why: 'The handler gives requests to the ASP.NET Core Module, and the module needs `processPath` of `aspNetCore` to know the program. Neither this file nor one above it has it, so the application does not start: 500.0 or 502.5.',
  sources: [
    {
      document: 'ASP.NET Core Module configuration reference',
      says: 'processPath is required and has no default',
      read: '2026-11-24',
    },
    {
      document: 'dotnet/aspnetcore, ShimOptions of AspNetCoreModuleV2',
      says: 'section and processPath are required values',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers></system.webServer>',
        at: 'AspNetCoreModuleV2',
      },
      '<location path="."><system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore stdoutLogEnabled="false" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath=".\\Shop.exe" /></system.webServer>',
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers></system.webServer><location path="."><system.webServer><aspNetCore processPath=".\\Shop.exe" /></system.webServer></location>',
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore configSource="core.config" /></system.webServer>',
      '<system.webServer><handlers><remove name="aspNetCore" /></handlers></system.webServer>',
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers></system.webServer>',
        server:
          '<location path="Shop"><system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer></location>',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    // Content that was not read, and folders below one another, may have it.
    if (document.kind !== 'web' || sections(ANCM).some(({ content }) => content !== 'here')) return undefined;
    for (const use of sections(HANDLERS))
      for (const handler of addedHandlers(use)) {
        if (!modulesOf(handler).some(isAspNetCoreModule)) continue;
        if (hierarchy.effective(ANCM, hierarchy.pathOf(use))?.element.text('processPath') !== '') continue;
        const at = attributeOf(handler, 'modules');
        report({
          at: at?.valueRange ?? handler.nameRange,
          message:
            'Requests go to the ASP.NET Core Module, but no <aspNetCore processPath="…"> says which program to start: it answers 500.0 or 502.5.',
        });
      }
    return undefined;
  },
});
