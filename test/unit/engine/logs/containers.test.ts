import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { messageOf } from '../../../../src/engine/explain/parameters';
import { RecordFinder } from '../../../../src/engine/logs/records';
import type { LogRecord } from '../../../../src/engine/logs/record';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder([]);
const read = (text: string, beginning = ''): readonly LogRecord[] => finder.find(text, beginning).records;
const events = (text: string): (readonly [string | null, number | null])[] =>
  read(text).map(({ provider, eventId }) => [provider, eventId] as const);

describe('event XML', () => {
  const event = (id: string, more = ''): string =>
    `<Event xmlns='u'><System><Provider Name='P'/><EventID Qualifiers='49152'>${id}</EventID></System>${more}</Event>`;

  it('gives the lower half of an identifier', () => {
    assert.deepEqual(events(['3221232496', '-1073734800', '0xC0001B70', '7024'].map((id) => event(id)).join('')), [
      ['P', 7024],
      ['P', 7024],
      ['P', 7024],
      ['P', 7024],
    ]);
  });

  it('is read with typographic quotes, prefixes, escaped quotes and lines folded within a tag', () => {
    assert.deepEqual(
      events(
        '<Event xmlns=”x”>\n<System>\n<Provider Name=”Q” />\n<EventID\nQualifiers=”0">5</EventID></System></Event>' +
          '<e:Event><e:System><e:Provider Name="R"/><e:EventID>6</e:EventID></e:System></e:Event>' +
          '<Event><System><Provider Name=\\"S\\"/><EventID>7</EventID></System></Event>' +
          '> <Event><System>\n> <Provider Name="T"\n>  Guid="{0}" />\n> <EventID>8</EventID>',
      ),
      [
        ['Q', 5],
        ['R', 6],
        ['S', 7],
        ['T', 8],
      ],
    );
  });

  it('keeps data by name and in order, without the binary', () => {
    const [record] = read(
      event(
        '1',
        '<EventData><Data Name="AppPoolID">A&amp;B</Data><Data/><Data>third</Data><Binary>0D00</Binary></EventData>',
      ),
    );
    assert.deepEqual(record?.insertions, ['A&B', '', 'third']);
    assert.deepEqual([...record.data.keys()], ['AppPoolID', 'param2', 'param3']);
  });

  it('reads UserData', () => {
    const [record] = read(
      event('1', '<UserData><EventXML xmlns="v"><Url>http://x/</Url><Code>5</Code></EventXML></UserData>'),
    );
    assert.equal(record?.data.get('Url'), 'http://x/');
    assert.deepEqual(record.insertions, ['http://x/', '5']);
  });

  it('ends a torn event with its last tag', () => {
    const text = `${event('1')} and <Event><System><Provider Name="Q"/><EventID>3</EventID><Execution ProcessID="0" Thr`;
    const [, torn] = read(text);
    assert.equal(text.slice(torn?.start, torn?.end), '<Event><System><Provider Name="Q"/><EventID>3</EventID>');
  });

  it('reads a hundred thousand events', () => {
    const text = event('10016', '<EventData><Data>x</Data></EventData>').repeat(100_000);
    const started = process.cpuUsage();
    assert.equal(read(text).length, 100_000);
    assert.ok(process.cpuUsage(started).user < 8_000_000);
  }).timeout(30_000);
});

