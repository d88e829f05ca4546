import assert from 'node:assert/strict';
import { isPerformanceReport } from '../../src/protocol/checkers';
import { FEATURES, type PerformanceReport } from '../../src/protocol/languageServer';
import { LanguageClient } from '../kit/languageClient';

const record = 'Source: DCOM\nEvent ID: 10016\nDescription: permission settings\n\n';

describe('the performance report', () => {
  let client: LanguageClient;
  beforeEach(async () => {
    client = new LanguageClient();
    await client.initialize();
  });
  afterEach(() => client.stop());

  const report = async (): Promise<PerformanceReport> => {
    const answer: unknown = await client.connection.sendRequest('iisDoctor/performanceReport');
    assert.ok(isPerformanceReport(answer));
    return answer;
  };
  const ask = (method: string, uri: string) =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } });

  it('is empty at first', async () => {
    const { features, documents, memory, shortfalls } = await report();
    assert.deepEqual(
      features.map(({ feature, count, max }) => [feature, count, max]),
      FEATURES.map((feature) => [feature, 0, null]),
    );
    assert.deepEqual(documents, { count: 0, characters: 0, largest: 0 });
    assert.deepEqual(shortfalls, []);
    assert.ok(memory && memory.rss > memory.heapUsed && memory.heapUsed > 1_000_000);
  });

  it('counts every request and its time', async () => {
    await client.open('file:///a', record);
    await client.open('file:///b', 'x');
    for (let i = 0; i < 3; i++) await client.hover('file:///a', 0, i);
    await ask('codeLens', 'file:///a');
    await client.connection.sendRequest('iisDoctor/explain', { text: '1061' });
    const { features, documents } = await report();
    assert.deepEqual(features.map(({ count }) => count).slice(0, 6), [3, 1, 0, 0, 1, 0]);
    const [hover] = features;
    assert.ok(hover && hover.p50! > 0 && hover.p50! <= hover.p95! && hover.p95! <= hover.max!);
    assert.deepEqual(documents, { count: 2, characters: record.length + 1, largest: record.length });
  });

  it('tells what was left out, until it is not any more', async function () {
    this.timeout(30_000);
    const uri = 'file:///many.log';
    await client.open(uri, record.repeat(5_001));
    for (const method of ['codeLens', 'documentSymbol', 'foldingRange']) await ask(method, uri);
    assert.deepEqual((await report()).shortfalls, [
      { uri, feature: 'codeLens', reason: 'onlyAct', count: 5_001, limit: 200 },
      { uri, feature: 'documentSymbol', reason: 'onlyFirst', count: 5_001, limit: 5_000 },
      { uri, feature: 'foldingRange', reason: 'onlyFirst', count: 5_001, limit: 5_000 },
    ]);
    await client.change(uri, 2, [{ text: record }]);
    for (const method of ['codeLens', 'documentSymbol']) await ask(method, uri);
    assert.deepEqual(
      (await report()).shortfalls.map(({ feature }) => feature),
      ['foldingRange'],
    );
    await client.close(uri);
    assert.deepEqual((await report()).shortfalls, []);
  });

  it('tells of a document that is too long for anything but hovers', async function () {
    this.timeout(30_000);
    const uri = 'file:///long.log';
    const text = record + 'nothing of note\n'.repeat(1_300_000);
    await client.open(uri, text);
    assert.deepEqual(await ask('codeLens', uri), []);
    assert.equal(await ask('foldingRange', uri), null);
    assert.ok(await client.hover(uri, 1, 11));
    const common = { uri, reason: 'documentTooLong', count: text.length, limit: 20_000_000 };
    assert.deepEqual((await report()).shortfalls, [
      { ...common, feature: 'codeLens' },
      { ...common, feature: 'foldingRange' },
    ]);
  });
});
