import { child } from '../../xml/tree';
import { attributeOf } from '../../config/values';
import { removeElement } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'ancm-development-environment',
  severity: 'warning',
  profile: 'recommended',
  title: 'An ASP.NET Core application set to Development',
  why: 'In the environment `Development` an application shows its exception page with source lines, headers and cookies to every visitor, reads `appsettings.Development.json` and user secrets, and checks more than it needs to. A server for others runs as `Production`, which is the default.',
  sources: [
    {
      document: 'Use multiple environments in ASP.NET Core',
      says: 'the developer exception page and other developer features are on in Development; Production is the default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Development" /></environmentVariables></aspNetCore></system.webServer>',
        at: 'Development',
      },
      '<location path="."><system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="COMPLUS_X" value="1" /><environmentVariable name="dotnet_environment" value="development" /></environmentVariables></aspNetCore></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Staging" /><environmentVariable name="MODE" value="Development" /></environmentVariables></aspNetCore></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    for (const { element } of sections('system.webServer/aspNetCore'))
      for (const variable of child(element, 'environmentVariables')?.children ?? []) {
        const [name, value] = [attributeOf(variable, 'name'), attributeOf(variable, 'value')];
        if (!value || !/^(?:ASPNETCORE|DOTNET)_ENVIRONMENT$/i.test(name?.value.trim() ?? '')) continue;
        if (!/^development$/i.test(value.value.trim())) continue;
        report({
          at: value.valueRange,
          message: `${quoted(name?.value ?? '')} is Development: every visitor sees the developer exception page with source lines and secrets. A server runs as Production, the default.`,
          fixes: [{ title: 'Remove the variable', edits: [removeElement(document.text, variable)], isSafe: false }],
        });
      }
    return undefined;
  },
});
