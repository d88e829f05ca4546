import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'asp-parent-paths',
  severity: 'information',
  profile: 'hardening',
  title: 'Classic ASP pages may include files from above',
  why: 'With `enableParentPaths="true"` an include with `..` may leave the folder of the application. Older applications need it; others are safer without.',
  sources: [
    {
      document: 'asp element (IIS configuration reference)',
      says: 'enableParentPaths: .. is allowed in include paths; a potential security risk',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><asp enableParentPaths="true" /></system.webServer></location>',
      },
      { text: '<system.webServer><asp enableParentPaths="true" /></system.webServer>', at: 'true' },
    ],
    good: ['<system.webServer><asp enableParentPaths="false" /></system.webServer>'],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.webServer/asp', 'enableParentPaths')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Includes with ".." may reach files outside the application. Leave it off unless the application needs it.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
