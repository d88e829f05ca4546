import { removeElement } from '../../config/edits';
import { child, type XmlElement } from '../../xml/tree';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'duplicate-environment-variable',
  severity: 'warning',
  profile: 'recommended',
  title: 'An environment variable that is set twice',
  why: 'The collections of environment variables of `aspNetCore` and `httpPlatform` have no key, so IIS accepts a name twice. A process has each variable once, and names differ by more than case: one of the two values is lost without a word.',
  sources: [
    {
      document: 'Schema of the ASP.NET Core Module (aspnetcore_schema_v2.xml)',
      says: 'environmentVariable has no unique key',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="Shop__Url" value="https://a.test" /><environmentVariable name="SHOP__URL" value="https://b.test" /></environmentVariables></aspNetCore></system.webServer>',
        at: 'SHOP__URL',
      },
      '<location path="a"><system.webServer><httpPlatform processPath="node.exe"><environmentVariables><environmentVariable name="PORT" value="1" /><environmentVariable name="PORT" value="1" /></environmentVariables></httpPlatform></system.webServer></location>',
    ],
    good: [
      '<system.webServer><aspNetCore processPath="dotnet" arguments=".\\Shop.dll"><environmentVariables><environmentVariable name="A" value="1" /><clear /><environmentVariable name="A" value="2" /><environmentVariable name="B" value="2" /></environmentVariables></aspNetCore></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    for (const path of ['system.webServer/aspNetCore', 'system.webServer/httpPlatform'])
      for (const { element } of sections(path)) {
        const known = new Map<string, XmlElement>();
        for (const variable of child(element, 'environmentVariables')?.children ?? []) {
          if (variable.name === 'clear') known.clear();
          const name = attributeOf(variable, 'name');
          if (!name) continue;
          const first = known.get(name.value.toLowerCase());
          if (!first) known.set(name.value.toLowerCase(), variable);
          else
            report({
              at: name.valueRange,
              message: `${quoted(name.value)} is set twice, and the process can have one value only.`,
              related: [{ ...first.startTag, message: 'It is set here first.' }],
              fixes: [{ title: 'Remove this one', edits: [removeElement(document.text, variable)], isSafe: false }],
            });
        }
      }
    return undefined;
  },
});
