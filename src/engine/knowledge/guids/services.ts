import { defineFamily, type Source } from '../fact';

const READ = '2026-11-21';
const byDesign: Source = {
  document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
  says: 'Windows components that are refused at a first try log 10016; that is expected, and permissions should not be changed.',
  read: READ,
};
const registry: Source = {
  document: 'Registry listings of COM classes of Windows',
  says: 'The class, its AppID and the service behind it.',
  read: READ,
};
const headers: Source = {
  document: 'Windows SDK headers',
  says: 'The class, its identifier and its interfaces.',
  read: READ,
};

const NO_GRANT = 'Do not take ownership from TrustedInstaller or grant rights only to silence the record.';
const IGNORE = 'Ignore it, or hide it with an XML filter in a custom view.';

/** Classes behind Windows services that end up in DCOM records of servers. */
export default defineFamily({
  facts: [
    {
      id: 'service-msi-server',
      name: 'Windows Installer',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'The service `msiserver`; CLSID and AppID are the same. Known from 10016 of NETWORK SERVICE or farm accounts on SharePoint and ConfigMgr servers, whose timer jobs take stock of installed products.',
      checks: ['Does the job that asks fail, or does the vendor of the product ask for the grant in writing?'],
      fix: 'Ignore or filter it; else Local Launch and Local Activation on this AppID for that one account, owner restored.',
      doNot: ['Do not grant it to Everyone or to IIS_IUSRS, and leave no Full Control on the key.'],
      keys: [{ kind: 'guid', guid: '000C101C-0000-0000-C000-000000000046', roles: ['CLSID', 'AppID'] }],
      sources: [registry, byDesign],
      samples: ['CLSID\n{000C101C-0000-0000-C000-000000000046}\nand APPID\n{000C101C-0000-0000-C000-000000000046}'],
      notSamples: ['{000C101D-0000-0000-C000-000000000046}'],
    },
    {
      id: 'service-network-connections',
      name: 'Network Connections (netman)',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'The service `netman`, which lists network connections. 10016 about it is old and frequent on SharePoint and SQL servers, where a service account looks at the network; it goes on without.',
      checks: ['Does something of that account fail in the same second, each time?'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [
        { kind: 'guid', guid: 'BA126AD1-2166-11D1-B1D0-00805FC1270E', roles: ['CLSID'] },
        { kind: 'guid', guid: '27AF75ED-20D9-11D1-B1CE-00805FC1270E', roles: ['AppID'] },
      ],
      sources: [registry, byDesign],
      samples: ['CLSID {BA126AD1-2166-11D1-B1D0-00805FC1270E}', 'APPID {27AF75ED-20D9-11D1-B1CE-00805FC1270E}'],
      notSamples: ['{BA126AD0-2166-11D1-B1D0-00805FC1270E}'],
    },
    {
      id: 'service-network-list',
      name: 'Network List Service (netprofm)',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10010, 10016',
      meaning:
        'The service `netprofm`, which knows the networks this computer is on. It is slow at start-up, and callers without rights are refused; sites of IIS do not ask it.',
      checks: ['Is the firewall profile right? `Get-NetConnectionProfile` shows it.'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [
        { kind: 'guid', guid: 'A47979D2-C419-11D9-A5B4-001185AD2B89', roles: ['CLSID'] },
        { kind: 'guid', guid: 'C96887DA-A652-4426-905E-4A37546F847C', roles: ['AppID'] },
      ],
      sources: [registry, byDesign],
      samples: ['The server {A47979D2-C419-11D9-A5B4-001185AD2B89} did not register with DCOM'],
      notSamples: ['{A47979D3-C419-11D9-A5B4-001185AD2B89}'],
    },
    {
      id: 'service-nap-agent',
      name: 'NAP agent',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'The agent of Network Access Protection on Server 2008 R2 and 2012. A frequent 10016 there; later versions of Windows have no such agent.',
      checks: ['Is Network Access Protection used at all? Hardly any network has it.'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [
        { kind: 'guid', guid: '24FF4FDC-1D9F-4195-8C79-0DA39248FF48', roles: ['CLSID'] },
        { kind: 'guid', guid: 'B292921D-AF50-400C-9B75-0C57A7F29BA1', roles: ['AppID'] },
      ],
      sources: [registry, byDesign],
      samples: ['CLSID {24FF4FDC-1D9F-4195-8C79-0DA39248FF48} and APPID {B292921D-AF50-400C-9B75-0C57A7F29BA1}'],
      notSamples: ['{24FF4FDD-1D9F-4195-8C79-0DA39248FF48}'],
    },
    {
      id: 'service-ip-bus-enumerator',
      name: 'PnP-X IP bus enumerator',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'The service `IPBusEnum` of Server 2008 and 2008 R2, which finds devices in the network. The SYSTEM account is refused at each start; nothing of a web server uses it.',
      checks: ['Nothing. If something of yours fails, look for another record of the same second.'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [
        { kind: 'guid', guid: 'C97FCC79-E628-407D-AE68-A06AD6D8B4D1', roles: ['CLSID'] },
        { kind: 'guid', guid: '344ED43D-D086-4961-86A6-1106F4ACAD9B', roles: ['AppID'] },
      ],
      sources: [registry, byDesign],
      samples: ['CLSID {C97FCC79-E628-407D-AE68-A06AD6D8B4D1} and APPID {344ED43D-D086-4961-86A6-1106F4ACAD9B}'],
      notSamples: ['{C97FCC78-E628-407D-AE68-A06AD6D8B4D1}'],
    },
    {
      id: 'service-diagnostic-policy',
      name: 'Diagnostic Policy Service',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10010, 10016',
      meaning:
        'The service `DPS` with its helpers, the troubleshooters of Windows. LOCAL SERVICE is refused at a first try, or the service is slow; web sites are not concerned.',
      checks: ['Nothing. If something of yours fails, look for another record of the same second.'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [
        { kind: 'guid', guid: '7022A3B3-D004-4F52-AF11-E9E987FEE25F', roles: ['CLSID'] },
        { kind: 'guid', guid: 'ADA41B3C-C6FD-4A08-8CC1-D6EFDE67BE7D', roles: ['AppID'] },
        { kind: 'guid', guid: 'DDCFD26B-FEED-44CD-B71D-79487D2E5E5A', roles: ['CLSID', 'AppID'] },
      ],
      sources: [registry, byDesign],
      samples: [
        'CLSID {7022A3B3-D004-4F52-AF11-E9E987FEE25F} and APPID {ADA41B3C-C6FD-4A08-8CC1-D6EFDE67BE7D} to the user NT AUTHORITY\\LOCAL SERVICE',
      ],
      notSamples: ['{7022A3B4-D004-4F52-AF11-E9E987FEE25F}'],
    },
    {
      id: 'service-remote-desktop',
      name: 'Remote Desktop Services',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'A class of the service TermService. RD Web and RD Gateway run on IIS, but do not depend on what this record says was refused.',
      checks: ['Does anybody fail to sign in or to start a published program? Then look at the RDS logs.'],
      fix: IGNORE,
      doNot: [NO_GRANT],
      keys: [{ kind: 'guid', guid: 'F9A874B6-F8A8-4D73-B5A8-AB610816828B', roles: ['CLSID'] }],
      sources: [registry, byDesign],
      samples: ['CLSID {F9A874B6-F8A8-4D73-B5A8-AB610816828B}'],
      notSamples: ['{F9A874B7-F8A8-4D73-B5A8-AB610816828B}'],
    },
    {
      id: 'service-defender',
      name: 'Microsoft Defender Antivirus',
      verdict: 'look',
      verdictText: 'harmless if another antivirus runs',
      meaning:
        'The service WinDefend; CLSID and AppID are the same. 10005 or 10016 about it come up where Defender is switched off by policy or another antivirus has taken its place.',
      checks: ['Is an antivirus running on this server at all? `sc.exe query WinDefend`'],
      fix: 'With another antivirus in place ignore it; else find out who switched Defender off.',
      doNot: ['Do not exclude all of `inetsrv` or of the sites from scanning because of it.'],
      keys: [{ kind: 'guid', guid: '2781761E-28E2-4109-99FE-B9D127C57AFE', roles: ['CLSID', 'AppID'] }],
      sources: [registry],
      samples: ['in order to run the server: {2781761E-28E2-4109-99FE-B9D127C57AFE}'],
      notSamples: ['{2781761F-28E2-4109-99FE-B9D127C57AFE}'],
    },
    {
      id: 'service-windows-update',
      name: 'Windows Update',
      verdict: 'benign',
      verdictText: 'no matter of IIS',
      meaning:
        'Classes of the service `wuauserv`. With 10005 it is disabled or does not start (1058, 1068, 1084 in safe mode), with 10010 it is slow; web sites go on.',
      checks: ['Should this server update itself? `sc.exe qc wuauserv` shows whether the service is disabled.'],
      fix: 'Where WSUS or another tool updates the server, ignore it; else let the service start.',
      doNot: ['Do not grant DCOM rights: the service does not run, nothing was refused.'],
      keys: [
        { kind: 'guid', guid: 'E60687F7-01A1-40AA-86AC-DB1CBF673334', roles: ['CLSID'] },
        { kind: 'guid', guid: '9B1F122C-2982-4E91-AA8B-E071D54F2A4D', roles: ['CLSID'] },
        { kind: 'guid', guid: '784E29F4-5EBE-4279-9948-1E8FE941646D', roles: ['CLSID'] },
        { kind: 'guid', guid: '653C5148-4DCE-4905-9CFD-1B23662D3D9E', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: [
        'in order to run the server: {E60687F7-01A1-40AA-86AC-DB1CBF673334}',
        'The server {9B1F122C-2982-4E91-AA8B-E071D54F2A4D} did not register with DCOM',
      ],
      notSamples: ['{E60687F8-01A1-40AA-86AC-DB1CBF673334}'],
    },
    {
      id: 'service-update-orchestrator',
      name: 'Update Orchestrator (UsoSvc)',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10010',
      meaning: 'The service that plans updates and restarts. It is often slow while updates are being finished.',
      checks: ['Did the server install updates just then? Event 19 of WindowsUpdateClient names them.'],
      fix: IGNORE,
      doNot: ['Do not grant DCOM rights for a timeout: nothing was refused.'],
      keys: [
        { kind: 'guid', guid: 'B91D5831-B1BD-4608-8198-D72E155020F7', roles: ['CLSID'] },
        { kind: 'guid', guid: 'E7299E79-75E5-47BB-A03D-6D319FB7F886', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: ['The server {B91D5831-B1BD-4608-8198-D72E155020F7} did not register with DCOM'],
      notSamples: ['{B91D5832-B1BD-4608-8198-D72E155020F7}'],
    },
    {
      id: 'service-trusted-installer',
      name: 'Windows Modules Installer (TrustedInstaller)',
      verdict: 'look',
      verdictText: 'harmless unless features fail to install',
      meaning:
        'The service that installs updates and roles, IIS features included. 10010 or 10005 about it while the machine starts or shuts down is usual; with a failed installation it is the cause to look at.',
      checks: ['Did adding an IIS role service or an update fail at that time? `%windir%\\Logs\\CBS\\CBS.log`'],
      fix: 'Without a failed installation ignore it; else restart the server and repeat the installation.',
      doNot: ['Do not disable the service, and do not take its ownership of registry keys and files away.'],
      keys: [
        { kind: 'guid', guid: '752073A1-23F2-4396-85F0-8FDB879ED0ED', roles: ['CLSID'] },
        { kind: 'guid', guid: '752073A2-23F2-4396-85F0-8FDB879ED0ED', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: ['The server {752073A1-23F2-4396-85F0-8FDB879ED0ED} did not register with DCOM'],
      notSamples: ['{752073A3-23F2-4396-85F0-8FDB879ED0ED}'],
    },
    {
      id: 'service-bits',
      name: 'Background Intelligent Transfer Service (BITS)',
      verdict: 'benign',
      verdictText: 'no matter of IIS',
      meaning:
        'The service that downloads in the background. With 10005 it is disabled, with 10010 it is slow. Sites need it only where the BITS upload extension of IIS is used.',
      checks: ['Is the BITS server extension installed? `Get-WindowsFeature BITS-IIS-Ext`'],
      fix: 'Without that extension ignore it; with it let the service start.',
      doNot: ['Do not grant DCOM rights: the service does not run or is slow, nothing was refused.'],
      keys: [
        { kind: 'guid', guid: '4991D34B-80A1-4291-83B6-3328366B9097', roles: ['CLSID'] },
        { kind: 'guid', guid: '69AD4AEE-51BE-439B-A92C-86AE490E8B30', roles: ['AppID'] },
      ],
      sources: [headers, registry],
      samples: ['in order to run the server: {4991D34B-80A1-4291-83B6-3328366B9097}'],
      notSamples: ['{4991D34C-80A1-4291-83B6-3328366B9097}'],
    },
    {
      id: 'service-search',
      name: 'Windows Search',
      verdict: 'benign',
      verdictText: 'no matter of IIS',
      meaning:
        'Classes of the service `WSearch`, which indexes files. With 10005 it is disabled or Windows was in safe mode (1084). IIS does not use it, except for old sites that query an index.',
      checks: ['Does an old site or Exchange on this server search by it? Else it may stay off.'],
      fix: 'Ignore it where nothing on the server searches.',
      doNot: ['Do not grant DCOM rights: the service does not run, nothing was refused.'],
      keys: [
        { kind: 'guid', guid: '9E175B6D-F52A-11D8-B9A5-505054503030', roles: ['CLSID'] },
        { kind: 'guid', guid: '7D096C5F-AC08-4F1F-BEB7-5C22C517CE39', roles: ['CLSID'] },
        { kind: 'guid', guid: '9E175B9C-F52A-11D8-B9A5-505054503030', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: [
        'DCOM got error "1084" attempting to start the service WSearch in order to run the server: {7D096C5F-AC08-4F1F-BEB7-5C22C517CE39}',
      ],
      notSamples: ['{7D096C60-AC08-4F1F-BEB7-5C22C517CE39}'],
    },
    {
      id: 'service-com-event-system',
      name: 'COM+ Event System',
      verdict: 'look',
      meaning:
        'The service `EventSystem`; CLSID and AppID are the same. With error 1084 Windows was in safe mode; with 1058 somebody disabled a service that backup (VSS) and more depend on.',
      checks: ['Is it running now? `sc.exe query EventSystem`'],
      fix: 'After safe mode nothing. If it is disabled: `sc.exe config EventSystem start= auto`, then start it.',
      doNot: ['Do not keep it disabled as hardening: backups of the server then fail.'],
      keys: [{ kind: 'guid', guid: '1BE1F766-5536-11D1-B726-00C04FB926AF', roles: ['CLSID', 'AppID'] }],
      sources: [registry],
      samples: ['in order to run the server: {1BE1F766-5536-11D1-B726-00C04FB926AF}'],
      notSamples: ['{1BE1F767-5536-11D1-B726-00C04FB926AF}'],
    },
    {
      id: 'service-shadow-copy',
      name: 'Volume Shadow Copy (VSS)',
      verdict: 'look',
      verdictText: 'harmless unless the backup fails',
      meaning:
        'Classes of the shadow copy service, met while a backup runs. The IIS Config Writer takes part in it and can fail on an `applicationHost.config` that cannot be read.',
      checks: ['Did the backup fail? `vssadmin.exe list writers` shows the state of every writer.'],
      fix: 'Backup good: ignore it. Else repair the writer that is not stable; for IIS Config Writer see that AppHostSvc runs.',
      doNot: ['Do not grant DCOM rights to silence it while backups work.'],
      keys: [
        { kind: 'guid', guid: '0B5A2C52-3EB9-470A-96E2-6C6D4570E40F', roles: ['CLSID'] },
        { kind: 'guid', guid: 'E579AB5F-1CC4-44B4-BED9-DE0991FF0623', roles: ['CLSID'] },
        { kind: 'guid', guid: '56BE716B-2F76-4DFA-8702-67AE10044F0B', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: ['CLSID {E579AB5F-1CC4-44B4-BED9-DE0991FF0623} and APPID {56BE716B-2F76-4DFA-8702-67AE10044F0B}'],
      notSamples: ['{E579AB60-1CC4-44B4-BED9-DE0991FF0623}'],
    },
    {
      id: 'service-wmi-logon',
      name: 'WMI, the door for remote callers',
      verdict: 'look',
      meaning:
        'The class with which a remote caller signs in to WMI; CLSID and AppID are the same. 10016 or 10006: the caller has no right to; 10028: the other computer does not answer.',
      checks: [
        'Who asks: a monitoring or inventory tool with a stale account, or your own tool that manages IIS by WMI?',
      ],
      fix: 'Give the tool its right account, or take this server off its list. Your own tools: better PowerShell remoting.',
      doNot: ['Do not open DCOM and WMI to Everyone or ANONYMOUS LOGON for a monitoring tool.'],
      keys: [{ kind: 'guid', guid: '8BC3F05E-D86B-11D0-A075-00C04FB68820', roles: ['CLSID', 'AppID'] }],
      sources: [registry],
      samples: ['CLSID {8BC3F05E-D86B-11D0-A075-00C04FB68820} and APPID {8BC3F05E-D86B-11D0-A075-00C04FB68820}'],
      notSamples: ['{8BC3F05F-D86B-11D0-A075-00C04FB68820}'],
    },
    {
      id: 'service-wmi-provider-host',
      name: 'WMI provider host (wmiprvse.exe)',
      verdict: 'look',
      verdictText: 'harmless unless WMI itself fails',
      meaning:
        'The process in which WMI runs its providers. 10010: it was slow, often under load or with too many monitoring queries; sites of IIS do not need it.',
      checks: ['Does WMI answer? `Get-CimInstance Win32_OperatingSystem`'],
      fix: 'If WMI answers, ignore it. Else find out which monitoring product overloads it.',
      doNot: ['Do not rebuild the WMI repository for it: products lose their registrations there.'],
      keys: [
        { kind: 'guid', guid: '73E709EA-5D93-4B2E-BBB0-99B7938DA9E4', roles: ['CLSID'] },
        { kind: 'guid', guid: '1F87137D-0E7C-44D5-8C73-4EFFB68962F2', roles: ['AppID'] },
      ],
      sources: [
        {
          document: 'Public code and registry listings that name the WMI provider host',
          says: 'Class and AppID of the provider host of WMI.',
          read: READ,
        },
      ],
      samples: ['The server {73E709EA-5D93-4B2E-BBB0-99B7938DA9E4} did not register with DCOM'],
      notSamples: ['{73E709EB-5D93-4B2E-BBB0-99B7938DA9E4}'],
    },
    {
      id: 'service-wsus-certificates',
      name: 'WSUS certificate server',
      verdict: 'look',
      meaning:
        'The service `WSusCertServer` of WSUS, which hands out its signing certificate. Only on WSUS servers, whose sites run in IIS on port 8530 or 8531.',
      checks: ['Does WSUS work? `sc.exe query WSusCertServer` and the pool WsusPool.'],
      fix: 'If WSUS works, ignore it. Else start the service and look at the log SoftwareDistribution.log of WSUS.',
      keys: [
        { kind: 'guid', guid: 'AC5E0739-3F5D-4238-8553-526894A214B6', roles: ['CLSID'] },
        { kind: 'guid', guid: '2FE6F8A7-285C-45DF-A1E3-88AE03E3F4C8', roles: ['CLSID'] },
        { kind: 'guid', guid: '8F5D3447-9CCE-455C-BAEF-55D42420143B', roles: ['AppID'] },
      ],
      sources: [registry],
      samples: ['in order to run the server: {AC5E0739-3F5D-4238-8553-526894A214B6}'],
      notSamples: ['{AC5E073A-3F5D-4238-8553-526894A214B6}'],
    },
  ],
});
