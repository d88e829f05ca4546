import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'users-in-configuration',
  severity: 'warning',
  profile: 'hardening',
  title: 'Users with their passwords in the configuration',
  why: '`credentials` of forms authentication keeps names and passwords of users in the file; even hashed (without salt) they are found out quickly, and there is no lock-out. Keep users in a membership store or a directory.',
  sources: [
    {
      document: 'credentials element for forms authentication (ASP.NET Settings Schema)',
      says: 'optional user names and passwords in the configuration file; not recommended for production',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authentication mode="Forms"><forms requireSSL="true"><credentials passwordFormat="SHA1"><user name="kim" password="0A1B" /></credentials></forms></authentication></system.web>',
        at: 'credentials',
      },
    ],
    good: [
      '<system.web><authentication mode="Forms"><forms requireSSL="true"><credentials passwordFormat="SHA1" /></forms></authentication></system.web>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/authentication', 'forms', 'credentials'))
      if (element.children.some(({ name }) => name === 'user'))
        context.report({
          at: element.nameRange,
          message:
            'Users and their passwords stand in this file, without salt and without a lock-out. Keep them in a membership store or a directory.',
        });
  },
});
