import { child } from '../../xml/tree';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'ancm-fixed-port',
  severity: 'warning',
  profile: 'recommended',
  title: 'A fixed port behind the ASP.NET Core Module',
  why: 'Out of process the module picks a free port for each start of the application. With a fixed `ASPNETCORE_PORT` the new process of an overlapping restart, or a second application, finds the port taken and does not start: 502.5. Addresses in `ASPNETCORE_URLS` are overridden by the module.',
  sources: [
    {
      document: 'ASP.NET Core Module events',
      says: 'a process that does not listen on the given port fails with 502.5; the module chooses a random port',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="ASPNETCORE_PORT" value="5000" /></environmentVariables></aspNetCore></system.webServer>',
        at: 'ASPNETCORE_PORT',
      },
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="inprocess"><environmentVariables><environmentVariable name="ASPNETCORE_PORT" value="5000" /></environmentVariables></aspNetCore></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="ASPNETCORE_HTTPS_PORT" value="443" /></environmentVariables></aspNetCore></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections('system.webServer/aspNetCore')) {
      const model = hierarchy.effective(use.path, hierarchy.pathOf(use))?.element.text('hostingModel') ?? '';
      if (model.toLowerCase() === 'inprocess') continue;
      for (const variable of child(use.element, 'environmentVariables')?.children ?? []) {
        const name = attributeOf(variable, 'name');
        if (!name || !/^ASPNETCORE_PORT$/i.test(name.value.trim())) continue;
        report({
          at: name.valueRange,
          message: `${quoted(name.value)} fixes the port of the application: at an overlapping restart the new process finds it taken and fails with 502.5. Without it the module picks a free one.`,
        });
      }
    }
    return undefined;
  },
});
