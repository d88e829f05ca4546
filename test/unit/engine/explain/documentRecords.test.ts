import assert from 'node:assert/strict';
import { DocumentRecords, type RecordList } from '../../../../src/engine/explain/documentRecords';
import { explainOnlyRecords } from '../../../../src/engine/explain/explain';
import type { Explained } from '../../../../src/engine/explain/explanation';
import { eventLog, eventXml } from '../../../bench/generatedLogs';
import { knowledge } from '../../../kit/knowledge';
import { seeded } from '../../../kit/seeded';

const always = (): Promise<boolean> => Promise.resolve(true);

const all = (list: RecordList | null): Explained | null => list?.first(Infinity) ?? null;

const essence = (found: Explained | null) =>
  found && {
    records: found.records.map(({ start, end, provider, eventId }) => [start, end, provider, eventId]),
    diagnoses: found.diagnoses.map(({ start, end, title, spans }) => [start, end, title, spans]),
  };

describe('the records of a document that changes', function () {
  this.timeout(60_000);

  for (const [name, log] of [
    ['event text', eventLog(250_000)],
    ['event XML', eventXml(250_000)],
  ] as const)
    it(`are after each of 25 edits those of the whole text: ${name}`, async () => {
      const random = seeded(7);
      const records = new DocumentRecords(knowledge, always);
      let text = log;
      assert.deepEqual(essence(all(await records.read(text))), essence(await explainOnlyRecords(text, knowledge)));
      for (let edit = 0; edit < 25; edit++) {
        const at = Math.floor(random() * text.length);
        const removed = random() < 0.5 ? Math.floor(random() * 3_000) : 0;
        const inserted =
          random() < 0.5 ? log.slice(at, at + Math.floor(random() * 2_000)) : 'x\n\n'.slice(0, 1 + (edit % 3));
        text = text.slice(0, at) + inserted + text.slice(at + removed);
        assert.deepEqual(
          essence(all(await records.read(text))),
          essence(await explainOnlyRecords(text, knowledge)),
          `edit ${edit} at ${at}`,
        );
      }
    });

  it('are known without reading when nothing has changed', async () => {
    let turns = 0;
    const records = new DocumentRecords(knowledge, () => Promise.resolve(++turns > 0));
    const text = eventLog(600_000);
    const first = await records.read(text);
    const after = turns;
    assert.equal(await records.read(text), first);
    assert.equal(turns, after);
  });

  it('cost one piece of reading after an edit in a long text', async () => {
    let turns = 0;
    const records = new DocumentRecords(knowledge, () => Promise.resolve(++turns > 0));
    const text = eventLog(3_000_000);
    await records.read(text);
    assert.ok(turns >= 12);
    turns = 0;
    await records.read(`${text.slice(0, 1_500_000)} ${text.slice(1_500_000)}`);
    assert.equal(turns, 1);
  });

  it('are given up when nobody waits for them', async () => {
    const records = new DocumentRecords(knowledge, () => Promise.resolve(false));
    assert.equal(await records.read(eventLog(1_000)), null);
  });

  it('are given in part to those who ask for a part', async () => {
    const list = await new DocumentRecords(knowledge, always).read(eventLog(200_000));
    assert.ok(list && list.recordCount > 100 && list.diagnosisCount > 50);
    const whole = list.first(Infinity);
    assert.equal(whole.records.length, list.recordCount);
    assert.deepEqual(list.first(10).records, whole.records.slice(0, 10));
    const act = list.diagnoses(({ verdict }) => verdict === 'act');
    assert.ok(act.length);
    assert.deepEqual(
      act,
      whole.diagnoses.filter(({ verdict }) => verdict === 'act'),
    );
  });

  it('may be none', async () => {
    const records = new DocumentRecords(knowledge, always);
    assert.deepEqual(essence(all(await records.read(''))), { records: [], diagnoses: [] });
    assert.deepEqual(essence(all(await records.read('words'))), { records: [], diagnoses: [] });
  });
});
