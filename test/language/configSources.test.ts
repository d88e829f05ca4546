import assert from 'node:assert/strict';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { ConfigClient, placeOf, textIn } from '../kit/configClient';

const files: Record<string, string> = {
  'file:///w/shop/web.config':
    '<configuration><system.webServer><rewrite><rewriteMaps configSource="config\\maps.config" /><rules configSource="CONFIG\\none.config" /></rewrite><handlers configSource="..\\outside.config" /></system.webServer></configuration>',
  'file:///w/shop/config/maps.config':
    '<?xml version="1.0"?>\r\n<rewriteMaps>\r\n  <rewriteMap name="Old" />\r\n</rewriteMaps>',
  'file:///w/shop/admin/web.config':
    '<configuration><system.webServer><rewrite><rules configSource="rules.config" /></rewrite></system.webServer></configuration>',
  'file:///w/shop/admin/rules.config':
    '<rules><rule name="r"><match url="(.*)" /><action type="Rewrite" url="/{Old:{R:1}}" /></rule></rules>',
  // Nobody names this one, and the next one is another section than its reference.
  'file:///w/shop/rules.config': '<rules><rule name="x"><action type="Rewrite" url="/{Old:a}" /></rule></rules>',
  'file:///w/blog/web.config':
    '<configuration><system.webServer><rewrite><rules configSource="r.config" /></rewrite></system.webServer></configuration>',
  'file:///w/blog/r.config': '<outboundRules><rule name="o"><action value="{Old:a}" /></rule></outboundRules>',
};
const maps = 'file:///w/shop/config/maps.config';
const rules = 'file:///w/shop/admin/rules.config';

describe('names in files that configSource brings in', () => {
  let client: ConfigClient;
  beforeEach(async () => {
    client = new ConfigClient(files);
    await client.start();
    for (const uri of [maps, rules]) await client.open(uri, files[uri]!, 'xml');
  });
  afterEach(() => client.stop());

  const shown = (found: readonly Location[]): string[] =>
    found.map(({ uri, range }) => `${uri.slice(10)} ${textIn(files[uri]!, range)}`).sort();
  const both = ['shop/admin/rules.config Old', 'shop/config/maps.config Old'];

  it('lead to what is defined in another one', async () =>
    assert.deepEqual(shown(await client.at('definition', rules, placeOf(files[rules]!, '{O|ld'))), [both[1]]));

  it('are found wherever the files around them see each other', async () => {
    const references = (uri: string, at: string): Promise<Location[]> =>
      client.at('references', uri, placeOf(files[uri]!, at), { context: { includeDeclaration: true } });
    assert.deepEqual(shown(await references(maps, '"O|ld')), both);
    assert.deepEqual(shown(await references(rules, '{O|ld')), both);
  });

  it('are renamed, tied to the versions of open documents', async () => {
    const edit = await client.at<WorkspaceEdit>('rename', maps, placeOf(files[maps]!, '"O|ld'), { newName: 'New' });
    const changes = edit.documentChanges as { textDocument: { uri: string; version: number }; edits: unknown[] }[];
    assert.deepEqual(changes.map(({ textDocument: { uri, version }, edits }) => [uri, version, edits.length]).sort(), [
      [rules, 1, 1],
      [maps, 1, 1],
    ]);
  });

  it('are no names where no configuration of the workspace brings the file in', async () => {
    const uri = 'file:///w/shop/rules.config';
    await client.open(uri, files[uri]!, 'xml');
    assert.equal(await client.at('prepareRename', uri, placeOf(files[uri]!, '{O|ld')), null);
  });

  it('are read from the workspace only', async () => {
    await client.at('references', maps, placeOf(files[maps]!, '"O|ld'), { context: { includeDeclaration: true } });
    assert.deepEqual(
      client.asked.filter((one) => one.startsWith('read') && !one.startsWith('read file:///w/')),
      [],
    );
    assert.ok(!client.asked.includes('read file:///w/outside.config'));
  });
});
