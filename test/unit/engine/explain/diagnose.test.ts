import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import type { Diagnosis } from '../../../../src/engine/explain/explanation';
import { defineFamily, type Fact } from '../../../../src/engine/knowledge/fact';
import { Knowledge } from '../../../../src/engine/knowledge/knowledge';
import { hoverMarkdown } from '../../../../src/engine/render/hover';
import { explanationPage } from '../../../../src/engine/render/page';

const DCOM = 'Microsoft-Windows-DistributedCOM';
const WAS = 'Microsoft-Windows-WAS';
const GUID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';

const fact = (id: string, rest: Partial<Fact> & Pick<Fact, 'keys'>): Fact => ({
  id,
  name: id,
  verdict: 'look',
  meaning: `Meaning of ${id}.`,
  checks: ['Look.'],
  sources: [{ document: 'A document', says: 'that it is so', read: '2026-11-24' }],
  samples: ['unused here'],
  notSamples: ['unused here'],
  ...rest,
});

const family = defineFamily({
  providers: [
    { name: DCOM, label: 'DCOM', aliases: ['DistributedCOM'] },
    { name: WAS, label: 'WAS', aliases: [] },
    { name: 'Service Control Manager', label: 'Service Control Manager', aliases: [] },
  ],
  eventTypes: [
    {
      provider: DCOM,
      eventId: 10016,
      parameters: ['right', 'clsid', 'appid', 'user', 'sid'],
      message: /do not grant (?<right>\S+) to (?<clsid>\S+)/i,
    },
    {
      provider: WAS,
      eventId: 5009,
      parameters: ['pool', 'pid', 'exitCode'],
      message: /pool '(?<pool>[^']+)' terminated\. Process '(?<pid>\d+)', code '(?<exitCode>\w+)'/i,
    },
    {
      provider: WAS,
      eventId: 5002,
      parameters: ['pool'],
      message: /The pool '(?<pool>[^']+)' is being disabled\./i,
      anchor: 'is being disabled',
    },
    { provider: DCOM, eventId: 10010, parameters: ['clsid'], message: /did not start (?<clsid>\S+)/i },
  ],
  facts: [
    fact('refused', { keys: [{ kind: 'event', provider: DCOM, eventId: 10016 }] }),
    fact('refused-broker', { keys: [{ kind: 'event', provider: DCOM, eventId: 10016, where: { clsid: [GUID] } }] }),
    fact('refused-system', {
      keys: [{ kind: 'event', provider: DCOM, eventId: 10016, where: { sid: ['S-1-5-18'], appid: [GUID] } }],
    }),
    fact('ended', { keys: [{ kind: 'event', provider: WAS, eventId: 5009 }] }),
    fact('ended-shop', { keys: [{ kind: 'event', provider: WAS, eventId: 5009, where: { pool: ['Shop'] } }] }),
    fact('ended-stack', {
      keys: [{ kind: 'event', provider: WAS, eventId: 5009, where: { exitCode: ['0x800703e9'] } }],
    }),
    fact('late', { keys: [{ kind: 'event', provider: DCOM, eventId: 10010 }], componentDecides: true }),
    fact('class-quiet', {
      verdict: 'benign',
      verdictText: 'often quiet in DCOM 10010, 10016',
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000001', roles: ['CLSID'] }],
    }),
    fact('class-elsewhere', {
      verdict: 'benign',
      verdictText: 'often quiet in DCOM 10016',
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000002', roles: ['CLSID'] }],
    }),
    fact('class-named', {
      verdict: null,
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000003', roles: ['CLSID'] }],
    }),
    fact('twice', {
      keys: [
        { kind: 'event', provider: DCOM, eventId: 10030, context: /x/ },
        { kind: 'event', provider: DCOM, eventId: 10030, context: /y/ },
      ],
    }),
    fact('disabled-shop', { keys: [{ kind: 'event', provider: WAS, eventId: 5002, where: { pool: ['Bakery'] } }] }),
    fact('disabled', {
      keys: [{ kind: 'event', provider: WAS, eventId: 5002 }],
      companions: [
        { provider: WAS, eventId: 5009, says: 'The pool was disabled because its process ended again and again.' },
        { provider: 'Service Control Manager', eventId: 7031, says: 'Never here.' },
      ],
    }),
  ],
});

