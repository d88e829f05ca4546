import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  LinkedEditingRanges,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { bigConfiguration } from '../kit/bigConfiguration';
import { ConfigClient, placeOf, textIn } from '../kit/configClient';

const uri = 'file:///w/config/applicationHost.config';
const text = [
  '<?xml version="1.0"?>',
  '<configuration>',
  '  <!-- one',
  '       \u{1F600} two -->',
  '  <system.applicationHost>',
  '    <applicationPools>',
  '      <add name="Shop" managedRuntimeVersion="" />',
  '      <add name="Idle" />',
  '    </applicationPools>',
  '    <sites>',
  '      <site name="Main" id="1">',
  '        <application path="/" applicationPool="Shop">',
  '          <virtualDirectory path="/" physicalPath="D:\\sites\\shop" />',
  '        </application>',
  '        <application path="/api"><virtualDirectory path="/" physicalPath="\\\\share\\x" /></application>',
  '        <bindings>',
  '          <binding protocol="http" bindingInformation="*:80:shop.example" />',
  '          <binding protocol="https" bindingInformation="*:8443:" />',
  '        </bindings>',
  '      </site>',
  '      <applicationDefaults applicationPool="Shop" />',
  '    </sites>',
  '  </system.applicationHost>',
  '  <location path="Main/admin">',
  '    <system.webServer>',
  '      <handlers><add name="Static" path="*" verb="GET" modules="StaticFileModule" /></handlers>',
  '      <rewrite><rules configSource="rules.config" /></rewrite>',
  '    </system.webServer>',
  '  </location>',
  '</configuration>',
].join('\r\n');

