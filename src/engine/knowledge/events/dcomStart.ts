import { defineFamily, type NonEmpty, type Source } from '../fact';

const PROVIDER = 'Microsoft-Windows-DistributedCOM';
const READ = '2026-11-21';

const manifest: Source = {
  document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
  says: 'The event, its number and the order of its insertions.',
  read: READ,
};
const functionality: Source = {
  document: 'TechNet: COM General Functionality (events of DistributedCOM)',
  says: 'What each event on starting a COM server means, and that its command, account or service has to be repaired.',
  read: READ,
};
const securityEvents: Source = {
  document: 'TechNet: COM Security Policy Configuration (events of DistributedCOM)',
  says: 'Which permission was missing where a launch is denied.',
  read: READ,
};
const winerror: Source = {
  document: 'Windows header file winerror.h',
  says: 'The number that the event quotes, and its meaning.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
  says: 'OpenRemote first asks for delegation, is refused, and tries again without; the event of the first try can be ignored.',
  read: READ,
};
const registration: Source = {
  document: 'Registry listings of COM classes and their services',
  says: 'The class, its AppID and the service or program behind it.',
  read: READ,
};

/** The number as event XML and newer texts have it, and the sentence of older texts with and without its full stop. */
const error = (number: number, sentence: string): NonEmpty<string> => [`${number}`, sentence, `${sentence}.`];

const DISABLED = error(
  1058,
  'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it',
);
const SHUTDOWN = error(1115, 'A system shutdown is in progress');
const SAFE_MODE = error(1084, 'This service cannot be started in Safe Mode');
const LOGON = error(1069, 'The service did not start due to a logon failure');