const tables: Record<string, string> = {
  'events.tsv': `provider\teventId\ttitle\tmeaning\tcheck\tfix\tsource\n${WAS}\t5186\tIdle timeout\tNobody asked for twenty minutes.\tthe time-out of the pool\tnone needed\t\n`,
};
const knowledge = new Knowledge([family], (name) => Promise.resolve(tables[name.replace('.tsv', '')] ?? ''));

const diagnosesOf = async (text: string): Promise<readonly Diagnosis[]> => (await explain(text, knowledge)).diagnoses;
const ids = async (text: string): Promise<string[]> =>
  (await diagnosesOf(text)).map(({ answers: [first] }) => first.id);
const record = (source: string, id: number, message: string, more = ''): string =>
  `Source: ${source}\nEvent ID: ${id}\n${more}Description:\n${message}\n\n`;

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

describe('companions', () => {
  const at = (minute: number): string => `Date: 2026-11-20T08:${`${minute}`.padStart(2, '0')}:00Z\n`;
  const disabled = (more = ''): string => record('WAS', 5002, "The pool 'Shop' is being disabled.", more);
  const ended = (more = ''): string =>
    record('WAS', 5009, "The pool 'Other' terminated. Process '1', code '0x0'", more);
  const tied = async (text: string): Promise<string[]> =>
    (await diagnosesOf(text)).map(({ companions }) => companions.map(({ eventId }) => eventId).join());

  it('tie two records together, on both sides', async () => {
    const text = ended() + disabled();
    const [first, second] = await diagnosesOf(text);
    assert.deepEqual(first?.companions, [
      {
        start: second?.start,
        end: second?.end,
        source: 'WAS',
        eventId: 5002,
        says: 'The pool was disabled because its process ended again and again.',
      },
    ]);
    assert.deepEqual(
      second?.companions.map(({ start, eventId }) => [start, eventId]),
      [[first.start, 5009]],
    );
  });

  it('stand within ten minutes', async () => {
    assert.deepEqual(await tied(ended(at(0)) + disabled(at(10))), ['5002', '5009']);
    assert.deepEqual(await tied(ended(at(0)) + disabled(at(11))), ['', '']);
    assert.deepEqual(await tied(disabled(at(10)) + ended(at(0))), ['5009', '5002']);
  });

  it('stand within twenty records where a time is missing', async () => {
    const other = record('Unheard-Of', 1, 'Some message of it.');
    assert.deepEqual(await tied(ended() + other.repeat(19) + disabled(at(1))), ['5002', '5009']);
    assert.deepEqual(await tied(ended() + other.repeat(20) + disabled(at(1))), ['', '']);
  });

  it('are the nearest ones, each event once', async () => {
    const diagnoses = await diagnosesOf(ended() + ended() + disabled() + disabled());
    assert.deepEqual(
      diagnoses.map(({ companions }) => companions.length),
      [0, 1, 1, 1],
    );
    assert.equal(diagnoses[2]?.companions[0]?.start, diagnoses[1]?.start);
  });

  it('are named in the hover and on the page', async () => {
    const text = ended() + disabled();
    const line = '**Together with** WAS 5009: The pool was disabled because its process ended again and again.';
    for (const place of [text.lastIndexOf('Source'), text.lastIndexOf('5002')]) {
      const found = await explainAt(text, place, knowledge);
      assert.ok(found);
      assert.ok(hoverMarkdown(found).includes(line));
      assert.ok(explanationPage(found).markdown.includes(line));
    }
  });

  it('keep their places when only the surroundings are read', async () => {
    const text = 'words\n'.repeat(10_000) + ended() + disabled(at(1));
    const found = await explainAt(text, text.lastIndexOf('Source'), knowledge);
    assert.ok(found && 'companions' in found);
    assert.ok(text.slice(found.companions[0]?.start).startsWith('Source: WAS\nEvent ID: 5009'));
    assert.ok(found.time && text.slice(found.time.range.start, found.time.range.end) === '2026-11-20T08:01:00Z');
  });
});

describe('explainAt', () => {
  it('reads a row of a long table by the header at the beginning of the document', async () => {
    const row = `"11/20/2026 8:01:02 AM","W","Error","5002","The pool 'Shop' is being disabled.","${WAS}"\n`;
    const text = `"TimeCreated","MachineName","LevelDisplayName","Id","Message","ProviderName"\n${row.repeat(2_000)}`;
    const found = await explainAt(text, text.lastIndexOf('Shop'), knowledge);
    assert.ok(found && 'title' in found);
    assert.equal(found.title, 'WAS 5002 · look closer · disabled');
  });
});
