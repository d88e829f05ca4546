import { addedHandlers, HANDLERS } from '../../config/handlers';
import { attributeOf } from '../../config/values';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'handler-without-target',
  severity: 'error',
  profile: 'correctness',
  title: 'A handler that says neither module nor type',
  why: 'A handler mapping hands requests either to native modules (`modules`), or to a .NET class (`type`). With neither, IIS takes `ManagedPipelineHandler` without a class, and every request that the mapping catches fails with 500.',
  sources: [
    {
      document: 'Adding Handlers <add>, IIS configuration reference',
      says: 'modules defaults to ManagedPipelineHandler, which runs the class of type',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="Report" path="*.report" verb="GET" /></handlers></system.webServer>',
        at: 'Report',
      },
      '<location path="a"><system.webServer><handlers><add name="Report" path="*.report" verb="GET" preCondition="integratedMode" type="" /></handlers></system.webServer></location>',
    ],
    good: [
      '<system.webServer><handlers><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /><add name="PHP" path="*.php" verb="*" modules="FastCgiModule" scriptProcessor="C:\\php\\php-cgi.exe" /><remove name="WebDAV" /></handlers></system.webServer>',
      '<system.webServer><handlers><add name="Old" path="*.old" verb="*" scriptProcessor="C:\\old\\old.dll" /></handlers></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const use of sections(HANDLERS))
      for (const handler of addedHandlers(use)) {
        if (['modules', 'type', 'scriptProcessor'].some((name) => (attribute(handler, name) ?? '') !== '')) continue;
        const name = attributeOf(handler, 'name');
        report({
          at: name?.valueRange ?? handler.nameRange,
          message: `The handler ${quoted(name?.value ?? '')} has neither modules nor type: there is nothing to hand its requests to, and they fail with 500.`,
        });
      }
    return undefined;
  },
});
