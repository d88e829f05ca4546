import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nameReplacer } from '../../../../src/engine/render/aliases';
import { corpusFolder } from '../../../kit/knowledge';

const replaced = (text: string, context = text): string => nameReplacer(context).document(text);

/** Lines of a text of their own, each with what becomes of it. */
const layouts: readonly (readonly [what: string, text: string, expected: string])[] = [
  // Accounts
  ['a domain and a user', 'the user CONTOSO\\jdoe SID', 'the user domain-1\\user-1 SID'],
  ['lower case', 'user contoso\\jdoe failed', 'user domain-1\\user-1 failed'],
  ['one value in two cases', 'CONTOSO\\JDoe, contoso\\jdoe', 'domain-1\\user-1, domain-1\\user-1'],
  ['a label without a blank', 'User:CONTOSO\\jdoe', 'User:domain-1\\user-1'],
  ['JSON', '{"user":"CONTOSO\\\\jdoe"}', '{"user":"domain-1\\\\user-1"}'],
  ['the end of a sentence', 'Refused for CONTOSO\\j.doe.', 'Refused for domain-1\\user-1.'],
  ['a name with blanks behind a label', 'User:   CONTOSO\\John Smith\n', 'User:   domain-1\\user-1\n'],
  ['a user principal name', 'for jdoe@contoso.com (web)', 'for user-1@domain-1 (web)'],
  ['an e-mail address', 'From: <j.doe+iis@mail.contoso.co.uk>', 'From: <user-1@domain-1>'],
  ['one user in two notations', 'CONTOSO\\jdoe is jdoe@contoso.com', 'domain-1\\user-1 is user-1@domain-2'],
  [
    'a user known from a label',
    'Account Name:\t\tjdoe\nD:\\web\\jdoe\\x',
    'Account Name:\t\tuser-1\nD:\\web\\user-1\\x',
  ],
  ['event data', '<Data Name="SubjectUserName">jdoe</Data>', '<Data Name="SubjectUserName">user-1</Data>'],
  ['a domain by its label', 'Account Domain:  CONTOSO\nin CONTOSO', 'Account Domain:  domain-1\nin domain-1'],
  [
    'event data in the order of DCOM',
    '<Data Name="param6">CONTOSO</Data>\n<Data Name="param7">svcweb</Data>\n<Data Name="param8">S-1-5-21-1-2-3-1104</Data>',
    '<Data Name="param6">domain-1</Data>\n<Data Name="param7">user-1</Data>\n<Data Name="param8">sid-1</Data>',
  ],
  ['a connection string', 'User ID=svc_shop;Data Source=SQLPROD;', 'User ID=user-1;Data Source=host-1;'],
  [
    'a profile',
    'C:\\Users\\jdoe\\AppData and C:\\Users\\John Doe\\x',
    'C:\\Users\\user-1\\AppData and C:\\Users\\user-2\\x',
  ],
  ['a machine account', 'Computer: WEB01\nCONTOSO\\WEB01$ SID', 'Computer: host-1\ndomain-1\\host-1$ SID'],
  // Machines
  ['a bare machine by its label', 'Computer:      WEB01\nfrom WEB01 to', 'Computer:      host-1\nfrom host-1 to'],
  ['letters only', 'Computer: INTRANET\nthe intranet server', 'Computer: host-1\nthe host-1 server'],
  ['event XML', '<Computer>web01.contoso.local</Computer>', '<Computer>host-1</Computer>'],
  ['a full name and its short one', 'Computer: WEB01.contoso.local\nWEB01!', 'Computer: host-1\nhost-1!'],
  [
    'two machines of one short name',
    'Computer: WEB01.a.local\nComputer: WEB01.b.local',
    'Computer: host-1\nComputer: host-2',
  ],
  [
    'records on one line',
    'User: N/A Computer: SRVA Description: on SRVA',
    'User: N/A Computer: host-1 Description: on host-1',
  ],
  ['a translated Event Viewer', 'Ordinateur : SRVPARIS\nRechner: SRVKOELN\n', 'Ordinateur : host-1\nRechner: host-2\n'],
  ['JSON of events', '{"MachineName": "SRVA", "Id": 5}', '{"MachineName": "host-1", "Id": 5}'],
  ['escaped line ends', '"Source: WAS\\r\\nComputer: SRVA\\r\\nx"', '"Source: WAS\\r\\nComputer: host-1\\r\\nx"'],
  ['a console', 'Host Name . . . . . . . : WEB01', 'Host Name . . . . . . . : host-1'],
  [
    'a sentence of Windows',
    'communicate with the computer oldprint using any',
    'communicate with the computer host-1 using any',
  ],
  ['a command', 'Get-WinEvent -ComputerName srvweb -MaxEvents 5', 'Get-WinEvent -ComputerName host-1 -MaxEvents 5'],
  ['the account of IIS 5', '.\\IWAM_WEB01 and IUSR_WEB01', '.\\IWAM_host-1 and IUSR_host-1'],
  ['a part of a word', 'Computer: WEB01\nIWAM_WEB01 WEB01.log', 'Computer: host-1\nIWAM_host-1 host-1.log'],
  ['a name with hyphens', 'Computer: SRV-WEB-01\nSRV-WEB-01-backup', 'Computer: host-1\nhost-1-backup'],
  ['a host by its suffix', 'resolved shop.contoso.com, then', 'resolved host-1, then'],
  ['a binding', 'bindingInformation="*:443:shop.contoso.de"', 'bindingInformation="*:443:host-1"'],
  ['UNC', 'copy \\\\fs01\\share$\\a.txt', 'copy \\\\host-1\\share$\\a.txt'],
  ['UNC of a full name', '"\\\\fs01.contoso.local\\x"', '"\\\\host-1\\x"'],
  ['UNC in JSON', '"\\\\\\\\fs01\\\\x"', '"\\\\\\\\host-1\\\\x"'],
  ['an extended UNC path', '\\\\?\\UNC\\fs01\\x', '\\\\?\\UNC\\host-1\\x'],
  ['a URL', 'GET https://shop.contoso.com:8443/cart?x=1', 'GET https://host-1:8443/cart?x=1'],
  ['a URL of a bare host', 'http://srv/app', 'http://host-1/app'],
  ['a URL with a user', 'ftp://jdoe:secret@ftp.contoso.com/', 'ftp://user-1@host-1/'],
  ['a service principal name', 'HTTP/web01.contoso.local MSSQLSvc/sql01:1433', 'HTTP/host-1 MSSQLSvc/host-2:1433'],
  [
    'the columns of a W3C log',
    '#Fields: date s-computername cs-username sc-status\n2026-11-20 SRVA jdoe 200',
    '#Fields: date s-computername cs-username sc-status\n2026-11-20 host-1 user-1 200',
  ],
  [
    'the columns of a log without a header',
    '10.1.2.3, jdoe, 11/20/2026, 8:01:02, W3SVC1, SRVA, 10.1.2.4, 1, 2, 3, 200, 0, GET, /, -,',
    'address-1, user-1, 11/20/2026, 8:01:02, W3SVC1, host-1, address-2, 1, 2, 3, 200, 0, GET, /, -,',
  ],
  // Addresses
  ['IPv4', 'from 10.1.2.3 to 203.0.113.9.', 'from address-1 to address-2.'],
  ['IPv4 with a port', '10.1.2.3:443:', 'address-1:443:'],
  ['IPv4 in a URL', 'http://10.1.2.3:80/', 'http://address-1:80/'],
  ['a network', '10.1.2.0/24', 'address-1/24'],
  ['a range', '10.1.2.3-10.1.2.9', 'address-1-address-2'],
  ['IPv6', 'from 2001:db8::1f to fe80::5d3d:c591:3026:46ee%14', 'from address-1 to address-2%14'],
  ['IPv6 with a port', '[2001:db8::1]:443 http://[2001:db8::1]:80/', '[address-1]:443 http://[address-1]:80/'],
  ['IPv6 in full', '2001:0db8:0:0:0:0:0:1', 'address-1'],
  ['IPv4 in IPv6', '::ffff:10.1.2.3', 'address-1'],
  // SIDs
  ['a SID', '(S-1-5-21-1004336348-1177238915-682003330-2613)', '(sid-1)'],
  ['one SID twice', 'S-1-5-21-1-2-3-500 S-1-5-21-1-2-3-501 S-1-5-21-1-2-3-500', 'sid-1 sid-2 sid-1'],
  ['a SID of the cloud', 'S-1-12-1-1-2-3-4', 'sid-1'],
];

