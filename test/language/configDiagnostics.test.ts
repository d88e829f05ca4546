import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { readXml } from '../../src/engine/xml/parse';
import { ConfigClient, fullCapabilities, placeOf, textIn } from '../kit/configClient';

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
    assert.match(String(found.at(-1)!.message), /^9500 more findings are not shown: 9500 of unknown-attribute\.$/);
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

describe('code actions of configuration files', () => {
  let client: ConfigClient;
  beforeEach(async () => {
    client = new ConfigClient();
    await client.start();
  });
  afterEach(() => client.stop());

  const whole = (text: string) => ({
    start: { line: 0, character: 0 },
    end: { line: text.split('\n').length, character: 0 },
  });
  const actionsFor = (text: string, only?: string[], of = uri): Promise<CodeAction[]> =>
    client.at('codeAction', of, undefined, { range: whole(text), context: { diagnostics: [], ...(only && { only }) } });
  const editsOf = ({ edit }: CodeAction): TextDocumentEdit[] => (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const applied = (text: string, action: CodeAction): string => {
    const [change] = editsOf(action);
    const lines = text.split('\n');
    const offset = ({ line, character }: { line: number; character: number }): number =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...(change?.edits ?? [])]
      .sort(
        (a, b) =>
          offset((b as { range: typeof range }).range.start) - offset((a as { range: typeof range }).range.start),
      )
      .reduce((edited, edit) => {
        const { range, newText } = edit as { range: ReturnType<typeof whole>; newText: string };
        return edited.slice(0, offset(range.start)) + newText + edited.slice(offset(range.end));
      }, text);
  };
  const range = whole('');

  it('are the fixes of the findings, tied to the version', async () => {
    await client.check(uri, faulty, 7);
    const [fix, suppress, show] = await actionsFor(faulty);
    assert.equal(fix?.title, 'Change to enabled');
    assert.equal(fix.isPreferred, true);
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.diagnostics?.[0]?.code, 'unknown-attribute');
    assert.deepEqual(editsOf(fix)[0]?.textDocument, { uri, version: 7 });
    assert.match(applied(faulty, fix), /directoryBrowse enabled="true"/);
    assert.equal(suppress?.title, 'Suppress With Reason: unknown-attribute');
    assert.deepEqual(show?.command, {
      title: 'Show Rule unknown-attribute',
      command: 'iisDoctor.showRule',
      arguments: ['unknown-attribute'],
    });
  });

  for (const text of [
    faulty,
    faulty.replace(/\r\n\s*/g, ''),
    '<configuration><system.webServer><directoryBrowse enable="true"/></system.webServer></configuration>',
    faulty.replace(' enable=', '\r\n    enable='),
  ])
    it(`silence a finding and leave the file well-formed: ${JSON.stringify(text.slice(0, 50))}`, async () => {
      await client.check(uri, text);
      const suppress = (await actionsFor(text)).find(({ title }) => title.startsWith('Suppress'));
      assert.ok(suppress);
      const edited = applied(text, suppress);
      assert.deepEqual(readXml(edited).faults, []);
      assert.deepEqual(await client.check('file:///w/2/web.config', edited), []);
    });

  it('fix all that is safe when asked for it', async () => {
    const text = `<configuration>\n<system.webServer>\n<directoryBrowse enable="true" />\n<defaultDocument Enabled="true" />\n</system.webServer>\n</configuration>`;
    await client.check(uri, text);
    for (const only of ['source.fixAll.iisDoctor', 'source.fixAll', 'source']) {
      const actions = await actionsFor(text, [only]);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.iisDoctor'],
      );
      assert.deepEqual(await client.check('file:///w/2/web.config', applied(text, actions[0]!)), []);
      await client.close('file:///w/2/web.config');
    }
    assert.deepEqual(await actionsFor(text, ['refactor']), []);
    assert.ok(!(await actionsFor(text)).some(({ kind }) => kind === 'source.fixAll.iisDoctor'));
  });

  it('are plain changes and no commands for a client that knows no more', async () => {
    const plain = new ConfigClient();
    await plain.initialize();
    await plain.check(uri, faulty);
    const actions = await plain.at<CodeAction[]>('codeAction', uri, undefined, {
      range: whole(faulty),
      context: { diagnostics: [] },
    });
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), [uri]);
    assert.ok(!actions.some(({ command }) => command));
    await plain.stop();
  });

  it('are none for a log', async () => {
    await client.open('file:///w/a.log', 'Code 0x80070425');
    assert.deepEqual(await actionsFor('x', undefined, 'file:///w/a.log'), []);
  });

  it('have a page for every rule', async () => {
    const page = await client.connection.sendRequest<{ title: string; markdown: string }>('iisDoctor/rulePage', {
      rule: 'unknown-attribute',
    });
    assert.match(page.markdown, /Rule `unknown-attribute`/);
    assert.equal(await client.connection.sendRequest('iisDoctor/rulePage', { rule: 'no-such-rule' }), null);
    await assert.rejects(client.connection.sendRequest('iisDoctor/rulePage', { rule: '../x' }), /Expected/);
  });

  void fullCapabilities;
});
