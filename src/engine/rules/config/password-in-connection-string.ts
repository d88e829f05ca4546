import { hasPassword } from '../../config/secrets';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'password-in-connection-string',
  severity: 'information',
  profile: 'recommended',
  title: 'A password in a connection string',
  why: 'Everybody who can read the file, its backups or the repository has the password. `Integrated Security=SSPI` lets the account of the application pool sign in without one; where a password is needed, `aspnet_regiis.exe -pe connectionStrings` encrypts the section.',
  sources: [
    {
      document: 'Protecting Connection Information (ADO.NET)',
      says: 'use Windows authentication, or encrypt the section with protected configuration',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<connectionStrings><add name="Shop" connectionString="Server=db;Database=shop;User Id=shop;Password=kJ8!vq2z" /></connectionStrings>',
        at: 'connectionString',
      },
      '<connectionStrings><add name="M" connectionString="metadata=res://*/M.csdl;provider connection string=&quot;data source=db;user id=sa;pwd=kJ8vq2z&quot;" providerName="System.Data.EntityClient" /></connectionStrings>',
      '<connectionStrings><add name="Files" connectionString="DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0c2VjcmV0" /></connectionStrings>',
      '<connectionStrings><add name="Cache" connectionString="cache.test:6380,password=kJ8vq2z=,ssl=True" /></connectionStrings>',
    ],
    good: [
      '<connectionStrings><add name="Shop" connectionString="Server=db;Database=shop;Integrated Security=SSPI" /></connectionStrings>',
      '<connectionStrings><add name="Shop" connectionString="Server=db;User Id=shop;Password=#{DbPassword}" /><add name="B" connectionString="Server=db;User Id=shop;Password=" /></connectionStrings>',
      '<connectionStrings><add name="Shop" connectionString="Server=db;User Id=shop;Password=********;Persist Security Info=True" /></connectionStrings>',
      '<connectionStrings><add name="Shop" connectionString="Server=db;User Id={user};Password={password}" /><add name="D" connectionString="UseDevelopmentStorage=true" /></connectionStrings>',
      '<connectionStrings configProtectionProvider="RsaProtectedConfigurationProvider"><EncryptedData /></connectionStrings>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'connectionStrings'))
      for (const entry of element.children) {
        const written = entry.attributes.find(({ name }) => name === 'connectionString');
        if (entry.name !== 'add' || !written || !hasPassword(written.value)) continue;
        context.report({
          at: written.nameRange,
          message: `The connection string ${quoted(attribute(entry, 'name') ?? '')} holds a password in clear text. Use Windows authentication, or encrypt the section.`,
        });
      }
  },
});
