import { removeAttribute } from '../../config/edits';
import { isCommonAttribute } from '../../schema/schema';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'attribute-on-group',
  severity: 'warning',
  profile: 'recommended',
  title: 'An attribute on a group of sections',
  why: 'Elements such as `system.webServer` or `security` only hold sections. Nothing reads an attribute there, so a setting written on the group has no effect; mostly it belongs on a section inside.',
  sources: [
    {
      document: 'sectionGroup element for configSections (general settings schema), .NET Framework',
      says: 'a section group is a container for sections and has no settings of its own',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer enabled="true"><urlCompression /></system.webServer>', at: 'enabled' },
      {
        text: '<location path="a"><system.webServer><security sslFlags="Ssl"><access sslFlags="Ssl" /></security></system.webServer></location>',
        at: 'sslFlags',
      },
    ],
    good: [
      '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>',
      '<system.serviceModel xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0"><bindings /></system.serviceModel>',
    ],
  },
  check({ document, report }) {
    for (const { name: group, attributes } of document.groups)
      for (const attribute of attributes) {
        const { name, nameRange } = attribute;
        if (isCommonAttribute(name)) continue;
        report({
          at: nameRange,
          message: `<${group}> is a group of sections: nothing reads its attribute ${quoted(name)}. Write it on the section that it is for.`,
          fixes: [
            { title: `Remove ${quoted(name)}`, edits: [removeAttribute(document.text, attribute)], isSafe: false },
          ],
        });
      }
  },
});
