import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';
import { removeAttribute } from '../../config/edits';

/** Settings of the process that answers, which in process there is none of. */
const OUT_OF_PROCESS = ['requestTimeout', 'rapidFailsPerMinute', 'processesPerApplication'];

export default defineConfigRule({
  id: 'ancm-setting-without-effect',
  severity: 'information',
  profile: 'recommended',
  title: 'A setting that in-process hosting does not use',
  why: '`requestTimeout`, `rapidFailsPerMinute` and `processesPerApplication` govern the process that the module starts and forwards requests to. An application hosted in process runs inside the worker process and knows none of them: a longer `requestTimeout` changes nothing there.',
  sources: [
    {
      document: 'ASP.NET Core Module configuration reference',
      says: 'requestTimeout and rapidFailsPerMinute do not apply to in-process hosting; processesPerApplication is limited to 1',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="inprocess" requestTimeout="00:20:00" /></system.webServer>',
        at: 'requestTimeout',
      },
      '<location path="."><system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="InProcess" processesPerApplication="4" rapidFailsPerMinute="5" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" requestTimeout="00:20:00" /></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" hostingModel="inprocess" startupTimeLimit="300" shutdownTimeLimit="30" /></system.webServer>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    for (const use of sections('system.webServer/aspNetCore')) {
      const model = hierarchy.effective(use.path, hierarchy.pathOf(use))?.element.text('hostingModel') ?? '';
      if (model.toLowerCase() !== 'inprocess') continue;
      const found = OUT_OF_PROCESS.flatMap((name) => attributeOf(use.element, name) ?? []);
      const [first] = found;
      if (!first) continue;
      const names = found.map(({ name }) => name);
      report({
        at: first.nameRange,
        message: `The application is hosted in process, where ${oneOf(names).replace(' or ', ' and ')} ${names.length > 1 ? 'have' : 'has'} no effect.`,
        fixes: [
          {
            title: `Remove ${oneOf(names).replace(' or ', ' and ')}`,
            edits: found.map((one) => removeAttribute(document.text, one)),
            isSafe: true,
          },
        ],
      });
    }
    return undefined;
  },
});
