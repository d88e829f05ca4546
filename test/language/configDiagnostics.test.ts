import assert from 'node:assert/strict';
import { ConfigClient, placeOf, textIn } from '../kit/configClient';

const uri = 'file:///w/site/Web.config';
const faulty = [
  '<?xml version="1.0"?>',
  '<configuration>',
  '  <!-- \u{1F600} --><system.webServer><directoryBrowse enable="true" />',
  '  </system.webServer>',
  '</configuration>',
].join('\r\n');
const pool = (name: string) =>
  `<configuration><system.applicationHost><applicationPools><add name="${name}" /></applicationPools><sites><site name="a" id="1"><application path="/" applicationPool="Shop"><virtualDirectory path="/" physicalPath="D:\\w\\site" /></application></site></sites></system.applicationHost></configuration>`;

describe('diagnostics of configuration files', () => {
  let client: ConfigClient;
  const start = async (files: Readonly<Record<string, string>> = {}, root: string | null = 'file:///w') => {
    client = new ConfigClient(files);
    await client.start(root);
  };
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('have source, rule, severity and a place in UTF-16 units', async () => {
    await start();
    const [first, ...others] = await client.check(uri, faulty);
    assert.deepEqual(others, []);
    assert.equal(first?.source, 'iis-doctor');
    assert.equal(first.code, 'unknown-attribute');
    assert.equal(first.severity, 1);
    assert.equal(textIn(faulty, first.range), 'enable');
    assert.equal(first.range.start.line, 2);
  });

  for (const [name, text, languageId] of [
    ['file:///w/WEB.CONFIG', faulty, 'cobol'],
    ['untitled:Untitled-1', faulty, 'plaintext'],
    ['file:///w/part.txt', faulty, ''],
    ['file:///w/ApplicationHost.config', faulty, 'xml'],
  ] as const)
    it(`come for ${name}, whatever its language`, async () => {
      await start();
      await client.open(name, text, languageId);
      assert.equal((await client.diagnosticsOf(name)).length, 1);
    });

  it('come from a client that says nothing of itself, without a workspace', async () => {
    client = new ConfigClient();
    await client.initialize();
    assert.equal((await client.check(uri, faulty)).length, 1);
    assert.deepEqual(client.asked, []);
  });

  it('carry the version, follow changes, come also when nothing changed, and go with the close', async () => {
    await start();
    await client.open(uri, faulty);
    assert.deepEqual([(await client.nextDiagnostics()).version], [1]);
    const range = { start: placeOf(faulty, 'enable='), end: placeOf(faulty, 'enable|=') };
    await client.change(uri, 2, [{ range, text: 'enabled' }]);
    const mended = await client.nextDiagnostics();
    assert.deepEqual([mended.version, mended.diagnostics], [2, []]);
    await client.change(uri, 3, [{ range: { start: range.start, end: range.start }, text: '' }]);
    assert.deepEqual(await client.nextDiagnostics(), { uri, version: 3, diagnostics: [] });
    await client.close(uri);
    assert.deepEqual((await client.nextDiagnostics()).diagnostics, []);
  });

  it('cost one check for ten keystrokes', async () => {
    await start();
    await client.check(uri, faulty);
    const at = { line: 3, character: 0 };
    for (let i = 0; i < 10; i++) await client.change(uri, 2 + i, [{ range: { start: at, end: at }, text: ' ' }]);
    assert.equal((await client.nextDiagnostics()).version, 11);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(client.diagnostics, []);
    const { features } = await client.connection.sendRequest<{ features: { feature: string; count: number }[] }>(
      'iisDoctor/performanceReport',
    );
    assert.equal(features.find(({ feature }) => feature === 'diagnostics')?.count, 2);
  });

  it('tell where the other of two places is', async () => {
    await start();
    const text =
      '<configuration><system.webServer><defaultDocument><files><add value="a" />\n<add value="a" /></files></defaultDocument></system.webServer></configuration>';
    const [found] = await client.check(uri, text);
    assert.equal(found?.code, 'duplicate-entry');
    const [related] = found.relatedInformation ?? [];
    assert.equal(related?.location.uri, uri);
    assert.equal(related.location.range.start.line, 0);
  });

  it('mark as unnecessary what can go', async () => {
    await start();
    const [found] = await client.check(
      uri,
      '<configuration><!-- iis-doctor-disable-file no-such-rule: x --></configuration>',
    );
    assert.equal(found?.code, 'unused-suppression');
    assert.deepEqual(found.tags, [1]);
  });

  it('have no tags and no related places for a client that does not know them', async () => {
    client = new ConfigClient();
    await client.start('file:///w', {});
    const [found] = await client.check(
      uri,
      '<configuration><!-- iis-doctor-disable-file no-such-rule: x --></configuration>',
    );
    assert.equal(found?.tags, undefined);
  });

  it('survive half-typed text', async () => {
    await start();
    for (const [i, end] of [10, 40, 70, 90, 100, 120].entries()) {
      const name = `file:///w/${i}/web.config`;
      assert.ok(Array.isArray(await client.check(name, faulty.slice(0, end))));
    }
  });

  it('are at most 500, with a note on the rest, for 10,000 errors', async function () {
    this.timeout(30_000);
    await start();
    const lines = Array.from({ length: 10_000 }, (_, i) => `<add value="v${i}" enable="1" />`);
    const text = `<configuration><system.webServer><defaultDocument><files>\n${lines.join('\n')}\n</files></defaultDocument></system.webServer></configuration>`;
    const found = await client.check(uri, text);
    assert.equal(found.length, 501);
    assert.match(
      JSON.stringify(found.at(-1)!.message),
      /^"9500 more findings are not shown: 9500 of unknown-attribute\."$/,
    );
  });

  it('follow the settings', async () => {
    await start();
    client.settings = { check: { severities: { 'unknown-attribute': 'information' } } };
    assert.equal((await client.check(uri, faulty))[0]?.severity, 3);
    client.settings = { check: { enabled: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.diagnosticsOf(uri), []);
    client.settings = { check: { severities: { 'unknown-attribute': 'off' }, profile: 5 }, config: 'nonsense' };
    assert.deepEqual(await client.check('file:///w/b/web.config', faulty), []);
  });

  it('follow the settings file of the project, the nearest one', async () => {
    const rules = (severity: string) => JSON.stringify({ rules: { 'unknown-attribute': severity } });
    await start({ 'file:///w/.iis-doctor.json': rules('warning'), 'file:///w/site/.iis-doctor.json': rules('off') });
    assert.deepEqual(await client.check(uri, faulty), []);
    assert.equal((await client.check('file:///w/b/web.config', faulty))[0]?.severity, 2);
  });

  it('tell what is wrong in the settings file of a project, and follow it while it is open', async () => {
    const settings = 'file:///w/.iis-doctor.json';
    await start({ [settings]: '{}' });
    assert.equal((await client.check(uri, faulty))[0]?.severity, 1);
    const text = '{ "rules": { "unknown-attribute": "off", "unknown-atribute": "off" }, "profil": "hardening" }';
    await client.open(settings, text, 'json');
    const found = await client.diagnosticsOf(settings);
    assert.deepEqual(
      found.map(({ range, severity }) => [textIn(text, range), severity]),
      [
        ['"unknown-atribute"', 2],
        ['"profil"', 2],
      ],
    );
    assert.deepEqual(await client.diagnosticsOf(uri), []);
    await client.close(settings);
    assert.deepEqual(await client.diagnosticsOf(settings), []);
    assert.equal((await client.diagnosticsOf(uri))[0]?.severity, 1);
  });

  it('know the server file of the workspace, and are made anew when it changes while it is open', async () => {
    const server = 'file:///w/config/applicationHost.config';
    const shop = `<configuration><system.webServer><defaultDocument enabled="true" /></system.webServer></configuration>`;
    const locked = (mode: string) =>
      `<configuration><configSections><sectionGroup name="system.webServer"><section name="defaultDocument" overrideModeDefault="${mode}" /></sectionGroup></configSections></configuration>`;
    await start({ [server]: locked('Deny') });
    const before = await client.check(uri, shop);
    assert.ok(before.length > 0, 'the section is locked');
    await client.open(server, locked('Allow'), 'xml');
    assert.deepEqual(await client.diagnosticsOf(uri), []);
    await client.change(server, 2, [{ text: locked('Deny') }]);
    assert.equal((await client.diagnosticsOf(uri)).length, before.length);
    await client.close(server);
  });

  it('never ask for what lies outside the workspace', async () => {
    await start({ 'file:///w/applicationHost.config': pool('Shop') });
    const hostile = [
      '\\\\evil\\share\\x.config',
      '//evil/share/x.config',
      '..\\..\\x.config',
      'C:\\x.config',
      '/etc/passwd',
      'file:///etc/passwd',
      '\\\\?\\C:\\x',
      '\\\\.\\pipe\\x',
      '%windir%\\x',
      'a\\..\\..\\..\\x.config',
    ];
    const text = `<configuration><system.webServer>${hostile.map((path) => `<handlers configSource="${path}" />`).join('')}</system.webServer>
      <system.applicationHost><sites>${hostile.map((path, i) => `<site name="${i}" id="${i + 1}"><application path="/"><virtualDirectory path="/" physicalPath="${path}" /></application></site>`).join('')}</sites></system.applicationHost>
      <configurationRedirection enabled="true" path="\\\\evil\\share" /></configuration>`;
    client.settings = { config: { paths: { '\\\\evil\\share': '../../outside', 'C:\\': '/outside' } } };
    for (const name of [uri, 'file:///w/b/redirection.config', 'file:///w/c/applicationHost.config']) {
      await client.check(name, text);
      for (const method of ['documentLink', 'codeLens', 'documentSymbol', 'foldingRange'])
        for (const link of await client.at<{ target?: string }[]>(method, name))
          assert.ok(link.target === undefined || link.target.startsWith('file:///w/'), link.target);
      await client.at('definition', name, placeOf(text, 'evil'));
      await client.connection.sendRequest('iisDoctor/effective', {
        uri: name,
        version: 1,
        offset: text.indexOf('<handlers') + 3,
      });
    }
    assert.deepEqual(
      client.asked.filter((one) => one.startsWith('read') && !one.startsWith('read file:///w/')),
      [],
    );
  });
});
