import { defineFamily, type Source } from '../fact';

const READ = '2026-11-21';
const headers: Source = {
  document: 'Windows SDK headers and registry listings of COM classes',
  says: 'The identifier, its class, its AppID and the program behind it.',
  read: READ,
};

/** COM classes and applications of IIS itself. */
export default defineFamily({
  facts: [
    {
      id: 'iis-out-of-process-pooled',
      name: 'IIS Out-of-Process Pooled Applications',
      verdict: 'act',
      verdictText: 'IIS 5: check the IWAM password',
      meaning:
        'The COM+ application in whose `dllhost.exe` IIS 5 runs all applications of Medium (Pooled) protection, as IWAM_<computer>. When an event names it, that process could not start. IIS 7 and later do not use it.',
      checks: [
        'Set one application to Low (In Process): if it answers, `dllhost.exe` cannot be started. Set it back afterwards.',
        'The copy of the password that COM+ uses is an LSA secret, `SCM:{3D14228D-…}` below HKLM\\SECURITY, which only SYSTEM can read: a search of the registry does not find the GUID.',
      ],
      fix: 'Give IWAM_<computer> one password in its three places: account, metabase key `WAMUserPass`, COM+ (`synciwam.vbs -v`). If a logon type is refused: the right to log on as a batch job.',
      doNot: ['Do not grant DCOM rights: it is a start that fails. On IIS 7 and later do not create an IWAM account.'],
      more: [
        'Two other causes are known: registry permissions that keep the process from keys it needs, and a changed group membership of IWAM_<computer>.',
      ],
      keys: [{ kind: 'guid', guid: '3D14228D-FBE1-11D0-995D-00C04FD919C1', roles: ['CLSID', 'COM+ application'] }],
      sources: [
        {
          document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
          says: 'The application id of IIS Out-of-Process Pooled Applications in Component Services is this GUID.',
          read: READ,
        },
      ],
      samples: ['{3D14228D-FBE1-11D0-995D-00C04FD919C1}', 'SCM: \\{3d14228D-fbe1-11d0-995d00c04fd919c1\\}'],
      notSamples: ['{3D14228D-FBE1-11D0-995D-00C04FD919C2}', '3D14228DFBE111D0995D00C04FD919C1'],
    },
    {
      id: 'iis-writable-admin-manager',
      name: 'WritableAdminManager of IIS',
      verdict: 'benign',
      verdictText: 'safe to ignore in DCOM 10028',
      meaning:
        'The COM object in `nativerd.dll` (AppID ahadmin) that Microsoft.Web.Administration and IIS Manager create to read and write IIS configuration. Remotely the first try asks for delegation and may fail; the second works.',
      checks: [
        'Does the tool work? Then a 10028 and a 0xC00002EE beside it are expected.',
        'With 10016 or 0x80070005 the caller lacks rights on the AppID ahadmin; with 0x800706BA the firewall blocks DCOM.',
      ],
      fix: 'Nothing while the tool works. If it fails with access denied, see who may activate the AppID ahadmin.',
      more: [
        'With 0x80040154 (class not registered) in "Retrieving the COM class factory for component with CLSID …" the machine where the program runs has no IIS management tools, or the program is 32-bit and they are not.',
      ],
      doNot: ['Do not enable unconstrained delegation: the target could then act as anybody who connects to it.'],
      keys: [{ kind: 'guid', guid: '2B72133B-3F5B-4602-8952-803546CE3344', roles: ['CLSID'] }],
      sources: [
        {
          document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
          says: 'OpenRemote creates this class, first with delegation, then without; the first failure is handled.',
          read: READ,
        },
        headers,
      ],
      samples: ['CLASSID: 2B72133B-3F5B-4602-8952-803546CE3344'],
      notSamples: ['2B72133B-3F5B-4602-8952'],
    },
    {
      id: 'iis-ahadmin',
      name: 'ahadmin, the AppID of IIS administration',
      verdict: null,
      meaning:
        'The DCOM application under which the IIS configuration objects are activated. Its launch and activation rights decide who may administer this IIS through DCOM.',
      doNot: [
        'Do not grant rights here to pool, web or deployment accounts: who may activate ahadmin administers all of IIS.',
      ],
      keys: [{ kind: 'guid', guid: '9FA5C497-F46D-447F-8011-05D03D7D7DDC', roles: ['AppID'] }],
      sources: [headers],
      samples: ['APPID {9FA5C497-F46D-447F-8011-05D03D7D7DDC}'],
      notSamples: ['{9FA5C497-F46D-447F-8011-05D03D7D7DDD}'],
    },
    {
      id: 'iis-admin-manager',
      name: 'AdminManager of IIS (read only)',
      verdict: null,
      meaning:
        'The reading counterpart of WritableAdminManager, under the same AppID ahadmin and with the same expected first failure when it is created on a remote server.',
      keys: [{ kind: 'guid', guid: '228FB8F7-FB53-4FD5-8C7B-FF59DE606C5B', roles: ['CLSID'] }],
      sources: [headers],
      samples: ['{228fb8f7-fb53-4fd5-8c7b-ff59de606c5b}'],
      notSamples: ['{228fb8f7-fb53-4fd5-8c7b-ff59de606c5c}'],
    },
    {
      id: 'iis-iisrstas',
      name: 'IISRSTAS, the helper of iisreset',
      verdict: null,
      meaning:
        'The COM server (`iisrstas.exe`) that does the work of `iisreset`. With 10016 or 0x80070005 the caller is no administrator or not elevated; with 10010 the helper hung.',
      checks: ['Was `iisreset` run from an elevated prompt, by an administrator of that computer?'],
      fix: 'Run it elevated, or better recycle the application pool; `iisreset /noforce` at most.',
      doNot: ['Do not grant rights on this class to accounts that are no administrators: it stops every site.'],
      keys: [{ kind: 'guid', guid: 'E8FB8621-588F-11D2-9D61-00C04F79C5FE', roles: ['CLSID'] }],
      sources: [
        headers,
        {
          document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
          url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
          says: 'iisreset calls a COM object in iisrstas.exe, which stops the services and on IIS 6 hunts for processes.',
          read: READ,
        },
      ],
      samples: ['CLSID {E8FB8621-588F-11D2-9D61-00C04F79C5FE}'],
      notSamples: ['{E8FB8621-588F-11D2-9D61-00C04F79C5FF}'],
    },
    {
      id: 'iis-iisrstas-appid',
      name: 'IISRSTAS, its AppID',
      verdict: null,
      meaning:
        'The DCOM application of the helper behind `iisreset`. Its launch and activation rights decide who may run `iisreset`, here or from another computer.',
      checks: ['With 10016: was `iisreset` run from an elevated prompt, by an administrator of that computer?'],
      doNot: ['Do not widen these rights: whoever has them can stop every site of the server.'],
      keys: [{ kind: 'guid', guid: 'E8FB8615-588F-11D2-9D61-00C04F79C5FE', roles: ['AppID'] }],
      sources: [headers],
      samples: ['CLSID {E8FB8621-588F-11D2-9D61-00C04F79C5FE} and APPID {E8FB8615-588F-11D2-9D61-00C04F79C5FE}'],
      notSamples: ['{E8FB8616-588F-11D2-9D61-00C04F79C5FE}'],
    },
    {
      id: 'iis-iisrstas-interface',
      name: 'IIisServiceControl, the interface of iisreset',
      verdict: null,
      meaning:
        'The COM interface and type library through which `iisreset` tells its helper IISRSTAS to stop, start or reboot. An error about it is one of the helper.',
      keys: [
        { kind: 'guid', guid: 'E8FB8620-588F-11D2-9D61-00C04F79C5FE', roles: ['IID'] },
        { kind: 'guid', guid: 'E8FB8614-588F-11D2-9D61-00C04F79C5FE', roles: ['type library'] },
      ],
      sources: [headers],
      samples: ["the interface with IID '{E8FB8620-588F-11D2-9D61-00C04F79C5FE}'"],
      notSamples: ['{E8FB8622-588F-11D2-9D61-00C04F79C5FE}'],
    },
    {
      id: 'iis-admin-service-class',
      name: 'IIS Admin Service, the door to the metabase',
      verdict: 'look',
      meaning:
        'The object in the service IISADMIN through which ADSI (`IIS://`), adsutil.vbs, the WMI of IIS 6 and SMTP reach the metabase; CLSID and AppID are the same. Web sites of IIS 7 and later do not need it.',
      causes: [
        '10005 or 10010: the service IISADMIN is disabled, does not start or hangs',
        '10016 or 0x80070005: the caller is no administrator of this IIS',
        '0x80040154, 0x80070003 or 0x80005000 in a script: the feature IIS 6 Metabase Compatibility is not installed',
      ],
      checks: [
        'With 10005 or 10010: does the service run? `sc.exe query IISADMIN`',
        'Who needs it on IIS 7 or later: an old script, SMTP, or a product that still speaks to the metabase?',
      ],
      fix: 'IIS 5 and 6: make IISADMIN start. IIS 7 and later: install IIS 6 Metabase Compatibility for old scripts, or port them.',
      doNot: ['Do not grant activation to web or pool accounts: who reaches the metabase administers IIS.'],
      keys: [{ kind: 'guid', guid: 'A9E69610-B80D-11D0-B9B9-00A0C922E750', roles: ['CLSID', 'AppID'] }],
      sources: [headers],
      samples: [
        'in order to run the server:\n(a9e69610-b80d-11d0-b9b9-00a0c922e750)',
        'CLSID {A9E69610-B80D-11D0-B9B9-00A0C922E750}',
      ],
      notSamples: ['{A9E69611-B80D-11D0-B9B9-00A0C922E750}'],
    },
    {
      id: 'iis-metabase-interface',
      name: 'IMSAdminBase, the interface of the metabase',
      verdict: null,
      meaning:
        'The COM interface to the metabase. E_NOINTERFACE (0x80004002) about it between two machines usually means that the calling one lacks IIS 6 Metabase Compatibility, which brings the proxy.',
      checks: ['On the calling machine: `dism.exe /online /get-featureinfo /featurename:IIS-Metabase`'],
      keys: [
        { kind: 'guid', guid: '70B51430-B6CA-11D0-B9B9-00A0C922E750', roles: ['IID'] },
        { kind: 'guid', guid: '8298D101-F992-43B7-8ECA-5052D885B995', roles: ['IID'] },
        { kind: 'guid', guid: 'F612954D-3B0B-4C56-9563-227B7BE624B4', roles: ['IID'] },
      ],
      sources: [headers],
      samples: ['QueryInterface for IID {70B51430-B6CA-11D0-B9B9-00A0C922E750} failed'],
      notSamples: ['{70B51431-B6CA-11D0-B9B9-00A0C922E750}'],
    },
    {
      id: 'iis-apphost-interface',
      name: 'Interface of the IIS configuration',
      verdict: null,
      meaning:
        'IAppHostAdminManager or IAppHostWritableAdminManager, the COM interface under which programs read or write `applicationHost.config`. Refusals have the causes of the AppID ahadmin.',
      checks: [
        '0x80040154: are the IIS management tools installed on the machine of the caller, and is the program 64-bit?',
      ],
      keys: [
        { kind: 'guid', guid: '9BE77978-73ED-4A9A-87FD-13F09FEC1B13', roles: ['IID'] },
        { kind: 'guid', guid: 'FA7660F6-7B3F-4237-A8BF-ED0AD0DCBBD9', roles: ['IID'] },
      ],
      sources: [headers],
      samples: ["the component for the interface with IID '{FA7660F6-7B3F-4237-A8BF-ED0AD0DCBBD9}' failed"],
      notSamples: ['{FA7660F7-7B3F-4237-A8BF-ED0AD0DCBBD9}'],
    },
    {
      id: 'iis-was-class',
      name: 'COM class of the service WAS',
      verdict: 'look',
      meaning:
        'Hosted by the Windows Process Activation Service; CLSID and AppID are the same. Where 10005 names it, WAS is disabled or does not start, and then no application pool works either.',
      checks: ['`sc.exe query WAS`, and the errors of the source WAS in the System log around that time.'],
      fix: 'Repair the start of WAS: its own events say why, mostly a fault in `applicationHost.config`.',
      doNot: ['Do not change DCOM permissions for a service that does not run.'],
      keys: [{ kind: 'guid', guid: '119817C9-666D-4053-AEDA-627D0E25CCEF', roles: ['CLSID', 'AppID'] }],
      sources: [headers],
      samples: ['in order to run the server: {119817C9-666D-4053-AEDA-627D0E25CCEF}'],
      notSamples: ['{119817C8-666D-4053-AEDA-627D0E25CCEF}'],
    },
    {
      id: 'iis-ftp-class',
      name: 'COM class of the FTP service',
      verdict: 'look',
      meaning:
        'Hosted by FTPSVC, the FTP service of IIS 7 and later; CLSID and AppID are the same. Where 10005 names it, that service is disabled or does not start. Web sites are not concerned.',
      checks: ['`sc.exe query FTPSVC`: is FTP used on this server at all?'],
      fix: 'Where FTP is used, let the service start and read its error; else ignore the record.',
      keys: [{ kind: 'guid', guid: '75BE3767-9BAD-477C-A125-26379D3EDB4A', roles: ['CLSID', 'AppID'] }],
      sources: [headers],
      samples: ['in order to run the server:\n{75BE3767-9BAD-477C-A125-26379D3EDB4A}'],
      notSamples: ['{75BE3768-9BAD-477C-A125-26379D3EDB4A}'],
    },
    {
      id: 'iis-pooled-wam-class',
      name: 'WAM object of pooled applications (IIS 5)',
      verdict: 'act',
      verdictText: 'IIS 5: dllhost.exe did not start',
      meaning:
        'What IIS 5 creates inside the COM+ application {3D14228D-…} for applications of Medium protection. A record about it says that their `dllhost.exe` did not start as IWAM_<computer>.',
      checks: [
        'Which error is quoted: "Access is denied" points to file permissions, "Logon failure" to the IWAM account.',
      ],
      fix: 'Access denied: give back the default NTFS permissions of the Windows folders. Logon failure: one IWAM password in its three places.',
      doNot: ['Do not grant DCOM rights, and do not create an IWAM account on IIS 7 or later.'],
      keys: [{ kind: 'guid', guid: '99169CB1-A707-11D0-989D-00C04FD919C1', roles: ['CLSID'] }],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q271071: Minimum NTFS Permissions Required for IIS 5.0 to Work',
          says: 'NTFS permissions that are too tight give DCOM 10001 and W3SVC 36 with access denied for this class as IWAM.',
          read: READ,
        },
      ],
      samples: ['Unable to start a DCOM Server: {99169CB1-A707-11D0-989D-00C04FD919C1} as ./IWAM_WEB1.'],
      notSamples: ['{99169CB2-A707-11D0-989D-00C04FD919C1}'],
    },
    {
      id: 'iis-machine-debug-manager',
      name: 'Machine Debug Manager (mdm.exe)',
      verdict: 'look',
      verdictText: 'harmless where nobody debugs',
      meaning:
        'The debugger for scripts that IIS 4 and 5 ask for when an application process starts, as IWAM_<computer>. 10002 and 10003: that account may not launch it; 10010: it did not start. Serving pages does not need it.',
      checks: [
        'Does anybody debug scripts on this server? Is server-side script debugging switched on for the application?',
      ],
      fix: 'Switch script debugging off. On a developer machine: Launch and Access for that one account on Machine Debug Manager in dcomcnfg.',
      doNot: ['Do not open the default DCOM permissions of the machine for it.'],
      keys: [{ kind: 'guid', guid: '0C0A3666-30C9-11D0-8F20-00805F2CD064', roles: ['CLSID'] }],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q290398: Access Denied When You Try to Start DCOM Server',
          says: 'IIS starts this debugger whenever it starts; out of process that happens as IWAM, which lacks the permission.',
          read: READ,
        },
      ],
      samples: ['The server is:\n{0C0A3666-30C9-11D0-8F20-00805F2CD064} The user is\nIWAM_WEB1/WEB1'],
      notSamples: ['{0C0A3667-30C9-11D0-8F20-00805F2CD064}'],
    },
    {
      id: 'iis-adsi-extension',
      name: 'ADSI extension of IIS (iisext.dll)',
      verdict: null,
      meaning:
        'Gives ADSI objects (`IIS://`) the verbs of IIS, such as Start, Stop and Recycle, for scripts of IIS 5 and 6. "Class not registered" (0x80040154): the IIS 6 scripting features are missing, or the script host is 32-bit.',
      checks: [
        'On 64-bit Windows: was the script run by `%windir%\\System32\\cscript.exe`, not by the one in SysWOW64?',
      ],
      fix: 'Install IIS 6 Metabase Compatibility and IIS 6 Scripting Tools, or port the script to appcmd.exe or PowerShell.',
      keys: [
        { kind: 'guid', guid: '91EF9258-AFEC-11D1-9868-00A0C922E703', roles: ['CLSID'] },
        { kind: 'guid', guid: 'B4F34438-AFEC-11D1-9868-00A0C922E703', roles: ['CLSID'] },
        { kind: 'guid', guid: 'C3B32488-AFEC-11D1-9868-00A0C922E703', roles: ['CLSID'] },
        { kind: 'guid', guid: 'BC36CDE8-AFEB-11D1-9868-00A0C922E703', roles: ['CLSID'] },
        { kind: 'guid', guid: 'E99F9D0C-FB39-402B-9EEB-AA185237BD34', roles: ['CLSID'] },
        { kind: 'guid', guid: '95863074-A389-406A-A2D7-D98BFC95B905', roles: ['CLSID'] },
        { kind: 'guid', guid: '40B8F873-B30E-475D-BEC5-4D0EBB0DBAF3', roles: ['CLSID'] },
      ],
      sources: [headers],
      samples: ['CLSID {E99F9D0C-FB39-402B-9EEB-AA185237BD34}: class not registered'],
      notSamples: ['{E99F9D0D-FB39-402B-9EEB-AA185237BD34}'],
    },
    {
      id: 'iis-wamreg',
      name: 'IIS WAMREG admin service',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'Registers web applications with COM+ for the metabase of IIS 6 and its compatibility features. CLSID and AppID are the same. Known from 10016 records of SharePoint accounts.',
      checks: ['Does something fail, or does the vendor of the product ask for the grant in writing?'],
      fix: 'Ignore or filter the record; else Local Launch and Local Activation for that one account on this AppID.',
      doNot: ['Do not grant it to Everyone or to IIS_IUSRS, and leave no Full Control on the key.'],
      keys: [{ kind: 'guid', guid: '61738644-F196-11D0-9953-00C04FD919C1', roles: ['CLSID', 'AppID'] }],
      sources: [headers],
      samples: ['{61738644-F196-11D0-9953-00C04FD919C1}'],
      notSamples: ['{61738644-F196-11D0-9953-00C04FD919C0}'],
    },
  ],
});