describe('the structure of configuration files', () => {
  let client: ConfigClient;
  const start = async (capabilities?: object, files: Readonly<Record<string, string>> = {}): Promise<void> => {
    client = new ConfigClient(files);
    await client.start('file:///w', capabilities);
    await client.open(uri, text, 'xml');
  };
  afterEach(() => client.stop());

  const tree = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${' '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
      ...tree(children ?? [], depth + 1),
    ]);

  it('is told as an outline', async () => {
    await start();
    const symbols = await client.at<DocumentSymbol[]>('documentSymbol', uri);
    assert.deepEqual(tree(symbols), [
      'applicationPools | system.applicationHost',
      ' Shop',
      ' Idle',
      'sites | system.applicationHost',
      ' Main | http://shop.example https://*:8443',
      '  / | Shop',
      '  /api',
      ' Main/admin'.trim(),
      ' handlers | system.webServer',
      '  Static | GET *',
      ' rules | system.webServer/rewrite',
    ]);
    const contains = ({ range, selectionRange, children }: DocumentSymbol): void => {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
      children?.forEach(contains);
    };
    symbols.forEach(contains);
  });

  it('is told flat to a client that knows no tree', async () => {
    await start({});
    const symbols = await client.at<SymbolInformation[]>('documentSymbol', uri);
    assert.ok(symbols.some(({ name, containerName }) => name === 'Main' && containerName === 'sites'));
  });

  it('is found in the whole workspace by letters in their order', async () => {
    await start(undefined, {
      'file:///w/a/web.config':
        '<configuration><system.webServer><rewrite><rewriteMaps><rewriteMap name="Main Map" /></rewriteMaps><rules><rule name="x" /></rules></rewrite></system.webServer></configuration>',
    });
    const find = async (query: string): Promise<string[]> =>
      (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query }))
        .map(({ name }) => name)
        .sort();
    assert.deepEqual(await find('mn'), ['Main', 'Main Map']);
    assert.deepEqual(await find(''), ['Idle', 'Main', 'Main Map', 'Shop', 'x']);
    assert.deepEqual(await find('zz'), []);
  });

  it('folds elements and comments', async () => {
    await start();
    const ranges = await client.at<FoldingRange[]>('foldingRange', uri);
    const of = (line: string): number => text.split('\r\n').findIndex((one) => one.includes(line));
    assert.deepEqual(
      ranges.find(({ kind }) => kind === 'comment'),
      { startLine: 2, endLine: 3, kind: 'comment' },
    );
    assert.ok(ranges.some(({ startLine, endLine }) => startLine === of('<site ') && endLine === of('</site>') - 1));
    assert.ok(ranges.every(({ startLine, endLine }) => endLine > startLine));
  });

  it('grows a selection from a value to the file', async () => {
    await start();
    const [selection] = await client.at<SelectionRange[]>('selectionRange', uri, undefined, {
      positions: [placeOf(text, 'shop.ex|ample')],
    });
    const texts: string[] = [];
    for (let one = selection; one; one = one.parent) texts.push(textIn(text, one.range).slice(0, 30));
    assert.deepEqual(texts.slice(0, 4), [
      '*:80:shop.example',
      'bindingInformation="*:80:shop.'.slice(0, 30),
      '<binding protocol="http" bindi',
      texts[3],
    ]);
    assert.match(texts.at(-1)!, /^<configuration>/);
  });

  it('types the two tags of an element together', async () => {
    await start();
    for (const at of ['<si|tes>', '</si|tes>']) {
      const linked = await client.at<LinkedEditingRanges | null>('linkedEditingRange', uri, placeOf(text, at));
      assert.deepEqual(
        linked?.ranges.map((range) => textIn(text, range)),
        ['sites', 'sites'],
      );
    }
    assert.equal(await client.at('linkedEditingRange', uri, placeOf(text, 'Sh|op')), null);
    assert.equal(await client.at('linkedEditingRange', uri, placeOf(text, '<bin|ding ')), null);
  });

  it('links to files of the workspace only', async () => {
    await start(undefined, { 'file:///w/src/shop/Web.config': '<configuration/>' });
    const targets = async (): Promise<(string | undefined)[]> =>
      (await client.at<DocumentLink[]>('documentLink', uri)).map(({ target }) => target).sort();
    assert.deepEqual(await targets(), ['file:///w/config/rules.config']);
    client.settings = { config: { paths: { 'd:/Sites': 'src' } } };
    assert.deepEqual(await targets(), ['file:///w/config/rules.config', 'file:///w/src/shop/Web.config']);
  });

  it('shows the addresses of sites and the use of pools', async () => {
    await start();
    const lenses = async (): Promise<string[]> =>
      (await client.at<CodeLens[]>('codeLens', uri)).map(({ command }) => command?.title ?? '');
    assert.deepEqual(await lenses(), [
      'used by 2 applications',
      'no application uses it',
      'http://shop.example, https://*:8443 · pool Shop',
    ]);
    client.settings = { config: { codeLens: false } };
    assert.deepEqual(await lenses(), []);
  });

  it('hints at what is inherited, when asked to', async () => {
    await start();
    const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
    const hints = (): Promise<InlayHint[]> => client.at<InlayHint[]>('inlayHint', uri, undefined, { range });
    assert.deepEqual(await hints(), []);
    client.settings = { config: { inlayHints: true } };
    assert.deepEqual(
      (await hints()).map(({ label, position, tooltip }) => [label, position, tooltip]),
      [
        [
          'applicationPool="Shop"',
          placeOf(text, 'path="/api"|'),
          'Inherited from <applicationDefaults> in applicationHost.config, line 21',
        ],
      ],
    );
  });

  it('hints at no secret', async () => {
    await start();
    client.settings = { config: { inlayHints: true } };
    const secret =
      '<configuration><system.applicationHost><sites><virtualDirectoryDefaults userName="svc" password="Gr8!Secret" /><site name="a" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\a" /></application></site></sites></system.applicationHost></configuration>';
    const of = 'file:///w/other/applicationHost.config';
    await client.open(of, secret, 'xml');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const hints = await client.at<InlayHint[]>('inlayHint', of, undefined, { range });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['userName="svc"'],
    );
  });

  it('tells what holds for a section', async () => {
    const web = 'file:///w/src/shop/web.config';
    await start();
    const own = '<configuration><system.webServer><handlers><clear /></handlers></system.webServer></configuration>';
    await client.open(web, own, 'xml');
    const effective = (of: string, offset: number) =>
      client.connection.sendRequest<{ title: string; text: string } | null>('iisDoctor/effective', {
        uri: of,
        version: 1,
        offset,
      });
    const pools = await effective(uri, text.indexOf('Idle'));
    assert.equal(pools?.title, 'applicationPools');
    assert.match(pools.text, /<add name="Idle" \/> <!-- applicationHost\.config line 8 -->/);
    assert.match(
      (await effective(uri, text.indexOf('location path') + 3))?.text ?? '',
      /handlers, as it holds for Main\/admin/,
    );
    assert.match((await effective(web, own.indexOf('clear')))?.text ?? '', /<handlers /);
    assert.equal(await effective('file:///not/open', 0), null);
    await assert.rejects(client.connection.sendRequest('iisDoctor/effective', { uri }), /Expected/);
  });

  it('is answered for half-typed files, and for logs as before', async () => {
    await start();
    for (const [i, end] of [30, 200, 500, 700, 900].entries()) {
      const half = `file:///w/${i}/applicationHost.config`;
      await client.open(half, text.slice(0, end), 'xml');
      for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink'])
        assert.ok(await client.at(method, half));
      await client.at('selectionRange', half, undefined, { positions: [{ line: 1, character: 4 }] });
    }
    const log = 'file:///w/a.log';
    await client.open(log, 'Source: Contoso\nEvent ID: 17\nDescription: a\n');
    assert.equal((await client.at<DocumentSymbol[]>('documentSymbol', log)).length, 1);
    assert.equal(await client.at('selectionRange', log, undefined, { positions: [{ line: 0, character: 1 }] }), null);
    assert.deepEqual(await client.at('documentLink', log), []);
  });

  it('has its limits for 20,000 sites', async function () {
    this.timeout(60_000);
    await start();
    const big = 'file:///w/big/applicationHost.config';
    await client.open(big, bigConfiguration(20_000), 'xml');
    const count = (symbols: readonly DocumentSymbol[]): number =>
      symbols.reduce((sum, { children }) => sum + 1 + count(children ?? []), 0);
    assert.equal(count(await client.at<DocumentSymbol[]>('documentSymbol', big)), 5_000);
    assert.equal((await client.at<FoldingRange[]>('foldingRange', big)).length, 5_000);
    assert.equal((await client.at<CodeLens[]>('codeLens', big)).length, 2_000);
  });
});
