import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const MODELS = ['inprocess', 'outofprocess'];

export default defineConfigRule({
  id: 'ancm-unknown-hosting-model',
  severity: 'error',
  profile: 'correctness',
  title: 'A hosting model that the ASP.NET Core Module does not know',
  why: '`hostingModel` is a text to IIS, so the file is accepted; but the ASP.NET Core Module knows `inprocess` and `outofprocess` only, upper and lower case alike. For any other word it does not start the application, answers 500 and logs "Unknown hosting model". Without the attribute, the application runs out of process.',
  sources: [
    {
      document: 'dotnet/aspnetcore, ShimOptions of AspNetCoreModuleV2',
      says: 'empty is out of process; both names are compared without case; all else throws',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="in-process" /></system.webServer>',
        at: 'in-process',
      },
      '<location path="." inheritInChildApplications="false"><system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="OutProcess" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="InProcess" /></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="OUTOFPROCESS" /></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="$(AspNetCoreHostingModel)" /></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" hostingModel="[HostingModel]" /></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/aspNetCore')) {
      const model = attributeOf(element, 'hostingModel');
      if (
        !model ||
        model.value === '' ||
        isPlaceholder(model.value) ||
        /^\[.*\]$/.test(model.value) ||
        MODELS.includes(model.value.toLowerCase())
      )
        continue;
      const meant = /out/i.test(model.value) ? 'outofprocess' : /^in/i.test(model.value) ? 'inprocess' : null;
      report({
        at: model.valueRange,
        message: `The ASP.NET Core Module knows no hosting model ${quoted(model.value)}: it does not start the application and answers 500. It is inprocess or outofprocess.`,
        fixes: meant ? [{ title: `Change to ${meant}`, edits: [setValue(model, meant)], isSafe: false }] : [],
      });
    }
    return undefined;
  },
});
