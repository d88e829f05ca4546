import assert from 'node:assert/strict';
import { explain, explainAt, type ExplainOptions } from '../../../../src/engine/explain/explain';
import type { Explanation } from '../../../../src/engine/explain/explanation';
import { lookUp } from '../../../../src/engine/explain/lookUp';
import { applicationPoolSid, serviceSid } from '../../../../src/engine/explain/computedSids';
import { defineFamily, type Fact } from '../../../../src/engine/knowledge/fact';
import { Knowledge } from '../../../../src/engine/knowledge/knowledge';

const BROKER = 'D63B10C5-BB46-4990-A94F-E40B9D520160';
const OTHER = '12345678-1234-4234-8234-123456789ABC';

const fact = (id: string, rest: Partial<Fact> & Pick<Fact, 'keys'>): Fact => ({
  id,
  name: id,
  verdict: null,
  meaning: `Meaning of ${id}.`,
  sources: [{ document: 'A document', says: 'that it is so', read: '2026-11-24' }],
  samples: ['unused here'],
  notSamples: ['unused here'],
  ...rest,
});

const family = defineFamily({
  providers: [
    { name: 'Microsoft-Windows-DistributedCOM', label: 'DCOM', aliases: ['DistributedCOM'] },
    { name: 'Other-Provider', label: 'Other', aliases: [] },
  ],
  eventTypes: [
    {
      provider: 'Microsoft-Windows-DistributedCOM',
      eventId: 10016,
      parameters: ['right', 'clsid', 'user', 'sid'],
      message: /do\s+not\s+grant\s+(?<right>\S+)\s+to\s+(?<clsid>\S+)\s+for\s+(?<user>\S+)/i,
      anchor: 'do not grant',
    },
  ],
  facts: [
    fact('broker-guid', { name: 'Broker', keys: [{ kind: 'guid', guid: BROKER, roles: ['CLSID'] }] }),
    fact('dcom-10016', {
      verdict: 'look',
      keys: [{ kind: 'event', provider: 'Microsoft-Windows-DistributedCOM', eventId: 10016 }],
    }),
    fact('dcom-10016-broker', {
      verdict: 'benign',
      verdictText: 'by design',
      keys: [
        { kind: 'event', provider: 'Microsoft-Windows-DistributedCOM', eventId: 10016, where: { clsid: [BROKER] } },
      ],
    }),
    fact('dcom-10016-setup', {
      verdict: 'act',
      keys: [{ kind: 'event', provider: 'Microsoft-Windows-DistributedCOM', eventId: 10016, context: /setup failed/i }],
    }),
    fact('dcom-10016-launch', {
      verdict: 'benign',
      keys: [
        {
          kind: 'event',
          provider: 'Microsoft-Windows-DistributedCOM',
          eventId: 10016,
          where: { right: ['Local Launch'] },
        },
      ],
    }),
    fact('other-10016', { keys: [{ kind: 'event', provider: 'Other-Provider', eventId: 10016 }] }),
    fact('busy', { keys: [{ kind: 'code', code: 'Win32', value: 1061, symbol: 'ERROR_BUSY_SERVICE' }] }),
    fact('system', { keys: [{ kind: 'sid', sid: 'S-1-5-18' }] }),
    fact('pools', { keys: [{ kind: 'sid', sid: 'S-1-5-82-' }] }),
    fact('domain', { keys: [{ kind: 'sid', sid: 'S-1-5-21-' }] }),
    fact('stop-was', {
      keys: [{ kind: 'phrase', as: 'command', anchors: ['net stop was'], pattern: /net\s+stop\s+was(?:\s+\/y)?/iy }],
    }),
    fact('stop', { keys: [{ kind: 'phrase', as: 'command', anchors: ['net stop'], pattern: /net\s+stop/iy }] }),
  ],
});

const tables: Record<string, string> = {
  'codes.tsv':
    '# made for a test\nkind\thex\tsymbol\tmeaning\tiis\nHRESULT\t0x80070057\tE_INVALIDARG\tBad argument.\t\nWin32\t0x00000005\tERROR_ACCESS_DENIED\tRefused.\t\n',
  'guids.tsv': 'guid\trole\tname\tmeaning\n1B562E86-B7AA-4131-BADC-B6F3A001407E\tETW provider\tSome-Provider\t\n',
};
const loads: string[] = [];
const knowledge = new Knowledge([family], (file) => {
  loads.push(file);
  return Promise.resolve(tables[file] ?? '');
});
const found = async (text: string, options?: ExplainOptions): Promise<Explanation[]> => [
  ...(await explain(text, knowledge, options)).explanations,
];
const ids = async (text: string, options?: ExplainOptions): Promise<string[]> =>
  (await found(text, options)).map(({ answers: [first] }) => first.id);

