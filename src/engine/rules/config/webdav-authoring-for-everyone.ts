import { attributeOf, listed } from '../../config/values';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'webdav-authoring-for-everyone',
  severity: 'warning',
  profile: 'hardening',
  title: 'Everybody may write by WebDAV',
  why: 'An authoring rule for `users="*"` or `users="?"` with `Write` lets everybody who gets past authentication upload and delete files; with anonymous access that is the whole network. Rules name the people or groups who publish.',
  sources: [
    {
      document: 'WebDAV Authoring Rules <authoringRules>, IIS configuration reference',
      says: 'rules give users or roles Read, Write and Source access to a path; * is everybody',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><webdav><authoring enabled="true" /><authoringRules><add users="*" path="*" access="Read, Write" /></authoringRules></webdav></system.webServer></location>',
        at: 'Read, Write',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><webdav><authoringRules><add roles="Publishers" path="*" access="Read, Write, Source" /><add users="*" path="*" access="Read" /></authoringRules></webdav></system.webServer></location>',
      },
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><webdav><authoring enabled="false" /><authoringRules><add users="*" path="*" access="Write" /></authoringRules></webdav></system.webServer></location>',
      },
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections('system.webServer/webdav/authoringRules')) {
      const authoring = hierarchy.effective('system.webServer/webdav/authoring', hierarchy.pathOf(use))?.element;
      if (!authoring?.isTrue('enabled')) continue;
      for (const rule of use.element.children) {
        const access = rule.name === 'add' ? attributeOf(rule, 'access') : undefined;
        const users = listed(attributeOf(rule, 'users')?.value ?? '');
        if (!access || !users.some((user) => user === '*' || user === '?')) continue;
        if (!listed(access.value.toLowerCase()).includes('write')) continue;
        report({
          at: access.valueRange,
          message:
            'Everybody who gets past authentication may upload and delete files here. Name the people or groups who publish.',
        });
      }
    }
    return undefined;
  },
});
