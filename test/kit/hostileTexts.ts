import { seeded } from './seeded';

/** A text that goes on for as long as wanted. */
export interface HostileText {
  readonly name: string;
  /** At least so many characters of it, or a few less. */
  readonly grow: (length: number) => string;
}

/** A beginning, a piece again and again, an end. */
function repeated(piece: string, head = '', tail = ''): HostileText {
  const name = [head, piece, tail].filter(Boolean).join(' … ');
  return {
    name: JSON.stringify(name.length > 70 ? `${name.slice(0, 70)}…` : name),
    grow: (length) =>
      head + piece.repeat(Math.max(1, Math.ceil((length - head.length - tail.length) / piece.length))) + tail,
  };
}

/** A text of many pieces chosen at random, the same in every run. */
function mixed(name: string, seed: number, pieces: readonly string[]): HostileText {
  return {
    name,
    grow: (length) => {
      const random = seeded(seed);
      const chosen: string[] = [];
      for (let size = 0; size < length;) {
        const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
        chosen.push(piece);
        size += piece.length;
      }
      return chosen.join('');
    },
  };
}

/** Every character with a number below a limit, at random. */
const randomCharacters = (name: string, seed: number, limit: number): HostileText => ({
  name,
  grow: (length) => {
    const random = seeded(seed);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(Math.floor(random() * limit));
    return text;
  },
});

const GUID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n';
const HTTPERR =
  '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename\n';
const COLUMNS =
  'date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)'.split(
    ' ',
  );

