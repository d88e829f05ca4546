import assert from 'node:assert/strict';
import type { CodeAction, Hover } from 'vscode-languageserver/node';
import { ConfigClient, placeOf } from '../kit/configClient';

const SERVER = 'iis-doctor://web-01/c%3A/Windows/System32/inetsrv/config/applicationHost.config';
const SITE = 'iis-doctor://web-01/d%3A/sites/shop/web.config';

const APPLICATION_HOST = `<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
    </sectionGroup>
    <sectionGroup name="system.webServer">
      <section name="defaultDocument" overrideModeDefault="Deny" />
    </sectionGroup>
    <section name="contoso" />
  </configSections>
  <system.applicationHost>
    <applicationPools><add name="Shop" /></applicationPools>
    <sites>
      <site name="Shop" id="1">
        <application path="/" applicationPool="Shop"><virtualDirectory path="/" physicalPath="D:\\sites\\shop" /></application>
        <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
</configuration>`;

const LOCKED = `<configuration>
  <system.webServer>
    <defaultDocument enabled="false" />
  </system.webServer>
</configuration>`;

const OWN_SECTION = '<configuration>\n  <contoso size="many" />\n</configuration>';
const OWN_SCHEMA =
  '<configSchema><sectionSchema name="contoso"><attribute name="size" type="uint" defaultValue="7" /></sectionSchema></configSchema>';

describe('documents of a server', () => {
  let client: ConfigClient;
  let schemas: readonly string[];

  beforeEach(async () => {
    schemas = [];
    client = new ConfigClient({
      [SERVER]: APPLICATION_HOST,
      'file:///w/applicationHost.config': APPLICATION_HOST.replaceAll('Shop', 'Other'),
    });
    client.connection.onRequest('iisDoctor/serverFacts', () => ({ schemas }));
    client.connection.onRequest('iisDoctor/findFiles', ({ names, server }: { names: string[]; server?: string }) =>
      [...client.files.keys()].filter(
        (uri) =>
          uri.startsWith(server === undefined ? 'file:' : `iis-doctor://${server}/`) &&
          names.some((name) => uri.toLowerCase().endsWith(`/${name.toLowerCase()}`)),
      ),
    );
    await client.start();
  });
  afterEach(() => client.stop());

  it('are checked below the configuration of their server, whatever the workspace has', async () => {
    const found = await client.check(SITE, LOCKED);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['locked-section'],
    );
    assert.match(String(found[0]?.message), /0x80070021/);
  });

  it('take the schema of their server', async () => {
    schemas = [OWN_SCHEMA];
    const found = await client.check(SITE, OWN_SECTION);
    assert.ok(
      found.some(({ message }) => String(message).includes('size')),
      found.map(({ message }) => message).join('\n'),
    );
    const hover = await client.at<Hover | null>('hover', SITE, placeOf(OWN_SECTION, 'si|ze'));
    assert.match(JSON.stringify(hover?.contents), /7/);
    schemas = [];
    const elsewhere = await client.check(SITE.replace('web-01', 'web-02'), OWN_SECTION);
    assert.ok(!elsewhere.some(({ message }) => String(message).includes('size')), 'another server has its own schema');
  });

  it('are not edited: there are no fixes, no suppressions and no rename', async () => {
    const [finding] = await client.check(SITE, LOCKED);
    assert.ok(finding);
    const actions = await client.at<CodeAction[]>('codeAction', SITE, undefined, {
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    assert.deepEqual(
      actions.filter(({ edit }) => edit),
      [],
    );
    assert.ok(actions.some(({ title }) => title.startsWith('Show Rule')));
    await client.check(SERVER, APPLICATION_HOST);
    const renaming = await client.at('prepareRename', SERVER, placeOf(APPLICATION_HOST, '<add name="Sh|op"'));
    assert.equal(renaming, null);
  });

  it('do not count for the web.config files of the workspace', async () => {
    await client.check(SERVER, APPLICATION_HOST);
    const found = await client.check('file:///w/site/web.config', LOCKED);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['locked-section'],
      'the one applicationHost.config of the workspace still counts',
    );
    assert.match(String(found[0]?.message), /applicationHost\.config/);
  });

  it('have the names of their own server', async () => {
    await client.check(SERVER, APPLICATION_HOST);
    const places = await client.at<{ uri: string }[]>(
      'references',
      SERVER,
      placeOf(APPLICATION_HOST, 'applicationPool="Sh|op"'),
      { context: { includeDeclaration: true } },
    );
    assert.equal(places.length, 2);
    assert.ok(places.every(({ uri }) => uri.startsWith('iis-doctor:')));
  });
});

describe('what the language server thinks about servers', () => {
  let client: ConfigClient;
  before(async () => {
    client = new ConfigClient();
    await client.start();
  });
  after(() => client.stop());

  it('reads an answer, and says why where it is none', async () => {
    const data = JSON.stringify({ components: { value: [{ name: 'ASPNET45', value: 1 }] } });
    const read = await client.connection.sendRequest('iisDoctor/readAnswer', { probe: 'features', data, asked: {} });
    assert.deepEqual(read, { answer: { components: { known: true, value: ['ASPNET45'] } } });
    for (const params of [
      { probe: 'features', data: '[', asked: {} },
      { probe: '__proto__', data: '{}', asked: {} },
    ]) {
      const refused: { refused?: string } = await client.connection.sendRequest('iisDoctor/readAnswer', params);
      assert.ok(refused.refused, JSON.stringify(params));
    }
    await assert.rejects(client.connection.sendRequest('iisDoctor/readAnswer', { probe: 7 }), /Expected/);
  });

  it('checks a server of which nothing is known', async () => {
    const report = await client.connection.sendRequest('iisDoctor/checkServer', {
      snapshot: { server: 'x', at: 0 },
    });
    assert.deepEqual(report, { findings: [], groups: [], configured: null });
    await assert.rejects(client.connection.sendRequest('iisDoctor/checkServer', { snapshot: null }), /Expected/);
  });
});
