import { headers, hresult, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const iwam: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'On IIS 5 the process of pooled applications does not start when the IWAM password differs between its three places.',
  read: READ,
};
const dcomEvents: Source = {
  document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
  says: 'The events 10000 to 10010 carry these codes when a class cannot be started or reached.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
  says: 'How IIS is administered remotely through DCOM, and what is needed for it.',
  read: READ,
};
const keyDeleted: Source = {
  document: 'Microsoft Support, KB 3114011: 800703fa, illegal operation attempted on a registry key',
  url: 'https://support.microsoft.com/en-gb/help/3114011/800703fa-illegal-operation-attempted-on-a-registry-key-that-has-been-m',
  says: 'The registry of the identity was unloaded under a running process; restarting the process or the policy against forced unloading helps.',
  read: '2026-11-24',
};
const compatibility: Source = {
  document: 'Microsoft Learn, iis-docs: metabase compatibility with IIS 7 and above',
  says: 'Scripts for the metabase and its ADSI provider need the IIS 6 compatibility feature.',
  read: READ,
};
const metabaseErrors: Source = {
  document: 'adsutil.vbs of the IIS scripting tools, and the ADSI provider it calls',
  says: 'How the script reads and writes the metabase, and what it shows when a path or value is not there.',
  read: READ,
};
const msdtc: Source = {
  document: 'michael-thomas.com and Microsoft Learn cc778405: synciwam.vbs on IIS 5, with error 8004e00f',
  says: 'COM+ needs the Distributed Transaction Coordinator; with MSDTC stopped or broken it answers with this code.',
  read: READ,
};
const rpc: Source = {
  document: 'Microsoft Support: troubleshoot RPC errors',
  says: 'RPC needs TCP 135 and a dynamic port; the codes of an unreachable or ended server.',
  read: READ,
};

