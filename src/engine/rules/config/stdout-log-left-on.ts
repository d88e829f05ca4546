import { setValue } from '../../config/edits';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'stdout-log-left-on',
  severity: 'warning',
  profile: 'recommended',
  title: 'The log of standard output is on',
  why: 'The log of standard output is meant for finding out why an application does not start. It knows no limit of size and no rotation, and each start begins a file: on a busy server it fills the disk. The folder must exist, and the application pool must be allowed to write there.',
  sources: [
    {
      document: 'ASP.NET Core Module: log creation and redirection',
      says: 'the stdout log is for troubleshooting start-up only; there is no limit on size or number of files',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" stdoutLogEnabled="true" stdoutLogFile=".\\logs\\stdout" /></system.webServer>',
        at: 'true',
      },
      '<location path="a"><system.webServer><httpPlatform processPath="node.exe" stdoutLogEnabled="True" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" stdoutLogEnabled="false" /></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of ['system.webServer/aspNetCore', 'system.webServer/httpPlatform'])
      for (const { element } of sections(path)) {
        const enabled = attributeOf(element, 'stdoutLogEnabled');
        if (enabled?.value.trim().toLowerCase() !== 'true') continue;
        report({
          at: enabled.valueRange,
          message:
            'The log of standard output grows without limit and is never rotated: it is for finding a fault at start-up, then it is switched off.',
          fixes: [{ title: 'Set stdoutLogEnabled="false"', edits: [setValue(enabled, 'false')], isSafe: false }],
        });
      }
    return undefined;
  },
});
