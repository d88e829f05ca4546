import { unlockedElement } from '../../config/unlocked';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'allow-rule-restricts-nothing',
  severity: 'warning',
  profile: 'recommended',
  title: 'An allow rule beside one that allows everybody',
  why: 'As shipped, `system.webServer/security/authorization` allows all users. A rule that allows some users or roles restricts nothing as long as that one stands: it has to be removed first, with `<remove users="*" roles="" verbs="" />`.',
  sources: [
    {
      document: 'authorization element (IIS configuration reference)',
      says: 'the configuration as shipped has one rule that allows all users',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><authorization><add accessType="Allow" roles="Admins" /></authorization></security></system.webServer>',
        at: 'Allow',
      },
      '<location path="admin"><system.webServer><security><authorization><add accessType="Allow" users="kim" /></authorization></security></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><authorization><remove users="*" roles="" verbs="" /><add accessType="Allow" roles="Admins" /></authorization></security></system.webServer>',
      '<system.webServer><security><authorization><clear /><add accessType="Allow" roles="Admins" /></authorization></security></system.webServer>',
      '<system.webServer><security><authorization><add accessType="Deny" users="?" /></authorization></security></system.webServer>',
      '<system.webServer><security><authorization><clear /><add accessType="Deny" roles="Guests" /><add accessType="Allow" users="*" /></authorization></security></system.webServer>',
    ],
  },
  check(context) {
    const { document, hierarchy, report, schema } = context;
    for (const { use, element } of elementsOf(context, 'system.webServer/security/authorization')) {
      const effective = unlockedElement(hierarchy, schema, use.path, hierarchy.pathOf(use));
      const everybody = effective?.entries.find(
        (entry) =>
          entry.text('accessType').toLowerCase() === 'allow' &&
          entry.text('verbs') === '' &&
          entry
            .text('users')
            .split(',')
            .some((one) => one.trim() === '*'),
      );
      if (!everybody) continue;
      const own = element.children.find(
        (one) =>
          one.name === 'add' &&
          attribute(one, 'accessType')?.toLowerCase() === 'allow' &&
          !(attribute(one, 'users') ?? '').includes('*') &&
          everybody.origin?.element !== one,
      );
      const type = own?.attributes.find(({ name }) => name === 'accessType');
      if (!type || everybody.origin?.document === document) continue;
      report({
        at: type.valueRange,
        message: `This restricts nothing: a rule that allows all users is inherited${
          hierarchy.hasServer ? '' : ', as IIS ships it'
        }. Remove that rule first, with <remove users="*" roles="" verbs="" />.`,
      });
    }
  },
});
