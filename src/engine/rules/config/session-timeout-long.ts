import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'session-timeout-long',
  severity: 'information',
  profile: 'hardening',
  title: 'Sessions live for hours',
  why: 'A session that lives long after the last request can be taken over at an unattended computer, and keeps its memory on the server. Baselines ask for 20 minutes or less. The number is in minutes.',
  sources: [
    {
      document: 'sessionState element (ASP.NET Settings Schema)',
      says: 'timeout: minutes that a session may be idle, 20 by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [{ text: '<system.web><sessionState timeout="1440" /></system.web>', at: '1440' }],
    good: [
      '<system.web><sessionState timeout="60" /></system.web>',
      '<system.web><sessionState timeout="#{Timeout}" /></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/sessionState', 'timeout')) {
      if (!(/^\d{1,9}$/.test(one.value) && Number(one.value) >= 240 && Number(one.value) <= 525_600)) continue;
      context.report({
        at: one.attribute.valueRange,
        message: `Sessions live ${one.value} minutes after the last request, ${Math.round(Number(one.value) / 60)} hours. The default is 20 minutes.`,
      });
    }
  },
});
