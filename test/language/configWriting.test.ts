import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { hoverText, LanguageClient } from '../kit/languageClient';

const WEB = 'file:///w/web.config';
const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

describe('completion and hover of configuration over the language server', function () {
  this.timeout(30_000);
  let client: LanguageClient;

  async function start(capabilities: object = SNIPPETS): Promise<void> {
    client = new LanguageClient();
    await client.initialize({ capabilities });
  }
  afterEach(() => client.stop());

  /** The items where `¦` stands in a document of its own. */
  async function complete(marked: string, uri = WEB): Promise<readonly CompletionItem[]> {
    const before = marked.slice(0, marked.indexOf('¦')).split('\n');
    await client.open(uri, marked.replace('¦', ''), 'xml');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return list.items;
  }

  it('offers elements with their snippet, filtered by the tag that is typed', async () => {
    await start();
    const items = await complete('<configuration>\n<!-- 😀 --><system.webServer><def¦');
    const item = items.find(({ label }) => label === 'defaultDocument');
    assert.equal(item?.filterText, '<defaultDocument');
    assert.equal(item.insertTextFormat, 2);
    assert.deepEqual(item.textEdit && 'range' in item.textEdit && item.textEdit.range, {
      start: { line: 1, character: 29 },
      end: { line: 1, character: 33 },
    });
    assert.match(JSON.stringify(item.documentation), /request for a folder/);
  });

  it('gives plain text to an editor without snippets', async () => {
    await start({});
    const [add] = await complete('<configuration><system.webServer><handlers>¦');
    assert.equal(add?.insertTextFormat, 1);
    assert.equal(add.textEdit?.newText, '<add name="" path="" verb="" />');
  });

  it('offers the pools of a half-typed file', async () => {
    await start();
    const items = await complete(
      '<configuration><system.applicationHost><applicationPools><add name="Shop pool"/></applicationPools><sites><site name="S" id="1"><application path="/" applicationPool="¦"/>',
      'file:///w/applicationHost.config',
    );
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Shop pool'],
    );
  });

  it('is silent in other documents', async () => {
    await start();
    assert.deepEqual(await complete('<project>¦', 'file:///w/pom.xml'), []);
    assert.deepEqual(await complete('plain ¦ text', 'file:///w/a.log'), []);
  });

  it('says what stands under the mouse, with what holds there', async () => {
    await start();
    await client.open(
      WEB,
      '<configuration><system.webServer><directoryBrowse enabled="true"/></system.webServer></configuration>',
    );
    const attribute = hoverText(await client.hover(WEB, 0, 52));
    assert.match(attribute, /\*\*Attribute\*\* `enabled` of `<directoryBrowse>`/);
    assert.match(attribute, /Here: `true`, from web/);
    assert.match(hoverText(await client.hover(WEB, 0, 36)), /\*\*Section\*\* `system\.webServer\/directoryBrowse`/);
  });

  it('still explains what logs speak of', async () => {
    await start();
    await client.open(WEB, '<configuration><!-- error 0x800700b7 --></configuration>');
    assert.match(hoverText(await client.hover(WEB, 0, 28)), /0x800700B7/i);
  });
});