/** DCOM starts a server, on this computer or on another one, and fails. */
export default defineFamily({
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 10001,
      parameters: ['command', 'error', 'clsid', 'domain', 'user'],
      message:
        /Unable\s+to\s+start\s+a\s+DCOM\s+Server:?\s+(?<clsid>\S{1,160})\s+as\s+(?<domain>[^\s/\\]{1,100})[/\\](?<user>[^\r\n]{1,100}?)\.\s+The\s+error:?\s+"(?<error>[^"]{0,300})"(?:\s+Happened\s+while\s+starting\s+this\s+command:\s+(?<command>[^\r\n]{1,300}))?/i,
      anchor: 'unable to start a dcom server',
    },
    {
      provider: PROVIDER,
      eventId: 10000,
      parameters: ['command', 'error', 'clsid'],
      message:
        /Unable\s+to\s+start\s+a\s+DCOM\s+Server:?\s+(?<clsid>[^\s.]{1,160})\.?\s+The\s+error:?\s+"(?<error>[^"]{0,300})"(?:\s+Happened\s+while\s+starting\s+this\s+command:\s+(?<command>[^\r\n]{1,300}))?/i,
      anchor: 'unable to start a dcom server',
    },
    {
      provider: PROVIDER,
      eventId: 10003,
      parameters: ['clsid', 'domain', 'user', 'sid'],
      message:
        /Access\s+denied\s+attempting\s+to\s+launch\s+a\s+DCOM\s+Server\s+using\s+DefaultLaunchPerm\w{3,8}\.?\s+The\s+server\s+is:?\s+(?<clsid>\S{1,80})\s+The\s+user\s+is\s+(?<domain>[^\s/\\]{1,100})[/\\](?<user>[^,\r\n]{1,100})(?:,\s+SID=(?<sid>S-[\d-]{1,180}))?/i,
      anchor: 'attempting to launch a dcom server',
    },
    {
      provider: PROVIDER,
      eventId: 10002,
      parameters: ['clsid', 'domain', 'user', 'sid'],
      message:
        /Access\s+denied\s+attempting\s+to\s+launch\s+a\s+DCOM\s+Server\.?\s+The\s+server\s+is:?\s+(?<clsid>\S{1,80})\s+The\s+user\s+is\s+(?<domain>[^\s/\\]{1,100})[/\\](?<user>[^,\r\n]{1,100})(?:,\s+SID=(?<sid>S-[\d-]{1,180}))?/i,
      anchor: 'attempting to launch a dcom server',
    },
    {
      provider: PROVIDER,
      eventId: 10005,
      parameters: ['error', 'service', 'arguments', 'clsid'],
      message:
        /DCOM\s+(?:got|received)\s+error\s+"(?<error>[^"]{0,300})"\s+(?:attempting|during\s+the\s+attempt)\s+to\s+start\s+the\s+service\s+(?<service>\S[^"]{0,99}?)\s+with\s+arguments\s+"(?<arguments>[^"]{0,200})"\s+in\s+order\s+to\s+run\s+the\s+(?:following\s+)?server:?\s+(?<clsid>\S{1,160})/i,
      anchor: 'in order to run the server',
    },
    {
      provider: PROVIDER,
      eventId: 10006,
      parameters: ['error', 'computer', 'clsid'],
      message:
        /DCOM\s+(?:got|received)\s+error\s+"(?<error>[^"]{0,300})"\s+from\s+the\s+computer\s+(?<computer>\S{1,255})\s+when\s+attempting\s+to\s+activate\s+the\s+server:?\s+(?<clsid>\S{1,160})/i,
      anchor: 'when attempting to activate the server',
    },
    {
      // Without a header the message is taken for a 10028, which later Windows logs with the same words.
      provider: PROVIDER,
      eventId: 10009,
      parameters: ['computer'],
      message:
        /DCOM\s+was\s+unable\s+to\s+communicate\s+with\s+the\s+computer\s+(?<computer>\S{1,255})\s+using\s+any\s+of\s+the\s+configured\s+protocols/i,
    },
  ],
  // Where several facts fit equally well the first one speaks: a shutdown, then the service, then its error.
  facts: [
    {
      id: 'dcom-10000',
      name: 'A COM server could not be started',
      verdict: 'act',
      meaning:
        'Windows could not create the process behind a COM class: the file is missing, blocked or of the wrong bitness, or the caller may not run it. The text quotes the command line and the error.',
      causes: [
        'The program was moved or removed without its registration',
        'AppLocker, antivirus or software restriction stops it',
        'On IIS 5: `dllhost.exe` cannot run as IWAM_<computer>',
      ],
      checks: ['Does the file in the command line exist, and does it start by hand under the same account?'],
      fix: 'Repair or reinstall the product that owns the class (hover over the CLSID); remove its registration only with the product.',
      doNot: ['Do not change DCOM permissions: the program did not start at all.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10000 }],
      sources: [functionality, manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10000\nDescription:\nUnable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC}. The error:\n"2"\nHappened while starting this command:\nC:\\Apps\\reports\\reportsrv.exe -Embedding',
        'we see Unable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC}. The error: "Access is denied." Happened while starting this command: C:\\Apps\\reportsrv.exe -Embedding',
      ],
      notSamples: [
        'Unable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC} as CONTOSO/svc-web. The error: "5" Happened while starting this command: C:\\Apps\\reportsrv.exe',
        'Unable to start a DCOM server, said the setup program.',
      ],
    },
    {
      id: 'dcom-10001',
      name: 'A COM server could not be started as its account',
      verdict: 'act',
      meaning:
        'As 10000, for a COM server with an identity of its own: its program could not be started under the account that the text names.',
      causes: ['The account may not run the program', 'The program is missing or blocked'],
      checks: [
        'Can that account read and run the file? The number in quotes is a Win32 error: 2 not found, 5 access denied.',
      ],
      fix: 'Give that account Read and Execute on the program, or correct the Identity tab of the application in `dcomcnfg`.',
      doNot: ['Do not set the identity to a member of Administrators to get it running.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10001 }],
      sources: [functionality, manifest],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10001\nDescription:\nUnable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC} as CONTOSO/svc-reports. The error:\n"5"\nHappened while starting this command:\nD:\\apps\\reports\\host.exe -Embedding',
        'Unable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC} as ./svc-web. The error: "2" Happened while starting this command: C:\\x.exe',
      ],
      notSamples: [
        'Unable to start a DCOM Server: {12345678-1234-4234-8234-123456789ABC}. The error: "2" Happened while starting this command: C:\\x.exe',
      ],
    },
    {
      id: 'dcom-10002',
      name: 'A caller may not launch a COM server (old form)',
      verdict: 'look',
      meaning:
        'The form of Windows 2000 for what later Windows logs as 10016: the account named lacks the launch right on the class. 10003 says that the default launch permission of the computer decided.',
      checks: ['Does something fail at that moment? Which class is it (hover over the CLSID)?'],
      fix: 'If something fails: allow launch for exactly that account on that application in `dcomcnfg`; leave the computer default alone.',
      doNot: ['Do not widen the default launch permission: it holds for every class without one of its own.'],
      more: [
        'A classic on IIS 4 and 5 is IWAM_<computer> refused on the Machine Debug Manager, {0C0A3666-30C9-11D0-8F20-00805F2CD064}: it concerns debugging, not serving pages.',
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10002 },
        { kind: 'event', provider: PROVIDER, eventId: 10003 },
      ],
      sources: [
        {
          document: 'Microsoft Support, KB 290398: Access Denied when you try to start DCOM server',
          says: 'The two texts, with IWAM refused on the Machine Debug Manager, and permissions of the application as the cure.',
          read: READ,
        },
        securityEvents,
      ],
      samples: [
        'Event Source: DCOM\nEvent ID: 10002\nDescription:\nAccess denied attempting to launch a DCOM Server. The server is:\n{12345678-1234-4234-8234-123456789ABC}\nThe user is IWAM_WEB1/WEB1',
        'Access denied attempting to launch a DCOM Server using DefaultLaunchPermssion. The server is: {12345678-1234-4234-8234-123456789ABC} The user is IWAM_WEB1/WEB1, SID=S-1-5-21-1-2-3-1004.',
      ],
      notSamples: ['Access denied attempting to launch the browser.'],
    },
    {
      id: 'dcom-10005',
      name: 'The service behind a COM class did not start',
      verdict: 'look',
      meaning:
        'Somebody used a COM class that lives in a service, and the service could not be started. The quoted error says why: 1053 no answer in time, 1058 disabled, 1068 a dependency failed, 1069 logon failed.',
      checks: ['The service and its error: `sc.exe qc <service>`, and records 7000 to 7041 of the same second.'],
      fix: 'Repair the service if you need it; with 1068 begin with the service it depends on. Else find out who asks for the class.',
      doNot: ['Do not grant DCOM permissions: it is a service that does not start.'],
      companions: [
        {
          provider: 'Service Control Manager',
          eventId: 7000,
          says: 'The same failed start, told by the service control manager, with the error in words.',
        },
        {
          provider: 'Service Control Manager',
          eventId: 7001,
          says: 'The service depends on another one that failed: repair that one first.',
        },
        {
          provider: PROVIDER,
          eventId: 10010,
          says: 'The timeout of the class is the consequence of the service that did not start.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10005 }],
      sources: [functionality, winerror],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1068" attempting to start the service netman with arguments "Unavailable" in order to run the server:\n{BA126AD1-2166-11D1-B1D0-00805FC1270E}',
        'DCOM got error "1053" attempting to start the service MyAgent with arguments "" in order to run the server:\n{12345678-1234-4234-8234-123456789ABC}',
      ],
      notSamples: ['The setup got error "1068" attempting to start the service netman.'],
    },
    {
      id: 'dcom-10005-shutdown',
      name: 'A service was not started during shutdown or in safe mode',
      verdict: 'benign',
      meaning:
        'Error 1115 means that Windows was going down, 1084 that it runs in safe mode: services are not started then, whoever asks. The record says nothing about the service itself.',
      checks: ['Was a restart planned at that time? An unplanned one leaves records of its own (41, 1074, 6008).'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10005, where: { error: [...SHUTDOWN, ...SAFE_MODE] } }],
      sources: [winerror, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1115" attempting to start the service TrustedInstaller with arguments "Unavailable" in order to run the server:\n{752073A1-23F2-4396-85F0-8FDB879ED0ED}',
        'DCOM got error "A system shutdown is in\nprogress." attempting to start the service BITS with arguments "" in order to run the server: {4991D34B-80A1-4291-83B6-3328366B9097}',
        '<Event><System><Provider Name="Microsoft-Windows-DistributedCOM" EventSourceName="DCOM"/><EventID Qualifiers="0">10005</EventID></System><EventData><Data Name="param1">1084</Data><Data Name="param2">EventSystem</Data><Data Name="param3"></Data><Data Name="param4">{1BE1F766-5536-11D1-B726-00C04FB926AF}</Data></EventData></Event>',
      ],
      notSamples: [
        'DCOM got error "1058" attempting to start the service BITS with arguments "" in order to run the server: {4991D34B-80A1-4291-83B6-3328366B9097}',
      ],
    },
    {
      id: 'dcom-10005-running',
      name: 'The service was already running',
      verdict: 'benign',
      verdictText: 'harmless once',
      meaning:
        'Error 1056: two callers wanted the service at the same moment, mostly while the computer starts; the other one was first. The service runs, and that is what was asked for.',
      checks: [
        'Only if it goes on after the start: does the service come up and stop again, with 7034 or 7023 beside it?',
      ],
      fix: 'Nothing.',
      doNot: ['Do not change the start type of the service or its DCOM permissions for it.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10005,
          context:
            /DCOM\s+(?:got|received)\s+error[.:]?\s+"?(?:1056\b|An\s+instance\s+of\s+the\s+service\s+is\s+already\s+running)|<Data[^>]{0,40}>1056<\/Data>/i,
        },
      ],
      sources: [winerror, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1056" attempting to start the service EventSystem with arguments "" in order to run the server:\n{1BE1F766-5536-11D1-B726-00C04FB926AF}',
        'Event ID: 10005\nSource: DCOM\nDCOM got error. An instance of the service is already running.',
      ],
      notSamples: [
        'DCOM got error "1058" attempting to start the service EventSystem with arguments "" in order to run the server: {1BE1F766-5536-11D1-B726-00C04FB926AF}',
      ],
    },
    {
      id: 'dcom-10005-update',
      name: 'An update or servicing service did not start',
      verdict: 'benign',
      verdictText: 'no matter for IIS',
      meaning:
        'A program asked for Windows Update, BITS or servicing, and the service is disabled, busy or slow. Web sites do not depend on them.',
      checks: ['Does Windows Update, or the installation of role features, work? If not, look there.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10005,
          where: { service: ['wuauserv', 'BITS', 'TrustedInstaller', 'UsoSvc', 'WaaSMedicSvc'] },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: DistributedCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1058" attempting to start the service wuauserv with arguments "Unavailable" in order to run the server:\n{E60687F7-01A1-40AA-86AC-DB1CBF673334}',
      ],
      notSamples: [
        'DCOM got error "1058" attempting to start the service W3SVC with arguments "" in order to run the server: {12345678-1234-4234-8234-123456789ABC}',
      ],
    },
    {
      id: 'dcom-10005-iis',
      name: 'An IIS service did not start for COM',
      verdict: 'act',
      meaning:
        'IIS Manager, a script or an agent asked IIS for its state through COM, and the IIS service behind it could not be started. With 1058 it is disabled, with 1068 a service below it failed.',
      checks: [
        'What is stopped: `sc.exe query WAS`, `sc.exe query W3SVC`, and the WAS or 7000 to 7024 records of the same second.',
      ],
      fix: 'Repair what those records name, then `net start W3SVC`; it brings WAS and HTTP with it.',
      doNot: ['Do not run `iisreset` again and again: it says less than the record of the service.'],
      companions: [
        {
          provider: 'Service Control Manager',
          eventId: 7023,
          says: 'Says with which error the IIS service ended.',
        },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10005,
          where: { service: ['W3SVC', 'WAS', 'AppHostSvc', 'FTPSVC', 'WMSVC'] },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1068" attempting to start the service WAS with arguments "" in order to run the server:\n{119817C9-666D-4053-AEDA-627D0E25CCEF}',
      ],
      notSamples: [
        'DCOM got error "1068" attempting to start the service netman with arguments "" in order to run the server: {BA126AD1-2166-11D1-B1D0-00805FC1270E}',
      ],
    },
    {
      id: 'dcom-10005-iisadmin',
      name: 'IIS Admin Service did not start for COM',
      verdict: 'look',
      meaning:
        'A script (`adsutil.vbs`, `IIS://`), the IIS 6 WMI provider or SMTP asked for the metabase, and IISADMIN is disabled or fails. Web sites of IIS 7 and later do not need it; on IIS 5 and 6 everything does.',
      checks: ['Which IIS, and who asks? On IIS 7 and later only tools of the IIS 6 era use this class.'],
      fix: 'IIS 7 and later: move the tool to appcmd or PowerShell, or enable the service for it. IIS 5 and 6: repair IISADMIN first.',
      doNot: ['Do not install IIS 6 compatibility only to silence the record.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10005,
          where: { service: ['IISADMIN', 'IIS Admin', 'IIS Admin Service'] },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1058" attempting to start the service IISADMIN with arguments "" in order to run the server:\n{A9E69610-B80D-11D0-B9B9-00A0C922E750}',
        'DCOM Event ID 10005\nDCOM got error "The service did not start due to a logon failure. " attempting to start the service IIS Admin with arguments "" in order to run the server: {A9E69610-B80D-11D0-B9B9-00A0C922E750}',
        '<Event><System><Provider Name="DCOM"/><EventID>10005</EventID></System><EventData><Data Name="param1">1068</Data><Data Name="param2">IISADMIN</Data><Data Name="param3"></Data><Data Name="param4">{A9E69610-B80D-11D0-B9B9-00A0C922E750}</Data></EventData></Event>',
      ],
      notSamples: [
        'DCOM got error "1058" attempting to start the service W3SVC with arguments "" in order to run the server: {12345678-1234-4234-8234-123456789ABC}',
      ],
    },
    {
      id: 'dcom-10005-disabled',
      name: 'The service behind a COM class is disabled',
      verdict: 'look',
      meaning:
        'Error 1058: a program asked for a COM class whose service is disabled. If it was disabled on purpose, the record only tells who has not noticed yet.',
      checks: ['Is it meant to be disabled (hardening), and does something you use miss it? `sc.exe qc <service>`'],
      fix: 'Meant so: stop the program that asks, or leave the record. Else restore its start type: `sc.exe config <service> start= demand`.',
      doNot: ['Do not set disabled services to automatic one by one only to silence the log.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10005, where: { error: DISABLED } }],
      sources: [winerror, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1058" attempting to start the service ShellHWDetection with arguments "" in order to run the server:\n{DD522ACC-F821-461A-A407-50B198B896DC}',
        'DCOM got error "The service cannot be started, either because it is disabled or\nbecause it has no enabled devices associated with it. " attempting to start the service StiSvc with arguments "" in order to run the server:\n{A1F4E726-8CF1-11D1-BF92-0060081ED811}',
      ],
      notSamples: [
        'DCOM got error "1069" attempting to start the service StiSvc with arguments "" in order to run the server: {A1F4E726-8CF1-11D1-BF92-0060081ED811}',
      ],
    },
    {
      id: 'dcom-10005-logon',
      name: 'The service behind a COM class cannot log on',
      verdict: 'act',
      meaning:
        'Error 1069: the account of the service could not log on, mostly because its password was changed and the service was not told, or because it lost the right to log on as a service.',
      checks: ['The record 7038 (password) or 7041 (right) beside it names the account and the cause.'],
      fix: 'Enter the password again in `services.msc`, or give the account back "Log on as a service"; better a group managed service account.',
      doNot: ['Do not switch the service to LocalSystem.'],
      companions: [
        {
          provider: 'Service Control Manager',
          eventId: 7038,
          says: 'Names the account and why its logon failed.',
        },
        {
          provider: 'Service Control Manager',
          eventId: 7041,
          says: 'The account lost the right "Log on as a service".',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10005, where: { error: LOGON } }],
      sources: [winerror, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10005\nDescription:\nDCOM got error "1069" attempting to start the service ReportAgent with arguments "" in order to run the server:\n{12345678-1234-4234-8234-123456789ABC}',
      ],
      notSamples: [
        'DCOM got error "1068" attempting to start the service ReportAgent with arguments "" in order to run the server: {12345678-1234-4234-8234-123456789ABC}',
      ],
    },
    {
      id: 'dcom-10006',
      name: 'Another computer refused to create a COM object',
      verdict: 'look',
      meaning:
        'The computer was reached and answered with an error. 2147942405 (0x80070005): no rights there. 2147746132 (0x80040154): the class is not installed there. 2148007941 (0x80080005): its server did not start.',
      checks: ['The number (hover over it), and who asks for what: hover over the CLSID.'],
      fix: 'No rights: on the target, Distributed COM Users and rights on that application. Not installed: install the feature there.',
      doNot: ['Do not loosen the firewall: the answer came through. Do not grant Everyone or ANONYMOUS LOGON rights.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10006 }],
      sources: [manifest, winerror],
      samples: [
        'Source: DCOM\nEvent ID: 10006\nDescription:\nDCOM got error "2147942405" from the computer web02 when attempting to activate the server:\n{8BC3F05E-D86B-11D0-A075-00C04FB68820}',
        'DCOM got error "Access is denied." from the computer web02.contoso.com when attempting to activate the server: {12345678-1234-4234-8234-123456789ABC}',
      ],
      notSamples: ['We got error "5" when attempting to activate the server licence.'],
    },
    {
      id: 'dcom-10006-iis-administration',
      name: 'Remote IIS administration was refused',
      verdict: 'act',
      meaning:
        'A tool asked another server for its IIS configuration objects and was refused. Unlike 10028 there is no second try to wait for: the account is no administrator of that server, or IIS is not installed there.',
      checks: ['The number: 2147942405 is access denied, 2147746132 is not installed. Which account ran the tool?'],
      fix: 'Run it as an administrator of the target. For accounts that are none, use IIS Manager delegation (WMSVC, port 8172).',
      doNot: ['Do not grant rights on the AppID ahadmin lightly: they make the account an administrator of IIS.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10006,
          where: { clsid: ['2B72133B-3F5B-4602-8952-803546CE3344', '228FB8F7-FB53-4FD5-8C7B-FF59DE606C5B'] },
        },
      ],
      sources: [remoteAdministration, registration],
      samples: [
        'Source: DCOM\nEvent ID: 10006\nDescription:\nDCOM got error "2147942405" from the computer web02 when attempting to activate the server:\n{2B72133B-3F5B-4602-8952-803546CE3344}',
      ],
      notSamples: [
        'DCOM got error "2147942405" from the computer web02 when attempting to activate the server: {8BC3F05E-D86B-11D0-A075-00C04FB68820}',
      ],
    },
    {
      id: 'dcom-10009',
      name: 'DCOM cannot reach a computer (old form)',
      verdict: 'look',
      meaning:
        'The form of Windows Server 2008 R2 and earlier for 10028: a program asked for a COM object on a computer that did not answer. It is off, renamed, gone or behind a firewall, or a monitoring list is stale.',
      checks: ['The name and the port: `ping.exe the-computer`, and whether TCP 135 answers there.'],
      fix: 'Repair name resolution or the firewall, or take the dead computer off the list of the program that asks.',
      doNot: [
        'Do not change DCOM permissions: nothing was refused, nothing answered.',
        'Do not trust the computer for unconstrained delegation to silence it.',
      ],
      more: [
        'The record does not name the program. A network trace of connections to TCP 135 of that computer does: `netstat.exe -abno` while it happens.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10009 }],
      sources: [manifest, functionality],
      samples: [
        'Event Source: DCOM\nEvent ID: 10009\nDescription:\nDCOM was unable to communicate with the computer oldprint.contoso.com using any of the configured protocols.',
      ],
      notSamples: [
        'Event Source: DCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer web02 using any of the configured protocols; requested by PID 1a4',
      ],
    },
    {
      id: 'dcom-10009-iis-administration',
      name: 'Remote IIS administration (old form of 10028)',
      verdict: 'benign',
      meaning:
        '`ServerManager.OpenRemote` first asks for the IIS object with delegation, fails and tries again without. Windows Server 2008 R2 logs the first try as 10009. Expected as long as the tool works.',
      checks: ['That the tool did its work. If it fails: name resolution, TCP 135 and the dynamic RPC ports.'],
      fix: 'Ignore it, or filter 10009 for this computer in a custom view. The caller cannot prevent the record.',
      doNot: ['Do not enable unconstrained delegation: the target could then act as anybody who connects to it.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10009,
          context: /Microsoft\.Web\.Admini?stration|ServerManager\.OpenRemote|\bOpenRemote\s*\(|WritableAdminManager/i,
        },
      ],
      sources: [remoteAdministration],
      samples: [
        'A console tool with ServerManager.OpenRemote works, yet each run logs\n\nEvent Source: DCOM\nEvent ID: 10009\nDescription:\nDCOM was unable to communicate with the computer web02 using any of the configured protocols.',
      ],
      notSamples: [
        'Event Source: DCOM\nEvent ID: 10009\nDescription:\nDCOM was unable to communicate with the computer oldprint using any of the configured protocols.',
      ],
    },
    {
      id: 'dcom-10010-iisreset',
      name: 'The helper of iisreset did not answer',
      verdict: 'look',
      meaning:
        '`iisreset` leaves its work to `iisrstas.exe`, and that did not come up in time: the server was overloaded, going down, or the helper was blocked. Whether IIS was restarted is not known.',
      checks: ['Do W3SVC and WAS run: `sc.exe query W3SVC`, `sc.exe query WAS`? Who runs `iisreset`, and why?'],
      fix: 'Start what is stopped: `net start W3SVC`. In scripts recycle the one application pool instead of running `iisreset`.',
      doNot: ['Do not grant DCOM permissions for a timeout, and do not repeat `iisreset` until it works.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10010,
          where: { clsid: ['E8FB8621-588F-11D2-9D61-00C04F79C5FE'] },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: DistributedCOM\nEvent ID: 10010\nDescription:\nThe server {E8FB8621-588F-11D2-9D61-00C04F79C5FE} did not register with DCOM within the required timeout.',
      ],
      notSamples: [
        'The server {B31118B2-1F49-48E5-B6F5-BC21CAEC56FB} did not register with DCOM within the required timeout.',
      ],
    },
    {
      id: 'dcom-10010-iisadmin',
      name: 'IIS Admin Service did not answer in time',
      verdict: 'look',
      meaning:
        'A tool asked for the metabase, and IISADMIN did not offer its class in time: it is starting, hanging or stopping. On IIS 7 and later only tools of the IIS 6 era and SMTP notice; on IIS 5 and 6 all of IIS hangs on it.',
      checks: [
        '`sc.exe queryex IISADMIN`: is it pending? On IIS 5 and 6 also: does a record of W3SVC stand beside it?',
      ],
      fix: 'Wait until it is RUNNING. If it hangs, take a dump of `inetinfo.exe` before you end it.',
      doNot: ['Do not grant DCOM permissions for a timeout.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10010,
          where: { clsid: ['A9E69610-B80D-11D0-B9B9-00A0C922E750'] },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: DCOM\nEvent ID: 10010\nDescription:\nThe server {A9E69610-B80D-11D0-B9B9-00A0C922E750} did not register with DCOM within the required timeout.',
      ],
      notSamples: [
        'The server {E8FB8621-588F-11D2-9D61-00C04F79C5FE} did not register with DCOM within the required timeout.',
      ],
    },
    {
      id: 'dcom-10010-desktop',
      name: 'A shell or update class was slow',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        'The class belongs to the desktop shell, to Windows Update or to servicing. It is late at logon, logoff, start-up, shutdown or after updates. Web sites do not use it.',
      checks: ['Only if installing updates or role features fails too: look there.'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      doNot: ['Do not grant DCOM permissions for a timeout.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10010,
          where: {
            clsid: [
              '9BA05972-F6A8-11CF-A442-00A0C90A8F39',
              '260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E',
              'C2F03A33-21F5-47FA-B4BB-156362A2F239',
              '2593F8B9-4EAF-457C-B68A-50F6B8EA6B54',
              'AB8902B4-09CA-4BB6-B78D-A8F59079A8D5',
              '0358B920-0AC7-461F-98F4-58E32CD89148',
              'A47979D2-C419-11D9-A5B4-001185AD2B89',
              'E60687F7-01A1-40AA-86AC-DB1CBF673334',
              '9B1F122C-2982-4E91-AA8B-E071D54F2A4D',
              'B91D5831-B1BD-4608-8198-D72E155020F7',
              '752073A1-23F2-4396-85F0-8FDB879ED0ED',
            ],
          },
        },
      ],
      sources: [registration, functionality],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10010\nDescription:\nThe server {9BA05972-F6A8-11CF-A442-00A0C90A8F39} did not register with DCOM within the required timeout.',
        'The server {752073A1-23F2-4396-85F0-8FDB879ED0ED} did not register with DCOM within the required timeout.',
        'The server {260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E} did not register with DCOM within the required timeout.',
      ],
      notSamples: [
        'The server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
      ],
    },
  ],
});
