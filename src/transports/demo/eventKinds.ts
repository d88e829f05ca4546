import type { EventKind } from './eventLog';

const was = (
  id: number,
  level: EventKind['level'],
  names: readonly string[],
  message: string,
  qualifiers = level === 2 ? 49_152 : level === 3 ? 32_768 : 16_384,
): EventKind => ({
  provider: 'Microsoft-Windows-WAS',
  guid: '{524B5D04-133C-4A62-8362-64E8EDB9CE40}',
  source: 'WAS',
  id,
  qualifiers,
  level,
  log: 'System',
  names,
  message,
});

const w3svc = (id: number, message: string): EventKind => ({
  provider: 'Microsoft-Windows-IIS-W3SVC',
  guid: '{05448E22-93DE-4A7A-BBA5-92E27486A8BE}',
  source: 'W3SVC',
  id,
  qualifiers: 49_152,
  level: 2,
  log: 'System',
  names: ['UrlPrefix', 'SiteID'],
  message: `The World Wide Web Publishing Service (WWW Service) did not register the URL prefix %1 for site %2. ${message}`,
});

const dcom = (id: number, level: EventKind['level'], count: number, message: string): EventKind => ({
  provider: 'Microsoft-Windows-DistributedCOM',
  guid: '{1B562E86-B7AA-4131-BADC-B6F3A001407E}',
  source: 'DCOM',
  id,
  qualifiers: 0,
  level,
  log: 'System',
  names: Array.from({ length: count }, (_, i) => `param${i + 1}`),
  message,
});

const http = (id: number, level: EventKind['level'], names: readonly string[], message: string): EventKind => ({
  provider: 'Microsoft-Windows-HttpEvent',
  guid: '{7B6BC78C-898B-4170-BBF8-1A469EA43FC5}',
  source: 'HTTP',
  id,
  qualifiers: level === 2 ? 49_152 : 32_768,
  level,
  log: 'System',
  names,
  message,
});

const scm = (id: number, level: EventKind['level'], count: number, message: string): EventKind => ({
  provider: 'Service Control Manager',
  guid: '{555908D1-A6D7-4695-8E1E-26931D2012F4}',
  source: 'Service Control Manager',
  id,
  qualifiers: level === 2 ? 49_152 : 16_384,
  level,
  log: 'System',
  names: Array.from({ length: count }, (_, i) => `param${i + 1}`),
  message,
});

const restartTool = (id: number, message: string): EventKind => ({
  provider: 'Microsoft-Windows-IIS-IISReset',
  source: 'IISCTLS',
  id,
  qualifiers: 16_384,
  level: 4,
  log: 'System',
  names: ['UserName'],
  message,
});

const APPLICATION_POOL = ['AppPoolID'];
const WAS = 'Windows Process Activation Service (WAS)';