/** Long runs of one short piece: what each reader looks for, without what it hopes for behind it. */
const runs: readonly HostileText[] = [
  // Runs of signs, each as one line.
  ...'a A 1 0 f _ - = | : ; , . / \\ \\\\ " "" \' ` * # > ~ + ? ! @ $ % & ^ ( ) [ ] { } {{ }} [[ ]] ()'
    .split(' ')
    .map((piece) => repeated(piece)),
  ...[' ', '\t', '\r', '\n', '\r\n', '\n\r', '\f', '\v', '\0', '\u00A0', '\u2028', '\u2029', '\u3000'].map((piece) =>
    repeated(piece),
  ),
  ...[
    ' a',
    'a ',
    'a.',
    'a-',
    'A_',
    'a\\',
    'a/',
    '1.',
    '1:',
    ': ',
    ' :',
    '- ',
    ' -',
    '| ',
    ' |',
    '|-',
    '\t:',
    ' \n',
    '\n ',
    '\t\n',
    ' \r',
    ',\n',
    '"\n',
    '\\"',
    '\\\\"',
    "\\'",
    '`"',
    '"a',
    '"a"',
    '" "',
    '"",',
    "',",
    '1 ',
    '1\n',
    'a\n',
    ' 1',
    '=a',
    'a=',
    '=" ',
    'a="',
  ].map((piece) => repeated(piece)),
  // Numbers, codes, addresses.
  repeated('1', '0x'),
  repeated('f', 'error 0x'),
  repeated('0x'),
  repeated('0x8 '),
  repeated('0x80070005'),
  repeated('80070005 '),
  repeated('0x8007000', '', '5'),
  repeated('1', 'Event ID: '),
  repeated('0', 'HTTP status '),
  repeated('error code '),
  repeated('error '),
  repeated('Win32 error '),
  repeated('HRESULT: '),
  repeated('HTTP Error 500.'),
  repeated('HTTP 5'),
  repeated('500 '),
  repeated('404.'),
  repeated('(500) '),
  repeated('status code '),
  repeated('ERROR_'),
  repeated('E_'),
  repeated('A_B'),
  repeated('S-1-5-'),
  repeated('-1', 'S-1-5'),
  repeated('S-1-5-21-1-'),
  repeated('S-1-5-82-'),
  repeated('S-1-5-82-1-2-3-4-5 '),
  repeated('1.1.1.1.'),
  repeated('::'),
  repeated('a:b:'),
  repeated('1:2:3:4:'),
  repeated('@a'),
  repeated('a@b.'),
  repeated('\\\\a'),
  repeated('\\\\a\\b '),
  repeated('C:\\Users\\'),
  repeated('A\\b '),
  repeated('http://'),
  repeated('http://a:b@'),
  repeated('12:00:00 '),
  repeated('2026-11-20T08:01:02'),
  repeated('1/1/2026 '),
  repeated('9', '2026-11-20T08:01:02.'),
  // GUIDs, whole and torn.
  repeated('{'),
  repeated('{D63B10C5-'),
  repeated('{D63B10C5-BB46-4990-A94F-'),
  repeated('D63B10C5-BB46-4990-A94F-E40B9D52016'),
  repeated('D63B10C5-\n'),
  repeated(GUID),
  repeated('{00000000-1111-2222-3333-444444444444} '),
  repeated('CLSID '),
  repeated('CLSID {'),
  repeated('appid: '),
  // Labelled headers and their parts.
  repeated('Event ID: 1 Source: x '),
  repeated('Event ID: 5\n\n'),
  repeated('Event ID:\n'),
  repeated('Event ID 10016 '),
  repeated('event 10016, '),
  repeated('Event ID: 10016\nSource: DCOM\n'),
  repeated('Source: DCOM '),
  repeated('Source: x\nEvent ID: 5\nDescription:\ntext\n'),
  repeated('Log Name: System\nSource: DCOM\nEvent ID: 10016\nDescription:\n'),
  repeated(' ', 'Event ID:', '5'),
  repeated('\n', 'Event ID:', '5'),
  repeated('x', 'Source: ', '\nEvent ID: 5\n'),
  repeated('word ', 'Source: DCOM\nEvent ID: 10016\nDescription:\n'),
  repeated('word ', '', '\nEvent ID: 10016 Source: DCOM'),
  repeated('イベント ID: 5 ソース: x '),
  repeated('ID evento: 5 Origine: '),
  repeated('Ereignis-ID: 5\nQuelle: '),
  repeated('Id           : 1\n               hanging\n'),
  repeated('ProviderName : x\n'),
  repeated('- Provider [ Name] x EventID 5 '),
  repeated('EventData\nparam1 '),
  repeated('[ Name] x\n'),
  repeated('An error event occurred.  EventID: 0xC0002724\n'),
  repeated('System ID 5 X Y\n'),
  repeated('- **Event ID 5** (source: X): y\n'),
  // Messages that stop in the middle.
  repeated('did not register with dcom '),
  repeated('The server '),
  repeated('The server {D63B10C5-BB46-4990-A94F-E40B9D520160} did not register with DCOM '),
  repeated('permission settings do not grant '),
  repeated("The worker process for app pool '"),
  repeated("Application pool '"),
  repeated('a', "Application pool '"),
  repeated('The description for Event ID 5 from source x cannot be found. '),
  repeated('The description for Event ID ( 1 ) in Source ( x ) cannot be found. '),
  repeated('The following information was included with the event: \n'),
  repeated('net stop '),
  repeated('iisreset /'),
  repeated('IIS APPPOOL\\'),
  repeated('NT AUTHORITY\\'),
  repeated('appcmd '),
  // XML.
  repeated('<'),
  repeated('</'),
  repeated('<a'),
  repeated('<a>'),
  repeated('</a>'),
  repeated('<a b="'),
  repeated('<a b='),
  repeated('<a '),
  repeated(' a="b"', '<x'),
  repeated('<!--'),
  repeated('-->'),
  repeated('<!-- --'),
  repeated('<![CDATA['),
  repeated(']]>'),
  repeated('<?'),
  repeated('<!DOCTYPE '),
  repeated('<!ENTITY a "&a;&a;">', '<!DOCTYPE x ['),
  repeated('&'),
  repeated('&amp;'),
  repeated('&amp;', '<a b="'),
  repeated('&#x41;'),
  repeated('&#'),
  repeated('&lt;'),
  repeated('&amp;lt;'),
  repeated('&lt;Event&gt;'),
  repeated('&quot;'),
  repeated('<Event'),
  repeated('<Event '),
  repeated('<Event>'),
  repeated('</Event>'),
  repeated('<Event></Event>'),
  repeated('<Event><System>'),
  repeated('<Event><System><Provider Name="'),
  repeated('<Event><System><EventID>10016</EventID>'),
  repeated('<Provider Name="DCOM"/>', '<Event><System>'),
  repeated('<Data>', '<Event><System><Provider Name="DCOM"/><EventID>10016</EventID></System><EventData>'),
  repeated(
    '<Data Name="a">b</Data>',
    '<Event><System><Provider Name="DCOM"/><EventID>10016</EventID></System><EventData>',
    '</EventData></Event>',
  ),
  repeated('<Data Name="a">'),
  repeated('<EventID Qualifiers="'),
  repeated(' EventID="1" '),
  repeated('<Obj RefId="0">'),
  repeated('<Obj N="Properties">'),
  repeated('</Obj>'),
  repeated('<Obj><S N="ProviderName">'),
  repeated('_x000D__x000A_'),
  repeated('<failedRequest '),
  repeated('<failedRequest url="x" statusCode="500">'),
  repeated('<failedRequest url="x" statusCode="500"></failedRequest>'),
  repeated('<Event><EventData>', '<failedRequest url="x" statusCode="500.19">'),
  repeated('<configuration><system.applicationHost><applicationPools><add name="'),
  repeated('<configuration>'),
  // JSON.
  repeated('{"EventID":'),
  repeated('{"a":['),
  repeated('{"a":{'),
  repeated('{"a":'),
  repeated('{"'),
  repeated('[{"EventID":1,'),
  repeated('"Id":1,', '[{'),
  repeated('{"EventID":10016,"ProviderName":"DCOM","Message":"'),
  repeated('{"EventID":10016,"ProviderName":"DCOM"},', '['),
  repeated('{"EventID":10016,"ProviderName":"DCOM"}\n'),
  repeated('x\\n', '{"EventID":10016,"ProviderName":"DCOM","Message":"'),
  repeated('\\u0041', '{"Id":1,"Message":"'),
  repeated('\\', '{"Id":1,"Message":"'),
  repeated('"a":1,', '{"EventID":1,'),
  repeated('}'),
  repeated('],'),
  repeated('\\"EventID\\":'),
  repeated('\\\\\\"'),
  // Tables.
  repeated('"Id",'),
  repeated('"Id"\n'),
  repeated('"Id","ProviderName","Message"\n"1","x","'),
  repeated('\n"5","x","y"', '"Id","ProviderName","Message"'),
  repeated(',"x"', '"Id","ProviderName","Message"\n"5"'),
  repeated(',x', 'Id,ProviderName'),
  repeated('a,"'),
  repeated('a;"'),
  repeated('a\t"'),
  repeated('Level,Date and Time,Source,Event ID,Task Category\n'),
  repeated('Warning\t1/1/2026 1:1\tX\t5\tNone\n'),
  repeated('Warning,1/1/2026 1:1:1,'),
  repeated('| Event ID | Source |\n|---|---|\n'),
  repeated('| 10016 | DCOM |\n', '| Event ID | Source |\n|---|---|\n'),
  repeated(' 10016 |', '| Event ID | Source |\n|---|---|\n|'),
  repeated('|--|\n'),
  repeated('---- ---- ----\n'),
  repeated('---- '),
  repeated('  Id ProviderName\n  -- ------------\n'),
  repeated('10016 DCOM\n', '  Id ProviderName\n  -- ------------\n'),
  // Syslog.
  repeated('MSWinEventLog\t'),
  repeated('MSWinEventLog#011'),
  repeated('EvntSLog: [ERR] x: a/b (5) - '),
  repeated('<13>1 2026-11-20T08:01:02.345Z h p 1 - [NXLOG@1 EventID="5" '),
  repeated('Nov 20 08:01:02 h a: 1: '),
  repeated('<13>'),
  // Logs of requests.
  repeated('#Fields: '),
  repeated('#Fields: date time\n'),
  repeated('a ', '#Fields: ', '\n1 2 3'),
  repeated('sc-status ', '#Fields: ', '\n500 500'),
  repeated('1 ', FIELDS),
  repeated('2026-11-20 08:01:02 ::1 GET / - 443 - ::1 - 500 19 5 1\n', FIELDS),
  repeated('2026-11-20 08:01:02 ::1 GET ', FIELDS),
  repeated('x', `${FIELDS}2026-11-20 08:01:02 ::1 GET /`, ' - 443 - ::1 - 500 19 5 1\n'),
  repeated(`${FIELDS}2026-11-20 08:01:02 ::1 GET / - 443 - ::1 - 500 19 5 1\n`),
  repeated('2026-11-20 08:01:02 ::1 1 ::1 80 HTTP/1.1 GET / 503 1 AppOffline x\n', HTTPERR),
  repeated('2026-11-20 08:01:02 ::1 GET / - 443 - ::1 - 500 19 5 1\n'),
  repeated('"x ', FIELDS),
  repeated('- ', FIELDS),
  repeated('500\n', '#Fields: sc-status\n'),
  repeated('503 AppOffline\n', '#Fields: sc-status s-reason\n'),
  repeated('#Date: 2026-11-20 08:01:02\n', FIELDS),
  repeated('# '),
  // Markup of people and tickets.
  repeated('> '),
  repeated('> > Event ID: 5\n'),
  repeated('rem '),
  repeated('/*'),
  repeated('//\n'),
  repeated('(* '),
  repeated('<br>'),
  repeated('&nbsp;'),
  repeated('```\n'),
  repeated('[x](command:evil)'),
  repeated('\u001b[31m'),
  // Signs that turn, hide, combine or are half of one.
  repeated('\u202E'),
  repeated('\u200B'),
  repeated('a\u200B'),
  repeated('\u0301', 'e'),
  repeated('\u{1F600}'),
  repeated('\uD800'),
  repeated('\uDC00'),
  repeated('\uFEFF'),
  repeated('\u05D0 '),
  repeated('\u0130'),
  repeated('\uFF1A'),
];

