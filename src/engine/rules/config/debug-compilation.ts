import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'debug-compilation',
  severity: 'warning',
  profile: 'recommended',
  title: 'The application is compiled for debugging',
  why: 'With `compilation debug="true"` ASP.NET compiles every page by itself without optimisation, never ends a request that takes too long (`executionTimeout` is ignored), and lets browsers keep no script of WebResource.axd. It costs memory and speed and helps an attacker; on a server it should be false.',
  sources: [
    {
      document: 'compilation element (ASP.NET Settings Schema)',
      says: 'debug compiles debug binaries and should be false on production servers',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><compilation debug="true" /></system.web>',
        at: 'true',
      },
    ],
    good: [
      '<system.web><compilation debug="false" /></system.web>',
      '<system.web><compilation targetFramework="4.8" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/compilation', 'debug')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Debug compilation: pages are slower and need more memory, and requests never time out. On a server it should be false.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
