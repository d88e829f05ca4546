import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { DCOM, WAS, GUID, knowledge, diagnosesOf, ids, record } from '../../../kit/smallKnowledge';

describe('diagnose', () => {
  for (const source of [
    DCOM,
    'DCOM',
    'distributedcom',
    'Microsoft Windows DistributedCOM',
    'DistributedCOM (DCOM)',
    'Microsoft_Windows_DistributedCOM',
    'DCOM They refused me a right',
  ])
    it(`knows the source ${source}`, async () =>
      assert.deepEqual(await ids(record(source, 10016, 'x y z w')), ['refused']));

  it('does not take a part of a longer name for a source', async () =>
    assert.deepEqual(await ids(record('DCOM Server Process', 10016, 'x y z w')), []));

  it('knows the source by the message where the record names none, or one that nobody knows', async () => {
    const message = "The pool 'Shop' is being disabled.";
    assert.deepEqual(await ids(`Event ID: 5002\nDescription: ${message}`), ['disabled']);
    assert.deepEqual(await ids(record('Dienst', 5002, message)), ['disabled']);
    assert.deepEqual(await ids(record('Dienst', 5002, 'Something else.')), []);
  });

  describe('reads parameters', () => {
    const xml = (provider: string, id: number, data: string): string =>
      `<Event><System><Provider Name="${provider}"/><EventID>${id}</EventID></System><EventData>${data}</EventData></Event>`;

    it('of event data by their order, whatever they are called there', async () =>
      assert.deepEqual(
        await ids(
          xml(WAS, 5009, '<Data Name="AppPoolID">Shop</Data><Data Name="ProcessID">1</Data><Data Name="X">0</Data>'),
        ),
        ['ended-shop'],
      ));

    it('of event data by their names, whatever their order', async () =>
      assert.deepEqual(
        await ids(
          JSON.stringify({
            SourceName: WAS,
            EventID: 5009,
            Hostname: 'w',
            EventData: { exit_code: '0x800703e9', param2: '1', Pool: 'Other' },
          }),
        ),
        ['ended-stack'],
      ));

    it('of a message that is the only data', async () =>
      assert.deepEqual(await ids(xml(WAS, 5009, "<Data>The pool 'Shop' terminated. Process '1', code '0x0'</Data>")), [
        'ended-shop',
      ]));

    it('of a message in another language by their shape', async () => {
      assert.deepEqual(await ids(record('DCOM', 10016, `xx CLSID \n${GUID}\n xx`)), ['refused-broker']);
      assert.deepEqual(
        await ids(
          record(
            'DCOM',
            10016,
            `xx "A\\B" (SID: S-1-5-18) xx APPID ${GUID} xx CLSID {12345678-1234-4234-8234-123456789ABC}`,
          ),
        ),
        ['refused-system'],
      );
      assert.deepEqual(await ids(record(WAS, 5009, 'Xx "Shop" xx. Xx "4711". Xx "0x0".')), ['ended-shop']);
      assert.deepEqual(await ids(record(WAS, 5009, 'Xx «Shop» xx. Xx «4711». Xx «0x0».')), ['ended-shop']);
    });

    it('of no quoted name whose order is another one', async () =>
      assert.deepEqual(await ids(record(WAS, 5009, 'Xx "4711" xx. Xx "Shop". Xx "0x0".')), ['ended']));
  });

  it('names each fact once, whichever of its keys fit', async () => {
    const [diagnosis] = await diagnosesOf(record(DCOM, 10030, 'x y'));
    assert.deepEqual(
      diagnosis?.answers.map(({ id }) => id),
      ['twice'],
    );
  });

  describe('lets the class decide that the record names', () => {
    const started = (clsid: string): string => record(DCOM, 10010, `It did not start ${clsid} in time`);

    it('with its own answer before that of the event', async () => {
      const [diagnosis] = await diagnosesOf(started('{AAAAAAAA-0000-4000-8000-000000000001}'));
      assert.deepEqual(
        diagnosis?.answers.map(({ id }) => id),
        ['class-quiet', 'late'],
      );
      assert.equal(diagnosis.title, 'DCOM 10010 \u00b7 often quiet \u00b7 class-quiet');
      assert.equal(diagnosis.verdict, 'benign');
    });

    it('but not where its verdict is about other events, or where it has none', async () => {
      for (const end of ['2', '3'])
        assert.deepEqual(await ids(started(`{AAAAAAAA-0000-4000-8000-00000000000${end}}`)), ['late']);
    });
  });

  describe('an id that text mentions beside a message', () => {
    const said = async (text: string): Promise<string[]> =>
      (await explain(text, knowledge)).explanations
        .filter(({ kind }) => kind === 'event')
        .map(({ answers: [first] }) => first.id);
    const message = "The pool 'Bakery' is being disabled.";

    it('is that of the message', async () => {
      assert.deepEqual(await said(`We saw "${message}" That is WAS event ID 5002 here.`), ['disabled-shop']);
      assert.deepEqual(await said(`WAS event ID 5002 came today. It said: ${message}`), ['disabled-shop']);
    });

    it('is explained by itself where it is another one, or far away', async () => {
      assert.deepEqual(await said(`We saw "${message}" and WAS event ID 5009 after it.`), ['ended']);
      assert.deepEqual(await said(`${message}\n${'Other words. '.repeat(30)}\nWAS event ID 5002.`), ['disabled']);
    });
  });

  it('names an event of the table without a verdict', async () => {
    const [diagnosis] = await diagnosesOf(record('WAS', 5186, 'A worker process was shut down.'));
    assert.equal(diagnosis?.title, 'WAS 5186 · Idle timeout');
    assert.equal(diagnosis.verdict, null);
    const [answer] = diagnosis.answers;
    assert.equal(answer.id, 'event-microsoft-windows-was-5186');
    assert.deepEqual([answer.checks, answer.fix], [['Look at: the time-out of the pool'], undefined]);
    assert.deepEqual(await ids(record('WAS', 5999, 'Nobody knows it.')), []);
  });

  it('keeps the time and the level of the record', async () => {
    const [diagnosis] = await diagnosesOf(record('WAS', 5002, 'x y z w', 'Date: 2026-11-20T08:01:02Z\nLevel: Error\n'));
    assert.equal(diagnosis?.time?.utcMs, Date.UTC(2026, 10, 20, 8, 1, 2));
    assert.equal(diagnosis.level, 'error');
  });
});
