import { setValue } from '../../config/edits';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'detailed-errors-for-everyone',
  severity: 'warning',
  profile: 'recommended',
  title: 'Detailed error pages go to every visitor',
  why: 'With `errorMode="Detailed"` IIS sends its own error page to everybody: physical paths, module and handler names, the account, sometimes lines of the configuration. `DetailedLocalOnly`, the default, shows it on the server itself and the custom page to all others.',
  sources: [
    {
      document: 'HTTP Errors <httpErrors>, IIS configuration reference',
      says: 'Detailed sends detailed errors also to remote clients; DetailedLocalOnly is the default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><httpErrors errorMode="Detailed" /></system.webServer>', at: 'Detailed' },
      '<location path="a"><system.webServer><httpErrors errorMode="detailed" existingResponse="PassThrough" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><httpErrors errorMode="DetailedLocalOnly" /></system.webServer>',
      '<system.webServer><httpErrors errorMode="Custom" existingResponse="PassThrough" /></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/httpErrors')) {
      const mode = attributeOf(element, 'errorMode');
      if (!mode || !/^detailed$/i.test(mode.value.trim())) continue;
      report({
        at: mode.valueRange,
        message:
          'Every visitor gets the detailed error pages with physical paths, modules and accounts. DetailedLocalOnly shows them on the server only.',
        fixes: [{ title: 'Change to DetailedLocalOnly', edits: [setValue(mode, 'DetailedLocalOnly')], isSafe: false }],
      });
    }
    return undefined;
  },
});