const kept = [
  'NT AUTHORITY\\SYSTEM, NT AUTHORITY\\LOCAL SERVICE, nt authority\\network service',
  'IIS APPPOOL\\DefaultAppPool and IIS AppPool\\Shop01',
  'NT SERVICE\\W3SVC BUILTIN\\IIS_IUSRS NT-AUTORITÄT\\SYSTEM',
  'User:          SYSTEM\nUser: N/A\nUser Name: -\n',
  'S-1-5-18 S-1-5-19 S-1-5-32-544 S-1-5-82-3006700770-424185619-1745488364-794895919-4004696415 S-1-1-0',
  'from address LocalHost (Using LRPC), localhost, 127.0.0.1, ::1, 0.0.0.0:80, [::]:80',
  'http://localhost:8080/ http://+:80/ https://*:443/ http://127.0.0.1/ http://[::1]/',
  '{D63B10C5-BB46-4990-A94F-E40B9D520160} 3D14228D-FBE1-11D0-995D-00C04FD919C1',
  'MSFT 10.0.17763.1 v4.0.30319 Version=4.0.0.0, Version=7.0.0.0 version: 10.0.14393.0 8.5.9600.16384',
  'aspnetcorev2.dll, version 19.0.23334.1; w3wp.exe 10.0.0.5; ASP.NET 4.8.4110.0; .NET 8.0.1.2',
  'oldVersion="0.0.0.0-4.0.2.1" Chrome/120.0.6.1 App/1.2.3.4 1.2.3.4-beta1 1.3.6.1.4.1.311',
  '2026-11-18T05:02:11.482Z 08:01:02 6:02:11 AM 12:30:00:15 11/18/2026',
  'w3wp.exe web.config applicationHost.config Microsoft.Web.Administration System.IO.FileLoadException',
  'System.Net.WebException ASP.NET Microsoft.NET\\Framework64 <system.net> command.com index.html Global.asax',
  '%windir%\\system32\\inetsrv\\appcmd.exe C:\\inetpub\\wwwroot inetsrv\\config bin\\app.dll logs\\u_ex.log',
  'HKLM\\SOFTWARE\\Microsoft HKLM\\SYSTEM root\\WebAdministration Cert:\\LocalMachine\\My LM\\W3SVC .\\deploy.ps1',
  'MACHINE/WEBROOT/APPHOST/Default Web Site W3SVC/1/Root HTTP/1.1 HTTP/2 http/https',
  'https://learn.microsoft.com/en-us/iis http://schemas.microsoft.com/win/2004/08/events/event www.w3.org',
  'Server: Microsoft-IIS/10.0\nServer: Kestrel\nHost: \nServer 2012R2 Server: this one is down\n',
  '[Convert]::ToInt32 std::vector a::b 00:1A:2B:3C:4D:5E {binary}::x',
  'C:\\Users\\Public\\x C:\\Users\\DefaultAppPool\\x C:\\Users\\.NET v4.5\\x',
  '"line one\\nSecond line\\r\\nThird \\\\d+ C:\\\\inetpub"',
  'IWAM_<computer> IUSR IIS_IUSRS Administrator',
  'image@2x.png user@',
];

