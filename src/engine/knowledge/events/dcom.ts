import { defineFamily, type Source } from '../fact';

const PROVIDER = 'Microsoft-Windows-DistributedCOM';
const READ = '2026-11-21';

const timeoutArticle: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'The GUID is the COM+ application of pooled out-of-process applications; the IWAM password has to agree in three places.',
  read: READ,
};
const manifest: Source = {
  document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
  says: 'The event, its number and the order of its insertions.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
  says: 'OpenRemote first asks for delegation, is refused, and tries again without; the event of the first try can be ignored.',
  read: READ,
};
const byDesign: Source = {
  document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
  says: 'Four pairs of CLSID and AppID are logged by design; they can be ignored or filtered, and permissions should not be changed.',
  read: READ,
};
const brokerArticle: Source = {
  document: 'Vendor article: HTTP 500 and DistributedCOM error on the IIS server',
  says: 'Where a service account really needed RuntimeBroker, Local Activation for that account cured the failure.',
  read: READ,
};

const filterSteps = (condition: string): string[] => [
  'Event Viewer > Custom Views > Create Custom View > tab XML > Edit query manually.',
  `Inside the Query element, behind its Select, add: \`<Suppress Path="System">*[System[Provider[@Name='${PROVIDER}'] and EventID=10016]] and *[EventData[${condition}]]</Suppress>\``,
  'Save the view and read that one. The System log itself keeps everything.',
];

const grantSteps: string[] = [
  'Only when something fails in the same second, each time: note the CLSID, the AppID and the account of the record.',
  'Save the key first: `reg export "HKCR\\AppID\\{the AppID}" appid-before.reg`',
  'Run `dcomcnfg` as administrator > Component Services > Computers > My Computer > DCOM Config > the application > Properties > Security > Launch and Activation Permissions > Customize > Edit.',
  'Add exactly the account of the record and allow Local Activation (and Local Launch where the record asks for Launch). Nothing remote.',
  'If Edit is greyed out, TrustedInstaller owns the key: in `regedit` take ownership of `HKCR\\AppID\\{the AppID}` for Administrators and give them Full Control. That one key is enough.',
  'Set the permission, then give the ownership back to `NT SERVICE\\TrustedInstaller`.',
  'Recycle the application pool or restart the process that was refused, and repeat what failed.',
  'To undo: import the saved file; where the value `LaunchPermission` did not exist before, delete it.',
];

const ignoreFix =
  'Ignore it, or hide it with an XML filter in a custom view. Grant Local Activation only if something you use fails at that very moment.';

