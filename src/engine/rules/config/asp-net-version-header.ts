import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'asp-net-version-header',
  severity: 'information',
  profile: 'hardening',
  title: 'ASP.NET tells its version',
  why: 'By default ASP.NET sends its version in `X-AspNet-Version` with every response, which only helps whoever looks for known faults. `enableVersionHeader="false"` stops that.',
  sources: [
    {
      document: 'httpRuntime element (ASP.NET Settings Schema)',
      says: 'enableVersionHeader: whether the X-AspNet-Version header is sent, true by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [{ text: '<system.web><httpRuntime enableVersionHeader="true" /></system.web>', at: 'true' }],
    good: [
      '<system.web><httpRuntime enableVersionHeader="false" /></system.web>',
      '<system.web><httpRuntime targetFramework="4.8" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/httpRuntime', 'enableVersionHeader')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message: 'Every response tells the version of ASP.NET in X-AspNet-Version.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
