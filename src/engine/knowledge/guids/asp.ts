import { defineFamily, type Fact, type Key, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const listings: NonEmpty<Source> = [
  {
    document: 'Windows SDK headers, public code and registry listings of COM classes',
    says: 'The ProgID, its class and the library that holds it.',
    read: READ,
  },
];

interface Component {
  readonly progId: string;
  readonly clsid: string;
  readonly library: string;
  readonly does: string;
  readonly checks: NonEmpty<string>;
  readonly doNot?: string;
}

/** A component that pages of classic ASP create by its ProgID. */
const component = ({ progId, clsid, library, does, checks, doNot }: Component): Fact => ({
  id: `asp-component-${progId.toLowerCase().replace(/\W+/g, '-')}`,
  name: progId,
  verdict: null,
  meaning: `${does} A COM class inside the process of its caller (\`${library}\`), used by pages of classic ASP with \`Server.CreateObject\`. "Class not registered" (0x80040154): unregistered, or of the wrong bitness for the pool.`,
  checks,
  ...(doNot ? { doNot: [doNot] } : {}),
  keys: [{ kind: 'guid', guid: clsid, roles: ['CLSID'] }],
  sources: listings,
  samples: [`COM class factory for component with CLSID {${clsid}} failed`],
  notSamples: [`CLSID {${clsid.slice(0, -1)}${clsid.endsWith('0') ? '1' : '0'}}`],
});

const classKey = (guid: string): Key => ({ kind: 'guid', guid, roles: ['CLSID'] });

/** Classes that texts only name. */
const named = (
  fact: Pick<Fact, 'id' | 'name' | 'meaning'> & Partial<Pick<Fact, 'checks' | 'doNot'>>,
  [guid, ...others]: NonEmpty<string>,
  label: string,
): Fact => ({
  verdict: null,
  keys: [classKey(guid), ...others.map(classKey)],
  sources: listings,
  samples: [`${label} {${guid}}`],
  notSamples: [`${label} {${guid.slice(0, -1)}${guid.endsWith('0') ? '1' : '0'}}`],
  ...fact,
});

const LOG_MODULE =
  'Value of `customLogPluginClsid` in the configuration, on IIS 6 of `LogPluginClsid` in the metabase.';

/** Components that pages of classic ASP use, log formats and the COM+ catalog. */
export default defineFamily({
  facts: [
    component({
      progId: 'Scripting.FileSystemObject',
      clsid: '0D43FE01-F093-11CF-8940-00A0C9054228',
      library: 'scrrun.dll',
      does: 'Reads and writes files.',
      checks: ['Permission denied: may the pool identity, or IUSR with anonymous access, read and write that folder?'],
      doNot: 'Do not unregister scrrun.dll as hardening without a test: many applications use it.',
    }),
    component({
      progId: 'Scripting.Dictionary',
      clsid: 'EE09B103-97E0-11CF-978F-00A02463E06F',
      library: 'scrrun.dll',
      does: 'A table of keys and values.',
      checks: ['If it fails beside Scripting.FileSystemObject, scrrun.dll is missing or unregistered.'],
    }),
    component({
      progId: 'WScript.Shell',
      clsid: '72C24DD5-D70A-438B-8A42-98424B88AFB8',
      library: 'wshom.ocx',
      does: 'Runs programs and reads the registry.',
      checks: [
        'In a page that nobody of you wrote it is a sign of a web shell: which file creates it, since when is it there?',
      ],
      doNot: 'Do not delete a suspicious page at once: keep a copy and the logs, they tell how it came in.',
    }),
    component({
      progId: 'WScript.Network',
      clsid: '093FF999-1EA0-4079-9525-9614C3504B74',
      library: 'wshom.ocx',
      does: 'Names the user and computer, maps drives.',
      checks: ['Mapped drives belong to a logon session: a worker process does not see those of a signed-in user.'],
    }),
    component({
      progId: 'WinHttp.WinHttpRequest.5.1',
      clsid: '2087C2F4-2CEF-4953-A8AB-66779B670495',
      library: 'winhttp.dll',
      does: 'Sends HTTP requests.',
      checks: [
        'Its proxy is the one of the machine: `netsh.exe winhttp show proxy`. TLS versions are those of WinHTTP.',
      ],
    }),
    component({
      progId: 'MSXML2.ServerXMLHTTP.6.0',
      clsid: '88D96A0B-F192-11D4-A65F-0040963251E5',
      library: 'msxml6.dll',
      does: 'Sends HTTP requests from services, over WinHTTP.',
      checks: ['Time-outs towards the own site: the page waits for itself when all ASP threads are busy.'],
    }),
    component({
      progId: 'CDO.Message',
      clsid: 'CD000001-8B95-11D1-82DB-00C04FB1625D',
      library: 'cdosys.dll',
      does: 'Sends mail by SMTP.',
      checks: ['0x80040220 (SendUsing): name the SMTP server in its configuration, there is no local SMTP service.'],
    }),
    component({
      progId: 'ADODB.Connection',
      clsid: '00000514-0000-0010-8000-00AA006D2EA4',
      library: 'msado15.dll',
      does: 'Opens a database.',
      checks: [
        '"Provider cannot be found" (0x800A0E7A): the driver is missing in the bitness of the pool, such as 64-bit Jet.',
      ],
    }),
    component({
      progId: 'ADODB.Command',
      clsid: '00000507-0000-0010-8000-00AA006D2EA4',
      library: 'msado15.dll',
      does: 'Runs one statement against a database.',
      checks: ['If it fails beside ADODB.Connection, ADO itself is damaged: `sfc.exe /verifyonly`.'],
    }),
    component({
      progId: 'ADODB.Recordset',
      clsid: '00000535-0000-0010-8000-00AA006D2EA4',
      library: 'msado15.dll',
      does: 'Rows of a database.',
      checks: ['If it fails beside ADODB.Connection, ADO itself is damaged: `sfc.exe /verifyonly`.'],
    }),
    component({
      progId: 'ADODB.Stream',
      clsid: '00000566-0000-0010-8000-00AA006D2EA4',
      library: 'msado15.dll',
      does: 'Reads and writes binary data, as uploads do.',
      checks: ['In a page that nobody of you wrote, together with WScript.Shell, it is a sign of a web shell.'],
    }),
    named(
      {
        id: 'log-module-w3c',
        name: 'Log format W3C Extended',
        meaning: `Names the W3C format, the usual one, which HTTP.sys writes itself. ${LOG_MODULE}`,
      },
      ['FF160663-DE82-11CF-BC0A-00AA006111E0'],
      'customLogPluginClsid',
    ),
    named(
      {
        id: 'log-module-ncsa',
        name: 'Log format NCSA Common',
        meaning: `Names the NCSA format: fixed fields, local time. ${LOG_MODULE}`,
      },
      ['FF16065F-DE82-11CF-BC0A-00AA006111E0'],
      'LogPluginClsid :',
    ),
    named(
      {
        id: 'log-module-iis',
        name: 'Log format IIS (fixed ASCII)',
        meaning: `Names the old format of IIS: fixed fields, local time, with the time a request took. ${LOG_MODULE}`,
      },
      ['FF160657-DE82-11CF-BC0A-00AA006111E0'],
      'LogPluginClsid :',
    ),
    named(
      {
        id: 'log-module-odbc',
        name: 'Logging to a database (ODBC)',
        meaning: `Writes one row a request into a database; slow, and the kernel cache of HTTP.sys is off for such a site. ${LOG_MODULE}`,
      },
      ['FF16065B-DE82-11CF-BC0A-00AA006111E0'],
      'LogPluginClsid :',
    ),
    named(
      {
        id: 'complus-admin-catalog',
        name: 'COMAdminCatalog, the catalog of COM+',
        meaning:
          'The objects with which setups and `synciwam.vbs` read and change COM+ applications, their identities and passwords. 0x801104xx from them is an answer of the catalog, not of IIS.',
        checks: ['Do Component Services open the COM+ applications of this computer? Else COM+ or MSDTC is damaged.'],
        doNot: [
          'Do not delete MSDTC registry keys for 0x8004E00F, as a circulating recipe says: repair or start MSDTC.',
        ],
      },
      [
        'F618C514-DFB8-11D1-A2CF-00805FC79235',
        'F618C515-DFB8-11D1-A2CF-00805FC79235',
        'F618C516-DFB8-11D1-A2CF-00805FC79235',
      ],
      'CLSID',
    ),
    {
      id: 'complus-catalog-server',
      name: 'Catalog server of COM+ (System Application)',
      verdict: 'look',
      meaning:
        'Runs in the system package of COM+, on IIS 4 of Transaction Server. 10004 with "Logon failure" about it: that package was given an account whose password has changed; ASP applications then fail with 0x80080005.',
      checks: ['Component Services, COM+ Applications, System Application, Identity: it should be the system account.'],
      fix: 'Set the identity of the system package back to its default.',
      doNot: ['Do not run the system package as a domain administrator.'],
      keys: [{ kind: 'guid', guid: '182C40F0-32E4-11D0-818B-00A0C9231C29', roles: ['CLSID', 'AppID'] }],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q232629: Errors Occur When the MTS Identity Is Not Set to Default User',
          says: 'DCOM 10004 for this class and 0x80080005 in ASP come from a changed identity of the system package.',
          read: READ,
        },
      ],
      samples: [
        'DCOM got error "Logon failure: unknown user name or bad password." and was unable to logon CONTOSO\\admin in order to run the server:\n{182C40F0-32E4-11D0-818B-00A0C9231C29}',
      ],
      notSamples: ['{182C40F1-32E4-11D0-818B-00A0C9231C29}'],
    },
  ],
});
