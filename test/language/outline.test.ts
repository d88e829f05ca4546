import assert from 'node:assert/strict';
import {
  SymbolKind,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { LanguageClient } from '../kit/languageClient';

const known = [
  'Source: Microsoft-Windows-DistributedCOM',
  'Event ID: 10016',
  'Description:',
  'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).',
];
const broken = [
  'Source: DCOM',
  'Event ID: 10010',
  'Description:',
  'The server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
];
const unknown = ['Source: Contoso Shop', 'Event ID: 17', 'Description: Stock is low.'];
const text = ['Found this:', '', ...known, '', ...unknown, '', ...broken, ''].join('\r\n');
const uri = 'file:///somewhere/a.log';
const treeOfSymbols = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

describe('the outline and the folding of a log', () => {
  let client: LanguageClient;
  const start = async (capabilities: object): Promise<void> => {
    client = new LanguageClient();
    await client.initialize({ capabilities });
  };
  const ask = <R>(method: string, of = uri): Promise<R> =>
    client.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri: of } });
  afterEach(() => client.stop());

  it('is offered', async () => {
    client = new LanguageClient();
    const { capabilities } = await client.initialize();
    assert.equal(capabilities.documentSymbolProvider, true);
    assert.equal(capabilities.foldingRangeProvider, true);
  });

  it('has a symbol for every record, with its verdict', async () => {
    await start(treeOfSymbols);
    await client.open(uri, text);
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, detail, kind, range, selectionRange }) => [
        name,
        detail,
        kind,
        range.start.line,
        range.end.line,
        selectionRange.end.line,
      ]),
      [
        ['DCOM 10016 · by design · RuntimeBroker', 'safe to ignore', SymbolKind.Event, 2, 5, 2],
        ['Contoso Shop 17', undefined, SymbolKind.Event, 7, 9, 7],
        [
          'DCOM 10010 · needs action · IIS Out-of-Process Pooled Applications did not start',
          'needs action',
          SymbolKind.Event,
          11,
          14,
          11,
        ],
      ],
    );
    for (const { range, selectionRange } of symbols) {
      assert.deepEqual(range.start, selectionRange.start);
      assert.ok(selectionRange.end.character <= text.split('\r\n')[selectionRange.end.line]!.length);
    }
  });

  it('gives older clients the places alone', async () => {
    await start({});
    await client.open(uri, text);
    const symbols = await ask<SymbolInformation[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ location }) => [location.uri, location.range.start.line]),
      [2, 7, 11].map((line) => [uri, line]),
    );
  });

  it('folds every record from its first line to its last', async () => {
    await start({});
    await client.open(uri, text);
    assert.deepEqual(await ask('foldingRange'), [
      { startLine: 2, endLine: 5, kind: 'region' },
      { startLine: 7, endLine: 9, kind: 'region' },
      { startLine: 11, endLine: 14, kind: 'region' },
    ]);
  });

  it('keeps indented blocks foldable, in records and around them', async () => {
    await start({});
    const event = [
      '  <Event>',
      '    <System>',
      '      <Provider Name="DCOM" />',
      '      <EventID>10016</EventID>',
      '    </System>',
      '  </Event>',
    ];
    await client.open(uri, ['<Events>', ...event, ...event, '</Events>'].join('\n'), 'xml');
    const ranges = await ask<FoldingRange[]>('foldingRange');
    assert.deepEqual(
      ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [
        [0, 12, undefined],
        [1, 6, 'region'],
        [2, 4, undefined],
        [7, 12, 'region'],
        [8, 10, undefined],
      ],
    );
  });

  it('lets no indentation cut a record', async () => {
    await start({});
    const wrapped = [
      '    Source: DCOM',
      '    Event ID: 10016',
      '    Description:',
      'permission',
      '  settings',
      'of it',
    ];
    await client.open(uri, ['Found:', ...wrapped, '', 'Then:', '  more', '  of that'].join('\n'));
    assert.deepEqual(await ask('foldingRange'), [
      { startLine: 1, endLine: 6, kind: 'region' },
      { startLine: 8, endLine: 10 },
    ]);
  });

  it('is silent in a document without records, so that the editor folds by itself', async () => {
    await start(treeOfSymbols);
    await client.open(uri, 'if errorlevel 0x80070425 (\n  echo S-1-5-18\n)\n', 'bat');
    assert.deepEqual(await ask('documentSymbol'), []);
    assert.equal(await ask('foldingRange'), null);
    assert.deepEqual(await ask('documentSymbol', 'file:///not/open'), []);
    assert.equal(await ask('foldingRange', 'file:///not/open'), null);
  });

  it('follows changes', async () => {
    await start(treeOfSymbols);
    await client.open(uri, text);
    assert.equal((await ask<DocumentSymbol[]>('documentSymbol')).length, 3);
    await client.change(uri, 2, [{ text: unknown.join('\n') }]);
    assert.deepEqual(
      (await ask<DocumentSymbol[]>('documentSymbol')).map(({ name }) => name),
      ['Contoso Shop 17'],
    );
  });

  it('lets nothing of a document become a strange name', async () => {
    await start(treeOfSymbols);
    await client.open(
      uri,
      `Source: ${'\u202Ex'.repeat(300)}\nEvent ID: 5\nDescription: a\n\nSource: \u200B\nEvent ID: 6\nDescription: b\n`,
    );
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.ok(symbols.length > 0);
    for (const { name } of symbols) assert.match(name, /^[^\u200B\u202E]{1,120}$/);
  });

  it('takes at most 5,000 records, and as many folds as the client takes', async function () {
    this.timeout(30_000);
    await start({ textDocument: { ...treeOfSymbols.textDocument, foldingRange: { rangeLimit: 7 } } });
    await client.open(uri, `${unknown.join('\n')}\n\n`.repeat(5_010));
    assert.equal((await ask<DocumentSymbol[]>('documentSymbol')).length, 5_000);
    const started = performance.now();
    await ask('documentSymbol');
    console.log(`      outline of 5,010 records, again: ${(performance.now() - started).toFixed(0)} ms`);
    assert.equal((await ask<FoldingRange[]>('foldingRange')).length, 7);
  });
});

describe('verdict lines in a document with many records', () => {
  const lenses = async (records: readonly string[], codeLens: string): Promise<string[]> => {
    const client = new LanguageClient();
    client.connection.onRequest('workspace/configuration', () => [{ codeLens }]);
    await client.initialize({ capabilities: { workspace: { configuration: true } } });
    await client.open(uri, records.join('\n\n'));
    const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    await client.stop();
    return found.map(({ command }) => command?.title ?? '');
  };
  const harmless = (count: number) => Array.from({ length: count }, () => known.join('\n'));

  it('are all there up to 200', async () => {
    assert.equal((await lenses([...harmless(199), broken.join('\n')], 'all')).length, 200);
    assert.equal((await lenses([...harmless(199), broken.join('\n')], 'act')).length, 1);
  });

  for (const setting of ['all', 'act'])
    it(`are only those that need action beyond, although the setting says ${setting}`, async () => {
      const titles = await lenses([...harmless(150), broken.join('\n'), ...harmless(100)], setting);
      assert.deepEqual(titles, ['DCOM 10010 · needs action · IIS Out-of-Process Pooled Applications did not start']);
    });

  it('stay off', async () => assert.deepEqual(await lenses([...harmless(200), broken.join('\n')], 'off'), []));
});
