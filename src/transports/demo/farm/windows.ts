import { eventKinds } from '../eventKinds';
import type { Happening, MachineSpec } from '../machineSpec';
import type { ServiceSpec } from '../services';

/** The services that matter to IIS as a Windows Server with the usual role services has them, and some others. */
export const windowsServices: readonly ServiceSpec[] = [
  { name: 'HTTP', displayName: 'HTTP Service', start: 'manual', isDriver: true, stopsIn: 3_000 },
  {
    name: 'RPCSS',
    displayName: 'Remote Procedure Call (RPC)',
    account: 'NT AUTHORITY\\NetworkService',
    cannotStop: true,
  },
  { name: 'EventLog', displayName: 'Windows Event Log', account: 'NT AUTHORITY\\LocalService' },
  { name: 'AppHostSvc', displayName: 'Application Host Helper Service', host: 'apphost' },
  {
    name: 'WAS',
    displayName: 'Windows Process Activation Service',
    dependsOn: ['RPCSS'],
    start: 'manual',
    host: 'iissvcs',
    startsIn: 900,
    stopsIn: 1_800,
  },
  {
    name: 'W3SVC',
    displayName: 'World Wide Web Publishing Service',
    dependsOn: ['WAS', 'HTTP'],
    host: 'iissvcs',
    startsIn: 1_200,
    stopsIn: 2_400,
  },
  { name: 'W3LOGSVC', displayName: 'W3C Logging Service', dependsOn: ['HTTP'], start: 'manual', stopped: true },
  {
    name: 'WinRM',
    displayName: 'Windows Remote Management (WS-Management)',
    dependsOn: ['RPCSS', 'HTTP'],
    account: 'NT AUTHORITY\\NetworkService',
  },
  { name: 'Spooler', displayName: 'Print Spooler', dependsOn: ['RPCSS', 'HTTP'] },
  { name: 'Schedule', displayName: 'Task Scheduler', dependsOn: ['RPCSS'], cannotStop: true },
];

export const managementService: ServiceSpec = {
  name: 'WMSVC',
  displayName: 'Web Management Service',
  dependsOn: ['HTTP'],
  account: 'NT AUTHORITY\\LocalService',
};

/** What WCF applications over net.tcp need. */
export const netTcpServices: readonly ServiceSpec[] = [
  {
    name: 'NetTcpPortSharing',
    displayName: 'Net.Tcp Port Sharing Service',
    account: 'NT AUTHORITY\\LocalService',
  },
  {
    name: 'NetTcpActivator',
    displayName: 'Net.Tcp Listener Adapter',
    dependsOn: ['NetTcpPortSharing', 'WAS'],
    account: 'NT AUTHORITY\\LocalService',
  },
];

/** The role services of a usual web server, by their names in the registry. */
export const usualComponents: readonly string[] = [
  'W3SVC',
  'StaticContent',
  'DefaultDocument',
  'DirectoryBrowse',
  'HttpErrors',
  'HttpLogging',
  'RequestMonitor',
  'HttpTracing',
  'StaticCompression',
  'DynamicCompression',
  'RequestFiltering',
  'WindowsAuthentication',
  'ISAPIExtensions',
  'ISAPIFilter',
  'NetFxExtensibility45',
  'ASPNET45',
  'ManagementConsole',
  'ManagementScriptingTools',
];

export const server2022: MachineSpec['windows'] = {
  product: 'Windows Server 2022 Standard',
  build: 20_348,
  revision: 2_762,
};
export const server2016: MachineSpec['windows'] = {
  product: 'Windows Server 2016 Standard',
  build: 14_393,
  revision: 7_428,
};
export const iis10: MachineSpec['iis'] = { major: 10, minor: 0 };

export const wcfReservation = { url: 'http://+:80/Temporary_Listen_Addresses/', user: '\\Everyone' } as const;

/** RuntimeBroker, which every Windows Server asks for in vain now and then: by design. */
export const permissionNoise: Happening = {
  minutesAgo: 1_430,
  every: 97,
  act: (machine) => {
    machine.log(
      eventKinds.permissionRefused,
      [
        'application-specific',
        'Local',
        'Activation',
        '{D63B10C5-BB46-4990-A94F-E40B9D520160}',
        '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
        'NT AUTHORITY',
        'SYSTEM',
        'S-1-5-18',
        'LocalHost (Using LRPC)',
        'Unavailable',
        'Unavailable',
      ],
      '',
      'S-1-5-18',
    );
  },
};

export const windowsRegistry: NonNullable<MachineSpec['registry']> = [
  {
    guid: '{D63B10C5-BB46-4990-A94F-E40B9D520160}',
    as: 'class',
    name: 'RuntimeBroker',
    path: '%SystemRoot%\\System32\\RuntimeBroker.exe',
    appId: '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
  },
  {
    guid: '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
    as: 'application',
    name: 'RuntimeBroker',
    launch: 'O:BAG:BAD:(A;;CCDCSW;;;IU)(A;;CCDCSW;;;AC)',
    owner: 'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
  },
  {
    guid: '{61738644-F196-11D0-9953-00C04FD919C1}',
    as: 'application',
    name: 'IIS WAMREG admin Service',
    service: 'IISADMIN',
  },
  {
    guid: '{2B72133B-3F5B-4602-8952-803546CE3344}',
    as: 'class',
    name: 'Microsoft.ApplicationHost.WritableAdminManager',
    path: 'C:\\Windows\\System32\\inetsrv\\nativerd.dll',
  },
  {
    guid: '{524B5D04-133C-4A62-8362-64E8EDB9CE40}',
    as: 'eventProvider',
    name: 'Microsoft-Windows-WAS',
    path: 'C:\\Windows\\System32\\inetsrv\\iisres.dll',
  },
];
