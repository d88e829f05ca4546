import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'ancm-publish-placeholder',
  severity: 'information',
  profile: 'recommended',
  title: 'A web.config that has not been published',
  why: '`%LAUNCHER_PATH%` and `%LAUNCHER_ARGS%` are for Visual Studio and IIS Express; `dotnet publish` puts the real program in their place. In a project folder they are right. On a server nothing defines them, and the module fails with 500.0 or 502.5, 0x80070002.',
  sources: [
    {
      document: 'ASP.NET Core Module configuration reference',
      says: 'the SDK replaces the placeholders processPath and arguments when the project is published',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="%LAUNCHER_PATH%" arguments="%LAUNCHER_ARGS%" stdoutLogEnabled="false" /></system.webServer>',
        at: '%LAUNCHER_PATH%',
      },
    ],
    good: [
      '<system.webServer><aspNetCore processPath="%ProgramFiles%\\dotnet\\dotnet.exe" arguments=".\\Shop.dll" /></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    if (document.kind !== 'web') return undefined;
    for (const { element } of sections('system.webServer/aspNetCore')) {
      const found = ['processPath', 'arguments']
        .map((name) => attributeOf(element, name))
        .find((one) => /%(?:ANCM_)?LAUNCHER_(?:PATH|ARGS)%/i.test(one?.value ?? ''));
      if (!found) continue;
      report({
        at: found.valueRange,
        message: `${quoted(found.value)} is replaced when the project is published. On a server the file must not hold it any more: the application would fail with 500.0 or 502.5.`,
      });
    }
    return undefined;
  },
});
