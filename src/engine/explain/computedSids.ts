import { sha1 } from '@noble/hashes/legacy.js';
import { poolsIn, servicesIn } from './accountNames';

const POOL_PREFIX = 'S-1-5-82-';
const SERVICE_PREFIX = 'S-1-5-80-';

/** Application pools that Windows and well-known products set up. */
const POOLS = [
  'DefaultAppPool|Classic .NET AppPool|.NET v4.5|.NET v4.5 Classic|.NET v2.0|.NET v2.0 Classic',
  'ASP.NET v4.0|ASP.NET v4.0 Classic|ASP.NET 1.1|ASP.NET v2.0|MSSharePointAppPool|StsAdminAppPool',
  // IIS Express
  'Clr4IntegratedAppPool|Clr4ClassicAppPool|Clr2IntegratedAppPool|Clr2ClassicAppPool|UnmanagedClassicAppPool',
  // SharePoint
  'SharePoint - 80|SharePoint - 443|SharePoint Central Administration v3|SharePoint Central Administration v4',
  'SharePoint Web Services Root|SharePoint Web Services System|SharePoint Web Services Default|SecurityTokenServiceApplicationPool',
  // Exchange
  'MSExchangeAutodiscoverAppPool|MSExchangeECPAppPool|MSExchangeMapiAddressBookAppPool|MSExchangeMapiFrontEndAppPool',
  'MSExchangeMapiMailboxAppPool|MSExchangeOABAppPool|MSExchangeOWAAppPool|MSExchangeOWACalendarAppPool',
  'MSExchangePowerShellAppPool|MSExchangePowerShellFrontEndAppPool|MSExchangePushNotificationsAppPool',
  'MSExchangeReportingWebServiceAppPool|MSExchangeRestAppPool|MSExchangeRestFrontEndAppPool|MSExchangeRpcProxyAppPool',
  'MSExchangeRpcProxyFrontEndAppPool|MSExchangeServicesAppPool|MSExchangeSyncAppPool|MSExchangeUnifiedMessagingAppPool',
  // other products of Microsoft
  'WsusPool|RDWebAccess|ADFSAppPool|CRMAppPool|CRMDeploymentServiceAppPool|Microsoft Team Foundation Server Application Pool',
  'CCM Client Deployment Pool|CCM Server Framework Pool|CCM Windows Auth Server Framework Pool|SMS Distribution Points Pool',
  'SMS Management Point Pool|SMS Windows Auth Management Point Pool',
].flatMap((names) => names.split('|'));

/** Windows services by their key names: those of IIS, and those that permissions and logs on such servers name. */
const SERVICES = [
  'W3SVC|WAS|AppHostSvc|W3LOGSVC|WMSVC|FTPSVC|MSFTPSVC|IISADMIN|SMTPSVC|NNTPSVC|HTTPFilter|HTTP|aspnet_state|MsDepSvc',
  'NetTcpActivator|NetPipeActivator|NetMsmqActivator|NetTcpPortSharing|iissvcs|c2wts|idsvc|adfssrv|appproxysvc|appproxyctrl',
  'TrustedInstaller|WinRM|Winmgmt|EventLog|Schedule|BITS|wuauserv|UsoSvc|Spooler|RpcSs|RpcEptMapper|DcomLaunch|EventSystem',
  'COMSysApp|MSDTC|VSS|swprv|SQLWriter|CryptSvc|KeyIso|SamSs|Netlogon|LanmanServer|LanmanWorkstation|Dnscache|Dhcp|DNS',
  'BFE|MpsSvc|WinDefend|SecurityHealthService|wscsvc|Sense|WdNisSvc|TermService|SessionEnv|UmRdpService|TSGateway|Tssdis',
  'WdiServiceHost|WdiSystemHost|DPS|diagtrack|PlugPlay|Power|ProfSvc|gpsvc|Themes|SENS|NlaSvc|netprofm|nsi|iphlpsvc|Netman',
  'SharedAccess|RemoteRegistry|SNMP|SNMPTRAP|W32Time|WSearch|OSearch15|OSearch16|SPTimerV4|SPAdminV4|SPTraceV4|WsusService',
  'MSSQLSERVER|SQLSERVERAGENT|SQLBrowser|MSSQL$SQLEXPRESS|SQLAgent$SQLEXPRESS|MSSQLFDLauncher|SQLTELEMETRY|ReportServer',
  'SQLServerReportingServices|MSSQLServerOLAPService|MsDtsServer100|MsDtsServer110|MsDtsServer120|MsDtsServer130|MsDtsServer140',
  'MsDtsServer150|MSMQ|certsvc|ADWS|NTDS|kdc|DFSR|Dfs|FDResPub|fdPHost|SSDPSRV|upnphost|PolicyAgent|IKEEXT|RemoteAccess|RasMan',
  'vds|vmms|vmcompute|VMTools|vmicheartbeat|CcmExec|HealthService|MSExchangeServiceHost|MSExchangeIS|sshd|ssh-agent',
  '.NET CLR Networking|.NET CLR Networking 4.0.0.0|clr_optimization_v4.0.30319_64|clr_optimization_v4.0.30319_32',
  'StateRepository|TokenBroker|AppReadiness|AppXSvc|ClipSVC|camsvc|CDPSvc|LSM|UserManager|SysMain|TrkWks|wcmsvc|lmhosts',
].flatMap((names) => names.split('|'));

