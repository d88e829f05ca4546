import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

/** In minutes. */
const YEAR = 525_600;

export default defineConfigRule({
  id: 'session-timeout-over-a-year',
  severity: 'error',
  profile: 'correctness',
  title: 'A session may not live longer than a year',
  why: 'Sessions in the worker process or in the state server are kept in a cache whose entries live a year at most. A longer `timeout` (in minutes) makes ASP.NET throw a configuration error on every request.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, SessionStateModule',
      says: 'with InProc and StateServer the timeout is limited to 525,600 minutes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><sessionState mode="InProc" timeout="999999" /></system.web>', at: '999999' },
      '<system.web><sessionState timeout="525601" /></system.web>',
    ],
    good: [
      '<system.web><sessionState mode="InProc" timeout="525600" /></system.web>',
      '<system.web><sessionState mode="SQLServer" timeout="999999" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/sessionState', 'timeout')) {
      const mode = attribute(one.element, 'mode') ?? 'InProc';
      if ((mode !== 'InProc' && mode !== 'StateServer') || !/^\d{1,10}$/.test(one.value) || Number(one.value) <= YEAR)
        continue;
      context.report({
        at: one.attribute.valueRange,
        message: `A session lives ${YEAR} minutes at most, a year: ASP.NET answers every request with a configuration error.`,
        fixes: [{ title: `Change to ${YEAR}`, edits: [setValue(one.attribute, String(YEAR))], isSafe: false }],
      });
    }
  },
});
