import { addedHandlers, catchesAll, HANDLERS, modulesOf } from '../../config/handlers';
import { attributeOf } from '../../config/values';
import type { Range } from '../../text/range';
import type { XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'handler-never-reached',
  severity: 'warning',
  profile: 'recommended',
  title: 'A handler behind one that takes every request',
  why: 'IIS goes through the handler mappings in their order and takes the first that fits. Behind a mapping for every path, every verb and every kind of resource nothing is reached any more. Specific mappings belong before it.',
  sources: [
    {
      document: 'Handlers <handlers>, IIS configuration reference',
      says: 'the order of mappings counts; the first one that fits path, verb and resource type is used',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /><add name="Images" path="*.png" verb="GET" modules="StaticFileModule" resourceType="File" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
        at: 'Images',
      },
    ],
    good: [
      '<system.webServer><handlers><add name="Images" path="*.png" verb="GET" modules="StaticFileModule" resourceType="File" /><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<system.webServer><handlers><add name="All" path="*" verb="*" modules="StaticFileModule" resourceType="File" /><add name="x" path="*.x" verb="*" type="Shop.X" /></handlers></system.webServer>',
      '<system.webServer><handlers><add name="All" path="*" verb="*" type="Shop.All" preCondition="integratedMode" /><add name="All-ISAPI" path="*" verb="*" modules="IsapiModule" scriptProcessor="C:\\a.dll" preCondition="classicMode" /><add name="x" path="*.x" verb="*" type="Shop.X" /></handlers></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const use of sections(HANDLERS)) {
      const handlers = addedHandlers(use);
      // An ISAPI extension for every path hands requests on to the mappings behind it.
      const at = handlers.findIndex((one) => catchesAll(one) && !modulesOf(one).some((name) => /^isapi/i.test(name)));
      const [last, next] = [handlers[at], handlers[at + 1]];
      if (!last || !next) continue;
      const more = handlers.length - at - 2;
      const these = more === 0 ? 'This handler is' : `This handler and ${more} more behind it are`;
      report({
        at: nameOf(next),
        message: `${these} never reached: ${quoted(attributeOf(last, 'name')?.value ?? '')} before ${more === 0 ? 'it' : 'them'} takes every request.`,
        related: [{ ...nameOf(last), message: 'The handler that takes every request.' }],
      });
    }
    return undefined;
  },
});

const nameOf = (handler: XmlElement): Range => attributeOf(handler, 'name')?.valueRange ?? handler.nameRange;
