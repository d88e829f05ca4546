import { readConnectionString } from '../../config/connectionString';
import { isPlaceholder } from '../../config/placeholder';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

/** Providers that read connection strings as ADO.NET defines them. */
const ADO_NET = /^(?:System\.Data\.(?:SqlClient|EntityClient|OleDb|OracleClient)|Microsoft\.Data\.SqlClient)$/i;

export default defineConfigRule({
  id: 'malformed-connection-string',
  severity: 'warning',
  profile: 'correctness',
  title: 'A connection string that ADO.NET cannot read',
  why: 'A connection string is a list of `key=value` with semicolons between. A part without `=`, or a quote that is not closed, makes ADO.NET throw "Format of the initialization string does not conform to specification" when the connection is opened. A semicolon in a password needs quotes around the value.',
  sources: [
    {
      document: 'Connection String Syntax (ADO.NET)',
      says: 'pairs of keyword and value, separated by semicolons; special characters need quotes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<connectionStrings><add name="a" connectionString="Data Source=db;Catalog;Integrated Security=SSPI" providerName="System.Data.SqlClient" /></connectionStrings>',
        at: 'Data Source=db;Catalog;Integrated Security=SSPI',
      },
      `<connectionStrings><add name="a" connectionString="Data Source=db;Application Name='Shop" providerName="System.Data.SqlClient" /></connectionStrings>`,
    ],
    good: [
      `<connectionStrings><add name="a" connectionString="metadata=res://*/M.csdl;provider=System.Data.SqlClient;provider connection string=&quot;data source=db;initial catalog=x&quot;" providerName="System.Data.EntityClient" /></connectionStrings>`,
      '<connectionStrings><add name="a" connectionString="Data Source=db; ;;Initial Catalog=x; " providerName="System.Data.SqlClient" /></connectionStrings>',
      '<connectionStrings><add name="redis" connectionString="cache:6379,ssl=True" /><add name="m" connectionString="mongodb://db" providerName="Mongo" /></connectionStrings>',
      '<connectionStrings><add name="a" connectionString="#{Database}" providerName="System.Data.SqlClient" /><add name="b" connectionString="" providerName="System.Data.SqlClient" /></connectionStrings>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'connectionStrings'))
      for (const entry of element.children) {
        const written = entry.attributes.find(({ name }) => name === 'connectionString');
        if (entry.name !== 'add' || !written || !ADO_NET.test(attribute(entry, 'providerName') ?? '')) continue;
        const { fault } = readConnectionString(written.value);
        if (!fault || isPlaceholder(written.value) || /[[{<]/.test(written.value)) continue;
        const place = `The connection string ${quoted(attribute(entry, 'name') ?? '')}`;
        // The part itself may be a piece of a password, so it is not quoted.
        context.report({
          at: written.valueRange,
          message:
            fault.kind === 'noEquals'
              ? `${place} has a part without "=", ${fault.start + 1} characters from its start: ADO.NET refuses it when the connection is opened.`
              : `${place} opens a quote, ${fault.start + 1} characters from its start, that is never closed: ADO.NET refuses it when the connection is opened.`,
        });
      }
  },
});
