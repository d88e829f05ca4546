import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { readXml } from '../../src/engine/xml/parse';
import { ConfigClient } from '../kit/configClient';

const uri = 'file:///w/site/Web.config';
const faulty = [
  '<?xml version="1.0"?>',
  '<configuration>',
  '  <!-- \u{1F600} --><system.webServer><directoryBrowse enable="true" />',
  '  </system.webServer>',
  '</configuration>',
].join('\r\n');

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
          offset((b as { range: ReturnType<typeof whole> }).range.start) -
          offset((a as { range: ReturnType<typeof whole> }).range.start),
      )
      .reduce((edited, edit) => {
        const { range, newText } = edit as { range: ReturnType<typeof whole>; newText: string };
        return edited.slice(0, offset(range.start)) + newText + edited.slice(offset(range.end));
      }, text);
  };

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
});
