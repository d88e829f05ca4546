import { defineFamily, type Source } from '../fact';

const PROVIDER = 'Microsoft-Windows-DistributedCOM';
const READ = '2026-11-21';

const manifest: Source = {
  document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
  says: 'The event, its number and the order of its insertions.',
  read: READ,
};
const securityEvents: Source = {
  document: 'TechNet: COM Security Policy Configuration (events of DistributedCOM)',
  says: 'Which table of permissions refused the caller, and where it is edited.',
  read: READ,
};
const hardening: Source = {
  document: 'Microsoft Support, KB5004442: DCOM Server Security Feature Bypass (CVE-2021-26414)',
  url: 'https://support.microsoft.com/en-us/topic/kb5004442-manage-changes-for-windows-dcom-server-security-feature-bypass-cve-2021-26414-f1400b52-c141-43d2-941e-37ed901c769c',
  says: 'Since March 14, 2023 packet integrity is required without a switch; 10036 is logged by the server, 10037 and 10038 by the client.',
  read: READ,
};
const byDesign: Source = {
  document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
  says: 'Records of Windows components that try, are refused and go another way are by design; permissions should not be changed.',
  read: READ,
};
const registration: Source = {
  document: 'Registry listings of COM classes and their services',
  says: 'The class, its AppID and the service or program behind it.',
  read: READ,
};

const refused = (rest: string): string =>
  `Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID\n${rest} from address LocalHost (Using LRPC).`;

const filterSteps = [
  'Event Viewer > Custom Views > Create Custom View > tab XML > Edit query manually.',
  `Inside the Query element, behind its Select, add: \`<Suppress Path="System">*[System[Provider[@Name='${PROVIDER}'] and EventID=10016]] and *[EventData[Data[@Name='param4']='the class of the record']]</Suppress>\``,
  'Save the view and read that one. The System log itself keeps everything.',
];

