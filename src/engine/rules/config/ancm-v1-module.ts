import { setValue } from '../../config/edits';
import { addedHandlers, HANDLERS } from '../../config/handlers';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'ancm-v1-module',
  severity: 'warning',
  profile: 'recommended',
  title: 'The first ASP.NET Core Module',
  why: '`AspNetCoreModule` is the module of ASP.NET Core 1 and 2.x, long out of support. Hosting bundles from 3.0 on install `AspNetCoreModuleV2` only: on a server set up with one of them, the handler answers 500.21, bad module. Version 2 runs old applications out of process as well.',
  sources: [
    {
      document: 'ASP.NET Core Module for IIS',
      says: 'the V2 module is used from ASP.NET Core 2.2 on; V1 is no longer part of later hosting bundles',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModule" resourceType="Unspecified" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        at: 'AspNetCoreModule',
      },
    ],
    good: [
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<system.webServer><handlers><remove name="AspNetCoreModule" /></handlers></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    if (document.kind !== 'web') return undefined;
    for (const use of sections(HANDLERS))
      for (const handler of addedHandlers(use)) {
        const modules = attributeOf(handler, 'modules');
        if (!modules || !/^AspNetCoreModule$/i.test(modules.value.trim())) continue;
        report({
          at: modules.valueRange,
          message:
            'AspNetCoreModule is the module of ASP.NET Core 1 and 2: hosting bundles from 3.0 on do not install it, and IIS answers 500.21. The one in use is AspNetCoreModuleV2.',
          fixes: [
            { title: 'Change to AspNetCoreModuleV2', edits: [setValue(modules, 'AspNetCoreModuleV2')], isSafe: false },
          ],
        });
      }
    return undefined;
  },
});