/** Gives the accounts behind computed SIDs; the names in a text are only looked for when such a SID stands in it. */
export class ComputedSids {
  readonly #text: string;
  readonly #poolNames: readonly string[];
  #pools: ReadonlyMap<string, string> | undefined;
  #services: ReadonlyMap<string, string> | undefined;

  /** @param poolNames names of application pools known from configuration files */
  constructor(text: string, poolNames: readonly string[]) {
    this.#text = text;
    this.#poolNames = poolNames;
  }

  /** The account whose name gives exactly this SID; null where no name that we know does. */
  accountOf(sid: string): string | null {
    if (sid.startsWith(POOL_PREFIX)) {
      const pool = standardPools().get(sid) ?? (this.#pools ??= this.#poolsHere()).get(sid);
      return pool === undefined ? null : `IIS AppPool\\${pool}`;
    }
    if (sid.startsWith(SERVICE_PREFIX)) {
      const service =
        standardServices().get(sid) ?? (this.#services ??= bySid(servicesIn(this.#text), serviceSid)).get(sid);
      return service === undefined ? null : `NT SERVICE\\${service}`;
    }
    return null;
  }

  #poolsHere(): ReadonlyMap<string, string> {
    return bySid([...this.#poolNames, ...poolsIn(this.#text)], applicationPoolSid);
  }
}

let pools: ReadonlyMap<string, string> | undefined;
let services: ReadonlyMap<string, string> | undefined;
const standardPools = (): ReadonlyMap<string, string> => (pools ??= bySid(POOLS, applicationPoolSid));
const standardServices = (): ReadonlyMap<string, string> => (services ??= bySid(SERVICES, serviceSid));

const bySid = (names: readonly string[], sidOf: (name: string) => string): ReadonlyMap<string, string> =>
  new Map([...names].reverse().map((name) => [sidOf(name), name]));

/** The SID of an application pool's identity: SHA-1 of its lower-case name. */
export const applicationPoolSid = (name: string): string => `${POOL_PREFIX}${nameHash(name.toLowerCase())}`;

/** The SID of a service: SHA-1 of its upper-case key name. */
export const serviceSid = (name: string): string => `${SERVICE_PREFIX}${nameHash(name.toUpperCase())}`;

/** SHA-1 of the name in UTF-16LE as five little-endian 32-bit numbers. */
function nameHash(name: string): string {
  const bytes = new Uint8Array(name.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true);
  const hash = sha1(bytes);
  const words = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
  return [0, 4, 8, 12, 16].map((at) => words.getUint32(at, true)).join('-');
}
