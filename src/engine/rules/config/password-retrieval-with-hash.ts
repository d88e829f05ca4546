import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf, isTrue } from '../settings';

export default defineConfigRule({
  id: 'password-retrieval-with-hash',
  severity: 'error',
  profile: 'correctness',
  title: 'Hashed passwords cannot be retrieved',
  why: 'The SQL membership provider refuses to start with `enablePasswordRetrieval="true"` and hashed passwords, which are the default: "Hashed passwords cannot be retrieved". Leave retrieval off and let users set a new password instead.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, SqlMembershipProvider.Initialize',
      says: 'passwordFormat Hashed and enablePasswordRetrieval together raise ProviderException',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><membership><providers><clear /><add name="AspNetSqlMembershipProvider" type="System.Web.Security.SqlMembershipProvider" connectionStringName="Db" enablePasswordRetrieval="true" /></providers></membership></system.web>',
        at: 'true',
      },
      '<system.web><membership defaultProvider="Sql"><providers><clear /><add name="Sql" type="System.Web.Security.SqlMembershipProvider, System.Web" passwordFormat="Hashed" enablePasswordRetrieval="true" /></providers></membership></system.web>',
    ],
    good: [
      '<system.web><membership><providers><add name="Sql" type="System.Web.Security.SqlMembershipProvider" passwordFormat="Encrypted" enablePasswordRetrieval="true" /></providers></membership></system.web>',
      '<system.web><membership><providers><add name="Own" type="Shop.Membership" enablePasswordRetrieval="true" /></providers></membership></system.web>',
      '<system.web><membership><providers><add name="Sql" type="System.Web.Security.SqlMembershipProvider" enablePasswordRetrieval="false" /></providers></membership></system.web>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/membership', 'providers', 'add')) {
      const written = element.attributes.find(({ name }) => name === 'enablePasswordRetrieval');
      if (!written || !isTrue(written.value)) continue;
      if (!/^System\.Web\.Security\.SqlMembershipProvider\s*(?:,|$)/.test(attribute(element, 'type') ?? '')) continue;
      if ((attribute(element, 'passwordFormat') ?? 'Hashed') !== 'Hashed') continue;
      context.report({
        at: written.valueRange,
        message:
          'Passwords are hashed, so they cannot be retrieved: the provider throws as soon as membership is used. Set enablePasswordRetrieval to false.',
        fixes: [{ title: 'Change to false', edits: [setValue(written, 'false')], isSafe: true }],
      });
    }
  },
});
