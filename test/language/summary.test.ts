import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CodeLens } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { SummaryResult } from '../../src/protocol/languageServer';
import { eventLog, requestLog } from '../bench/generatedLogs';
import { LanguageClient } from '../kit/languageClient';

const uri = 'file:///logs/system%20log.txt';

describe('the summary of a log', () => {
  let client: LanguageClient;
  beforeEach(async () => {
    client = new LanguageClient(['dist/server.js', '--stdio']);
    await client.initialize({ initializationOptions: { commands: true } });
  });
  afterEach(() => client.stop());

  const summary = (params: unknown): Promise<SummaryResult> =>
    client.connection.sendRequest('iisDoctor/summary', params);
  const lenses = (): Promise<CodeLens[]> =>
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });

  it('is made of an open document', async () => {
    await client.open(uri, eventLog(50_000));
    const result = await summary({ uri });
    assert.equal(result?.title, 'system log.txt');
    assert.match(result.text, /^# Summary of system log\.txt\n\n\d+ event records: /);
    assert.match(result.text, /× DCOM 10016 · by design · RuntimeBroker: .*line 1, line \d+/);
  });

  it('is made of a file of the disk, in UTF-16 as well', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-summary-'));
    try {
      const file = path.join(folder, 'u_ex 1.log');
      writeFileSync(file, Buffer.from(`\uFEFF${requestLog(50_000)}`, 'utf16le'));
      const result = await summary({ file: URI.file(file).toString() });
      assert.equal(result?.title, 'u_ex 1.log');
      assert.match(result.text, /requests from 2026-11-18 00:00:00/);
      assert.match(result.text, /500 19 5: 500\.19/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is nothing where there is nothing to read', async () => {
    assert.equal(await summary({ uri: 'file:///not/open' }), null);
    assert.equal(await summary({ file: 'https://example.com/a.log' }), null);
    await assert.rejects(summary({ file: 'file:///not/there.log' }), /summary failed/);
    for (const params of [null, {}, { uri: 5 }]) await assert.rejects(summary(params), /Expected/);
  });

  it('is offered above a log, and only to a client that has the command', async () => {
    await client.open(uri, eventLog(10_000));
    const [first] = await lenses();
    assert.deepEqual(first?.command, {
      title: 'Summarise This Log',
      command: 'iisDoctor.summariseLog',
      arguments: [uri],
    });
    await client.change(uri, 2, [{ text: requestLog(1_000) }]);
    assert.equal((await lenses()).length, 1);
    await client.change(uri, 3, [{ text: eventLog(800) }]);
    assert.ok((await lenses()).every(({ command }) => command?.command !== 'iisDoctor.summariseLog'));
    const plain = new LanguageClient();
    await plain.initialize();
    await plain.open(uri, eventLog(10_000));
    const without = await plain.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.ok(without.length && without.every(({ command }) => command?.title !== 'Summarise This Log'));
    await plain.stop();
  });
});
