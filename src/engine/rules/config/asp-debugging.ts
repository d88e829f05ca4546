import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'asp-debugging',
  severity: 'warning',
  profile: 'recommended',
  title: 'Classic ASP runs under its debugger',
  why: 'With `appAllowDebugging="true"` Classic ASP runs the scripts of the application on a single thread, so one slow page holds up all others.',
  sources: [
    {
      document: 'asp element (IIS configuration reference)',
      says: 'appAllowDebugging enables server-side debugging',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'applicationHost.config', text: '<system.webServer><asp appAllowDebugging="true" /></system.webServer>' },
      { text: '<system.webServer><asp appAllowDebugging="true" /></system.webServer>', at: 'true' },
    ],
    good: ['<system.webServer><asp appAllowDebugging="false" /></system.webServer>'],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.webServer/asp', 'appAllowDebugging')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Server-side debugging makes Classic ASP run this application on one thread. On a server it should be false.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
