import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder(knowledge.eventTypes);
const POOLED = '{3D14228D-FBE1-11D0-995D-00C04FD919C1}';
const BROKER = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const BROKER_APP = '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}';
const timeout = `The server ${POOLED} did not register with DCOM within the required timeout.`;
const denied = (gap: string): string =>
  `The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID${gap}${BROKER}${gap}and APPID${gap}${BROKER_APP}${gap}to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).`;

/** What people make of an event between Event Viewer and us, each with the record's message as far as it goes. */
const pastes: Readonly<Record<string, readonly [text: string, id: string, message: string]>> = {
  'a Markdown quote': [
    `> Source: DCOM\n> Event ID: 10010\n> Description:\n> The server ${POOLED}\n> did not register with DCOM\n> within the required timeout.\n\nWhat now?`,
    'dcom-10010-iis-pooled',
    `The server ${POOLED}\n> did not register with DCOM\n> within the required timeout.`,
  ],
  'comments of a batch file': [
    `rem We saw this:\nrem   The server ${POOLED} did not\nrem   register with DCOM within the required timeout.\nnet stop was /y`,
    'dcom-10010-iis-pooled',
    `The server ${POOLED} did not\nrem   register with DCOM within the required timeout.`,
  ],
  'labels in colons as comments': [`:: Event ID 10010 DCOM\n:: ${timeout}\niisreset`, 'dcom-10010-iis-pooled', timeout],
  'comments of a shell script': [
    `# Source: DCOM\n# Event ID: 10010\n# Description: ${timeout}\nWrite-Output 1`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
  'comments of VBScript': [
    `' Source: DCOM\n' Event ID: 10010\n' Description: ${timeout}\nWScript.Echo 1`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
  'comments of a program': [
    `// Source: DCOM\n// Event ID: 10010\n// Description: ${timeout}\nrun();`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
  'a comment of SQL': [
    `-- Event ID: 10010, Source: DCOM: ${timeout}\nSELECT 1`,
    'dcom-10010-iis-pooled',
    `-- Event ID: 10010, Source: DCOM: ${timeout}`,
  ],
  'back-slashes at the ends of lines': [
    `Source:        DCOM\\\nEvent ID:      10010\\\nDescription:\\\n${timeout}\\\n`,
    'dcom-10010-iis-pooled',
    `${timeout}\\`,
  ],
  'double spacing': [
    `Source: DCOM  \n\nEvent ID: 10016  \n\nLevel: Error  \n\nDescription:  \n\n${denied('  \n\n')}  \n\nHow can I fix that?`,
    'dcom-10016-runtimebroker',
    denied('  \n\n'),
  ],
  HTML: [
    `<p><code>Event Type: Error<br />\nEvent Source: DCOM<br />\nEvent ID:&nbsp; &nbsp;10010<br />\nDescription:<br />\n${timeout}</code></p>\n<p>Or another one</p>`,
    'dcom-10010-iis-pooled',
    `${timeout}</code></p>`,
  ],
  'a table of Markdown with one row a field': [
    `|Details||\n|:-|:-|\n|**Event ID:**|10010|\n|**Source:**|DCOM|\n|**Description**|${timeout}|\n`,
    'dcom-10010-iis-pooled',
    `${timeout}|`,
  ],
  'a table with the message on top': [
    `Message | ${denied(' ')} |\nLog Name | System |\nSource | DistributedCOM (DCOM) |\nEvent ID | 10016 |\nLevel | Warning |\n`,
    'dcom-10016-runtimebroker',
    denied(' '),
  ],
  'the pane of Event Viewer': [
    `Event 10016, DistributedCOM\nGeneral\n${denied(' \r\n')}`,
    'dcom-10016-runtimebroker',
    denied(' \r\n'),
  ],
  "id and source in a sentence's place": [`DCOM Event ID 10010\n${timeout}\n`, 'dcom-10010-iis-pooled', timeout],
  'the log instead of the word event': [
    `System ID 10010 DistributedCOM  \n\n${timeout}\n`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
  'one line with semicolons': [`Event ID: 10010; Source: DCOM\n${timeout}\n`, 'dcom-10010-iis-pooled', timeout],
  'typographic quotes': [
    `Source: DCOM\nEvent ID: 10004\nDescription: DCOM got error “Logon failure: unknown user name or bad password.” and was unable to logon .\\IWAM_WEB in order to run the server: ${POOLED}`,
    'dcom-10004',
    `DCOM got error “Logon failure: unknown user name or bad password.” and was unable to logon .\\IWAM_WEB in order to run the server: ${POOLED}`,
  ],
  'another source than the one on the list': [
    `Source: Microsoft Windows DistributedCOM\nEvent ID: 10010\n${timeout}`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
  'no source at all': [`Event ID: 10010\nDescription: ${timeout}`, 'dcom-10010-iis-pooled', timeout],
  'an unknown label within the header': [
    `Source: DCOM\nError: None\nEvent ID: 10010\n\nDescription: ${timeout}`,
    'dcom-10010-iis-pooled',
    timeout,
  ],
};

describe('a paste with', () => {
  for (const [what, [text, id, message]] of Object.entries(pastes))
    it(`${what} is one record`, async () => {
      const { records } = finder.find(text);
      assert.equal(records.length, 1);
      const range = records[0]?.message;
      assert.ok(range);
      assert.equal(text.slice(range.start, range.end), message);
      const { diagnoses } = await explain(text, knowledge);
      assert.deepEqual(
        diagnoses.map(({ answers: [first] }) => first.id),
        [id],
      );
    });

  it('several records whose line ends were lost is several records', () => {
    const one = (id: number, minute: number, text: string): string =>
      `Log Name: System Source: Microsoft-Windows-DistributedCOM Date: 11/20/2026 8:0${minute}:02 AM Event ID: ${id} Level: Error Computer: WEB01 Description: ${text}`;
    const text = `${one(10016, 1, denied(' '))} ${one(10010, 2, timeout)}`;
    const { records } = finder.find(text);
    assert.deepEqual(
      records.map(({ eventId, time }) => [eventId, time?.written]),
      [
        [10016, '11/20/2026 8:01:02 AM'],
        [10010, '11/20/2026 8:02:02 AM'],
      ],
    );
    assert.ok(text.slice(records[1]?.start).startsWith('Log Name'));
  });

  it('several descriptions below one header is several records', async () => {
    const other = denied(' ').replace(BROKER, '{260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E}');
    const { diagnoses } = await explain(
      `Source: DCOM\nEvent ID: 10016\nDescription: ${denied(' ')}\nDescription: ${other}`,
      knowledge,
    );
    assert.deepEqual(
      diagnoses.map(({ answers: [first] }) => first.id),
      ['dcom-10016-runtimebroker', 'dcom-10016-shell'],
    );
  });

  it('labels without the word event keep the id, beside the source alone', () => {
    const idsOf = (text: string): (number | null)[] => finder.find(text).records.map(({ eventId }) => eventId);
    assert.deepEqual(idsOf(`Source: DCOM\nID: 10010\n${timeout}`), [10010]);
    assert.deepEqual(idsOf(`Id: 10010\nSource: DCOM\nMessage: ${timeout}`), [10010]);
    assert.deepEqual(idsOf(`Имя журнала: Система\nИсточник: DCOM\nКод: 10010\n${POOLED}: нет ответа в срок`), [10010]);
    for (const text of [
      `ID: 10010\nThe order was sent to the printer today.`,
      `source: shop\nid: 10010\nlevel: error`,
      `Source: shop, ID: 10010\nThe order was sent to the printer today.`,
      `Source: shop\nPaID: 10010\nThe order was sent to the printer today.`,
    ])
      assert.deepEqual(idsOf(text), [], text);
  });

  it('a message before its XML is one record, whatever heading stands between', () => {
    const xml = (clsid: string): string =>
      `<Event><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID>10010</EventID></System><EventData><Data Name="param1">${clsid}</Data></EventData></Event>`;
    const both = (clsid: string) => finder.find(`${timeout}\n\nFrom our log of today:\n${xml(clsid)}`).records;
    const [record, ...more] = both(POOLED);
    assert.deepEqual(more, []);
    assert.equal(record?.data.get('param1'), POOLED);
    assert.ok(record.eventIdRange);
    assert.equal(both(BROKER).length, 2);
  });

  it('the time at the beginning of its line is that of a message without a header', () => {
    for (const [line, expected] of [
      [`2026-11-20T08:01:02Z web01 dcom: ${timeout}`, '2026-11-20T08:01:02Z'],
      [`[11/20/2026 8:01:02 AM] ${timeout}`, '11/20/2026 8:01:02 AM'],
      [`Nov 20 08:01:02 web01 ${timeout}`, 'Nov 20 08:01:02'],
      [`build 2026-11-20: ${timeout}`, undefined],
      [`2026-11-20 08:01:02 the backup began.\n${timeout}`, undefined],
    ] as const)
      assert.equal(finder.find(line).records[0]?.time?.written, expected, line);
  });

  it('rows with the id in front keep it', () => {
    const row = `10010,ERROR,DCOM,Fri Nov 20 08:01:02 2026,No User,${timeout}`;
    const [record, ...more] = finder.find(row).records;
    assert.deepEqual(more, []);
    assert.deepEqual(
      [record?.eventId, record?.provider, record?.level, record?.time?.written],
      [10010, 'DCOM', 'error', 'Fri Nov 20 08:01:02 2026'],
    );
  });

  it('the bytes of an event before are no time', () => {
    const text = `Source: Backup\nEventID: 4\nDescription: It did not end.\nData: 0000: 1d 00 00 00\n\nEventID: 10010\nSource: DCOM\nDescription: ${timeout}`;
    assert.deepEqual(
      finder.find(text).records.map(({ eventId, time }) => [eventId, time]),
      [
        [4, undefined],
        [10010, undefined],
      ],
    );
  });

  it('the paragraphs of an ASP.NET message keeps them together', () => {
    const message =
      'Event code: 3005 \nEvent message: An unhandled exception has occurred. \nEvent ID: 38136224cea44d0190c8a8632b3702b3 \n \nApplication information: \n    Trust level: Full \n \nProcess information: \n    Process ID: 904 ';
    const text = `Log Name: Application\nSource: ASP.NET 4.0.30319.0\nEvent ID: 1309\nDescription:\n${message}\n\nWhat is that?`;
    const [record, ...more] = finder.find(text).records;
    assert.ok(record?.message);
    assert.deepEqual(more, []);
    assert.equal(text.slice(record.message.start, record.message.end), message.trimEnd());
  });

  it('text and XML of one event is one record with the data of the XML', () => {
    const text = `Source: DCOM\nEvent ID: 10010\nDescription:\n${timeout}\nEvent Xml:\n<Event><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID>10010</EventID></System><EventData><Data Name="param1">${POOLED}</Data></EventData></Event>`;
    const [record, ...more] = finder.find(text).records;
    assert.deepEqual(more, []);
    assert.equal(record?.data.get('param1'), POOLED);
    assert.equal(record.end, text.length);
    assert.ok(record.spans.some(({ start }) => text.startsWith('<EventID>', start)));
  });

  it('the friendly view run together is one record', () => {
    const text = `- System - Provider [ Name] Microsoft-Windows-DistributedCOM [ Guid] {1B562E86-B7AA-4131-BADC-B6F3A001407E} EventID 10010 Version 0 Level 2 - TimeCreated [ SystemTime] 2026-11-20T08:01:02.345Z Channel System Computer WEB01 - EventData param1 ${POOLED} `;
    const [record] = finder.find(text).records;
    assert.equal(record?.provider, 'Microsoft-Windows-DistributedCOM');
    assert.equal(record.eventId, 10010);
    assert.equal(record.data.get('param1'), POOLED);
    assert.equal(record.computer, 'WEB01');
    assert.equal(record.level, 'error');
  });
});