describe('JSON', () => {
  const logged = { TimeGenerated: '2026-11-20T08:01:02Z' };
  const one = (id: number): object => ({ Source: 'S', EventID: id, Message: 'a\r\nb', ...logged });

  for (const [how, text, expected] of [
    ['in an array', JSON.stringify([one(1), one(2)]), [1, 2]],
    ['below a key', JSON.stringify({ took: 1, hits: { hits: [{ _source: one(1) }, { _source: one(2) }] } }), [1, 2]],
    ['side by side in one object', JSON.stringify({ first: one(1), second: one(2), third: one(3) }), [1, 2, 3]],
    [
      'one a line, among other lines',
      `x {not json}\n${JSON.stringify(one(1))}\nINFO ${JSON.stringify(one(2))}`,
      [1, 2],
    ],
    [
      'cut off at both ends',
      `": 5}, ${JSON.stringify(one(1))}, {"EventID": 2, "Source": "S", "TimeGenerated": "2026-11-20T08:01:02Z", "Mess`,
      [1, 2],
    ],
    [
      'in a record of Wazuh',
      JSON.stringify({
        data: { win: { system: { providerName: 'S', eventID: '1', computer: 'c' }, eventdata: { param1: 'x' } } },
      }),
      [1],
    ],
    [
      'of OpenTelemetry',
      JSON.stringify({
        body: {
          provider: { name: 'S', guid: '{0}' },
          event_id: { id: 1, qualifiers: 0 },
          computer: 'c',
          event_data: [{ param1: 'x' }],
        },
      }),
      [1],
    ],
    ['with the old identifier', JSON.stringify({ ...one(1), EventID: undefined, InstanceId: 3221225473 }), [1]],
  ] as const)
    it(`is read ${how}`, () =>
      assert.deepEqual(
        events(text),
        expected.map((id) => ['S', id]),
      ));

  it('escaped in JSON gives a message with its line ends', () => {
    const text = `{"Id": 5, "ProviderName": "S", "Message": "say \\"a\\" \\\\r\\\\n\\u0027b\\u0027"}`;
    const [record] = read(text);
    assert.ok(record);
    assert.equal(messageOf(text, record), 'say "a" \r\n\'b\'');
  });

  it('keeps Properties and converted XML as data', () => {
    const [record] = read(
      JSON.stringify({ Id: 5, ProviderName: 'S', Message: 'm', Properties: [{ Value: 'a' }, { Value: 2 }] }),
    );
    assert.deepEqual(record?.insertions, ['a', '2']);
    const [xml] = read(
      JSON.stringify({
        Event: {
          System: { Provider: { '@Name': 'S' }, EventID: { '#text': '7' }, Computer: 'c' },
          EventData: {
            Data: [
              { '@Name': 'clsid', '#text': '{1}' },
              { '@Name': 'x', '#text': 'y' },
            ],
          },
        },
      }),
    );
    assert.equal(xml?.provider, 'S');
    assert.deepEqual(
      [...xml.data],
      [
        ['clsid', '{1}'],
        ['x', 'y'],
      ],
    );
  });
});

describe('CLIXML', () => {
  it('of Get-EventLog is read, its signs undone', () => {
    const text =
      '<Objs><Obj RefId="0"><Props><I32 N="EventID">36</I32><S N="MachineName">W</S><S N="EntryType">Error</S><S N="Message">a_x000D__x000A_&lt;b&gt;</S><S N="Source">W3SVC</S><Obj N="ReplacementStrings"><LST><S>one</S><S>two</S></LST></Obj><I64 N="InstanceId">2147483684</I64><DT N="TimeGenerated">2026-11-20T08:01:02Z</DT></Props></Obj></Objs>';
    const [record, ...more] = read(text);
    assert.deepEqual(more, []);
    assert.ok(record);
    assert.deepEqual([record.provider, record.eventId, record.level], ['W3SVC', 36, 'error']);
    assert.deepEqual(record.insertions, ['one', 'two']);
    assert.equal(messageOf(text, record), 'a\r\n<b>');
  });
});

describe('delimited text', () => {
  const header = '"TimeCreated","ProviderName","Id","Message"\r\n';
  const row = '"11/20/2026 8:01:02 AM","P","5","say ""a"",\r\nb"\r\n';

  it('undoes quotes, and reads cells over several lines', () => {
    const [record] = read(header + row);
    assert.ok(record);
    assert.equal(messageOf(header + row, record), 'say "a",\r\nb');
    assert.equal(record.spans.length, 1);
  });

  it('goes on behind a quote that was lost and lines that are no rows', () => {
    const text = `${header}${row}"x\nnoise\n${row}${row}`;
    assert.equal(read(text).filter(({ eventId }) => eventId === 5).length >= 2, true);
  });

  it('ends a table where other text begins', () => {
    const text = `${header}${row}\nThat was it, he said.\n\nAnd then?\n\nNothing.\n\n5,6,7,8\n`;
    assert.equal(read(text).length, 1);
  });

  it('takes the header of a long table from the beginning of the document', () => {
    assert.equal(read(row.repeat(3)).length, 0);
    assert.equal(read(row.repeat(3), header + row).length, 3);
  });

  it('reads psloglist', () => {
    const [record] = read('4711,System,DCOM,ERROR,WEB01,11/20/2026 8:01:02 AM,10010,SYSTEM\\NT AUTHORITY,"no start"\n');
    assert.deepEqual(
      [record?.provider, record?.eventId, record?.level, record?.computer],
      ['DCOM', 10010, 'error', 'WEB01'],
    );
  });
});

