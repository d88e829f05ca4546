import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { isFalse, isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'trace-enabled',
  severity: 'warning',
  profile: 'recommended',
  title: 'ASP.NET traces requests',
  why: 'With `trace enabled="true"` the page `trace.axd` shows the last requests with their cookies, session ids, form fields and server variables; with `localOnly="false"` to everybody, else on the server itself. Tracing also costs time.',
  sources: [
    {
      document: 'trace element (ASP.NET Settings Schema)',
      says: 'enabled, localOnly (true by default) and pageOutput, which writes the trace into each page',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><trace enabled="true" localOnly="false" /></system.web>', at: 'true' },
      '<system.web><trace enabled="true" pageOutput="true" /></system.web>',
    ],
    good: [
      '<system.web><trace enabled="false" localOnly="false" /></system.web>',
      '<system.web><trace localOnly="false" /></system.web>',
    ],
  },
  check(context) {
    for (const { element, attribute: written, value } of settingsOf(context, 'system.web/trace', 'enabled')) {
      if (!isTrue(value)) continue;
      const isOpen = isFalse(attribute(element, 'localOnly'));
      context.report({
        at: written.valueRange,
        severity: isOpen ? 'warning' : 'information',
        message: isOpen
          ? 'Everybody can read the last requests in trace.axd, with cookies, session ids and form fields.'
          : 'trace.axd shows the last requests with cookies and form fields on the server itself. Switch it off when the fault is found.',
        fixes: [{ title: 'Change to false', edits: [setValue(written, 'false')], isSafe: false }],
      });
    }
  },
});
