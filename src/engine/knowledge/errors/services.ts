import { headers, hresult, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const scm: Source = {
  document: 'Manifest of the Service Control Manager and Microsoft Learn on the services of IIS',
  says: 'The events 7000 to 7024 carry these codes as %%N; W3SVC depends on WAS and HTTP.',
  read: READ,
};
const stopCommands: Source = {
  document: 'Microsoft Learn: net stop, net start and sc commands for the services of IIS',
  says: 'net stop asks before it stops dependent services, waits for the stop, and /y answers for you.',
  read: READ,
};
const adminService: Source = {
  document: 'Microsoft Learn: IIS 6 metabase compatibility and the remote management service',
  says: 'IISADMIN exists only with the IIS 6 compatibility feature, WMSVC and FTPSVC only with theirs.',
  read: READ,
};

/** What the Service Control Manager answers. */
const facts: Fact[] = [
  {
    id: 'code-dependent-services-running',
    name: '0x8007041B: services that depend on it are running',
    verdict: 'act',
    verdictText: 'use /y, and start them again',
    meaning:
      'Win32 1051. A service cannot be stopped while others need it: W3SVC while WAS is stopped, and many more for HTTP. The stop was refused; nothing has changed.',
    checks: [
      'Who depends on it: `sc.exe enumdepend WAS`. Note which of them are running: `net start` starts only what you name.',
    ],
    fix: '`net stop WAS /y` stops the dependents too; then `net start W3SVC`, which starts WAS, and every other service that ran before.',
    doNot: ['Do not stop HTTP to get there: WinRM, the print spooler and others go with it.'],
    keys: win32(1051, 'ERROR_DEPENDENT_SERVICES_RUNNING'),
    sources: [stopCommands, headers],
    samples: ['[SC] ControlService FAILED 1051:\n\nA stop control has been sent', '0x8007041B', 'Systemfehler 1051'],
    notSamples: ['0x8007041A', 'port 1051'],
  },
  {
    id: 'code-service-request-timeout',
    name: '0x8007041D: the service did not answer in time',
    verdict: 'act',
    meaning:
      'Win32 1053. The process of the service did not report to the Service Control Manager within 30 seconds: it crashed at the start, waits for something, lacks its .NET runtime, or the server is overloaded.',
    checks: [
      'Which service (SCM 7000, 7009), and what does the Application log say of its process in the same minute: 1000, 1026?',
    ],
    fix: 'Repair what kept the process from starting; most often a missing runtime, a wrong account or a crash in its start-up code.',
    doNot: ['Do not raise ServicesPipeTimeout as the cure: it only makes the wait longer for a process that is dead.'],
    keys: win32(1053, 'ERROR_SERVICE_REQUEST_TIMEOUT'),
    sources: [scm, headers],
    samples: [
      'Error 1053: The service did not respond to the start or control request in a timely fashion.',
      '0x8007041D',
      '%%1053',
    ],
    notSamples: ['0x8007041E', 'line 1053'],
  },
  {
    id: 'code-service-already-running',
    name: '0x80070420: the service is running already',
    verdict: 'benign',
    verdictText: 'nothing to start',
    meaning:
      'Win32 1056. A start was asked for a service that runs. In a script it is no error. The same answer comes while the service is still stopping: then the start must be repeated.',
    checks: ['`sc.exe query W3SVC`: RUNNING is fine; STOP_PENDING means wait and start again.'],
    fix: 'Nothing while it runs. In scripts use `net stop`, which waits, before `net start`.',
    keys: win32(1056, 'ERROR_SERVICE_ALREADY_RUNNING'),
    sources: [stopCommands, headers],
    samples: ['[SC] StartService FAILED 1056:', '0x80070420'],
    notSamples: ['0x80070421'],
  },
  {
    id: 'code-service-disabled',
    name: '0x80070422: the service is disabled',
    verdict: 'act',
    meaning:
      'Win32 1058. The start type of the service, or of one it needs, is Disabled: W3SVC, WAS, HTTP, AppHostSvc, IISADMIN or the service behind a COM class. Somebody, a policy or hardening did that.',
    checks: ['`sc.exe qc W3SVC`, and the same for WAS and HTTP: START_TYPE. Is it set by group policy?'],
    fix: 'Undo it where it was set, else `sc.exe config W3SVC start= auto` (WAS: `demand`), then `net start W3SVC`.',
    doNot: ['Do not set every service of IIS to Automatic: only the disabled one is at fault.'],
    keys: win32(1058, 'ERROR_SERVICE_DISABLED'),
    sources: [scm, headers],
    samples: ['System error 1058 has occurred.', '0x80070422', 'Error 1058: The service cannot be started'],
    notSamples: ['0x80070423'],
  },
  {
    id: 'code-service-does-not-exist',
    name: '0x80070424: no service of that name',
    verdict: 'act',
    verdictText: 'feature not installed',
    meaning:
      'Win32 1060. The service is not installed: IISADMIN on IIS 7 and later without IIS 6 compatibility, WMSVC without the management service, FTPSVC without FTP, W3SVC without the web server.',
    checks: ['Do you mean the service name, not the display name? `sc.exe query type= service state= all` lists both.'],
    fix: 'Install the feature if you need it. A script for IIS 6 should use W3SVC and WAS instead of IISADMIN.',
    doNot: ['Do not create the service with `sc.exe create`: its files are not there.'],
    keys: win32(1060, 'ERROR_SERVICE_DOES_NOT_EXIST'),
    sources: [adminService, headers],
    samples: [
      '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist',
      '0x80070424',
      'exit code 1060',
    ],
    notSamples: ['0x80070425'],
  },
  {
    id: 'code-service-not-active',
    name: '0x80070426: the service is not started',
    verdict: 'look',
    meaning:
      'Win32 1062. A command went to a service that is stopped. `net stop` of a stopped service says it and means no harm; recycling or listing worker processes says it while WAS or W3SVC is down.',
    checks: ['Should it run? `sc.exe query WAS`, `sc.exe query W3SVC`, and the System log for why it stopped.'],
    fix: 'Where it should run: `net start W3SVC`. In a script that only wants it stopped: go on.',
    keys: win32(1062, 'ERROR_SERVICE_NOT_ACTIVE'),
    sources: [stopCommands, headers],
    samples: ['(Exception from HRESULT: 0x80070426)', 'Error 1062: The service has not been started.'],
    notSamples: ['ERROR 1062 (23000): Duplicate entry', '0x80070425'],
  },
  {
    id: 'code-service-specific-error',
    name: '0x8007042A: the service has an error of its own',
    verdict: 'look',
    meaning:
      'Win32 1066. The number says only that the service ended with a code of its own, which stands beside it: in SCM 7024, or as SERVICE_EXIT_CODE of `sc.exe query`.',
    checks: ['Read that second number: `sc.exe query W3SVC`, or the text of SCM 7024. A negative one is a HRESULT.'],
    fix: 'Look up the second number; this one needs no cure.',
    keys: win32(1066, 'ERROR_SERVICE_SPECIFIC_ERROR'),
    sources: [scm, headers],
    samples: ['        WIN32_EXIT_CODE    : 1066  (0x42a)', '0x8007042A'],
    notSamples: ['0x80070429'],
  },
  {
    id: 'code-service-process-aborted',
    name: '0x8007042B: the process of the service ended',
    verdict: 'act',
    meaning:
      'Win32 1067. The process of the service died while it started or ran: W3SVC, WMSVC, the ASP.NET state service or one of your own. The reason stands in another log.',
    checks: ['Application log in the same second: 1000 or 1026 with the process, or an event of the service itself.'],
    fix: 'Repair what that event names, then start the service again.',
    doNot: ['Do not set the recovery to "restart" and leave it: it will crash again, only unseen.'],
    keys: win32(1067, 'ERROR_PROCESS_ABORTED'),
    sources: [scm, headers],
    samples: ['Error 1067: The process terminated unexpectedly.', '0x8007042B', '%%1067'],
    notSamples: ['0x8007042F', '1067 rows'],
  },
  {
    id: 'code-service-dependency-fail',
    name: '0x8007042C: a service it needs did not start',
    verdict: 'act',
    meaning:
      'Win32 1068. The service itself is fine, but one that it depends on did not start: for W3SVC that is WAS or HTTP. This code is the consequence; the cause is with the other service.',
    checks: [
      '`sc.exe qc W3SVC` names the dependencies; start them one by one: `net start HTTP`, `net start WAS`. Which one fails?',
    ],
    fix: 'Cure the one that fails: for WAS read its events 5005, 5172 and 5189 in the System log.',
    doNot: ['Do not remove the dependency: the service cannot work without it.'],
    keys: win32(1068, 'ERROR_SERVICE_DEPENDENCY_FAIL'),
    sources: [scm, headers],
    samples: ['Error 1068: The dependency service or group failed to start.', '0x8007042C', '2147943468'],
    notSamples: ['0x8007043C'],
  },
  {
    id: 'code-service-logon-failed',
    name: '0x8007042D: the account of the service cannot log on',
    verdict: 'act',
    meaning:
      'Win32 1069. The service runs under an account whose password is wrong or expired, which is locked, or which lacks "Log on as a service". Application pools need another right: "Log on as a batch job".',
    checks: ['Account: `sc.exe qc NAME`. Reason: SCM 7038 and 7041 in the System log, 4625 in the Security log.'],
    fix: 'Set the present password in the properties of the service, or grant the right; better a group managed service account.',
    doNot: ['Do not switch the service to LocalSystem to get it running.'],
    keys: win32(1069, 'ERROR_SERVICE_LOGON_FAILED'),
    sources: [scm, headers],
    samples: [
      'Error 1069: The service did not start due to a logon failure.',
      '0x8007042D',
      '[SC] StartService FEHLER 1069:',
    ],
    notSamples: ['0x8007042E'],
  },
  {
    id: 'code-service-marked-for-delete',
    name: '0x80070430: the service waits to be deleted',
    verdict: 'act',
    meaning:
      'Win32 1072. The service was deleted, but a program still holds it open, so it cannot be created again yet: the Services console, Task Manager, a monitoring agent, or its own process.',
    checks: ['Is it stopped (`sc.exe queryex NAME`), and who has the Services console open, also in other sessions?'],
    fix: 'Close services.msc, Task Manager and Event Viewer in all sessions and let its process end; else restart the server.',
    doNot: ['Do not delete the key of the service in the registry by hand.'],
    keys: win32(1072, 'ERROR_SERVICE_MARKED_FOR_DELETE'),
    sources: [headers],
    samples: ['[SC] CreateService FAILED 1072:', '0x80070430'],
    notSamples: ['0x80070431'],
  },
  {
    id: 'code-service-dependency-deleted',
    name: '0x80070433: a service it needs does not exist',
    verdict: 'act',
    meaning:
      'Win32 1075. The service lists a dependency that is not installed, mostly because a role or feature was removed after the service had been set up.',
    checks: ['`sc.exe qc NAME` lists DEPENDENCIES; `sc.exe query` each of them. Which answers 1060?'],
    fix: 'Install the missing feature again. Only if the service does not need it, correct its list of dependencies.',
    doNot: ['`sc.exe config … depend=` replaces the whole list: do not name one and lose the others.'],
    keys: win32(1075, 'ERROR_SERVICE_DEPENDENCY_DELETED'),
    sources: [headers],
    samples: ['Error 1075: The dependency service does not exist', '0x80070433'],
    notSamples: ['0x80070434'],
  },
  {
    id: 'code-service-never-started',
    name: '0x80070435: not started since Windows came up',
    verdict: 'look',
    meaning:
      'Win32 1077. Nobody tried to start the service since the last boot: its start type is Manual or Disabled. In `sc.exe query` it is a state, not a fault.',
    checks: ['`sc.exe qc W3SVC`: AUTO_START? WAS is Manual by default, because W3SVC starts it.'],
    fix: 'Where it should run: `net start W3SVC`, and Automatic as start type.',
    keys: win32(1077, 'ERROR_SERVICE_NEVER_STARTED'),
    sources: [headers],
    samples: ['        WIN32_EXIT_CODE    : 1077  (0x435)', '0x80070435'],
    notSamples: ['0x80070436'],
  },
  {
    id: 'code-shutdown-in-progress',
    name: '0x8007045B: the system is shutting down',
    verdict: 'benign',
    verdictText: 'noise of a shutdown',
    meaning:
      'Win32 1115. A start or an activation was refused because Windows was going down. DCOM 10005 with this code is noise.',
    checks: ['Does User32 1074 or Kernel-General 13 stand in the System log within the same minutes?'],
    fix: 'Nothing.',
    keys: win32(1115, 'ERROR_SHUTDOWN_IN_PROGRESS'),
    sources: [
      {
        document: 'Manifest of the provider Microsoft-Windows-DistributedCOM and notes on event 10005',
        says: 'The event carries the Win32 code; 1115 says that the system was shutting down.',
        read: READ,
      },
      headers,
    ],
    samples: ['DCOM got error "1115": error 1115', '0x8007045B'],
    notSamples: ['0x8007045A'],
  },
  {
    id: 'code-wait-timed-out',
    name: '0x800705B4: the wait took too long',
    verdict: 'look',
    meaning:
      'Win32 1460. A command gave up waiting: `iisreset` or Start-Service for a service that is slow, FastCGI for its process, IIS for a share with its configuration. What it waited for may still be under way.',
    checks: ['What was waited for, and in which state is it now: `sc.exe queryex WAS`, the process, the share?'],
    fix: 'Find what is slow: hung requests at a stop, start-up code at a start, the network for a share.',
    doNot: [
      'Do not repeat the command at once, and do not kill the processes: a stop that is under way would lose requests.',
    ],
    keys: win32(1460, 'ERROR_TIMEOUT'),
    sources: [headers],
    samples: ['0x800705B4', 'error 1460'],
    notSamples: ['0x800705B5'],
  },
  {
    id: 'code-invalid-state',
    name: '0x8007139F: starting or stopping at this moment',
    verdict: 'look',
    verdictText: 'wait, then try again',
    meaning:
      'Win32 5023. The site or pool is between two states, so the command does not fit: a start while it stops, or a second start while it starts.',
    checks: [
      '`%windir%\\system32\\inetsrv\\appcmd.exe list apppool` shows the state; does it change within the shutdown limit?',
    ],
    fix: 'Wait until it is Started or Stopped, then repeat. Scripts should poll the state between stop and start.',
    doNot: ['Do not end w3wp.exe for it: the shutdown limit of the pool ends it by itself.'],
    keys: win32(5023, 'ERROR_INVALID_STATE'),
    sources: [headers],
    samples: ['(Exception from HRESULT: 0x8007139F)', 'error 5023'],
    notSamples: ['0x8007139E'],
  },
  {
    id: 'code-elevation-required',
    name: '0x800702E4: an elevated prompt is needed',
    verdict: 'act',
    meaning:
      'Win32 740. appcmd, netsh, iisreset and the other tools of IIS need "Run as administrator". An administrator whose prompt is not elevated is refused too.',
    checks: ['`whoami.exe /groups` must show Mandatory Label\\High Mandatory Level.'],
    fix: 'Open the prompt with "Run as administrator", or let the deployment agent run with full rights.',
    doNot: ['Do not switch User Account Control off.'],
    keys: win32(740, 'ERROR_ELEVATION_REQUIRED'),
    sources: [headers],
    samples: ['0x800702E4', 'error 740: The requested operation requires elevation'],
    notSamples: ['0x800702E5'],
  },
  {
    id: 'code-wmi-namespace',
    name: '0x8004100E: the WMI provider of IIS is not installed',
    verdict: 'act',
    meaning:
      'WBEM_E_INVALID_NAMESPACE, and 0x80041010 for the class. A script asked WMI for `root\\WebAdministration` or `root\\MicrosoftIISv2`, which exist only with the features that bring them.',
    checks: [
      'Which namespace does the script use? MicrosoftIISv2 is that of IIS 6, WebAdministration that of IIS 7 and later.',
    ],
    fix: 'Install IIS Management Scripts and Tools or IIS 6 WMI Compatibility; better port the script to appcmd or PowerShell.',
    doNot: ['Do not rebuild the WMI repository: the namespace was never there.'],
    keys: [hresult(0x8004100e, 'WBEM_E_INVALID_NAMESPACE'), hresult(0x80041010, 'WBEM_E_INVALID_CLASS')],
    sources: [adminService, { ...headers, document: 'Windows header file wbemcli.h' }],
    samples: ['error: 0x8004100E', '0x80041010', '-2147217394'],
    notSamples: ['0x80041011'],
  },
];

export default defineFamily({ facts });
