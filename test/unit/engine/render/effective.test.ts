import assert from 'node:assert/strict';
import { readConfig, type ConfigDocument } from '../../../../src/engine/config/document';
import { Hierarchy } from '../../../../src/engine/config/hierarchy';
import { hierarchyOf } from '../../../../src/engine/config/surroundings';
import { effectiveData, effectiveText } from '../../../../src/engine/render/effective';
import { readXml } from '../../../../src/engine/xml/parse';
import { shipped, wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const config = (name: string, text: string): ConfigDocument => {
  const document = readConfig(name, text, schema);
  assert.ok(document);
  return document;
};
const server = config(
  'file:///c/applicationHost.config',
  `<configuration>
  <system.applicationHost>
    <applicationPools>
      <applicationPoolDefaults managedRuntimeVersion="v4.0" />
      <add name="a--b"><processModel identityType="SpecificUser" password="hunter2" /></add>
    </applicationPools>
  </system.applicationHost>
  <system.webServer>
    <defaultDocument enabled="true"><files><add value="Default.htm" /><add value="index.htm" /></files></defaultDocument>
  </system.webServer>
</configuration>`,
);
const web = config(
  'file:///c/a%20b--c/web.config',
  `<configuration>
  <system.webServer>
    <defaultDocument>
      <files><add value="home.aspx" /><remove value="index.htm" /></files>
    </defaultDocument>
  </system.webServer>
</configuration>`,
);
const hierarchy = new Hierarchy(
  schema,
  [
    { document: server, path: '' },
    { document: web, path: 'Shop' },
  ],
  true,
);

describe('the effective configuration as text', () => {
  it('says behind everything where it is from', () =>
    assert.equal(
      effectiveText(hierarchy, 'system.webServer/defaultDocument'),
      `<!-- system.webServer/defaultDocument, as it holds for Shop -->
<system.webServer>
    <defaultDocument enabled="true"> <!-- web.config line 3; enabled: applicationHost.config line 9 -->
        <files> <!-- web.config line 4 -->
            <add value="home.aspx" /> <!-- web.config line 4 -->
            <add value="Default.htm" /> <!-- applicationHost.config line 9 -->
        </files>
    </defaultDocument>
</system.webServer>
`,
    ));

  it('is well-formed whatever names are', () => {
    const only = new Hierarchy(schema, [{ document: server, path: '' }], true);
    const text = effectiveText(only, 'system.applicationHost/applicationPools', '', () => 'x-->--<b>') ?? '';
    assert.deepEqual(readXml(text).faults, []);
    assert.match(text, /managedRuntimeVersion: /);
    assert.match(text, /name="a--b"/);
  });

  it('shows no secret of .NET either, nor one that only its name tells', () => {
    const document = readConfig(
      'web.config',
      wholeFile(
        '<appSettings><add key="ida:ClientSecret" value="hunter2" /><add key="PasswordMinLength" value="12" /><add key="Mail" value="smtp://bot:hunter2@mail.test" /></appSettings><connectionStrings><add name="a" connectionString="Server=x;Password=hunter2" /></connectionStrings><system.web><machineKey validationKey="hunter2" /></system.web>',
      ),
      schema,
    );
    assert.ok(document);
    const alone = new Hierarchy(schema, [{ document, path: '' }]);
    const texts = ['appSettings', 'connectionStrings', 'system.web/machineKey'].map((one) => effectiveText(alone, one));
    assert.doesNotMatch(texts.join('\n'), /hunter2/);
    assert.match(texts.join('\n'), /PasswordMinLength" value="12"/);
  });

  it('shows no secret', () => {
    const text = effectiveText(
      new Hierarchy(schema, [{ document: server, path: '' }]),
      'system.applicationHost/applicationPools',
    );
    assert.doesNotMatch(text ?? '', /hunter2/);
  });

  it('names the configuration as shipped as such', () => {
    const alone = hierarchyOf(web, schema, { server: null, shipped });
    const text = effectiveText(alone, 'system.webServer/defaultDocument') ?? '';
    assert.match(text, /as it holds for this folder/);
    assert.match(text, /<add value="Default.htm" \/> <!-- as shipped with IIS 10, line \d+ -->/);
  });

  it('is nothing for a section that nobody describes', () =>
    assert.equal(effectiveText(hierarchy, 'entityFramework'), null));

  it('is plain data too', () => {
    const data = effectiveData(hierarchy, 'system.webServer/defaultDocument');
    assert.deepEqual(data?.attributes, [
      {
        name: 'enabled',
        value: 'true',
        from: { document: 'file:///c/applicationHost.config', isShipped: false, line: 9, column: 22 },
      },
    ]);
    assert.equal(data.elements[0]?.entries.length, 2);
  });
});
