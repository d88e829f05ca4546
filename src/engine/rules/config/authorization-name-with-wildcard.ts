import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'authorization-name-with-wildcard',
  severity: 'error',
  profile: 'correctness',
  title: 'A wildcard inside the names of an authorization rule',
  why: 'In `system.web/authorization` a user is `*` for everybody or `?` for whoever is not signed in, each by itself. Neither may be part of a name, and roles take no wildcard at all: ASP.NET refuses the rule with "Authorization rule names cannot contain the \'*\' character".',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, AuthorizationRule',
      says: 'names longer than one character and roles may not contain * or ?',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authorization><allow users="CONTOSO\\*" /></authorization></system.web>',
        at: 'CONTOSO\\*',
      },
      '<location path="a"><system.web><authorization><deny roles="*" /></authorization></system.web></location>',
    ],
    good: [
      '<system.web><authorization><allow users="*, kim" roles="Admins,CONTOSO\\Users" /><deny users="?" /></authorization></system.web>',
      '<system.webServer><security><authorization><add accessType="Allow" users="*" roles="*" /></authorization></security></system.webServer>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/authorization'))
      for (const rule of element.children)
        for (const one of rule.attributes) {
          if (one.name !== 'users' && one.name !== 'roles') continue;
          const wrong = one.value
            .split(',')
            .map((name) => name.trim())
            .find((name) => /[*?]/.test(name) && (one.name === 'roles' || name.length > 1));
          if (wrong !== undefined)
            context.report({
              at: one.valueRange,
              message: `${one.name} cannot hold ${quoted(wrong)}: ASP.NET refuses the rule with a configuration error. ${
                one.name === 'roles' ? 'Everybody is users="*".' : 'A domain or a group is named in roles.'
              }`,
            });
        }
  },
});
