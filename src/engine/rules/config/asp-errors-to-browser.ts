import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'asp-errors-to-browser',
  severity: 'warning',
  profile: 'recommended',
  title: 'Classic ASP shows script errors to visitors',
  why: 'With `scriptErrorSentToBrowser="true"` Classic ASP sends file names, lines and messages of script errors to the browser. With false the visitor sees the text of `scriptErrorMessage`; details go to the IIS log.',
  sources: [
    {
      document: 'asp element (IIS configuration reference)',
      says: 'scriptErrorSentToBrowser: file name, error, line and description are written to the client',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.webServer><asp scriptErrorSentToBrowser="true" /></system.webServer>',
      },
      { text: '<system.webServer><asp scriptErrorSentToBrowser="true" /></system.webServer>', at: 'true' },
    ],
    good: [
      '<system.webServer><asp scriptErrorSentToBrowser="false" /></system.webServer>',
      '<system.webServer><asp /></system.webServer>',
    ],
  },
  check(context) {
    // IIS Express, which is for developers, ships it so.
    if (context.document.text.includes('%IIS_BIN%')) return;
    for (const one of settingsOf(context, 'system.webServer/asp', 'scriptErrorSentToBrowser')) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message: 'Visitors see file names, lines and messages of script errors. On a server it should be false.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
