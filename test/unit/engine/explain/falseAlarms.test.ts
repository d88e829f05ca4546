import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { knowledge } from '../../../kit/knowledge';

const GUID = '1f2e3d4c-5b6a-4788-9a0b-c1d2e3f40516';

/** What lights up in a text: kind and words of each explanation, and each diagnosis. */
async function litUp(text: string): Promise<string[]> {
  const { explanations, diagnoses } = await explain(text, knowledge);
  return [...explanations.map((one) => `${one.kind} ${one.text}`), ...diagnoses.map(({ title }) => title)];
}

/** Texts in which nothing may light up. */
const NOTHING: Readonly<Record<string, readonly string[]>> = {
  'numbers that programs define': [
    'enum Level { Always = 0x0, Error = 0x2, Warning = 0x3 }',
    'Rights.QueryStatus = 0x00000004, Rights.Start = 0x00000010',
    '#define FSEVENT_MASK   0x80040201',
    'const Sigil = unchecked((int)0x80040201)',
    'MAKE_VALUE(0x80040201)',
    'DEFINE_GUID(IID_Thing, 0xc0080001, 0x1cd3, 0x11d1, 0xb1, 0xc5)',
    'round(a, b, 0xc040b340, 9)',
    'visibility=0x80000708',
    'vis=0xc0000700, again',
    'directoryBase=0x80079123;',
    'rax 0x80040201',
    'iar 0x00000000 lr 0xc00045a4',
    'NextPath = 0x800000000, LastPath = 0x1000000000',
    'string lastError = 4;',
    'Reset(errorCode: 2);',
  ],
  'numbers of other programs': [
    'SqliteException: SQLite Error 5: database is locked',
    'make: *** [build/x.o] Error 2',
    'gmake[2]: *** [Makefile:64: lib.a] Error 2',
    "Run-time error '13': Type mismatch",
    'On error 2 is returned to the caller.',
    'the tool exits with error code 3.',
    'Jul  4 10:11:12 host daemon[12]: could not write, error 22',
    'server returned error code: 1: format error',
    'Fatal exception error 06',
    '<errorcode>\n5\n</errorcode>',
    'Fixed on win32: 2 values were ignored',
    "- '/cgi-bin/.%%32%65/.%%32%65/'",
  ],
  'numbers of a list': [
    "Pour corriger l'erreur :\n\n2. Ouvrez le portail.",
    'These are the levels:\n2: Error\n3: Warning',
    'It prevents a human error\n2. **It is faster**',
  ],
  'reasons of a shutdown': [
    'Shutdown reason code: 0x80020003',
    'ReasonCode=0x80020003',
    'Log Name: System\nSource: User32\nEvent ID: 1074\nLevel: Information\nDescription:\nComputer A was restarted.\n Ursachencode: 0x80020003\n',
  ],
  'GUIDs of events that are no identifiers to look up': [
    `<Event><System><Provider Name="P"/><EventID>1</EventID></System><EventData><Data Name="ProcessGuid">{${GUID}}</Data><Data Name="Id">${GUID}</Data><Data Name="ruleId">${GUID}</Data></EventData></Event>`,
    `Log Name: App\nSource: P\nEvent ID: 1\nLevel: Error\nDescription:\nRunspace ID = ${GUID}\n`,
    `Log Name: App\nSource: P\nEvent ID: 1\nLevel: Error\nDescription:\nScan ID: {${GUID}}\n`,
  ],
  'what stands in a table beside a server': [`| the API *server* | \`${GUID}\` | x |`],
  'files that are called like a status': [
    '<error path="404.htm" /> of the web server',
    'a request for 403.html failed',
  ],
  'parts of longer names': [
    'Contoso.Plugins.WebDav.dll',
    'Microsoft.Web.Iis.Rewrite.dll',
    'Microsoft-Windows-IIS-IISReset',
    'class HttpFilter - Raw Connection ID',
    'C:\\Windows\\System32\\svchost.exe -k NetworkService -p',
  ],
  'a SID with numbers that none has': [
    'S-1-5-21-1679126543-180235051-12459516791-1189',
    'S-1-5-83-1-13653876587404322-7657865864',
  ],
  'messages of other events': [
    '- [4697: A service was installed in the system.](page)',
    'Unhandled_Exception=An unhandled exception occurred and the process was terminated',
  ],
};

describe('nothing lights up', () => {
  for (const [what, texts] of Object.entries(NOTHING))
    describe(`in ${what}`, () => {
      for (const text of texts) it(JSON.stringify(text), async () => assert.deepEqual(await litUp(text), []));
    });

  it('as a record in a rule that names log, source and event', async () => {
    const rule = 'title: Crash\nEventId: 7031\nChannel: System\nProvider: Service Control Manager\nMaps:\n';
    const { diagnoses, explanations } = await explain(rule, knowledge);
    assert.deepEqual(diagnoses, []);
    assert.deepEqual(
      explanations.map(({ kind }) => kind),
      ['event'],
    );
  });
});

describe('it still lights up', () => {
  for (const [text, expected] of [
    ['failed with 0x8004D025', 'code 0x8004D025'],
    ['It says 0x8004D025: the partner disabled it', 'code 0x8004D025'],
    ['Status = 0xC000006D, SubStatus = 0xC0000064', 'code 0xC000006D'],
    ['hr=0x80040201', 'code 0x80040201'],
    ['eax=00000001 error 0x80070005', 'code 0x80070005'],
    ['GetLastError = 5', 'code 5'],
    ['The service stopped. Error code 5.', 'code 5'],
    ['Error code:\n5', 'code 5'],
    ['sc-win32-status 64', 'code 64'],
    ['<Data Name="ErrorCode">1326</Data>', 'code 1326'],
    ["the error '%%1062'", 'code 1062'],
    ['the web server answers with a 404.', 'status 404'],
    ['the web server answers with 404.13, they say', 'status 404.13'],
    [`The server {${GUID}} did not register with DCOM`, `guid {${GUID}}`],
    ['C:\\Windows\\System32\\inetsrv\\rewrite.dll', 'name rewrite.dll'],
    ['SERVICE_NAME: HTTPFilter', 'name HTTPFilter'],
    ['S-1-5-21-1679126543-180235051-1245951679-1189', 'sid S-1-5-21-1679126543-180235051-1245951679-1189'],
    ['S-1-5-21-1679126543-...', 'sid S-1-5-21-1679126543-'],
  ] as const)
    it(text, async () => assert.ok((await litUp(text)).includes(expected), (await litUp(text)).join(' | ')));
});