describe('names become aliases', () => {
  for (const [what, text, expected] of layouts)
    it(what, () => {
      assert.equal(replaced(text), expected);
    });
});

describe('what is nobody’s name stays', () => {
  for (const text of kept)
    it(JSON.stringify(text), () => {
      assert.equal(replaced(text), text);
    });
});

describe('a replacer of names', () => {
  it('counts in the order of what it replaces, and keeps an alias over several texts', () => {
    const { document } = nameReplacer('Computer: SRVA\nComputer: SRVB\n');
    assert.equal(document('SRVB and SRVA'), 'host-1 and host-2');
    assert.equal(document('`SRVA`'), '`host-2`');
  });

  it('replaces in sentences of ours only what the document has', () => {
    const { document, sentence } = nameReplacer('Computer: INTRANET\n');
    document('\\\\fs01\\x 10.1.2.3 CONTOSO\\jdoe S-1-5-21-1-2-3-500');
    for (const ours of [
      '`\\\\server\\share` or `http://intranet.example/`, an intranet with 10.0.0.5, `DOMAIN\\user`, S-1-5-21-domain-500',
      'See https://blog.contoso.com and S-1-5-21-9-9-9-9.',
    ])
      assert.equal(sentence(ours), ours);
    assert.equal(
      sentence('Ask INTRANET or 10.1.2.3 for `S-1-5-21-1-2-3-500`, `CONTOSO\\jdoe` and `\\\\fs01\\x`.'),
      'Ask host-2 or address-1 for `sid-1`, `domain-1\\user-1` and `\\\\host-1\\x`.',
    );
  });

  it('learns from the context what the text itself does not tell', () =>
    assert.equal(replaced('the pool on SRVA', 'Computer: SRVA\n'), 'the pool on host-1'));

  it('does not take a word that a notation made a name for that name elsewhere', () =>
    assert.equal(replaced('CONTOSO\\deploy runs C:\\deploy\\x.exe'), 'domain-1\\user-1 runs C:\\deploy\\x.exe'));

  it('leaves file names alone that contain a machine’s ordinary name', () =>
    assert.equal(
      replaced('Computer: Kunden\nKunden.dll Contoso.Kunden.Web kunden_old'),
      'Computer: host-1\nKunden.dll Contoso.Kunden.Web host-1_old',
    ));

  it('takes linear time on hostile text', () => {
    for (const piece of [
      'a',
      'a.',
      'a@',
      '\\\\',
      'a\\',
      '1.',
      ':',
      '[',
      'http://',
      'a-',
      'Computer:',
      '<Data>a</Data>',
      'S-1-5-21-',
    ])
      for (const text of [piece.repeat(60_000 / piece.length), `Computer: WEB01\n${piece.repeat(20_000)}`]) {
        const started = performance.now();
        replaced(text);
        assert.ok(performance.now() - started < 1_500, piece);
      }
  });
});