/** DistributedCOM on servers with IIS. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'DCOM', aliases: ['DistributedCOM', 'Microsoft Windows DistributedCOM'] }],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 10004,
      parameters: ['error', 'domain', 'user', 'clsid'],
      message:
        /DCOM\s+(?:got|received)\s+error\s+"(?<error>[^"]{0,300})"\s+and\s+(?:was\s+unable\s+to\s+logon|could\s+not\s+log\s?on)\s+(?<domain>[^\s\\]{1,100})\\(?<user>\S{1,100})\s+in\s+order\s+to\s+run\s+the\s+server:?\s*(?<clsid>\S{1,60})/i,
      anchor: 'in order to run the server',
    },
    {
      provider: PROVIDER,
      eventId: 10010,
      parameters: ['clsid'],
      message:
        /The\s+server\s+(?<clsid>\S{1,160})\s+did\s+not\s+register\s+with\s+DCOM\s+within\s+the\s+required\s+time-?\s?out\.?/i,
      anchor: 'did not register with dcom',
    },
    {
      provider: PROVIDER,
      eventId: 10016,
      parameters: [
        'table',
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
        /The\s+(?<table>\S{1,40})\s+permission\s+settings\s+do\s+not\s+grant\s+(?<locality>\S{1,20})\s+(?<right>\S{1,20})\s+permissions?\s+(?:for|to)\s+the\s+COM\s+Server\s+application\s+(?:with\s+)?C[LS]{2}ID\s*(?<clsid>\S{1,100})(?:\s+and\s+APPID\s*(?<appid>\S{1,100}))?\s+to\s+the\s+user\s+(?<user>[^\r\n]{1,120}?)(?:\s+SID\s*[({]?(?<sid>S-[\d-]+|Unavailable)(?:\.{2,}|…)?[)}]?)?(?:\s+from\s+address\s+(?<address>[^\r\n(]{1,80}(?:\([^)\r\n]{0,40}\))?)(?:\s+running\s+in\s+the\s+application\s+container\s+(?<container>\S{1,160})\s+SID\s*\((?<containerSid>[^)\r\n]{0,200})\))?)?(?=[.\s]|$)/i,
      anchor: 'permission settings do not grant',
    },
    {
      provider: PROVIDER,
      eventId: 10028,
      parameters: ['computer', 'pid', 'image', 'clsid'],
      message:
        /DCOM\s+was\s+unable\s+to\s+communicate\s+with\s+the\s+computer\s+(?<computer>\S{1,255})(?:\s+\S{1,60})?\s+using\s+any\s+of\s+the\s+configured\s+protocols[;.]?(?:\s*requested\s+by\s+PID\s+(?<pid>\w{1,10})(?:\s*\((?<image>[^)\r\n]{1,260})\))?(?:[\s,]*while\s+activating\s+CLSID\s*(?<clsid>\S{1,60}))?)?/i,
      anchor: 'dcom was unable to communicate with the computer',
    },
  ],
  facts: [
    {
      id: 'dcom-10004',
      name: 'An account of a COM server could not log on',
      verdict: 'act',
      meaning:
        'DCOM could not log on the account under which a COM server runs. With IWAM_<computer> on IIS 5 it is the classic IWAM password that no longer agrees with its copies.',
      causes: [
        'The password was changed in one place only',
        'The account is locked, expired or disabled',
        'The right "Log on as a batch job" is missing, often after a promotion to or demotion from domain controller',
      ],
      checks: [
        'Which account and which error: 1326 is a wrong password, 1385 a missing logon right.',
        'The account itself: locked, disabled, expired, member of a restricted group.',
      ],
      fix: 'Correct the account. For IWAM: set one password in the account, in `WAMUserPass` and, by `synciwam.vbs`, in COM+.',
      doNot: ['Do not grant DCOM permissions: it is the logon that fails, not the access.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10004 }],
      companions: [
        {
          provider: PROVIDER,
          eventId: 10010,
          says: 'The failed logon comes first; the timeout only says that the server of the same class never came up.',
        },
        {
          provider: 'W3SVC',
          eventId: 36,
          says: 'The same account keeps an IIS 5 application from loading: cure its logon, and both are gone.',
        },
      ],
      sources: [timeoutArticle, manifest],
      samples: [
        'Event ID: 10004\nSource: DCOM\nDescription:\nDCOM got error "Logon failure: unknown user name or bad password." and was unable to logon .\\IWAM_WEB1 in order to run the server: {1FD7A201-0823-479C-9A4B-2C6128585168}',
        'It says: DCOM got error "Logon failure" and was unable to logon .\\IWAM_WEB1 in order to run the server:\n{3D14228D-FBE1-11D0-995D-00C04FD919C1}',
      ],
      notSamples: ['Event ID: 10004\nSource: MsiInstaller\nDescription:\nProduct was installed.'],
    },
    {
      id: 'dcom-10004-logon-type',
      name: 'The account of a COM server lacks a logon right',
      verdict: 'act',
      meaning:
        'Error 1385: the password is right, but the account may not log on in this way; COM servers log on as a batch job. Usual after a policy redefined the right, or after a promotion to or demotion from domain controller.',
      checks: [
        'Who has the right? `secpol.msc` > Local Policies > User Rights Assignment; `gpresult.exe /h report.html` names the policy.',
      ],
      fix: 'Grant the account of the text "Log on as a batch job" in the policy that sets it, and take it out of "Deny log on as a batch job".',
      doNot: [
        'Do not change the IWAM password for it: it is right. Do not make the account an administrator.',
        'Do not grant DCOM permissions: it is the logon that fails, not the access.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10004,
          where: {
            error: [
              '1385',
              'Logon failure: the user has not been granted the requested logon type at this computer',
              'Logon failure: the user has not been granted the requested logon type at this computer.',
            ],
          },
        },
      ],
      companions: [
        {
          provider: 'W3SVC',
          eventId: 36,
          says: 'The application did not load because its account may not log on: the missing right is the cause.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q236007 and Q297519: IWAM lacks a logon right',
          says: 'The same error after a demotion and on a server whose policy leaves IWAM out; the rights are granted again.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'Event ID: 10004; Source: DCOM\nDCOM got error "Logon failure: the user has not been granted the requested\nlogon type at this computer. " and was unable to logon .\\IWAM_WEB7 in\norder to run the server:\n{3D14228D-FBE1-11D0-995D-00C04FD919C1}',
        'Source: DCOM\nEvent ID: 10004\nDescription:\nDCOM got error "1385" and was unable to logon CONTOSO\\svc-com in order to run the server:\n{12345678-1234-4234-8234-123456789ABC}',
      ],
      notSamples: [
        'DCOM got error "Logon failure: unknown user name or bad password. " and was unable to logon .\\IWAM_WEB7 in order to run the server:\n{3D14228D-FBE1-11D0-995D-00C04FD919C1}',
      ],
    },
    {
      id: 'dcom-10010',
      name: 'A COM server did not register in time',
      verdict: 'look',
      meaning:
        'COM started a server process, but its class was not there in time: the process hangs, crashed, starts slowly or runs under an account that cannot. It is a timeout, not a permission.',
      causes: [
        'The process started and hung or crashed',
        'A slow start under load, or during start-up and shutdown of Windows',
        'The service behind the class is disabled or its account cannot log on',
      ],
      checks: [
        'What the CLSID is (hover over it), and whether a 10004, 10005, 7009 or 1000 stands beside it.',
        'Whether anything you use fails. For classes of the shell and of updates nothing does.',
      ],
      fix: 'Repair what the CLSID names. Without a failure beside it, and during start-up or shutdown, leave it.',
      doNot: ['Do not grant DCOM permissions for a timeout.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10010 }],
      componentDecides: true,
      companions: [
        {
          provider: PROVIDER,
          eventId: 10005,
          says: 'The class lives in a service, and the service could not be started: repair that first.',
        },
        {
          provider: 'Service Control Manager',
          eventId: 7009,
          says: 'A service behind the class did not answer in time at its start.',
        },
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'If it names the program of this class, the server crashed before it could register.',
        },
      ],
      sources: [manifest, timeoutArticle],
      samples: [
        'Source: DistributedCOM\nEvent ID: 10010\nDescription:\nThe server {12345678-1234-4234-8234-123456789ABC} did not register with DCOM within the required timeout.',
      ],
      notSamples: ['The service did not register with the load balancer within the required timeout.'],
    },
    {
      id: 'dcom-10010-store-app',
      name: 'An app of the desktop did not start in time',
      verdict: 'benign',
      verdictText: 'no matter for IIS',
      meaning:
        'The record names no CLSID but an app of the store kind (`Name_version_..._publisher!App`): the shell started it for the signed-in user, and it was late or was closed again. Web sites have no part in it.',
      checks: ['Only if the user misses that app: does it start from the menu?'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      doNot: ['Do not grant DCOM permissions for a timeout.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10010,
          context:
            /(?:The\s+server\s+|<Data[^>]{0,40}>\s*)[\w.-]{1,80}_[\d.]{3,24}_\w{0,12}_[\w.-]{0,20}_[a-z\d]{13}!/i,
        },
      ],
      sources: [
        {
          document: 'Microsoft Learn: package identity of Windows apps',
          says: 'The full name of a package: name, version, architecture, resource and the 13 signs of the publisher.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10010\nDescription:\nThe server Contoso.Notes_1.2.3.0_x64__8wekyb3d8bbwe!App did not register with DCOM within the required timeout.',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID Qualifiers="0">10010</EventID></System><EventData><Data Name="param1">Contoso.Viewer_7.0.1.0_neutral__cw5n1h2txyewy!Viewer#{00010203-0001-0000-3FB2-AC0400000000}</Data></EventData></Event>',
      ],
      notSamples: [
        'The server {B31118B2-1F49-48E5-B6F5-BC21CAEC56FB} did not register with DCOM within the required timeout.',
      ],
    },
    {
      id: 'dcom-10010-iis-pooled',
      name: 'IIS Out-of-Process Pooled Applications did not start',
      verdict: 'act',
      meaning:
        'IIS 5 could not start the `dllhost.exe` for applications of Medium (Pooled) protection, nearly always because the IWAM password differs between account, metabase and COM+. IIS 7 and later have no IWAM.',
      causes: [
        'The IWAM_<computer> password differs between its three places: the account (SAM or Active Directory), the metabase key LM/W3SVC/WAMUserPass, and the COM+ application',
        'Permissions in the registry keep `dllhost.exe` from keys it needs',
        'The group membership of IWAM_<computer> was changed, for instance into a restricted group',
      ],
      checks: [
        'Set one application to Low (In Process). If it answers now, `dllhost.exe` cannot be started. Set it back afterwards.',
        'A 10004 or a W3SVC 36 in the same minute: it names the logon error.',
        'Which IIS: on IIS 6 only in IIS 5.0 isolation mode; on IIS 7 and later it is a leftover of a migration.',
      ],
      fix: 'IIS 5: give IWAM_<computer> one new password in the account and in `WAMUserPass`, then run `synciwam.vbs -v` and restart IIS.',
      steps: [
        '`iisreset /stop`',
        'Set a new password for IWAM_<computer>: `net user IWAM_%COMPUTERNAME% *` asks for it, so it stands on no command line (for a domain account add `/domain`).',
        'Tell the metabase, in one line: `cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\adsutil.vbs set w3svc/WAMUserPass "the new password"`',
        'Tell COM+: `cscript.exe //nologo %SystemDrive%\\inetpub\\adminscripts\\synciwam.vbs -v`',
        'In `dcomcnfg` see that IWAM_<computer> has Allow Launch in the default launch permissions.',
        '`iisreset /start`',
        'Verify: an application of Medium protection answers, and no new 10010, 10004 or 36 is logged.',
        'If it persists: watch `dllhost.exe` with Regmon or Process Monitor for ACCESS DENIED, and look at the group membership of IWAM_<computer>.',
      ],
      doNot: [
        'Do not set an empty password, and do not give IWAM and IUSR the same one.',
        'Do not leave applications in Low protection as the cure: they then run as SYSTEM inside inetinfo.exe.',
        'Do not create an IWAM account on IIS 7 or later.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10010,
          where: { clsid: ['3D14228D-FBE1-11D0-995D-00C04FD919C1'] },
        },
      ],
      companions: [
        {
          provider: PROVIDER,
          eventId: 10004,
          says: 'Names the account and the logon error: with IWAM_<computer> the password is the cause.',
        },
        {
          provider: 'W3SVC',
          eventId: 36,
          says: 'Names the web application that could not be loaded because of it.',
        },
      ],
      sources: [timeoutArticle],
      samples: [
        'Event Type: Error\nEvent Source: DCOM\nEvent ID: 10010\nDescription:\nThe server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
        'We get "the server \\{3d14228D-fbe1-11d0-995d00c04fd919c1\\} did not register with DCOM within the required timeout" since Monday.',
      ],
      notSamples: [
        'Source: DCOM\nEvent ID: 10010\nDescription:\nThe server {B31118B2-1F49-48E5-B6F5-BC21CAEC56FB} did not register with DCOM within the required timeout.',
        'Source: DCOM\nEvent ID: 10005\nDescription:\n{3D14228D-FBE1-11D0-995D-00C04FD919C1}',
      ],
    },
    {
      id: 'dcom-10016',
      name: 'Launch or activation permission not granted',
      verdict: 'look',
      meaning:
        'A caller asked for a right that it does not have on a COM application. Most of these records are noise: the caller goes another way. It matters only when a pool or service account is named and something fails at that moment.',
      causes: [
        'A first attempt of a Windows component that is expected to be refused',
        'A service or pool account that really lacks Local Activation',
        'Permissions of the AppID that a setup or a hardening changed',
      ],
      checks: [
        'Does something you use fail in the same second, every time? If not, it is noise.',
        'Who was refused: SYSTEM, LOCAL SERVICE or the signed-in user is nearly always noise; a pool or service account deserves a look.',
      ],
      fix: ignoreFix,
      steps: [...filterSteps("Data[@Name='param4']='{the CLSID}'"), ...grantSteps],
      doNot: [
        'Do not take ownership of registry keys to silence a record that harms nothing.',
        'Do not grant Everyone, Full Control, or remote rights.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10016 }],
      componentDecides: true,
      sources: [byDesign, manifest],
      samples: [
        'Source: DCOM\nEvent ID: 10016\nDescription:\nThe machine-default permission settings do not grant Local Activation permission for the COM Server application with CLSID {12345678-1234-4234-8234-123456789ABC} and APPID {12345678-1234-4234-8234-123456789ABD} to the user CONTOSO\\svc-web SID (S-1-5-21-1-2-3-1105) from address LocalHost (Using LRPC).',
      ],
      notSamples: ['The permission settings of the share grant Local access.'],
    },
    {
      id: 'dcom-10016-remote-shell',
      name: 'A computer asked for the desktop shell from afar',
      verdict: 'look',
      verdictText: 'refused; find out who asked',
      meaning:
        'A program on another computer tried to start Explorer or the management console here through DCOM, and was refused. Hardly any tool needs that, but attackers move from server to server this way with a stolen account.',
      checks: [
        'Whose account and which address does the record name, and what runs there? Security 4624 and 4672 of that minute show its logons.',
      ],
      fix: 'Is it a tool of yours? Then let it use PowerShell remoting. If nobody knows it, treat account and sending computer as taken over.',
      doNot: ['Do not grant the right that was refused, and do not filter the record away before you know who asked.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            locality: ['Remote'],
            clsid: [
              'C08AFD90-F2A1-11D1-8455-00A0C91F3880',
              '9BA05972-F6A8-11CF-A442-00A0C90A8F39',
              '49B2791A-B1AE-4C90-9B8E-E860BA07F889',
            ],
          },
        },
      ],
      sources: [
        {
          document: 'MITRE ATT&CK T1021.003: Remote Services, Distributed Component Object Model',
          says: 'MMC20.Application, ShellWindows and ShellBrowserWindow are started over DCOM to run commands on another computer.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Remote Launch permission for the COM Server application with CLSID\n{9BA05972-F6A8-11CF-A442-00A0C90A8F39}\n and APPID\n{9BA05972-F6A8-11CF-A442-00A0C90A8F39}\n to the user CONTOSO\\backup SID (S-1-5-21-1-2-3-1190) from address 10.0.0.31 running in the application container Unavailable SID (Unavailable).',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID Qualifiers="0">10016</EventID></System><EventData><Data Name="param1">application-specific</Data><Data Name="param2">Remote</Data><Data Name="param3">Activation</Data><Data Name="param4">{C08AFD90-F2A1-11D1-8455-00A0C91F3880}</Data></EventData></Event>',
      ],
      notSamples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID\n{9BA05972-F6A8-11CF-A442-00A0C90A8F39}\n and APPID\n{9BA05972-F6A8-11CF-A442-00A0C90A8F39}\n to the user CONTOSO\\backup SID (S-1-5-21-1-2-3-1190) from address LocalHost (Using LRPC).',
      ],
    },
    {
      id: 'dcom-10016-runtimebroker',
      name: 'RuntimeBroker',
      verdict: 'benign',
      verdictText: 'by design',
      meaning:
        'A Windows component asked for RuntimeBroker, was refused and goes another way: Microsoft lists this pair of CLSID and AppID as expected. Only a failure of your own application in the same second makes it more.',
      checks: [
        'Does a page or job of yours fail in the same second, every time, under exactly the account of the record?',
      ],
      fix: ignoreFix,
      steps: [
        ...filterSteps("Data[@Name='param4']='{D63B10C5-BB46-4990-A94F-E40B9D520160}'"),
        ...grantSteps,
        'Keys that guides name for RuntimeBroker: `HKCR\\AppID\\{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}`, `HKCR\\AppID\\RuntimeBroker.exe`, `HKCR\\CLSID\\{D63B10C5-BB46-4990-A94F-E40B9D520160}` and its `LocalServer32`. For launch permissions only the first has to change hands.',
      ],
      doNot: [
        'Do not take ownership from TrustedInstaller or grant rights only to silence it; Microsoft warns of side effects.',
        'Do not replace the permissions of all child keys, and do not leave Full Control behind.',
        'Do not reinstall anything for it.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: { clsid: ['D63B10C5-BB46-4990-A94F-E40B9D520160'] },
        },
      ],
      sources: [byDesign, brokerArticle],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID \n{D63B10C5-BB46-4990-A94F-E40B9D520160}\n and APPID \n{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC) running in the application container Unavailable SID (Unavailable).',
        'The application-specific permission settings do not grant Local Activation permissions for the COM Server application CSLID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user web SID {S-1-5-21-...',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-DistributedCOM"/><EventID Qualifiers="0">10016</EventID></System><EventData><Data Name="param1">application-specific</Data><Data Name="param2">Local</Data><Data Name="param3">Activation</Data><Data Name="param4">{d63b10c5-bb46-4990-a94f-e40b9d520160}</Data></EventData></Event>',
      ],
      notSamples: [
        'Source: DCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Launch permission for the COM Server application with CLSID {61738644-F196-11D0-9953-00C04FD919C1} and APPID {61738644-F196-11D0-9953-00C04FD919C1} to the user CONTOSO\\farm SID (S-1-5-21-1-2-3-4) from address LocalHost (Using LRPC).',
        'Source: DCOM\nEvent ID: 10010\nDescription:\nThe server {D63B10C5-BB46-4990-A94F-E40B9D520160} did not register with DCOM within the required timeout.',
      ],
    },
    {
      id: 'dcom-10016-shell',
      name: 'Windows shell component',
      verdict: 'benign',
      verdictText: 'by design',
      meaning:
        'Microsoft lists this pair of CLSID and AppID of the Windows shell as expected: the component is refused once and goes another way. It has no effect on IIS.',
      checks: ['Nothing. If something of yours fails, look for another record of the same second.'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      steps: filterSteps("Data[@Name='param4']='{the CLSID of the record}'"),
      doNot: ['Do not change owner or permissions of its registry keys; Microsoft warns of side effects.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: {
            clsid: [
              '260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E',
              'C2F03A33-21F5-47FA-B4BB-156362A2F239',
              '6B3B8D23-FA8D-40B9-8DBD-B950333E2C52',
            ],
          },
        },
      ],
      sources: [byDesign],
      samples: [
        'Source: DCOM\nEvent ID: 10016\nDescription:\nThe machine-default permission settings do not grant Local Activation permission for the COM Server application with CLSID {C2F03A33-21F5-47FA-B4BB-156362A2F239} and APPID {316CDED5-E4AE-4B15-9113-7055D84DCC97} to the user NT AUTHORITY\\LOCAL SERVICE SID (S-1-5-19) from address LocalHost (Using LRPC).',
      ],
      notSamples: [
        'Source: DCOM\nEvent ID: 10016\nDescription:\nThe machine-default permission settings do not grant Local Activation permission for the COM Server application with CLSID {12345678-1234-4234-8234-123456789ABC} and APPID {12345678-1234-4234-8234-123456789ABD} to the user x SID (S-1-5-19) from address LocalHost (Using LRPC).',
      ],
    },
    {
      id: 'dcom-10016-wamreg',
      name: 'IIS WAMREG admin service',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        'An account, often of a SharePoint farm, may not activate the IIS WAMREG admin service, which only IIS 6 compatibility uses. Web sites go on; some vendors ask for the grant all the same.',
      checks: ['Does something fail, or does the vendor of the product ask for it in writing? Else leave it.'],
      fix: 'Ignore or filter it. If it must go: Local Launch and Local Activation on this AppID for that one account or its group, owner restored.',
      steps: grantSteps,
      doNot: ['Do not grant it to Everyone or to IIS_IUSRS, and leave no Full Control on the key.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10016,
          where: { clsid: ['61738644-F196-11D0-9953-00C04FD919C1'] },
        },
      ],
      sources: [
        {
          document: 'Practice of SharePoint administrators on event 10016 for IIS WAMREG',
          says: 'The record is noise on most farms; where it is silenced, Local Launch and Activation for the service group suffices.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'Source: DCOM\nEvent ID: 10016\nDescription:\nThe application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID\n{61738644-F196-11D0-9953-00C04FD919C1}\nand APPID\n{61738644-F196-11D0-9953-00C04FD919C1}\nto the user CONTOSO\\farm SID (S-1-5-21-1-2-3-4) from address LocalHost (Using LRPC).',
      ],
      notSamples: ['The IIS WAMREG admin service started.'],
    },
    {
      id: 'dcom-10028',
      name: 'DCOM cannot reach a computer',
      verdict: 'look',
      meaning:
        'A program on this machine asked for a COM object on another computer and got no answer. Harmless where a remote IIS administration tool works in spite of it; else the computer is gone, renamed or behind a firewall.',
      causes: [
        'The first, expected attempt of Microsoft.Web.Administration (`ServerManager.OpenRemote`)',
        'The computer is off, renamed, or not found by name',
        'A firewall between the two',
        'A monitoring or management product with a stale list of computers',
      ],
      checks: [
        'Which process asks: the PID in the text is hexadecimal (1a4 is 420). Does its work succeed all the same?',
        'The name and the port: `Test-NetConnection the-computer -Port 135`',
      ],
      fix: 'If the tool works, ignore it. Else repair name resolution or the firewall, or take the dead computer off the list of the program that asks.',
      doNot: [
        'Do not trust the computer for unconstrained delegation to silence it: it could then act as anybody who connects.',
        'Do not change DCOM permissions: nothing was refused, nothing answered.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 10028 }],
      sources: [remoteAdministration, manifest],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer printsrv2 using any of the configured protocols; requested by PID 1f0 (C:\\Windows\\system32\\ServerManager.exe).',
        'DCOM was unable to communicate with the computer 10.1.2.3 using any of the configured protocols.',
      ],
      notSamples: ['Setup was unable to communicate with the computer.'],
    },
    {
      id: 'dcom-10028-dcdiag',
      name: 'A test asked an address that speaks no DCOM',
      verdict: 'benign',
      verdictText: 'usually harmless',
      meaning:
        '`dcdiag` asks each server it tests, the DNS forwarders too. A public DNS server, a router or the DNS of Azure (168.63.129.16) speaks no DCOM, so each run leaves these records. A domain controller in the text is another matter.',
      checks: [
        'Is the address a forwarder or the DNS of the network card? `Get-DnsServerForwarder`, `ipconfig.exe /all`. If it is a server of yours, look there.',
      ],
      fix: 'Nothing for a DNS server of others. For a domain controller of yours: repair name resolution, the firewall or the machine.',
      doNot: ['Do not open RPC to the internet for it, and do not take a working forwarder away.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 10028, context: /[\\(]dcdiag\.exe\b/i },
        { kind: 'event', provider: PROVIDER, eventId: 10028, where: { computer: ['168.63.129.16'] } },
      ],
      sources: [
        {
          document: 'Microsoft Learn: What is IP address 168.63.129.16?',
          says: 'A virtual address of the Azure platform for its agent, DNS, DHCP and health probes; it is no machine.',
          read: READ,
        },
        {
          document: 'Microsoft Learn: DCDiag',
          says: 'The DNS test reaches the servers of the domain and the forwarders they use.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer 9.9.9.9 using any of the configured protocols; requested by PID 1b8 (C:\\Windows\\system32\\dcdiag.exe).',
        'Event ID: 10028 Source: DCOM\nDCOM was unable to communicate with the computer 168.63.129.16 using any of the configured protocols.',
      ],
      notSamples: [
        'DCOM was unable to communicate with the computer web02 using any of the configured protocols; requested by PID 1b8 (C:\\tools\\deploy.exe).',
      ],
    },
    {
      id: 'dcom-10028-iis-administration',
      name: 'Remote IIS administration (Microsoft.Web.Administration)',
      verdict: 'benign',
      meaning:
        '`ServerManager.OpenRemote` first asks for the IIS object with delegation; the target is not trusted for it, so this is logged. The second try without delegation succeeds. Expected as long as the tool works.',
      checks: [
        'That the tool did its work. A Security record with 0xC00002EE at the same time belongs to it.',
        'If the tool fails: name resolution, TCP 135 and the dynamic RPC ports, rights on the AppID ahadmin.',
      ],
      fix: 'Ignore it, or filter 10028 for this computer in a custom view. The caller cannot prevent the record.',
      doNot: [
        'Do not enable unconstrained delegation to silence it: the target could then act as anybody who connects to it.',
        'Do not grant DCOM rights and do not open the firewall further while the tool works.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 10028,
          context:
            /Microsoft\.Web\.Admini?stration|ServerManager\.OpenRemote|\bOpenRemote\s*\(|InetMgr\.exe|WritableAdminManager|2B72133B-3F5B-4602-8952-803546CE3344/i,
        },
      ],
      sources: [remoteAdministration],
      samples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer web02 using any of the configured protocols; requested by PID 1a4 (C:\\Windows\\system32\\inetsrv\\InetMgr.exe).',
        'Our tool uses Microsoft.Web.Administration and works, but we see:\n\nSource: Microsoft-Windows-DistributedCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer WEB02 using any of the configured protocols; requested by PID 1a4',
        'DCOM was unable to communicate with the computer web02 using any of the configured protocols; requested by PID 1a4 (C:\\tools\\deploy.exe), while activating CLSID {2B72133B-3F5B-4602-8952-803546CE3344}.',
      ],
      notSamples: [
        'Source: Microsoft-Windows-DistributedCOM\nEvent ID: 10028\nDescription:\nDCOM was unable to communicate with the computer printsrv2 using any of the configured protocols; requested by PID 1f0 (C:\\Windows\\system32\\ServerManager.exe).',
      ],
    },
  ],
});