/** COM, DCOM, RPC, ADSI and COM+. */
const facts: Fact[] = [
  {
    id: 'com-not-implemented',
    name: '0x80004001: not offered here',
    verdict: 'look',
    meaning:
      'E_NOTIMPL. The component does not offer that function. On IIS 7 and later: scripts for IIS 6 ask the compatibility layer for properties that no longer exist.',
    checks: ['Which property or method does the script ask for, and which version of IIS was it written for?'],
    fix: 'Port the script: appcmd or the IISAdministration module on IIS 7 and later.',
    keys: [hresult(0x80004001, 'E_NOTIMPL')],
    sources: [compatibility, headers],
    samples: ['0x80004001', 'E_NOTIMPL'],
    notSamples: ['0x80004000'],
  },
  {
    id: 'com-no-interface',
    name: '0x80004002: the object lacks that interface',
    verdict: 'act',
    meaning:
      'E_NOINTERFACE. The object exists, but not the interface asked for: its proxy or type library is not registered, of another version, or only for the other bitness.',
    checks: ['Which class and interface does the message name? Is the product installed in the bitness of the pool?'],
    fix: 'Repair the product that owns the class; rebuild the interop assembly for its version.',
    keys: [hresult(0x80004002, 'E_NOINTERFACE')],
    sources: [headers],
    samples: ['No such interface supported (0x80004002)', 'E_NOINTERFACE'],
    notSamples: ['0x80004006'],
  },
  {
    id: 'com-null-pointer',
    name: '0x80004003: a null pointer',
    verdict: 'look',
    meaning:
      'E_POINTER; in .NET a NullReferenceException. Code used an object that is not there. It is a fault in that code, often because something before it failed unnoticed.',
    checks: [
      'The first line of the stack that is your own code; did it only start with a deployment or a configuration?',
    ],
    fix: 'Correct the code, or supply the value that is missing in the configuration.',
    keys: [hresult(0x80004003, 'E_POINTER')],
    sources: [headers],
    samples: ['HResult: 0x80004003', '-2147467261', 'E_POINTER'],
    notSamples: ['0x80004006'],
  },
  {
    id: 'com-unspecified',
    name: '0x80004005: an error without a name',
    verdict: 'look',
    meaning:
      'E_FAIL, "Unspecified error". By itself it says nothing; many components return it. Look for the sentence beside it: ADO and ODBC in classic ASP, a failed start of ASP.NET Core, HttpException.',
    checks: [
      'The message beside it, and another event in the same second. ASP with ADO: bitness of the driver, rights on the database file.',
    ],
    fix: 'Cure what that message names; the code itself has no cure.',
    doNot: ['Do not follow a guide that was found by this number alone: it stands for hundreds of faults.'],
    keys: [hresult(0x80004005, 'E_FAIL')],
    sources: [
      {
        document: 'ASP.NET Core documentation: common error reference for Azure App Service and IIS',
        url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/azure-iis-errors-reference',
        says: 'A process that does not start is logged with this code, too; the text beside it decides.',
        read: READ,
      },
      headers,
    ],
    samples: ['[HttpException (0x80004005): Could not find a part of the path]', "error '80004005'", '-2147467259'],
    notSamples: ['0x80004006'],
  },
  {
    id: 'com-class-disabled',
    name: '0x80004027: the class is switched off',
    verdict: 'act',
    meaning:
      'CO_E_CLASS_DISABLED. The component is installed but disabled in Component Services, or remote access to COM+ is switched off on the target.',
    checks: ['Component Services > COM+ Applications: is the application or component disabled?'],
    fix: 'Enable it there; for remote use add the COM+ Network Access feature of the target.',
    keys: [hresult(0x80004027, 'CO_E_CLASS_DISABLED')],
    sources: [headers],
    samples: ['0x80004027', 'CO_E_CLASS_DISABLED'],
    notSamples: ['0x80004026'],
  },
  {
    id: 'com-class-not-registered',
    name: '0x80040154: the class is not registered',
    verdict: 'act',
    meaning:
      'REGDB_E_CLASSNOTREG. The COM component is not installed, or only for the other bitness: a 64-bit pool sees no 32-bit in-process components, and the reverse.',
    checks: ['Below which key is the CLSID: `HKCR\\CLSID`, or only `HKCR\\WOW6432Node\\CLSID` (32-bit)? And the pool?'],
    fix: 'Install the component in the bitness of the pool; if it exists only in 32 bits, set enable32BitAppOnWin64 for a pool of its own.',
    doNot: ['Do not register DLLs of Windows with regsvr32 because a guide says so.'],
    keys: [hresult(0x80040154, 'REGDB_E_CLASSNOTREG')],
    sources: [dcomEvents, headers],
    samples: ['Retrieving the COM class factory … due to the following error: 80040154', '0x80040154', '-2147221164'],
    notSamples: ['0x80040153'],
  },
  {
    id: 'com-invalid-class-string',
    name: '0x800401F3: no component of that name',
    verdict: 'act',
    meaning:
      'CO_E_CLASSSTRING. The name after CreateObject is not registered: misspelt, not installed, or only registered for the other bitness.',
    checks: ['Is there a key of that name in `HKCR`? And which bitness has the pool?'],
    fix: 'Install the component in the bitness of the pool, or correct the name.',
    keys: [hresult(0x800401f3, 'CO_E_CLASSSTRING')],
    sources: [headers],
    samples: ['Invalid class string (0x800401F3)', "Server object error 'ASP 0177 : 800401f3'"],
    notSamples: ['0x800401F2'],
  },
  {
    id: 'com-moniker-syntax',
    name: '0x800401E4: IIS:// is not understood here',
    verdict: 'act',
    meaning:
      'MK_E_SYNTAX. From GetObject("IIS://…") and adsutil: the ADSI provider of IIS is not installed, or the metabase cannot be read.',
    checks: ['`sc.exe query IISADMIN`: does the service exist and run?'],
    fix: 'On IIS 7 and later install IIS 6 Metabase Compatibility and the scripting tools; better port the script to appcmd.',
    doNot: ['Do not reinstall IIS for it.'],
    keys: [hresult(0x800401e4, 'MK_E_SYNTAX')],
    sources: [compatibility, headers],
    samples: ['-2147221020 (0x800401e4)', 'MK_E_SYNTAX'],
    notSamples: ['0x800401E5'],
  },
  {
    id: 'com-server-exec-failure',
    name: '0x80080005: the COM server did not start',
    verdict: 'act',
    meaning:
      'CO_E_SERVER_EXEC_FAILURE, with DCOM 10010 beside it. The process of the class hung, crashed, or runs under an account that cannot log on. It is a start that failed, not a permission.',
    checks: ['The CLSID in DCOM 10010 or 10004: what is it? Application Error 1000 of its process at that second?'],
    fix: 'Repair what the CLSID names, or the account of its Identity tab in dcomcnfg.',
    doNot: ['Do not grant DCOM permissions for it.'],
    keys: [hresult(0x80080005, 'CO_E_SERVER_EXEC_FAILURE')],
    sources: [dcomEvents, iwam, headers],
    samples: ['CoGetClassObject, 0x80080005 Server execution failed', 'CO_E_SERVER_EXEC_FAILURE', '-2146959355'],
    notSamples: ['0x80080006', 'Error code was 8080005'],
  },
  {
    id: 'com-runas-logon-failure',
    name: '0x8000401A: the account of the COM server is wrong',
    verdict: 'act',
    meaning:
      'CO_E_RUNAS_LOGON_FAILURE. A COM server could not be started because its configured account cannot log on. On IIS 5, with W3SVC 36, it is IWAM_<computer> and its password in three places.',
    checks: [
      'IIS 5: does the application work in Low isolation? Elsewhere: the Identity tab of the class in dcomcnfg.',
    ],
    fix: 'IIS 5: one IWAM password in the account, `WAMUserPass` and, by `synciwam.vbs -v`, in COM+. Else correct the account in dcomcnfg.',
    doNot: ['On IIS 7 and later there is no IWAM account: do not create one.'],
    keys: [hresult(0x8000401a, 'CO_E_RUNAS_LOGON_FAILURE')],
    sources: [iwam, headers],
    samples: ["Server object error 'ASP 0178 : 8000401a'", '0x8000401A'],
    notSamples: ['0x8000401B'],
  },
  {
    id: 'com-call-rejected',
    name: '0x80010001: the program was busy and refused',
    verdict: 'act',
    meaning:
      'RPC_E_CALL_REJECTED. A COM server that serves one call at a time refused another one. On web servers it is mostly Office automation, which waits for a dialog that nobody sees.',
    checks: ['Which program is automated? Are many of its processes left over?'],
    fix: 'Replace Office automation by a library that reads and writes the files; Microsoft does not support it on servers.',
    doNot: ['Do not make the pool interactive or an administrator for Office.'],
    keys: [hresult(0x80010001, 'RPC_E_CALL_REJECTED')],
    sources: [
      {
        document: 'Microsoft Support, KB 257757: considerations for server-side automation of Office',
        says: 'Automation of Office from services is neither recommended nor supported.',
        read: READ,
      },
      headers,
    ],
    samples: ['Call was rejected by callee. (Exception from HRESULT: 0x80010001)', '-2147418111'],
    notSamples: ['0x80010002'],
  },
  {
    id: 'com-disconnected',
    name: '0x80010108: the object is gone',
    verdict: 'look',
    meaning:
      'RPC_E_DISCONNECTED. A program holds a reference to an object whose process has ended, such as a worker process that was recycled meanwhile.',
    checks: ['Was a pool recycled or a service restarted at that moment?'],
    fix: 'Let the program create the object anew when this code comes. Once at a recycle needs nothing.',
    keys: [hresult(0x80010108, 'RPC_E_DISCONNECTED')],
    sources: [headers],
    samples: ['0x80010108', '-2147417848'],
    notSamples: ['0x80010107'],
  },
  {
    id: 'com-remote-access-denied',
    name: '0x8001011B: COM refuses access from outside',
    verdict: 'act',
    meaning:
      'RPC_E_ACCESS_DENIED. The limits of COM security on the target do not let this caller in, before any permission of the class is asked.',
    checks: [
      'On the target: membership of Distributed COM Users, and the COM Security limits in dcomcnfg or in group policy.',
    ],
    fix: 'Add the caller to Distributed COM Users on the target, and give it remote rights on the one class.',
    doNot: ['Do not open the machine-wide limits for Everyone or Anonymous.'],
    keys: [hresult(0x8001011b, 'RPC_E_ACCESS_DENIED')],
    sources: [remoteAdministration, headers],
    samples: ['0x8001011B', 'RPC_E_ACCESS_DENIED'],
    notSamples: ['0x8001011D'],
  },
  {
    id: 'rpc-server-unavailable',
    name: '0x800706BA: the other computer cannot be reached',
    verdict: 'act',
    meaning:
      'Win32 1722, "The RPC server is unavailable". Remote administration through DCOM or WMI does not get through: a firewall, a wrong name, a machine that is off, or a service that ended.',
    checks: ['`Test-NetConnection HOST -Port 135` from here; does the name lead to the right address?'],
    fix: 'Allow "COM+ Network Access (DCOM-In)" and "WMI (DCOM-In)" on the target; better use WMSVC (8172) or WinRM (5986), one port each.',
    doNot: ['Do not switch the firewall off, and do not grant DCOM permissions: nobody has asked for them yet.'],
    keys: win32(1722, 'RPC_S_SERVER_UNAVAILABLE'),
    sources: [rpc, remoteAdministration, headers],
    samples: ['(Exception from HRESULT: 0x800706BA)', 'error 1722', '2147944122', 'exit code 0x000006BA'],
    notSamples: ['0x800706BB'],
  },
  {
    id: 'rpc-call-failed',
    name: '0x800706BE: the server ended during the call',
    verdict: 'look',
    meaning:
      'Win32 1726 (0x800706BF: before it began). The connection was there and broke: the process that served the call crashed, was restarted, or the network was cut.',
    checks: ['On the target: Application Error 1000 or a restarted service at that second?'],
    fix: 'Cure that crash, then repeat the call. Once, during a restart, needs nothing.',
    keys: [...win32(1726, 'RPC_S_CALL_FAILED'), ...win32(1727, 'RPC_S_CALL_FAILED_DNE')],
    sources: [rpc, headers],
    samples: ['0x800706BE', 'The remote procedure call failed. (1726)', '0x800706BF'],
    notSamples: ['0x800706BD'],
  },
  {
    id: 'rpc-no-endpoint',
    name: '0x800706D9: the service does not listen',
    verdict: 'act',
    meaning:
      'Win32 1753, "no more endpoints". The other computer answers, but the service asked for is not registered there. From netsh it says that the Windows Firewall service is stopped.',
    checks: ['Is the service running on the target? Locally: `sc.exe query MpsSvc`.'],
    fix: 'Start that service. The Windows Firewall service must run, even where its rules are switched off.',
    doNot: ['Do not stop or disable MpsSvc: Microsoft does not support it.'],
    keys: win32(1753, 'EPT_S_NOT_REGISTERED'),
    sources: [rpc, headers],
    samples: ['There are no more endpoints available from the endpoint mapper. (1753)', '0x800706D9'],
    notSamples: ['0x800706DA'],
  },
  {
    id: 'registry-key-deleted',
    name: '0x800703FA: the profile was unloaded under the process',
    verdict: 'act',
    verdictText: 'recycle, then keep the profile loaded',
    meaning:
      'Win32 1018, "registry key marked for deletion". The identity of the pool or COM+ application was logged on and off elsewhere, and Windows unloaded its registry while the process still used it.',
    checks: ['Did somebody log on with that account interactively, or does a task use it?'],
    fix: 'Recycle the pool now. For good: `loadUserProfile` for the pool, no interactive use of that account, or the policy "Do not forcefully unload the users registry at user logoff".',
    doNot: ['Do not repair or re-register the component that the message names: it is innocent.'],
    keys: win32(1018, 'ERROR_KEY_DELETED'),
    sources: [keyDeleted, headers],
    samples: [
      'due to the following error: 800703fa Illegal operation attempted on a registry key',
      '0x800703FA',
      '-2147023878',
    ],
    notSamples: ['0x800703F9'],
  },
  {
    id: 'adsi-bad-path',
    name: '0x80005000: ADSI does not understand the path',
    verdict: 'act',
    meaning:
      'E_ADS_BAD_PATHNAME. An `IIS://` path is misspelt, or its provider is missing: on IIS 7 and later it comes only with IIS 6 Metabase Compatibility.',
    checks: ['`sc.exe query IISADMIN`. Is it the path `IIS://localhost/W3SVC/1/Root`, with that very case for IIS?'],
    fix: 'Correct the path or install IIS 6 Metabase Compatibility; better port the code to Microsoft.Web.Administration.',
    keys: [hresult(0x80005000, 'E_ADS_BAD_PATHNAME')],
    sources: [compatibility, headers],
    samples: ['Unknown error (0x80005000)', '-2147463168'],
    notSamples: ['0x80005002'],
  },
  {
    id: 'adsi-property-not-supported',
    name: '0x80005006: this key has no such property',
    verdict: 'look',
    meaning:
      'E_ADS_PROPERTY_NOT_SUPPORTED. The property is unknown for this type of key: misspelt, made for another type, or of a newer version of IIS.',
    checks: ['Is the key of the right type (`KeyType`), and the property spelled as in the metabase reference?'],
    fix: 'Set it on a key that knows it, or correct the name.',
    keys: [hresult(0x80005006, 'E_ADS_PROPERTY_NOT_SUPPORTED')],
    sources: [metabaseErrors, headers],
    samples: ['ErrNumber: -2147463162 (0x80005006)'],
    notSamples: ['0x80005007'],
  },
  {
    id: 'adsi-property-not-found',
    name: '0x8000500D: nothing is set there',
    verdict: 'look',
    meaning:
      'E_ADS_PROPERTY_NOT_FOUND. `adsutil get` asked for a value that is not set at that path; the default or the value from above holds. Scripts take it for an error, which it mostly is not.',
    checks: ['Is it set further up: `w3svc` instead of `w3svc/1/root`?'],
    fix: 'Read it where it is set, or treat the code as "default".',
    keys: [hresult(0x8000500d, 'E_ADS_PROPERTY_NOT_FOUND')],
    sources: [metabaseErrors, headers],
    samples: ['ErrNumber: -2147463155 (0x8000500D)', 'E_ADS_PROPERTY_NOT_FOUND'],
    notSamples: ['0x8000500C'],
  },
  {
    id: 'msdtc-not-available',
    name: '0x8004E00F: COM+ cannot talk to MSDTC',
    verdict: 'act',
    meaning:
      'CONTEXT_E_TMNOTAVAILABLE. COM+ needs the Distributed Transaction Coordinator, and that is stopped, disabled or damaged. `synciwam.vbs` fails with it on IIS 5.',
    checks: ['`sc.exe query MSDTC`, and its events in the Application log.'],
    fix: 'Start MSDTC: `net start MSDTC`. If it does not start, repair it by its event; then repeat the script.',
    doNot: ['Do not delete the MSDTC keys of the registry, as a circulating recipe says.'],
    keys: [hresult(0x8004e00f, 'CONTEXT_E_TMNOTAVAILABLE'), hresult(0x8004d01b, 'XACT_E_TMNOTAVAILABLE')],
    sources: [msdtc, headers],
    samples: ['failed with error 8004e00f', '0x8004E00F', '-2147164145', '0x8004D01B'],
    notSamples: ['0x8004E010'],
  },
  {
    id: 'msdtc-network-disabled',
    name: '0x8004D024: MSDTC may not use the network',
    verdict: 'act',
    meaning:
      'XACT_E_NETWORK_TX_DISABLED. A transaction spans two machines, and network access is switched off in the security settings of MSDTC on one of them. 0x8004D00A: mostly the firewall is in between.',
    checks: ['Component Services > Distributed Transaction Coordinator > Local DTC > Security, on both machines.'],
    fix: 'Allow Network DTC Access, inbound and outbound as needed, on both; and MSDTC through the firewall.',
    doNot: ['Do not choose "No Authentication Required" unless the machines are in no common domain.'],
    keys: [hresult(0x8004d024, 'XACT_E_NETWORK_TX_DISABLED'), hresult(0x8004d00a, 'XACT_E_NOENLIST')],
    sources: [msdtc, headers],
    samples: ['(Exception from HRESULT: 0x8004D024)', '-2147168220'],
    notSamples: ['0x8004D025'],
  },
];

export default defineFamily({ facts });