describe('the names in real event records', () => {
  const folder = corpusFolder();
  const file = (name: string): string => readFileSync(path.join(folder ?? '', name), 'utf8');
  const names =
    folder === null
      ? []
      : ['events', 'w3c', 'httperr'].flatMap((part) =>
          readdirSync(path.join(folder, part)).map((name) => `${part}/${name}`),
        );
  const all = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

  it('are replaced, and nothing else is', function () {
    if (folder === null) this.skip();
    for (const name of names) {
      const text = file(name);
      const out = replaced(text);
      const found = (pattern: RegExp): void =>
        assert.deepEqual(all(out, pattern), all(text, pattern), `${name}: ${pattern.source}`);
      found(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi);
      found(/\b\d{1,2}:\d{2}:\d{2}\b/g);
      found(/\b[\w.]+\.(?:exe|dll|config|asp|aspx|html?)\b/gi);
      found(/\bVersion[=: ]+[\d.]+/gi);
      found(/\b0x[0-9a-f]+\b/gi);
      assert.equal(out.split('\n').length, text.split('\n').length, name);
      assert.doesNotMatch(out, /S-1-5-21-\d+-\d/, name);
      for (const [, computer = ''] of out.matchAll(/<Computer>([^<]+)</g))
        assert.match(computer, /^(?:host-\d+|\W.*)$/, name);
    }
  });
});