/** DCOM refuses a caller: limits, permissions, authentication levels. */
export default defineFamily({
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 10015,
      parameters: [
        'locality',
        'right',
        'clsid',
        'appid',
        'domain',
        'user',
        'sid',
        'address',
        'container',
        'containerSid',
      ],
      message:
        /The\s+(?:machine|computer)[\s-]wide\s+limit\s+settings\s+do\s+not\s+grant\s+(?<locality>\S{1,20})\s+(?<right>\S{1,20})\s+permissions?\s+for\s+the\s+COM\s+Server\s+application\s+with\s+CLSID\s*(?<clsid>\S{1,100})(?:\s+and\s+APPID\s*(?<appid>\S{1,100}))?\s+to\s+the\s+user\s+(?<domain>[^\s\\]{1,100})\\(?<user>[^\r\n]{1,100}?)\s+SID\s*\((?<sid>[^)\s]{1,200})\)/i,
      anchor: 'wide limit settings do not grant',
    },
    {
      provider: PROVIDER,
      eventId: 10027,
      parameters: ['locality', 'right', 'domain', 'user', 'sid', 'address', 'container', 'containerSid'],
      message:
        /The\s+(?:machine|computer)[\s-]wide\s+limit\s+settings\s+do\s+not\s+grant\s+(?<locality>\S{1,20})\s+(?<right>\S{1,20})\s+permissions?\s+for\s+COM\s+Server\s+applications\s+to\s+the\s+user\s+(?<domain>[^\s\\]{1,100})\\(?<user>[^\r\n]{1,100}?)\s+SID\s*\((?<sid>[^)\s]{1,200})\)/i,
      anchor: 'wide limit settings do not grant',
    },
    {
      provider: PROVIDER,
      eventId: 10017,
      parameters: [
        'table',
        'locality',
        'application',
        'appid',
        'domain',
        'user',
        'sid',
        'address',
        'container',
        'containerSid',
      ],
      message:
        /The\s+(?<table>\S{1,40})\s+permission\s+settings\s+do\s+not\s+grant\s+(?<locality>\S{1,20})\s+access\s+permission\s+to\s+the\s+COM\s+Server\s+application\s+(?<application>\S[^\r\n]{0,260}?)(?<!\s)(?:\s+with\s+APPID\s*(?<appid>\S{1,100}))?\s+to\s+the\s+user\s+(?<domain>[^\s\\]{1,100})\\(?<user>[^\r\n]{1,100}?)\s+SID\s*\((?<sid>[^)\s]{1,200})\)/i,
      anchor: 'permission settings do not grant',
    },
    {
      provider: PROVIDER,
      eventId: 10020,
      parameters: ['scope', 'kind'],
      message:
        /The\s+machine[\s-]wide\s+(?<scope>\S{1,40})\s+(?<kind>\S[^\r\n]{0,60}?)(?<!\s)\s+security\s+descriptor\s+is\s+invalid/i,
      anchor: 'security descriptor is invalid',
    },
    {
      provider: PROVIDER,
      eventId: 10021,
      parameters: ['appid'],
      message:
        /launch\s+and\s+activation\s+security\s+descriptor\s+for\s+the\s+COM\s+Server\s+application\s+with\s+APPID\s*(?<appid>\S{1,100})\s*is\s+invalid/i,
      anchor: 'launch and activation security descriptor',
    },
    {
      provider: PROVIDER,
      eventId: 10022,
      parameters: ['table', 'application', 'appid'],
      message:
        /The\s+(?<table>\S{1,40})\s+access\s+security\s+descriptor\s+for\s+the\s+COM\s+Server\s+application\s+(?<application>\S[^\r\n]{0,260}?)(?<!\s)\s+with\s+APPID\s*(?<appid>\S{1,100})\s*is\s+invalid/i,
      anchor: 'access security descriptor for the com server',
    },
    {
      provider: PROVIDER,
      eventId: 10026,
      parameters: ['seconds', 'value', 'key'],
      message:
        /COM\s+sub\s?system\s+is\s+suppressing\s+duplicate\s+event\s+log\s+entries\s+for\s+a\s+duration\s+of\s+(?<seconds>\d{1,10})\s+seconds/i,
      anchor: 'suppressing duplicate event log entries',
    },
    {
      provider: PROVIDER,
      eventId: 10031,
      parameters: ['clsid'],
      message: /custom\s+marshaled\s+object\s+and\s+the\s+class\s+(?<clsid>\S{1,100})\s+was\s+rejected/i,
      anchor: 'custom marshaled object and the class',
    },
    {
      provider: PROVIDER,
      eventId: 10036,
      parameters: ['domain', 'user', 'sid', 'address'],
      message:
        /server-side\s+authentication\s+level\s+policy\s+does\s+not\s+allow\s+the\s+user\s+(?<domain>[^\s\\]{1,100})\\(?<user>[^\r\n]{1,100}?)\s+SID\s*\((?<sid>[^)\s]{1,200})\)\s+from\s+address\s+(?<address>\S{1,100})\s+to\s+activate\s+DCOM\s+server/i,
      anchor: 'server-side authentication level policy',
    },
    {
      provider: PROVIDER,
      eventId: 10037,
      parameters: ['application', 'pid', 'clsid', 'computer', 'level'],
      message:
        /Application\s+(?<application>\S[^\r\n]{0,260}?)(?<!\s)\s+with\s+PID\s+(?<pid>\d{1,10})\s+is\s+requesting\s+to\s+activate\s+CLSID\s+(?<clsid>\S{1,100})\s+on\s+computer\s+(?<computer>\S{1,255})\s+with\s+explicitly\s+set\s+authentication\s+level\s+at\s+(?<level>\d{1,2})/i,
      anchor: 'is requesting to activate clsid',
    },
    {
      provider: PROVIDER,
      eventId: 10038,
      parameters: ['application', 'pid', 'clsid', 'computer', 'level'],
      message:
        /Application\s+(?<application>\S[^\r\n]{0,260}?)(?<!\s)\s+with\s+PID\s+(?<pid>\d{1,10})\s+is\s+requesting\s+to\s+activate\s+CLSID\s+(?<clsid>\S{1,100})\s+on\s+computer\s+(?<computer>\S{1,255})\s+with\s+default\s+activation\s+authentication\s+level\s+at\s+(?<level>\d{1,2})/i,
      anchor: 'is requesting to activate clsid',
    },
  ],
  facts: [
    {
      id: 'dcom-10015',
      name: 'The DCOM limits of the computer refuse a caller',
      verdict: 'look',
      meaning:
        'Not the application but the computer-wide limit decided: it caps what every application may grant. It was hardened by hand or by group policy, or the caller is not in Distributed COM Users.',
      checks: [
        'Remote or Local, which account, from which address? Is the group policy "DCOM: Machine Launch Restrictions" set?',
      ],
      fix: 'If the caller is meant to come in, make it a member of Distributed COM Users on this server; change the limits only by policy.',
      doNot: [
        'Do not edit the AppID: it cannot give more than the limit. Do not add Everyone or ANONYMOUS LOGON to the limits.',
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10015 },
        { kind: 'event', provider: PROVIDER, eventId: 10027 },
      ],
      sources: [securityEvents, manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10015\nDescription:\nThe machine wide limit settings do not grant Remote Activation permission for the COM Server application with CLSID\n{8BC3F05E-D86B-11D0-A075-00C04FB68820}\n and APPID\n{8BC3F05E-D86B-11D0-A075-00C04FB68820}\n to the user CONTOSO\\monitor SID (S-1-5-21-1-2-3-1188) from address 10.0.0.9 running in the application container Unavailable SID (Unavailable).',
        'The machine wide limit settings do not grant Remote Launch permission for COM Server applications to the user CONTOSO\\monitor SID (S-1-5-21-1-2-3-1188) from address 10.0.0.9',
      ],
      notSamples: ['The machine wide limit settings of the quota do not grant more space.'],
    },
    {
      id: 'dcom-10017',
      name: 'A caller may not use a running COM server',
      verdict: 'look',
      meaning:
        'The server runs, but the caller lacks the access right for calls into it. That is another table than launch and activation, on the same Security tab.',
      checks: ['Does something fail at that second? Which application and which account does the text name?'],
      fix: 'If something fails: `dcomcnfg` > the application > Security > Access Permissions: Local Access for exactly that account.',
      doNot: ['Do not grant Launch or Activation rights: they are not what was missing.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10017 }],
      sources: [securityEvents, manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10017\nDescription:\nThe machine-default permission settings do not grant Local access permission to the COM Server application C:\\Apps\\host.exe with APPID {12345678-1234-4234-8234-123456789ABD} to the user CONTOSO\\svc-web SID (S-1-5-21-1-2-3-1105) from address LocalHost (Using LRPC)',
      ],
      notSamples: [
        refused(
          '{12345678-1234-4234-8234-123456789ABC}\n and APPID\n{12345678-1234-4234-8234-123456789ABD}\n to the user CONTOSO\\x SID (S-1-5-21-1-2-3-4)',
        ),
      ],
    },
    {
      id: 'dcom-10021',
      name: 'The permissions of a COM application are damaged',
      verdict: 'act',
      meaning:
        'The stored permissions of the AppID hold entries that COM does not understand, so it refuses everybody. A script or a registry import wrote a wrong binary value.',
      checks: [
        'Who changed `LaunchPermission` or `AccessPermission` below `HKCR\\AppID\\{the AppID}`, and is there a copy?',
      ],
      fix: 'Save the key, then import the good copy; without one, delete the value, so that the default of the computer holds again.',
      steps: [
        '`reg.exe export "HKCR\\AppID\\{the AppID}" appid-before.reg`',
        'Import the copy from before the change, or delete the damaged value `LaunchPermission` (10021) or `AccessPermission` (10022).',
        'In `dcomcnfg` give the application the permissions that its product documents.',
      ],
      doNot: ['Do not copy the binary value from another class: it names other accounts.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10021 },
        { kind: 'event', provider: PROVIDER, eventId: 10022 },
      ],
      sources: [manifest, securityEvents],
      samples: [
        'Source: DCOM\nEvent ID: 10021\nDescription:\nThe launch and activation security descriptor for the COM Server application with APPID {12345678-1234-4234-8234-123456789ABD} is invalid. It contains Access Control Entries with permissions that are invalid.',
        'The application-specific access security descriptor for the COM Server application C:\\Apps\\host.exe with APPID {12345678-1234-4234-8234-123456789ABD} is invalid.',
      ],
      notSamples: ['The security descriptor of the share is fine.'],
    },
    {
      id: 'dcom-10020',
      name: 'The computer-wide DCOM permissions are damaged',
      verdict: 'act',
      meaning:
        'A computer-wide COM security setting holds entries that COM does not understand; requests that it governs are refused. With 10024 the faulty text comes from a group policy.',
      checks: [
        'Is "DCOM: Machine Access" or "Machine Launch Restrictions" set by policy? Else: what wrote below `HKLM\\SOFTWARE\\Microsoft\\Ole`?',
      ],
      fix: 'Correct the SDDL text in the policy, or set it again in `dcomcnfg` > My Computer > Properties > COM Security.',
      doNot: ['Do not import these registry values from another computer.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10020 },
        { kind: 'event', provider: PROVIDER, eventId: 10024 },
      ],
      sources: [manifest, securityEvents],
      samples: [
        'Source: DCOM\nEvent ID: 10020\nDescription:\nThe machine wide Default Launch and Activation security descriptor is invalid. It contains Access Control Entries with permissions that are invalid.',
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10024\nDescription:\nThe machine wide group policy Launch and Activation Limits security descriptor is invalid.',
      ],
      notSamples: ['Source: Other\nEvent ID: 10020\nDescription:\nA disk is full.'],
    },
    {
      id: 'dcom-10026',
      name: 'Repeated COM records are left out',
      verdict: 'benign',
      meaning:
        'COM writes an identical record only once within the time that the text names. Counts of 10016 and the like are therefore lower bounds.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10026 }],
      sources: [manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10026\nDescription:\nThe COM sub system is suppressing duplicate event log entries for a duration of 86400 seconds. The suppression timeout can be controlled by a REG_DWORD value named SuppressDuplicateDuration under the following registry key: HKLM\\Software\\Microsoft\\Ole\\EventLog.',
      ],
      notSamples: ['The collector is suppressing duplicate entries.'],
    },
    {
      id: 'dcom-10031',
      name: 'COM rejected a class while unmarshaling',
      verdict: 'look',
      verdictText: 'a protection at work',
      meaning:
        'A hardened process takes only known classes out of a COM message and turned this one away. Without a failure at that second there is nothing to repair.',
      checks: ['Does something fail in that second? Which product owns the class (hover over the CLSID)?'],
      fix: 'Update the product that owns the class.',
      doNot: ['Do not switch unmarshaling policies off: they keep hostile objects out.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10031 },
        { kind: 'event', provider: PROVIDER, eventId: 10032 },
        { kind: 'event', provider: PROVIDER, eventId: 10033 },
        { kind: 'event', provider: PROVIDER, eventId: 10034 },
      ],
      sources: [manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10031\nDescription:\nAn unmarshaling policy check was performed when unmarshaling a custom marshaled object and the class {45FB4600-E6E8-4928-B25E-50476FF79425} was rejected',
        'unmarshaling a custom marshaled object and the class {12345678-1234-4234-8234-123456789ABC} was rejected',
      ],
      notSamples: ['The class was rejected by the compiler.'],
    },
    {
      id: 'dcom-10036',
      name: 'A client asks with too weak DCOM authentication',
      verdict: 'act',
      meaning:
        'DCOM hardening (CVE-2021-26414): this server demands packet integrity, the client at the address in the text came with less and was refused. The client is the one to repair.',
      checks: ['What runs at the client address, and how old are its updates or its library?'],
      fix: 'Update Windows or the product on the client, or let it use RPC_C_AUTHN_LEVEL_PKT_INTEGRITY; else move it to WinRM.',
      doNot: [
        'Do not set RequireIntegrityActivationAuthenticationLevel to 0: it has had no effect since March 2023.',
        'Do not uninstall updates on the server.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10036 }],
      sources: [hardening, manifest],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10036\nDescription:\nThe server-side authentication level policy does not allow the user CONTOSO\\monitor SID (S-1-5-21-1-2-3-1188) from address 10.0.0.5 to activate DCOM server. Please raise the activation authentication level at least to RPC_C_AUTHN_LEVEL_PKT_INTEGRITY in client application.',
        'The server-side authentication level policy does not allow the user CONTOSO\\u SID (S-1-5-21-1-2-3-4) from address\n10.0.0.5 to activate DCOM server.',
        '<Event><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID>10036</EventID></System><EventData><Data Name="Domain Name">CONTOSO</Data><Data Name="User Name">monitor</Data></EventData></Event>',
      ],
      notSamples: ['The server-side policy does not allow the user to activate the licence server.'],
    },
    {
      id: 'dcom-10037',
      name: 'A program here asks with too weak DCOM authentication',
      verdict: 'act',
      meaning:
        'The client side of DCOM hardening: the program named on this computer asks another server for a COM object below packet integrity. 10037: it chose the level itself; 10038: it uses the default.',
      checks: ['Which product owns the program in the text, and is there a newer version?'],
      fix: 'Update the program. Windows updates from November 2022 on raise the level by themselves for calls that are not anonymous.',
      doNot: ['Do not weaken the server: it can no longer switch the demand off.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10037 },
        { kind: 'event', provider: PROVIDER, eventId: 10038 },
      ],
      sources: [hardening, manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10037\nDescription:\nApplication C:\\Monitor\\agent.exe with PID 4412 is requesting to activate CLSID {8BC3F05E-D86B-11D0-A075-00C04FB68820} on computer web02 with explicitly set authentication level at 2. The lowest activation authentication level required by DCOM is 5(RPC_C_AUTHN_LEVEL_PKT_INTEGRITY). To raise the activation authentication level, please contact the application vendor.',
        'Application C:\\Monitor\\agent.exe with PID 4412 is requesting to activate CLSID {8BC3F05E-D86B-11D0-A075-00C04FB68820} on computer web02 with default activation authentication level at 2.',
      ],
      notSamples: ['Application is requesting to activate its licence on computer web02.'],
    },
    {
      id: 'dcom-10016-security-center',
      name: 'Windows Security classes at logon',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        'The record names a Windows Runtime class of Windows Security instead of a CLSID. It is asked for before the security centre is ready, or on a server that has none. It has no effect on IIS.',
      checks: ['Nothing. If something of yours fails, look for another record of the same second.'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      steps: filterSteps,
      doNot: ['Do not search for the class in `dcomcnfg` or change registry permissions: there is no AppID to edit.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            clsid: [
              'Windows.SecurityCenter.WscDataProtection',
              'Windows.SecurityCenter.WscBrokerManager',
              'Windows.SecurityCenter.SecurityAppBroker',
              'Windows.SecurityCenter.WscCloudBackupProvider',
            ],
          },
        },
      ],
      sources: [registration, byDesign],
      samples: [
        refused(
          'Windows.SecurityCenter.WscBrokerManager\n and APPID\nUnavailable\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18)',
        ),
        '<Event><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID>10016</EventID></System><EventData><Data Name="param1">application-specific</Data><Data Name="param2">Local</Data><Data Name="param3">Launch</Data><Data Name="param4">Windows.SecurityCenter.SecurityAppBroker</Data><Data Name="param5">Unavailable</Data></EventData></Event>',
      ],
      notSamples: [
        refused('Contoso.Reports.Broker\n and APPID\nUnavailable\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18)'),
      ],
    },
    {
      id: 'dcom-10016-installer',
      name: 'Windows Installer service',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        'A service account, often NETWORK SERVICE or one of SharePoint or Configuration Manager, took stock of installed products and may not start the installer service. Web sites go on.',
      checks: ['Does the job of that product fail, or does its vendor ask for the grant in writing? Else leave it.'],
      fix: 'Ignore or filter it. If the vendor asks: Local Launch and Local Activation on this AppID for that one account.',
      steps: filterSteps,
      doNot: ['Do not grant it to Everyone or to IIS_IUSRS, and leave no Full Control on the key.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: { clsid: ['000C101C-0000-0000-C000-000000000046'] },
        },
      ],
      sources: [
        {
          document: 'Practice of SharePoint administrators on event 10016 for the Windows Installer',
          says: 'A timer job that reads the installed products is refused; Local Launch for the service group silences it.',
          read: READ,
        },
        registration,
      ],
      samples: [
        refused(
          '{000C101C-0000-0000-C000-000000000046}\n and APPID\n{000C101C-0000-0000-C000-000000000046}\n to the user NT AUTHORITY\\NETWORK SERVICE SID (S-1-5-20)',
        ),
      ],
      notSamples: ['Product: {000C101C-0000-0000-C000-000000000046} was installed.'],
    },
    {
      id: 'dcom-10016-iis-administration',
      name: 'IIS configuration objects',
      verdict: 'look',
      meaning:
        'An account without administrator rights tried to open the configuration of IIS (ahadmin or the metabase). Refusing that is right; it matters only for a tool that you run on purpose under this account.',
      checks: [
        'Which account and which program? Monitoring agents and code that reads IIS settings in a page are typical.',
      ],
      fix: 'Run the tool as an administrator of this server, or give it the data in another way. Else ignore or filter the record.',
      doNot: ['Do not grant the right on ahadmin to a pool or service account: whoever has it administers every site.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            clsid: [
              '2B72133B-3F5B-4602-8952-803546CE3344',
              '228FB8F7-FB53-4FD5-8C7B-FF59DE606C5B',
              'A9E69610-B80D-11D0-B9B9-00A0C922E750',
            ],
          },
        },
      ],
      sources: [registration, manifest],
      samples: [
        refused(
          '{2B72133B-3F5B-4602-8952-803546CE3344}\n and APPID\n{9FA5C497-F46D-447F-8011-05D03D7D7DDC}\n to the user CONTOSO\\svc-agent SID (S-1-5-21-1-2-3-1190)',
        ),
      ],
      notSamples: ['CLSID {2B72133B-3F5B-4602-8952-803546CE3344} is WritableAdminManager.'],
    },
    {
      id: 'dcom-10016-iisreset',
      name: 'iisreset by an account that may not',
      verdict: 'look',
      meaning:
        'Somebody ran `iisreset` (its helper IISRSTAS) from a prompt that is not elevated, or without being an administrator of this server. Nothing was restarted.',
      checks: ['Who ran it: a person, or a deployment script that only thinks it restarted IIS?'],
      fix: 'Run it elevated; in scripts better recycle the one pool: `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool <pool>`.',
      doNot: ['Do not grant the right on this class to others: it stops every site.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: { clsid: ['E8FB8621-588F-11D2-9D61-00C04F79C5FE'] },
        },
      ],
      sources: [registration, manifest],
      samples: [
        refused(
          '{E8FB8621-588F-11D2-9D61-00C04F79C5FE}\n and APPID\n{E8FB8621-588F-11D2-9D61-00C04F79C5FE}\n to the user CONTOSO\\deploy SID (S-1-5-21-1-2-3-1191)',
        ),
      ],
      notSamples: ['{E8FB8621-588F-11D2-9D61-00C04F79C5FE}'],
    },
    {
      id: 'dcom-10016-desktop',
      name: 'Shell and network classes of Windows',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        'A class of the Windows shell, its brokers, its cache task or the network connections folder was asked for by an account that does not need it; the caller goes another way. IIS does not use it.',
      checks: ['Does something of yours fail in the same second, every time? If not, leave it.'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      steps: filterSteps,
      doNot: ['Do not change owner or permissions of its registry keys only to silence it.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            clsid: [
              '2593F8B9-4EAF-457C-B68A-50F6B8EA6B54',
              '0358B920-0AC7-461F-98F4-58E32CD89148',
              '9BA05972-F6A8-11CF-A442-00A0C90A8F39',
              'BA126AD1-2166-11D1-B1D0-00805FC1270E',
            ],
          },
        },
      ],
      sources: [byDesign, registration],
      samples: [
        refused(
          '{2593F8B9-4EAF-457C-B68A-50F6B8EA6B54}\n and APPID\n{15C20B67-12E7-4BB6-92BB-7AFF07997402}\n to the user CONTOSO\\admin SID (S-1-5-21-1-2-3-500)',
        ),
        refused(
          '{BA126AD1-2166-11D1-B1D0-00805FC1270E}\n and APPID\n{27AF75ED-20D9-11D1-B1CE-00805FC1270E}\n to the user NT AUTHORITY\\NETWORK SERVICE SID (S-1-5-20)',
        ),
      ],
      notSamples: [
        refused(
          '{12345678-1234-4234-8234-123456789ABC}\n and APPID\n{12345678-1234-4234-8234-123456789ABD}\n to the user CONTOSO\\x SID (S-1-5-21-1-2-3-4)',
        ),
      ],
    },
    {
      id: 'dcom-10016-integration-services',
      name: 'SQL Server Integration Services',
      verdict: 'look',
      meaning:
        'The account in the text, often of SQL Server Agent, may not start Integration Services. It is no matter of IIS, but usual on servers that run both. Packages of that account may fail.',
      checks: ['Do its packages fail, or does Management Studio not connect to Integration Services?'],
      fix: 'If so: `dcomcnfg` > Microsoft SQL Server Integration Services > Security: Local Launch and Activation for that account.',
      doNot: ['Do not make the account an administrator instead.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            clsid: [
              '46063B1E-BE4A-4014-8755-5B377CD462FC',
              'FDC3723D-1588-4BA3-92D4-42C430735D7D',
              '806835AE-FD04-4870-A1E8-D65535358293',
              'ECAABCB7-4078-4017-8E36-F64A56883AB5',
            ],
          },
        },
      ],
      sources: [registration, manifest],
      samples: [
        refused(
          '{FDC3723D-1588-4BA3-92D4-42C430735D7D}\n and APPID\n{83B33982-693D-4824-B42E-7196AE61BB05}\n to the user NT SERVICE\\SQLSERVERAGENT SID (S-1-5-80-1-2-3-4-5)',
        ),
      ],
      notSamples: ['The Integration Services catalog was created.'],
    },
    {
      id: 'dcom-10016-pool-account',
      name: 'An application pool was refused a COM class',
      verdict: 'look',
      meaning:
        'The caller is an application pool: code of a web application asked for a COM class that its identity may not launch. If the page works all the same, it is harmless; if it fails then, this is the cause.',
      checks: ['Does a request of that pool fail (HTTP 500) in the same second, every time? Which class is it?'],
      fix: 'Only then: Local Activation (and Local Launch if asked) on that AppID for exactly `IIS AppPool\\<pool>`, then recycle the pool.',
      steps: [
        'Save the key first: `reg.exe export "HKCR\\AppID\\{the AppID}" appid-before.reg`',
        'Run `dcomcnfg` as administrator > Component Services > Computers > My Computer > DCOM Config > the application > Properties > Security > Launch and Activation Permissions > Customize > Edit.',
        'Add `IIS AppPool\\<pool>` (location: this computer) and allow Local Activation, and Local Launch where the record asks for Launch.',
        'Recycle the pool and repeat the request. To undo, import the saved file.',
      ],
      doNot: ['Do not run the pool as LocalSystem or as an administrator, and do not grant IIS_IUSRS or Everyone.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          context: /to\s+the\s+user\s+IIS\s+APPPOOL\\|<Data[^>]{0,40}>IIS\s+APPPOOL<\/Data>/i,
        },
      ],
      componentDecides: true,
      sources: [
        {
          document: 'Vendor article: HTTP 500 and DistributedCOM error on the IIS server',
          says: 'Where an application really needed the class, Local Activation for its account cured the failure.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        refused(
          '{12345678-1234-4234-8234-123456789ABC}\n and APPID\n{12345678-1234-4234-8234-123456789ABD}\n to the user IIS APPPOOL\\Shop SID (S-1-5-82-1-2-3-4-5)',
        ),
      ],
      notSamples: [
        refused(
          '{12345678-1234-4234-8234-123456789ABC}\n and APPID\n{12345678-1234-4234-8234-123456789ABD}\n to the user CONTOSO\\svc SID (S-1-5-21-1-2-3-4)',
        ),
      ],
    },
  ],
});