/** The events that simulated machines write, in the words of Windows. */
export const eventKinds = {
  rapidFail: was(
    5002,
    2,
    APPLICATION_POOL,
    "Application pool '%1' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
  ),
  communicationError: was(
    5011,
    3,
    ['AppPoolID', 'ProcessID'],
    "A process serving application pool '%1' suffered a fatal communication error with the Windows Process Activation Service. The process id was '%2'. The data field contains the error number.",
  ),
  identityInvalid: was(
    5021,
    3,
    APPLICATION_POOL,
    'The identity of application pool %1 is invalid. The user name or password that is specified for the identity may be incorrect, or the user may not have batch logon rights. If the identity is not corrected, the application pool will be disabled when the application pool receives its first request. If batch logon rights are causing the problem, the identity in the IIS configuration store must be changed after rights have been granted before Windows Process Activation Service (WAS) can retry the logon. If the identity remains invalid after the first request for the application pool is processed, the application pool will be disabled. The data field contains the error number.',
  ),
  disabledByIdentity: was(
    5057,
    3,
    APPLICATION_POOL,
    `Application pool %1 has been disabled. ${WAS} did not create a worker process to serve the application pool because the application pool identity is invalid.`,
  ),
  disabledByFailure: was(
    5059,
    2,
    APPLICATION_POOL,
    `Application pool %1 has been disabled. ${WAS} encountered a failure when it started a worker process to serve the application pool.`,
  ),
  recycledOnDemand: was(
    5079,
    4,
    APPLICATION_POOL,
    "An administrator has requested a recycle of all worker processes in application pool '%1'.",
  ),
  idle: was(
    5186,
    4,
    ['ProcessID', 'AppPoolID', 'Minutes'],
    "A worker process with process id of '%1' serving application pool '%2' was shutdown due to inactivity. Application Pool timeout configuration was set to %3 minutes. A new worker process will be started when needed.",
  ),
  urlTaken: w3svc(
    1007,
    'The necessary network binding may already be in use. The site has been disabled. The data field contains the error number.',
  ),
  urlRefused: w3svc(1004, 'The site has been disabled. The data field contains the error number.'),
  transportNotBound: http(
    15_005,
    2,
    ['DeviceObject', 'Address'],
    'Unable to bind to the underlying transport for %2. The IP Listen-Only list may contain a reference to an interface which may not exist on this machine. The data field contains the error number.',
  ),
  certificateFailed: http(
    15_021,
    2,
    ['DeviceObject', 'Endpoint'],
    'An error occurred while using SSL configuration for endpoint %2. The error status code is contained within the returned data.',
  ),
  bindingDeleted: http(15_300, 3, ['DeviceObject', 'Endpoint'], 'SSL Certificate Settings deleted for endpoint : %2 .'),
  bindingCreated: http(
    15_301,
    3,
    ['DeviceObject', 'Endpoint'],
    'SSL Certificate Settings created by an admin process for endpoint : %2 .',
  ),
  permissionRefused: dcom(
    10_016,
    3,
    11,
    'The %1 permission settings do not grant %2 %3 permission for the COM Server application with CLSID \r\n%4\r\n and APPID \r\n%5\r\n to the user %6\\%7 SID (%8) from address %9 running in the application container %10 SID (%11). This security permission can be modified using the Component Services administrative tool.',
  ),
  computerNotReached: dcom(
    10_028,
    2,
    4,
    'DCOM was unable to communicate with the computer %1 using any of the configured protocols; requested by PID %2 (%3), while activating CLSID %4.',
  ),
  serviceState: scm(7036, 4, 2, 'The %1 service entered the %2 state.'),
  serviceFailed: scm(7000, 2, 2, 'The %1 service failed to start due to the following error: \r\n%2'),
  serviceDependency: scm(
    7001,
    2,
    3,
    'The %1 service depends on the %2 service which failed to start because of the following error: \r\n%3',
  ),
  serviceEnded: scm(7034, 2, 2, 'The %1 service terminated unexpectedly.  It has done this %2 time(s).'),
  crash: {
    provider: 'Application Error',
    id: 1000,
    qualifiers: 0,
    level: 2,
    log: 'Application',
    message:
      'Faulting application name: %1, version: %2, time stamp: 0x%3\r\nFaulting module name: %4, version: %5, time stamp: 0x%6\r\nException code: 0x%7\r\nFault offset: 0x%8\r\nFaulting process id: 0x%9\r\nFaulting application start time: 0x%10\r\nFaulting application path: %11\r\nFaulting module path: %12\r\nReport Id: %13\r\nFaulting package full name: %14\r\nFaulting package-relative application ID: %15',
  },
  dotNetCrash: {
    provider: '.NET Runtime',
    id: 1026,
    qualifiers: 0,
    level: 2,
    log: 'Application',
    message: '%1',
  },
  restartStart: restartTool(3201, 'IIS start command received from user %1. The logged data is the status code.'),
  restartStop: restartTool(3202, 'IIS stop command received from user %1. The logged data is the status code.'),
  configurationChanged: {
    provider: 'Microsoft-Windows-IIS-Configuration',
    guid: '{DC0B8E51-4863-407A-BC3C-1B479B2978AC}',
    id: 29,
    level: 4,
    log: 'Microsoft-Windows-IIS-Configuration/Operational',
    names: [
      'PhysicalPath',
      'ConfigPath',
      'EffectiveLocationPath',
      'Configuration',
      'EditOperationType',
      'OldValue',
      'NewValue',
    ],
    message: "Changes to '%4' at '%3' have successfully been committed.",
  },
} as const satisfies Readonly<Record<string, EventKind>>;
