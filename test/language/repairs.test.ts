import assert from 'node:assert/strict';
import type { CodeAction, CodeLens } from 'vscode-languageserver/node';
import type { ExplainAt, LeadResult } from '../../src/protocol/languageServer';
import { hoverText, LanguageClient } from '../kit/languageClient';

const RECORD =
  'Source: DCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user CONTOSO\\svc SID (S-1-5-21-1-2-3-1105) from address LocalHost (Using LRPC).\n';
const TWICE =
  '<configuration><appSettings /><system.webServer><staticContent>\n<mimeMap fileExtension=".x" mimeType="a/b" /><mimeMap fileExtension=".x" mimeType="a/b" />\n</staticContent></system.webServer></configuration>';
const LOG = 'file:///w/a.log';

describe('ways to repairs in the language server', () => {
  let client: LanguageClient;
  const start = (repairs?: readonly unknown[]): Promise<unknown> =>
    client.initialize({ initializationOptions: { commands: true, ...(repairs && { repairs }) } });
  beforeEach(() => {
    client = new LanguageClient();
  });
  afterEach(() => client.connection.sendRequest('shutdown').then(() => client.connection.sendNotification('exit')));

  const lenses = async (): Promise<string[]> => {
    const textDocument = { uri: LOG };
    const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    return found.map(({ command }) => command?.title ?? '');
  };
  const lead = (params: unknown): Promise<LeadResult> => client.connection.sendRequest('iisDoctor/lead', params);
  const hover = (): Promise<string> =>
    client.connection
      .sendRequest('textDocument/hover', { textDocument: { uri: LOG }, position: { line: 1, character: 12 } })
      .then((found) => hoverText(found as never));
  const actions = (uri: string): Promise<CodeAction[]> =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
      context: { diagnostics: [] },
    });

  it('are offered above records and in hovers where the client has a repair', async () => {
    await start(['dcom-10016']);
    await client.open(LOG, RECORD);
    assert.deepEqual(await lenses(), ['DCOM 10016 · by design · RuntimeBroker', 'Fix This…']);
    assert.match(await hover(), /\[Fix This…\]\(command:iisDoctor\.fixThis\?[^)\s]*\)/);
    assert.doesNotMatch(await hover(), /fixThis\?[^)]*D63B10C5/);
  });

  for (const repairs of [undefined, [], ['stopped-pool'], [1, 2]])
    it(`are not offered to a client with the repairs ${JSON.stringify(repairs)}`, async () => {
      await start(repairs);
      await client.open(LOG, RECORD);
      assert.deepEqual(await lenses(), ['DCOM 10016 · by design · RuntimeBroker']);
      assert.doesNotMatch(await hover(), /fixThis/);
    });

  it('tell the facts at a place and the values that stand there', async () => {
    await start(['dcom-10016']);
    await client.open(LOG, RECORD);
    const place: ExplainAt = { uri: LOG, version: 1, offset: 0 };
    for (const asked of [place, { text: RECORD }]) {
      const { title, ids, values } = await lead(asked);
      assert.equal(title, 'DCOM 10016 · by design · RuntimeBroker');
      assert.ok(ids.includes('dcom-10016'));
      assert.equal(values.clsid, '{D63B10C5-BB46-4990-A94F-E40B9D520160}');
      assert.equal(values.sid, 'S-1-5-21-1-2-3-1105');
    }
    assert.deepEqual(await lead({ text: 'nothing of note' }), { title: '', ids: [], values: {} });
    assert.deepEqual(await lead({ uri: 'file:///w/none', version: 1, offset: 0 }), { title: '', ids: [], values: {} });
    await assert.rejects(lead({ uri: 1 }), /Expected/);
  });

  it('stand among the quick fixes of a finding, beside its edits', async () => {
    await start(['duplicate-entry']);
    const uri = 'file:///w/web.config';
    await client.open(uri, TWICE, 'xml');
    const [fix] = (await actions(uri)).filter(({ command }) => command?.command === 'iisDoctor.fixThis');
    assert.equal(fix?.title, 'Fix This on a Server… (duplicate-entry)');
    const [place] = (fix.command?.arguments ?? []) as ExplainAt[];
    assert.ok(place);
    assert.deepEqual((await lead(place)).ids[0], 'duplicate-entry');
  });

  it('are all that is offered in a file of a server, and name it', async () => {
    await start(['duplicate-entry']);
    const uri = 'iis-doctor://web-01/D:/sites/shop/web.config';
    await client.open(uri, TWICE, 'xml');
    const all = await actions(uri);
    assert.ok(all.some(({ title }) => title === 'Fix on web-01…'));
    assert.deepEqual(
      all.filter(({ edit }) => edit),
      [],
    );
    const fix = all.find(({ title }) => title === 'Fix on web-01…');
    const { ids, values } = await lead(fix?.command?.arguments?.[0]);
    assert.equal(ids[0], 'duplicate-entry');
    assert.equal(values.section, 'system.webServer/staticContent');
    assert.equal(values.file, 'D:\\sites\\shop\\web.config');
  });
});
