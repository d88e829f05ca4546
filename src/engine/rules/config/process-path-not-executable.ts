import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const INTERPRETERS: Readonly<Record<string, string>> = {
  dll: 'dotnet',
  js: 'node',
  mjs: 'node',
  py: 'python',
  jar: 'java with -jar',
  rb: 'ruby',
  ps1: 'powershell',
};

export default defineConfigRule({
  id: 'process-path-not-executable',
  severity: 'error',
  profile: 'correctness',
  title: 'A process path that is no program',
  why: '`processPath` is the program that the module starts; Windows cannot start a library or a script by itself. The module then fails with 500.0 or 502.5 and 0x800700C1 or 0x80070002. The program is `dotnet`, `node` or `python`, and the file goes into `arguments`.',
  sources: [
    {
      document: 'ASP.NET Core Module configuration reference',
      says: 'processPath is the executable that listens for requests; the library goes into arguments',
      read: '2026-11-24',
    },
    {
      document: 'HttpPlatformHandler Configuration Reference',
      says: 'processPath is the executable or script to launch; interpreted programs are given as arguments in its samples',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath=".\\Shop.dll" hostingModel="inprocess" /></system.webServer>',
        at: '.\\Shop.dll',
      },
      '<location path="."><system.webServer><httpPlatform processPath="D:\\app\\server.JS" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<system.webServer><aspNetCore processPath=".\\Shop.exe" /></system.webServer>',
      '<system.webServer><httpPlatform processPath="%home%\\start.bat" /></system.webServer>',
      '<system.webServer><aspNetCore processPath="bin\\Shop.dll.exe" /></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of ['system.webServer/aspNetCore', 'system.webServer/httpPlatform'])
      for (const { element } of sections(path)) {
        const program = attributeOf(element, 'processPath');
        const extension = /\.(\w+)"?\s*$/.exec(program?.value ?? '')?.[1]?.toLowerCase() ?? '';
        const interpreter = INTERPRETERS[extension];
        if (!program || interpreter === undefined) continue;
        report({
          at: program.valueRange,
          message: `Windows cannot start ${quoted(program.value)} as a program, so the application never runs. The program is ${interpreter}, and the file belongs into arguments.`,
        });
      }
    return undefined;
  },
});