describe('explain', () => {
  const header = 'Source: DCOM\nEvent ID: 10016\nDescription:\n';

  it('prefers the fact that knows most of the record', async () => {
    const title = async (text: string) => (await explain(text, knowledge)).diagnoses.map((one) => one.title);
    assert.deepEqual(await title(`${header}They do not grant Launch to {${BROKER}} for x`), [
      'DCOM 10016 · by design · dcom-10016-broker',
    ]);
    assert.deepEqual(await title(`${header}They do not grant Launch to {${OTHER}} for x`), [
      'DCOM 10016 · look closer · dcom-10016',
    ]);
    assert.deepEqual(await title(`The setup failed at that moment.\n\n${header}They do not grant x to y for z`), [
      'DCOM 10016 · needs action · dcom-10016-setup',
    ]);
  });

  it('compares parameters without case and whatever blanks stand in them', async () => {
    const { diagnoses } = await explain(
      '<Event><System><Provider Name="DCOM"/><EventID>10016</EventID></System><EventData><Data>local \n launch</Data></EventData></Event>',
      knowledge,
    );
    assert.deepEqual(
      diagnoses.map(({ answers: [first] }) => first.id),
      ['dcom-10016-launch'],
    );
  });

  it('takes the context of a record only up to its neighbours', async () => {
    const one = `${header}They do not grant x to y for z\n\n`;
    const { diagnoses } = await explain(`The setup failed.\n\n${one}${one}`, knowledge);
    assert.deepEqual(
      diagnoses.map(({ verdict }) => verdict),
      ['act', 'look'],
    );
  });

  it('reads parameters of event XML by their order', async () => {
    const data = ['Local', `{${BROKER.toLowerCase()}}`].map((value, i) => `<Data Name="param${i + 1}">${value}</Data>`);
    const { diagnoses } = await explain(
      `<Event><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID>10016</EventID></System><EventData>${data.join('')}</EventData></Event>`,
      knowledge,
    );
    assert.deepEqual(
      diagnoses.map(({ verdict }) => verdict),
      ['benign'],
    );
  });

  it('does not take another provider for this one', async () => {
    const { diagnoses } = await explain('Source: Unheard-Of\nEvent ID: 10016\nDescription:\nx', knowledge);
    assert.deepEqual(diagnoses, []);
    assert.deepEqual(await ids('event id 10016, I believe'), []);
    assert.deepEqual(await ids('that DCOM event id 10016, I believe'), ['dcom-10016']);
  });

  for (const [what, text, expected] of [
    ['a code that is wrapped', '0x80070425', ['busy']],
    ['the same as unsigned decimal', 'error 2147943461.', ['busy']],
    ['the same as signed decimal', 'result -2147023835', ['busy']],
    ['a system error', 'System error 1061 has occurred.', ['busy']],
    ['an insertion of the service control manager', 'failed: %%1061', ['busy']],
    ['a symbol', 'ERROR_BUSY_SERVICE', ['busy']],
    ['a code of the table', '0x80070057', ['code-0x80070057']],
    ['a code of the table by its symbol', 'E_INVALIDARG', ['code-0x80070057']],
    ['a code that nobody has', 'It ended with 0x80AB1234', ['code-unknown']],
    ['a digit too few', '0x8007042', ['code-malformed']],
    ['a GUID of the table', '{1b562e86-b7aa-4131-badc-b6f3a001407e}', ['guid-1b562e86-b7aa-4131-badc-b6f3a001407e']],
    ['a GUID that nobody has', `{${OTHER}}`, ['guid-unknown']],
    ['a SID', 'SID (S-1-5-18)', ['system']],
    ['a SID that is cut off', 'SID {S-1-5-21-...', ['domain']],
    ['the longer of two commands', 'net  stop WAS /y', ['stop-was']],
    ['the shorter command', 'NET STOP spooler', ['stop']],
  ] as const)
    it(`explains ${what}`, async () => assert.deepEqual(await ids(text), expected));

  for (const [what, text] of [
    ['an address', 'Fault offset: 0x80070425'],
    ['a pointer', '0x0000000080070425'],
    ['a number of ten digits', 'ticket 2147943469'],
    ['a telephone number', '+49-2147943461-1'],
    ['an HTTP error', 'HTTP Error 500'],
    ['a small number', 'error 1061 of our own'],
    ['a constant', 'MAX_ERROR_BUSY_SERVICES'],
    ['a SID within a word', 'XS-1-5-18'],
    ['a command within a word', 'internet stop was'],
    ['a version', 'version 2147943461.5'],
  ] as const)
    it(`is silent on ${what}`, async () => assert.deepEqual(await ids(text), []));

  it('leaves unknown GUIDs alone where told to, except in a record', async () => {
    assert.deepEqual(await ids(`{${OTHER}}`, { unknownGuids: 'records' }), []);
    for (const whose of ['<Project><G>', '{"id": "', 'Microsoft Visual Studio Solution File\r\nProject("'])
      assert.deepEqual(await ids(`${whose}{${OTHER}}`), []);
    assert.deepEqual(await ids(`<Events>\n{${OTHER}}`), ['guid-unknown']);
    assert.ok(
      (await ids(`${header}They do not grant a to {${OTHER}} for c`, { unknownGuids: 'records' })).includes(
        'guid-unknown',
      ),
    );
  });

  it('knows the SIDs of pools and services by their names', async () => {
    assert.equal(applicationPoolSid('DefaultAppPool'), 'S-1-5-82-3006700770-424185619-1745488364-794895919-4004696415');
    assert.equal(serviceSid('TrustedInstaller'), 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464');
    const name = async (sid: string, poolNames: string[] = []) => (await found(sid, { poolNames }))[0]?.answers[0].name;
    assert.equal(await name(applicationPoolSid('DefaultAppPool')), 'IIS AppPool\\DefaultAppPool');
    assert.equal(await name(applicationPoolSid('Shop'), ['Shop']), 'IIS AppPool\\Shop');
    assert.equal(await name(applicationPoolSid('Shop')), 'pools');
  });

  it('keeps every place and the text there', async () => {
    const text = `a\r\n\u{1F600} {${BROKER}} net stop was S-1-5-18 0x80070425 ${header}x`;
    for (const one of await found(text)) assert.equal(text.slice(one.start, one.end), one.text);
  });

  it('loads a table only for a key that no fact has, and once', async () => {
    loads.length = 0;
    const own = new Knowledge([family], (file) => {
      loads.push(file);
      return Promise.resolve(tables[file] ?? '');
    });
    await explain(`{${BROKER}} S-1-5-18 net stop was 1061 words`, own);
    assert.deepEqual(loads, []);
    await explain(`{${OTHER}} {${OTHER}}`, own);
    assert.deepEqual(loads, ['guids.tsv']);
  });

  it('goes on without a table that cannot be read', async () => {
    const own = new Knowledge([family], () => Promise.reject(new Error('gone')));
    const { explanations } = await explain(`{${OTHER}}\n0x80070057`, own);
    assert.deepEqual(
      explanations.map(({ answers: [first] }) => first.id),
      ['guid-unknown', 'code-unknown'],
    );
  });
});

describe('explainAt', () => {
  const filler = 'words without meaning\n'.repeat(5_000);
  const record = `Source: DCOM\nEvent ID: 10016\nDescription:\nThey do not grant Launch to {${BROKER}} for x\n`;
  const text = `${filler}${record}${filler}`;

  it('finds the smallest thing at a place, with places of the whole text', async () => {
    const at = text.indexOf(BROKER);
    const one = await explainAt(text, at + 3, knowledge);
    assert.ok(one && 'kind' in one);
    assert.equal(one.kind, 'guid');
    assert.equal(text.slice(one.start, one.end), `{${BROKER}}`);
    assert.equal(one.diagnosis?.start, text.indexOf(record));
  });

  it('finds the record on its lines', async () => {
    const one = await explainAt(text, text.indexOf('They do'), knowledge);
    assert.ok(one && !('kind' in one));
    assert.equal(one.start, text.indexOf(record));
    assert.equal(text.slice(one.spans[0].start, one.spans[0].end), 'Source: DCOM');
  });

  it('finds nothing elsewhere', async () => {
    assert.equal(await explainAt(text, 10, knowledge), null);
    assert.equal(await explainAt('', 0, knowledge), null);
    assert.equal(await explainAt(text, text.length, knowledge), null);
  });
});

describe('lookUp', () => {
  for (const [typed, expected] of [
    ['1061', 'busy'],
    ['0x425', 'busy'],
    ['80070425', 'busy'],
    ['0x00000425', 'busy'],
    ['error_busy_service', 'busy'],
    [' S-1-5-18 ', 'system'],
    ['5', 'code-0x00000005'],
  ] as const)
    it(`takes ${typed} for what it is`, async () => {
      const [first] = (await lookUp(typed, knowledge)).explanations;
      assert.equal(first?.answers[0].id, expected);
    });

  it('finds nothing in nonsense', async () =>
    assert.deepEqual(await lookUp('nonsense', knowledge), { records: [], explanations: [], diagnoses: [] }));
});