it('a part of a long table of HTML takes its heading from the beginning of the document', () => {
  const heading = '<table>\n<tr><th>TimeCreated</th><th>ProviderName</th><th>Id</th></tr>\n';
  const part = '<tr><td>2026-11-20 08:01:02</td><td>Microsoft-Windows-WAS</td><td>5002</td></tr>\n';
  const finder = new RecordFinder(knowledge.eventTypes);
  assert.equal(finder.find(part, heading).records[0]?.eventId, 5002);
  assert.equal(finder.find(part).records.length, 0);
});

describe('Format-Table', () => {
  it('reads wrapped messages and any choice of columns', () => {
    const text =
      'TimeCreated            ProviderName     Id Message\n-----------            ------------     -- -------\n11/20/2026 8:01:02 AM  Some-Provider 10016 The message that\n                                           goes on below\n11/20/2026 8:01:03 AM  Other             7 Short\n\nText.';
    const [first, second, ...more] = read(text);
    assert.deepEqual(more, []);
    assert.ok(first?.message);
    assert.equal(first.provider, 'Some-Provider');
    assert.match(text.slice(first.message.start, first.message.end), /^The message that\n\s+goes on below$/);
    assert.deepEqual([second?.provider, second?.eventId], ['Other', 7]);
  });
});

describe('a message that Windows could not find', () => {
  const finder = new RecordFinder(knowledge.eventTypes);
  const insertions = 'Maschinenstandard\r\nLokal\r\nStart\r\n{D63B10C5-BB46-4990-A94F-E40B9D520160}';
  for (const [language, sentence, included] of [
    [
      'English',
      'The description for Event ID 10016 from source DCOM cannot be found.',
      'The following information was included with the event:',
    ],
    [
      'English of 2003',
      'The description for Event ID ( 10016 ) in Source ( DCOM ) cannot be found.',
      'The following information is part of the event:',
    ],
    [
      'German',
      'Die Beschreibung für Ereignis-ID "10016" aus der Quelle "DCOM" wurde nicht gefunden.',
      'Die folgenden Informationen wurden mit dem Ereignis gespeichert:',
    ],
    [
      'German of 2003',
      'Die Beschreibung der Ereigniskennung ( 10016 ) in ( DCOM ) wurde nicht gefunden.',
      'Folgende Informationen sind Teil des Ereignisses:',
    ],
    [
      'French',
      "La description de l'ID d'événement 10016 dans la source DCOM est introuvable.",
      "Les informations suivantes étaient incluses avec l'événement :",
    ],
    [
      'Spanish',
      'No se encuentra la descripción del id. de evento 10016 en el origen DCOM. El componente falta.',
      'La siguiente información se incluyó con el evento:',
    ],
    [
      'Portuguese',
      "Não foi possível encontrar a descrição para Identificação do Evento '10016' na Origem 'DCOM'. Falta algo.",
      'As seguintes informações fazem parte do evento:',
    ],
  ] as const)
    it(`is a record all the same in ${language}`, async () => {
      const text = `Seit gestern:\r\n\r\n${sentence}\r\n\r\n${included}\r\n\r\n${insertions}\r\n\r\nWas nun?`;
      const [record, ...more] = finder.find(text).records;
      assert.deepEqual(more, []);
      assert.deepEqual([record?.provider, record?.eventId], ['DCOM', 10016]);
      assert.ok(text.slice(record?.start, record?.end).endsWith('}'));
      const { diagnoses } = await explain(text, knowledge);
      assert.equal(diagnoses[0]?.answers[0].id, 'dcom-10016-runtimebroker');
    });

  it('is none where words only speak of it', () => {
    for (const text of [
      'The description for Event IDs cannot be found.',
      'Die Beschreibung für das Ereignis 5 in DCOM fehlt.',
    ])
      assert.deepEqual(finder.find(text).records, []);
  });
});
