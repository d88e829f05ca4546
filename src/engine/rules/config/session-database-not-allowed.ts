import { readConnectionString } from '../../config/connectionString';
import { setAttribute } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

const DATABASE = /^(?:initial catalog|database|attachdbfilename)$/;

export default defineConfigRule({
  id: 'session-database-not-allowed',
  severity: 'error',
  profile: 'correctness',
  title: 'The session state names a database without being allowed to',
  why: 'With `mode="SQLServer"` ASP.NET itself chooses the database, ASPState. A connection string that names one is refused with a configuration error on every request, unless `allowCustomSqlDatabase="true"` permits it.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, SqlSessionStateStore',
      says: 'a database in sqlConnectionString is refused unless allowCustomSqlDatabase is set',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><sessionState mode="SQLServer" sqlConnectionString="Data Source=db;Initial Catalog=Sessions;Integrated Security=SSPI" /></system.web>',
        at: 'Data Source=db;Initial Catalog=Sessions;Integrated Security=SSPI',
      },
      '<system.web><sessionState mode="SQLServer" sqlConnectionString="server=db;database=Sessions;trusted_connection=yes" allowCustomSqlDatabase="false" /></system.web>',
    ],
    good: [
      '<system.web><sessionState mode="SQLServer" sqlConnectionString="Data Source=db;Initial Catalog=Sessions;Integrated Security=SSPI" allowCustomSqlDatabase="true" /></system.web>',
      '<system.web><sessionState mode="SQLServer" sqlConnectionString="Data Source=db;Integrated Security=SSPI" /></system.web>',
      '<system.web><sessionState mode="SQLServer" sqlConnectionString="SessionDb" /></system.web>',
      '<system.web><sessionState mode="InProc" sqlConnectionString="Data Source=db;Initial Catalog=Sessions" /></system.web>',
    ],
  },
  check(context) {
    const { hierarchy, report } = context;
    for (const { use, element, attribute: written, value } of settingsOf(
      context,
      'system.web/sessionState',
      'sqlConnectionString',
    )) {
      if (attribute(element, 'mode') !== 'SQLServer' || isPlaceholder(value)) continue;
      const { parts } = readConnectionString(value);
      if (!parts.some((part) => DATABASE.test(part.key) && part.value !== '')) continue;
      const effective = hierarchy.effective(use.path, hierarchy.pathOf(use))?.element;
      if (isTrue(attribute(element, 'allowCustomSqlDatabase')) || effective?.isTrue('allowCustomSqlDatabase')) continue;
      report({
        at: written.valueRange,
        message:
          'This connection string names a database, and allowCustomSqlDatabase is false: ASP.NET answers every request with a configuration error.',
        fixes: [
          {
            title: 'Set allowCustomSqlDatabase="true"',
            edits: [setAttribute(element, 'allowCustomSqlDatabase', 'true')],
            isSafe: false,
          },
        ],
      });
    }
  },
});
