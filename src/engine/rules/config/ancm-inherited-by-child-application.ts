import { addedHandlers, HANDLERS, isAspNetCoreModule, modulesOf } from '../../config/handlers';
import { isAbove } from '../../config/paths';
import { applicationPaths } from '../../config/sites';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'ancm-inherited-by-child-application',
  severity: 'warning',
  profile: 'recommended',
  title: 'Child applications inherit the ASP.NET Core handler',
  why: 'Applications below this one inherit its handlers. A child that adds a handler of the same name fails with 500.19 and 0x800700B7; another one is handed to the ASP.NET Core Module with the program of its parent. Around the settings belongs `<location path="." inheritInChildApplications="false">`, which `dotnet publish` writes by itself.',
  sources: [
    {
      document: 'Host ASP.NET Core on Windows with IIS: sub-applications',
      says: 'inheritInChildApplications=false in a location tag keeps sub-applications from inheriting the handler',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application><application path="/blog"><virtualDirectory path="/" physicalPath="D:\\blog" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
        at: 'aspNetCore',
      },
    ],
    good: [
      {
        text: '<location path="." inheritInChildApplications="false"><system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer></location>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application><application path="/blog"><virtualDirectory path="/" physicalPath="D:\\blog" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site><site name="Shop2" id="2"><application path="/blog"><virtualDirectory path="/" physicalPath="D:\\blog" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
      '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web' || !hierarchy.hasServer || !hierarchy.isPlaced) return undefined;
    const server = hierarchy.levels.find(({ document: one }) => one.kind === 'applicationHost');
    const applications = server ? applicationPaths(server.document) : [];
    for (const use of sections(HANDLERS)) {
      if (use.location?.inheritInChildApplications === false) continue;
      const path = hierarchy.pathOf(use);
      const below = applications.filter((one) => isAbove(path, one) && !isAbove(one, path));
      const handler = addedHandlers(use).find((one) => modulesOf(one).some(isAspNetCoreModule));
      const [first] = below;
      if (!handler || first === undefined) continue;
      report({
        at: attributeOf(handler, 'name')?.valueRange ?? handler.nameRange,
        message: `The application ${quoted(first)}${
          below.length > 1 ? ` and ${below.length - 1} more` : ''
        } below this one inherit this handler and can fail with 500.19 or run the wrong program. Put the settings into <location path="." inheritInChildApplications="false">.`,
      });
    }
    return undefined;
  },
});
