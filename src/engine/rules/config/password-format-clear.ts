import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'password-format-clear',
  severity: 'warning',
  profile: 'recommended',
  title: 'Passwords are kept as they are',
  why: 'With `passwordFormat="Clear"` the passwords of all users stand readable in the database, or here in the file. Whoever gets hold of one copy has them all. `Hashed` is the default of the membership provider; changing it does not convert the passwords that are there.',
  sources: [
    {
      document: 'MembershipPasswordFormat Enum',
      says: 'Clear: passwords are not encrypted',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><membership defaultProvider="Sql"><providers><clear /><add name="Sql" type="System.Web.Security.SqlMembershipProvider" passwordFormat="Clear" /></providers></membership></system.web>',
        at: 'Clear',
      },
      '<system.web><authentication mode="Forms"><forms><credentials passwordFormat="Clear"><user name="kim" password="x" /></credentials></forms></authentication></system.web>',
    ],
    good: [
      '<system.web><membership><providers><add name="Sql" type="T" passwordFormat="Hashed" /></providers></membership></system.web>',
      '<system.web><authentication mode="Forms"><forms><credentials passwordFormat="Clear" /></forms></authentication></system.web>',
    ],
  },
  check(context) {
    const found = [
      ...settingsOf(context, 'system.web/membership', 'passwordFormat', 'providers', 'add'),
      ...settingsOf(context, 'system.web/authentication', 'passwordFormat', 'forms', 'credentials').filter(
        ({ element }) => element.children.length > 0,
      ),
    ];
    for (const { attribute, value } of found)
      if (value.toLowerCase() === 'clear')
        context.report({
          at: attribute.valueRange,
          message:
            'The passwords of users are kept readable. Hashed keeps none that can be read back; what is stored already must be converted.',
        });
  },
});
