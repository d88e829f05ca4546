import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'custom-errors-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'Everybody sees the details of errors',
  why: 'With `customErrors mode="Off"` ASP.NET shows exceptions with stack trace, source lines and paths to every visitor. `RemoteOnly`, the default, shows them on the server itself only; `On` to nobody.',
  sources: [
    {
      document: 'customErrors element (ASP.NET Settings Schema)',
      says: 'Off shows detailed ASP.NET errors to remote clients as well',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><customErrors mode="Off" /></system.web>', at: 'Off' },
      '<location path="admin"><system.web><customErrors mode="Off" defaultRedirect="~/error.aspx" /></system.web></location>',
    ],
    good: [
      '<system.web><customErrors mode="RemoteOnly" /></system.web>',
      '<system.web><customErrors mode="On" defaultRedirect="error.htm" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/customErrors', 'mode')) {
      if (!(one.value === 'Off')) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Visitors see exceptions with stack trace, source lines and paths. RemoteOnly shows them on the server only.',
        fixes: [{ title: 'Change to RemoteOnly', edits: [setValue(one.attribute, 'RemoteOnly')], isSafe: false }],
      });
    }
  },
});
