import assert from 'node:assert/strict';
import type { DocumentHighlight, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { ConfigClient, placeOf, textIn } from '../kit/configClient';

const serverUri = 'file:///w/config/applicationHost.config';
const shopUri = 'file:///w/shop/web.config';
const blogUri = 'file:///w/blog/web.config';
const server = [
  '<configuration>',
  '  <system.applicationHost>',
  '    <applicationPools><add name="\u{1F600} Shop &amp; Co" /><add name="Blog" /></applicationPools>',
  '    <serviceAutoStartProviders><add name="Warm" type="W" /></serviceAutoStartProviders>',
  '    <sites>',
  '      <site name="Main" id="1"><!-- \u{1F600} --><application path="/" applicationPool="\u{1F600} shop &amp; co" serviceAutoStartProvider="Warm" /></site>',
  '      <applicationDefaults applicationPool="Blog" />',
  '    </sites>',
  '  </system.applicationHost>',
  '  <system.webServer>',
  '    <globalModules><add name="StaticFileModule" image="s.dll" /><add name="DirModule" image="d.dll" /></globalModules>',
  '  </system.webServer>',
  '  <location path="Main/shop"><system.webServer><modules><add name="StaticFileModule" /></modules></system.webServer></location>',
  '  <location path="main"><system.webServer><handlers><add name="Static" path="*" verb="*" modules="StaticFileModule, DirModule" /></handlers></system.webServer></location>',
  '</configuration>',
].join('\r\n');
const rewrite = (map: string) =>
  `<configuration><system.webServer><rewrite><rewriteMaps><rewriteMap name="${map}"><add key="a" value="b" /></rewriteMap></rewriteMaps><rules><rule name="r"><match url="(.*)" /><conditions><add input="{${map}:{R:1}}" pattern="x" /></conditions><action type="Rewrite" url="/{${map}:{ToLower:{R:1}}}/{C:1}/{HTTP_HOST}" /></rule></rules><outboundRules><rule name="o" preCondition="Html"><match customTags="T" pattern="x" /><action type="Rewrite" value="{${map}:x}" /></rule><preConditions><preCondition name="Html"><add input="{X}" pattern="y" /></preCondition></preConditions><customTags><tags name="T"><tag name="a" attribute="b" /></tags></customTags></outboundRules></rewrite><handlers><remove name="Static" /></handlers></system.webServer></configuration>`;

describe('names in configuration files', () => {
  let client: ConfigClient;
  const texts: Record<string, string> = { [serverUri]: server, [shopUri]: rewrite('Old'), [blogUri]: rewrite('Old') };
  beforeEach(async () => {
    client = new ConfigClient(texts);
    await client.start();
    await client.open(serverUri, server, 'xml');
    await client.open(shopUri, texts[shopUri]!, 'xml');
  });
  afterEach(() => client.stop());

  const shown = (found: readonly Location[]): string[] =>
    found.map(({ uri, range }) => `${uri.slice(10)} ${textIn(texts[uri]!, range)}`);
  const definitions = async (uri: string, at: string, occurrence = 1): Promise<string[]> =>
    shown(await client.at('definition', uri, placeOf(texts[uri]!, at, occurrence)));
  const references = async (uri: string, at: string, includeDeclaration = true): Promise<string[]> =>
    shown(await client.at('references', uri, placeOf(texts[uri]!, at), { context: { includeDeclaration } }));
  const rename = (uri: string, at: string, newName: string): Promise<WorkspaceEdit> =>
    client.at('rename', uri, placeOf(texts[uri]!, at), { newName });

  it('lead from an application to its pool, whatever the case and the escapes', async () =>
    assert.deepEqual(await definitions(serverUri, 'sh|op &amp; co'), [
      'config/applicationHost.config \u{1F600} Shop &amp; Co',
    ]));

  for (const [what, uri, at, occurrence, expected] of [
    ['the pool of defaults', serverUri, 'Bl|og" />\r\n    </sites>', 1, ['config/applicationHost.config Blog']],
    ['a provider', serverUri, 'Provider="Wa|rm', 1, ['config/applicationHost.config Warm']],
    ['the site of a location', serverUri, 'path="Ma|in/shop', 1, ['config/applicationHost.config Main']],
    ['the rest of the path of a location', serverUri, 'path="Main/sh|op', 1, []],
    ['a module', serverUri, '<modules><add name="Static|File', 1, ['config/applicationHost.config StaticFileModule']],
    ['the second module of a handler', serverUri, ', Dir|Module', 1, ['config/applicationHost.config DirModule']],
    [
      'a handler that another file removes',
      shopUri,
      'remove name="St|atic',
      1,
      ['config/applicationHost.config Static'],
    ],
    ['a map', shopUri, 'input="{O|ld', 1, ['shop/web.config Old']],
    ['a map in a nested value', shopUri, '/{O|ld:{ToLower', 1, ['shop/web.config Old']],
    ['a back reference', shopUri, '{R|:1}}}/{C', 1, []],
    ['a precondition', shopUri, 'preCondition="H|tml', 1, ['shop/web.config Html']],
    ['custom tags', shopUri, 'customTags="|T', 1, ['shop/web.config T']],
    ['a place without a name', shopUri, '<rew|rite>', 1, []],
  ] as const)
    it(`lead from ${what} to where it is defined`, async () =>
      assert.deepEqual(await definitions(uri, at, occurrence), expected));

  it('are found in all files that see them, and in no others', async () => {
    assert.deepEqual(await references(shopUri, 'rewriteMap name="O|ld'), Array(4).fill('shop/web.config Old'));
    assert.deepEqual(await references(shopUri, 'rewriteMap name="O|ld', false), Array(3).fill('shop/web.config Old'));
    assert.deepEqual(
      await references(serverUri, 'handlers><add name="St|atic'),
      ['config/applicationHost.config Static', 'shop/web.config Static', 'blog/web.config Static'].sort((a, b) =>
        a.startsWith('config') ? -1 : b.startsWith('config') ? 1 : 0,
      ),
    );
  });

  it('are highlighted in the document, with what defines them told apart', async () => {
    const found = await client.at<DocumentHighlight[]>('documentHighlight', serverUri, placeOf(server, 'Ma|in" id'));
    assert.deepEqual(found.map(({ range, kind }) => [textIn(server, range), kind]).sort(), [
      ['Main', 2],
      ['Main', 3],
      ['main', 2],
    ]);
  });

  it('are renamed everywhere, escaped, tied to the versions of open documents', async () => {
    const { documentChanges } = await rename(serverUri, 'handlers><add name="St|atic', 'A & "B"');
    const changes = documentChanges as {
      textDocument: { uri: string; version: number | null };
      edits: { newText: string }[];
    }[];
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument, edits.map(({ newText }) => newText)]),
      [
        [{ uri: serverUri, version: 1 }, ['A &amp; &quot;B&quot;']],
        [{ uri: shopUri, version: 1 }, ['A &amp; &quot;B&quot;']],
        [{ uri: blogUri, version: null }, ['A &amp; &quot;B&quot;']],
      ],
    );
    const prepared = await client.at<{ placeholder: string }>(
      'prepareRename',
      serverUri,
      placeOf(server, 'shop |&amp; co'),
    );
    assert.equal(prepared.placeholder, '\u{1F600} shop & co');
  });

  it('are renamed in values of URL Rewrite', async () => {
    const { documentChanges } = await rename(shopUri, 'rewriteMap name="O|ld', 'New');
    const [change, ...others] = documentChanges as { edits: { range: Parameters<typeof textIn>[1] }[] }[];
    assert.deepEqual(others, []);
    assert.deepEqual(
      change?.edits.map(({ range }) => textIn(texts[shopUri]!, range)),
      Array(4).fill('Old'),
    );
  });

  for (const [what, at, name, why] of [
    ['taken', '\u{1F600} Sh|op &amp; Co', 'BLOG', /There is an application pool named "BLOG" already/],
    ['empty', 'add name="B|log', '', /empty/],
    ['not allowed by IIS', 'add name="B|log', 'a/b', /does not allow \//],
    ['too long', 'add name="B|log', 'x'.repeat(65), /64 characters/],
    ['with blanks at an end', 'add name="B|log', ' x', /blank/],
    ['that would end itself in a list', 'add name="Dir|Module', 'a,b', /cannot hold ,/],
    ['of a site with a slash', 'site name="Ma|in', 'a/b', /does not allow/],
  ] as const)
    it(`refuse a name that is ${what}`, () => assert.rejects(rename(serverUri, at, name), why));

  it('may change their case', async () => {
    const { documentChanges } = await rename(serverUri, 'add name="B|log', 'BLOG');
    assert.equal((documentChanges?.[0] as { edits: unknown[] }).edits.length, 2);
  });

  it('refuse a rename of what no file of the workspace defines', async () => {
    const uri = 'file:///w/x/web.config';
    texts[uri] =
      '<configuration><system.webServer><handlers><remove name="Nowhere" /></handlers></system.webServer></configuration>';
    await client.open(uri, texts[uri], 'xml');
    await assert.rejects(rename(uri, 'No|where', 'x'), /defined in no file/);
    delete texts[uri];
  });

  it('stay apart where there are two servers', async () => {
    const other = 'file:///w/other/applicationHost.config';
    client.files.set(other, server);
    const { documentChanges } = await rename(serverUri, 'add name="B|log', 'Other');
    assert.deepEqual(
      documentChanges?.map((one) => (one as { textDocument: { uri: string } }).textDocument.uri),
      [serverUri],
    );
  });

  it('are answered in half-typed documents and in logs', async () => {
    const uri = 'file:///w/half/web.config';
    const half = server.slice(0, server.indexOf('serviceAutoStartProvider='));
    await client.open(uri, half, 'xml');
    texts[uri] = half;
    for (const method of ['definition', 'documentHighlight', 'prepareRename'])
      await client.at(method, uri, placeOf(half, 'shop |&amp; co'));
    await client.open('file:///w/a.log', 'Code 0x80070425');
    assert.deepEqual(await client.at('definition', 'file:///w/a.log', { line: 0, character: 6 }), []);
    assert.equal(await client.at('prepareRename', 'file:///w/a.log', { line: 0, character: 6 }), null);
    delete texts[uri];
  });
});
