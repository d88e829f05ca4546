import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver/node';
import { hoverText, LanguageClient } from '../kit/languageClient';

const record = [
  'Source: Microsoft-Windows-DistributedCOM',
  'Event ID: 10016',
  'Description:',
  'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).',
].join('\n');
const uri = 'file:///somewhere/a.log';

describe('the language server, of a client that says nothing of itself', () => {
  let client: LanguageClient;
  beforeEach(async () => {
    client = new LanguageClient();
    await client.initialize();
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('says what it can', async () => {
    const other = new LanguageClient();
    const { capabilities, serverInfo } = await other.initialize({
      initializationOptions: null,
      workspaceFolders: null,
    });
    assert.equal(serverInfo?.name, 'iis-doctor');
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(capabilities.codeLensProvider);
    await other.stop();
  });

  it('pushes diagnostics with the version after an open, after changes that settled, also when nothing changed, and at the close', async () => {
    await client.open(uri, record);
    assert.deepEqual(await client.nextDiagnostics(), { uri, version: 1, diagnostics: [] });
    const insert = (text: string) => [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text },
    ];
    await client.change(uri, 2, insert('a'));
    await client.change(uri, 3, insert('b'));
    await client.change(uri, 4, insert('c'));
    assert.deepEqual(await client.nextDiagnostics(), { uri, version: 4, diagnostics: [] });
    await client.change(uri, 5, insert(''));
    assert.deepEqual(await client.nextDiagnostics(), { uri, version: 5, diagnostics: [] });
    await client.change(uri, 6, insert('d'));
    await client.close(uri);
    assert.deepEqual(await client.nextDiagnostics(), { uri, version: 6, diagnostics: [] });
    await client.open(uri, record, 'plaintext', 7);
    assert.equal((await client.nextDiagnostics()).version, 7);
    assert.deepEqual(client.diagnostics, []);
  });

  it('hovers over things and records, and is silent elsewhere', async () => {
    await client.open(uri, `\u{1F600} words\n${record}`);
    const guid = record.split('\n')[3]!.indexOf('D63B10C5');
    const hover = await client.hover(uri, 4, guid + 2);
    assert.match(hoverText(hover), /^\*\*RuntimeBroker\*\* · by design/);
    assert.deepEqual(hover?.range, { start: { line: 4, character: guid - 1 }, end: { line: 4, character: guid + 37 } });
    assert.doesNotMatch(hoverText(hover), /command:/);
    assert.match(hoverText(await client.hover(uri, 4, 10)), /refused and goes another way/);
    assert.equal(await client.hover(uri, 0, 4), null);
    assert.equal(await client.hover('file:///not/open.log', 0, 0), null);
  });

  it('counts in UTF-16 units after incremental changes', async () => {
    await client.open(uri, 'x\u{1F600} S-1-5-18');
    await client.change(uri, 2, [
      { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } }, text: '\u{1F600}\u{1F600}' },
    ]);
    const hover = await client.hover(uri, 0, 8);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 14 } });
  });

  it('puts a verdict above every record, without a command that the client does not have', async () => {
    await client.open(uri, `words\n\n${record}`);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(
      lenses.map(({ command, range }) => [command, range.start.line]),
      [[{ title: 'DCOM 10016 · by design · RuntimeBroker', command: '' }, 2]],
    );
  });

  for (const languageId of ['xml', 'cobol', '', 'LOG'])
    it(`minds the text, not the language id "${languageId}"`, async () => {
      await client.open(uri, 'Code 0x80070425', languageId);
      assert.match(hoverText(await client.hover(uri, 0, 8)), /still stopping or starting/);
    });

  it('answers a request that is cancelled', async () => {
    await client.open(uri, record.repeat(200));
    const { connection } = client;
    const sent = [1, 2, 3].map(async (line) => {
      const id = `c${line}`;
      void connection.sendNotification('$/cancelRequest', { id });
      return connection.sendRequest('textDocument/codeLens', { textDocument: { uri } }).then(
        () => 'answered',
        () => 'refused',
      );
    });
    assert.equal((await Promise.all(sent)).length, 3);
  });

  it('refuses a request of its own with the wrong arguments, and lives on', async () => {
    for (const params of [null, {}, { text: 5 }, { uri, version: 'x', offset: 1 }, { uri, version: 1, offset: -1 }])
      await assert.rejects(client.connection.sendRequest('iisDoctor/explain', params), /Expected/);
    const page = await client.connection.sendRequest<{ markdown: string }>('iisDoctor/explain', { text: '1061' });
    assert.match(page.markdown, /0x80070425/);
  });

  it('survives hostile text', async () => {
    const noise = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 0xffff)).join('');
    await client.open(uri, `${noise}\n${'<Event '.repeat(500)}${'{'.repeat(5_000)}`);
    await client.hover(uri, 0, 100);
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    await client.open('file:///b', record);
    assert.match(hoverText(await client.hover('file:///b', 3, 10)), /by design/);
  });

  it('lets nothing of a document become markup', async () => {
    const hostile = 'IWAM_<b>[x](command:evil) `y` S-1-5-18 [z](http://e)';
    await client.open(uri, hostile);
    const hover =
      hoverText(await client.hover(uri, 0, 2)) + hoverText(await client.hover(uri, 0, hostile.indexOf('S-1') + 2));
    assert.doesNotMatch(hover, /\[x\]|\[z\]|command:|<b>/);
  });
});

describe('the language server with a client of ours', () => {
  it('links a hover and a verdict to the full explanation, by place only', async () => {
    const client = new LanguageClient(['dist/server.js', '--stdio']);
    await client.initialize({ initializationOptions: { commands: true } });
    await client.open(uri, record);
    const hover = hoverText(await client.hover(uri, 3, record.split('\n')[3]!.indexOf('D63B10C5')));
    const [, argument = ''] =
      /\[Full Explanation\]\(command:iisDoctor\.showExplanation\?([^)\s]+)\)$/.exec(hover) ?? [];
    const [place] = JSON.parse(decodeURIComponent(argument)) as [{ uri: string; offset: number; version: number }];
    assert.equal(place.uri, uri);
    const page = await client.connection.sendRequest<{ title: string; markdown: string }>('iisDoctor/explain', place);
    assert.equal(page.title, 'RuntimeBroker');
    assert.match(page.markdown, /## Known from/);
    const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.equal(lens?.command?.command, 'iisDoctor.showExplanation');
    assert.deepEqual(lens.command.arguments, [{ uri, version: 1, offset: 0 }]);
    assert.equal(await client.stop(), 0);
  });

  for (const [value, expected] of [
    [{ codeLens: 'act' }, 0],
    [{ codeLens: 'off' }, 0],
    [{ codeLens: 'nonsense' }, 1],
    [null, 1],
  ] as const)
    it(`reads the setting ${JSON.stringify(value)}`, async () => {
      const client = new LanguageClient();
      client.connection.onRequest('workspace/configuration', () => [value]);
      await client.initialize({ capabilities: { workspace: { configuration: true } } });
      await client.open(uri, record);
      const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri },
      });
      assert.equal(lenses.length, expected);
      await client.stop();
    });
});