/** The words in which the readers think, in any order. */
const SHARDS = runs.map(({ grow }) => grow(1).slice(0, 400));

const deep: readonly HostileText[] = [
  { name: 'JSON nested as deep as it is long', grow: (length) => '{"a":'.repeat(length / 6) + '}'.repeat(length / 6) },
  { name: 'lists nested as deep as they are long', grow: (length) => '['.repeat(length / 2) + ']'.repeat(length / 2) },
  { name: 'XML nested as deep as it is long', grow: (length) => '<a>'.repeat(length / 7) + '</a>'.repeat(length / 7) },
  {
    name: 'events nested as deep as they are long',
    grow: (length) => '<Event>'.repeat(length / 15) + '</Event>'.repeat(length / 15),
  },
  {
    name: 'indented deeper with each line',
    grow: (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, i) => ' '.repeat(i) + 'x').join('\n'),
  },
  {
    name: 'quotes of quotes',
    grow: (length) => Array.from({ length: Math.sqrt(length) }, (_, i) => `${'>'.repeat(i)} x`).join('\n'),
  },
  {
    name: 'names of the fields, each other ones',
    grow: (length) => {
      const random = seeded(5);
      const line = () =>
        `#Fields: ${COLUMNS.filter(() => random() > 0.5).join(' ')}\n1 2 3 4 5 6 7 8 500 19 5 GET / -\n`;
      return Array.from({ length: length / 150 }, line).join('');
    },
  },
  {
    name: 'a header of thousands of fields above long rows',
    grow: (length) =>
      `#Fields: date time sc-status ${'cs(X) '.repeat(length / 12)}\n2026-11-20 08:01:02 500 ${'- '.repeat(length / 4)}\n`,
  },
  {
    name: 'names that are all different',
    grow: (length) =>
      Array.from(
        { length: length / 50 },
        (_, i) => `Computer: WEB${i}A\nUser: CONTOSO${i}\\u${i * 7} host${i}.contoso.example\n`,
      ).join(''),
  },
  {
    name: 'user names of several words, all different',
    grow: (length) =>
      Array.from({ length: length / 40 }, (_, i) => `Account Name: CONTOSO\\John${i} Smith${i}\n`).join(''),
  },
  {
    name: 'records of ever different providers',
    grow: (length) =>
      Array.from(
        { length: length / 60 },
        (_, i) => `Log Name: System\nSource: Contoso-${i}\nEvent ID: ${i}\nx\n\n`,
      ).join(''),
  },
  {
    name: 'pools that are all different',
    grow: (length) =>
      Array.from({ length: length / 40 }, (_, i) => `IIS APPPOOL\\Pool${i} S-1-5-82-1-2-3-4-${i}\n`).join(''),
  },
  {
    name: 'codes that are all different',
    grow: (length) =>
      Array.from({ length: length / 12 }, (_, i) => `0x8007${(i % 65536).toString(16).padStart(4, '0')} `).join('\n'),
  },
  {
    name: 'GUIDs that are all different',
    grow: (length) =>
      Array.from(
        { length: length / 45 },
        (_, i) => `CLSID {${i.toString(16).padStart(8, '0')}-1111-2222-3333-444444444444}`,
      ).join('\n'),
  },
  {
    name: 'URLs and outcomes that are all different',
    grow: (length) =>
      FIELDS +
      Array.from(
        { length: length / 60 },
        (_, i) => `2026-11-20 08:01:02 ::1 GET /${i} - 443 - ::1 - ${i % 1000} ${i} ${i} ${i}\n`,
      ).join(''),
  },
];

const random: readonly HostileText[] = [
  randomCharacters('random ASCII', 1, 0x80),
  randomCharacters('random Latin', 2, 0x100),
  randomCharacters('random letters of the world', 3, 0x3100),
  randomCharacters('random UTF-16', 4, 0x10000),
  mixed('random digits and blanks', 5, [...'0123456789 \t-.:xX']),
  mixed('random brackets and quotes', 6, [...'<>[]{}()"\'`\\/&;=| \n']),
  mixed('random shards of what is looked for', 7, SHARDS),
  mixed(
    'random shards, each on a line',
    8,
    SHARDS.map((shard) => `${shard}\n`),
  ),
  mixed(
    'random shards between blanks',
    9,
    SHARDS.map((shard) => `  ${shard}\t`),
  ),
];

/** Every hostile text there is. */
export const hostileTexts: readonly HostileText[] = [...runs, ...deep, ...random];
