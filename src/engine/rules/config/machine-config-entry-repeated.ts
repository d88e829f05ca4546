import { insertBefore } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

/** Entries that machine.config of .NET Framework brings, by section. */
const SHIPPED: readonly (readonly [section: string, within: readonly string[], names: readonly string[]])[] = [
  ['connectionStrings', [], ['LocalSqlServer']],
  ['system.web/membership', ['providers'], ['AspNetSqlMembershipProvider']],
  ['system.web/roleManager', ['providers'], ['AspNetSqlRoleProvider', 'AspNetWindowsTokenRoleProvider']],
  ['system.web/profile', ['providers'], ['AspNetSqlProfileProvider']],
];

export default defineConfigRule({
  id: 'machine-config-entry-repeated',
  severity: 'error',
  profile: 'recommended',
  title: 'An entry that machine.config has already',
  why: 'The `machine.config` of .NET Framework defines `LocalSqlServer` and the providers named `AspNetSql…`. A `web.config` that adds one of them with other attributes stops with "The entry has already been added"; it needs `<remove>` or `<clear />` before.',
  sources: [
    {
      document: 'machine.config of .NET Framework 4; reference source, ConfigurationElementCollection',
      says: 'a different entry with the key of an inherited one raises ConfigurationErrorsException',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<connectionStrings>\n  <add name="LocalSqlServer" connectionString="Data Source=db;Integrated Security=SSPI" />\n</connectionStrings>',
        at: 'LocalSqlServer',
      },
      '<system.web><membership><providers><add name="AspNetSqlMembershipProvider" type="System.Web.Security.SqlMembershipProvider" connectionStringName="Db" /></providers></membership></system.web>',
    ],
    good: [
      '<connectionStrings><remove name="LocalSqlServer" /><add name="LocalSqlServer" connectionString="Data Source=db;Integrated Security=SSPI" /></connectionStrings>',
      '<system.web><membership><providers><clear /><add name="AspNetSqlMembershipProvider" type="T" /></providers></membership></system.web>',
      '<connectionStrings><add name="Local" connectionString="Data Source=db;Integrated Security=SSPI" /></connectionStrings>',
    ],
  },
  check(context) {
    const { document, hierarchy, report } = context;
    // Where the machine.config itself is known, what is inherited from it is another rule's finding.
    if (document.kind !== 'web' || hierarchy.levels.some((level) => level.document.kind === 'machine')) return;
    for (const [section, within, names] of SHIPPED)
      for (const { element } of elementsOf(context, section, ...within)) {
        const left = new Set(names);
        for (const entry of element.children) {
          const name = entry.attributes.find((one) => one.name === 'name');
          if (entry.name === 'clear') left.clear();
          else if (entry.name === 'remove') left.delete(name?.value ?? '');
          if (entry.name !== 'add' || !name || !left.delete(name.value)) continue;
          report({
            at: name.valueRange,
            message: `machine.config has an entry ${quoted(name.value)} already: .NET stops with "The entry has already been added". Remove the inherited one first.`,
            fixes: [
              {
                title: 'Insert <remove> before it',
                edits: [insertBefore(document.text, entry, `<remove name="${attribute(entry, 'name') ?? ''}" />`)],
                isSafe: true,
              },
            ],
          });
        }
      }
  },
});
