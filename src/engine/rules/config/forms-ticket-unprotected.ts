import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'forms-ticket-unprotected',
  severity: 'warning',
  profile: 'recommended',
  title: 'Forms tickets are not fully protected',
  why: '`protection="All"`, the default, encrypts the ticket of forms authentication and protects it against changes. `None` and `Encryption` let an attacker change who he is; `Validation` lets everybody read what is in the ticket.',
  sources: [
    {
      document: 'forms element for authentication (ASP.NET Settings Schema)',
      says: 'protection: All is recommended; with None cookies are neither encrypted nor validated',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authentication mode="Forms"><forms protection="None" requireSSL="true" /></authentication></system.web>',
        at: 'None',
      },
    ],
    good: [
      '<system.web><authentication mode="Forms"><forms protection="All" requireSSL="true" /></authentication></system.web>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.web/authentication', 'protection', 'forms')) {
      if (!['None', 'Encryption', 'Validation'].includes(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message: `With ${one.value} the ticket of a user can be ${one.value === 'Validation' ? 'read' : 'forged'}. Use All.`,
        fixes: [{ title: 'Change to All', edits: [setValue(one.attribute, 'All')], isSafe: false }],
      });
    }
  },
});
