import { isPlaceholder } from '../../config/placeholder';
import { child } from '../../xml/tree';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const NAME = /(?:password|passwd|pwd|secret|api_?key|access_?key|private_?key|connection_?strings?(?:__|:))/i;
const PASSWORD = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]/i;

export default defineConfigRule({
  id: 'secret-in-environment-variable',
  severity: 'warning',
  profile: 'hardening',
  title: 'A secret in an environment variable of web.config',
  why: "`web.config` travels: into the repository, the build, backups and support mails, and everybody who may read the site's folder reads it. Values that open something belong into the variables of the application pool, which stay on the server in `applicationHost.config`, or into a vault.",
  sources: [
    {
      document: 'Safe storage of app secrets in ASP.NET Core',
      says: 'secrets are not to be stored in files that are deployed with the code',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="Smtp__Password" value="orange-42" /></environmentVariables></aspNetCore></system.webServer>',
        at: 'orange-42',
      },
      '<system.webServer><httpPlatform processPath="node.exe"><environmentVariables><environmentVariable name="DB" value="Server=sql01;User Id=shop;Password=orange-42" /></environmentVariables></httpPlatform></system.webServer>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="Smtp__Password" value="#{SmtpPassword}" /><environmentVariable name="APP_SECRETS_DIRECTORY" value="D:\\secrets" /><environmentVariable name="ConnectionStrings__Db" value="Server=sql01;Integrated Security=true" /></environmentVariables></aspNetCore></system.webServer>',
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="Smtp__Password" value="" /></environmentVariables></aspNetCore></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of ['system.webServer/aspNetCore', 'system.webServer/httpPlatform'])
      for (const { element } of sections(path))
        for (const variable of child(element, 'environmentVariables')?.children ?? []) {
          const [name, value] = [attributeOf(variable, 'name'), attributeOf(variable, 'value')];
          if (!name || !value || isPlaceholder(value.value) || !isSecret(name.value, value.value)) continue;
          report({
            at: value.valueRange,
            message: `The value of ${quoted(name.value)} looks like a secret, readable by everybody who gets this file. Set it on the application pool or take it from a vault.`,
          });
        }
    return undefined;
  },
});

function isSecret(name: string, value: string): boolean {
  if (PASSWORD.test(value)) return true;
  if (
    value.length < 6 ||
    /^(?:\d+|true|false|none)$/i.test(value) ||
    /^[\w-]*(?:path|file|url|name|id|dir|directory|folder|length|timeout)$/i.test(name)
  )
    return false;
  return NAME.test(name) && !/connection_?string/i.test(name);
}
