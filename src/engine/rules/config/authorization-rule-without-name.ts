import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'authorization-rule-without-name',
  severity: 'error',
  profile: 'correctness',
  title: 'An authorization rule for nobody',
  why: 'Each `allow` and `deny` of `system.web/authorization` names users, roles or both. ASP.NET refuses one without with "Authorization rule must specify a list of users and/or roles".',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, AuthorizationRule',
      says: 'a rule without users and roles raises ConfigurationErrorsException',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><authorization><allow verbs="GET" /></authorization></system.web>', at: 'allow' },
      '<system.web><authorization><deny users="" roles=" , " /></authorization></system.web>',
    ],
    good: ['<system.web><authorization><allow roles="Admins" /><deny users="*" /></authorization></system.web>'],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/authorization'))
      for (const rule of element.children) {
        if (rule.name !== 'allow' && rule.name !== 'deny') continue;
        if (/[^,\s]/.test(`${attribute(rule, 'users') ?? ''}${attribute(rule, 'roles') ?? ''}`)) continue;
        context.report({
          at: rule.nameRange,
          message: `<${rule.name}> needs users or roles: ASP.NET refuses the rule with a configuration error.`,
        });
      }
  },
});
