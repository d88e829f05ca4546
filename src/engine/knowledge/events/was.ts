import { dataPattern } from '../eventPatterns';
import { defineFamily, type Key, type Source } from '../fact';
import { keysOfBoth, typesOfBoth, WAS } from '../wasEvents';

const READ = '2026-11-21';
const availability: Source = {
  document: 'Microsoft Learn cc735151: IIS Application Pool Availability',
  says: 'The events of WAS about worker processes that fail and pools that are stopped, with their messages.',
  read: READ,
};
const iis6Events: Source = {
  document: 'Microsoft Learn cc786887: WWW Service Events (IIS 6.0)',
  says: 'The same messages under the source W3SVC, with numbers 4000 lower.',
  read: READ,
};
const crashArticle: Source = {
  document: 'Microsoft Support: analyze the termination or crash of an IIS worker process',
  says: 'Events 5009 and 5011 mean a crash; the Application log and a memory dump tell the cause, rapid fail follows.',
  read: READ,
};
const exitCodes: Source = {
  document: 'IIS team blog of Brian Murphy-Booth: Event ID 1009, W3SVC, and its exit codes',
  says: 'What the exit codes of a worker process stand for; on IIS 6 a code of 0x80 points to the rights of the identity.',
  read: READ,
};
const headers: Source = {
  document: 'Windows header files ntstatus.h and winerror.h',
  says: 'The value and the name of the exit code.',
  read: READ,
};
const poolSettings: Source = {
  document: 'IIS configuration reference: processModel, failure and cpu of an application pool',
  says: 'The settings behind the event, their defaults and what they do.',
  read: READ,
};

const APPCMD = '%windir%\\system32\\inetsrv\\appcmd.exe';
const dumpSteps: string[] = [
  'Read the Application log of that second: event 1000 names the faulting module, 1026 or 1325 the .NET exception with its stack.',
  'No word there? Let Windows write a full dump at the next crash: under `HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe` set `DumpType` to 2 and `DumpFolder` to a local folder with space.',
  'Or wait with a tool: `procdump.exe -accepteula -ma -e <pid> C:\\dumps`; the pid of the pool comes from the read-only `' +
    `${APPCMD} list wp\`.`,
  'Have the dump read, or correct what the stack names; a dump holds passwords and customer data, so keep it safe.',
];
const FAULT_MODULE =
  'Do not blame ntdll.dll, KERNELBASE.dll or clr.dll: there the fault is noticed, the cause is mostly another module.';
const RAPID_FAIL = 'Do not raise the limits of rapid-fail protection or switch it off to get rid of the 503.';

const crashed = (...exitCode: [string, ...string[]]): [Key, Key] => keysOfBoth(5009, { where: { ExitCode: exitCode } });

const NO_MEMORY = { context: dataPattern(0x80070008, 0x8007000e, 0x800705aa) };

/** WAS: worker processes that fail, hang, start or stop too slowly, and pools that are stopped for it. */
export default defineFamily({
  providers: [
    { name: WAS, label: 'WAS', aliases: ['Microsoft Windows WAS', 'Windows Process Activation Service', 'IIS-WAS'] },
  ],
  eventTypes: [
    ...typesOfBoth(
      5002,
      ['AppPoolID'],
      'Application pool <AppPoolID> is being automatically disabled [due to|because of] a series of failures in the process[(es)|es] serving that application pool',
      'is being automatically disabled',
    ),
    ...typesOfBoth(
      5009,
      ['AppPoolID', 'ProcessID', 'ExitCode'],
      'A process serving application pool <AppPoolID> [was |]terminated unexpectedly[. The process id was {ProcessID}[. The process exit code was {ExitCode}|]|]',
      'terminated unexpectedly',
    ),
    ...typesOfBoth(
      5010,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> failed to respond to a ping[. The process id was {ProcessID}|]',
      'failed to respond to a ping',
    ),
    ...typesOfBoth(
      5011,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> suffered a fatal communication error with the %service%[. The process id was {ProcessID}|]',
      'suffered a fatal',
    ),
    ...typesOfBoth(
      5012,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> exceeded time limits during start[ |]up[. The process id was {ProcessID}|]',
      'exceeded time limits during start',
    ),
    ...typesOfBoth(
      5013,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> exceeded time limits during shut[ |]down[. The process id was {ProcessID}|]',
      'exceeded time limits during shut',
    ),
    ...typesOfBoth(
      5015,
      ['AppPoolID', 'OrphanAction'],
      'serving application pool <AppPoolID> was orphaned but the specified orphan action <OrphanAction> could not be executed',
      'was orphaned but the specified orphan action',
    ),
    ...typesOfBoth(
      5022,
      ['AppPoolID'],
      'The %service% failed to create a worker process for the application pool {AppPoolID}',
      'failed to create a worker process for',
    ),
    ...typesOfBoth(
      5025,
      ['AppPoolID'],
      'Application pool <AppPoolID> exceeded its job limit settings',
      'exceeded its job limit settings',
    ),
    ...typesOfBoth(
      5039,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> reported a failure. The process id was {ProcessID}',
      'reported a failure',
    ),
    ...typesOfBoth(
      5127,
      ['AppPoolID', 'ProcessID'],
      'A worker process {ProcessID} serving application pool <AppPoolID> is no longer trusted by the %service%',
      'is no longer trusted by the',
    ),
  ],
  facts: [
    {
      id: 'was-5002',
      name: 'Pool stopped by rapid-fail protection',
      verdict: 'act',
      verdictText: 'its sites answer 503',
      meaning:
        'Worker processes of the pool failed too often (by default 5 times in 5 minutes), so WAS stopped it. It stays stopped, and all its sites answer 503. This record is only the consequence: the cause stands in the records before it.',
      causes: [
        'The application crashes at its start or at a certain request',
        'A native module is missing or of the wrong bitness, so that no worker process comes up',
        'The configuration of the pool or of a site in it cannot be read',
        'An agent or antivirus product injects a DLL that crashes the process',
      ],
      checks: [
        'What stands just before it: 5009, 5011, 5139 or 5203 here; 1000, 1026, 2280, 2282 or 2307 in the Application log?',
        `What is stopped: \`${APPCMD} list apppool /state:Stopped\``,
      ],
      fix: 'Cure the failure that the earlier records name, then start the pool with `appcmd.exe start apppool` or in IIS Manager.',
      steps: [
        'Find the first failure of that pool: filter the System log by its name and read the Application log of the same seconds.',
        'Cure that: a crash needs a dump, a missing module its product, a broken configuration its last good copy.',
        `Start the pool: \`${APPCMD} start apppool /apppool.name:"the pool"\``,
        'Ask for one page of each application in it and watch the System log for five minutes.',
      ],
      doNot: [
        RAPID_FAIL,
        'Do not run iisreset or restart the server: the pool starts, fails and is stopped again, and every other site went down for it.',
        'Do not go by guides that name 5012 for this: 5012 is a process that started too slowly.',
      ],
      more: [
        'The 503 is answered by HTTP.sys and stands in no site log, but in `%windir%\\System32\\LogFiles\\HTTPERR`, mostly with the reason AppOffline.',
      ],
      keys: keysOfBoth(5002),
      companions: [
        {
          provider: WAS,
          eventId: 5011,
          says: 'The processes crashed until the pool was stopped: look for 1000 and 1026 in the Application log at the time of each 5011.',
        },
        {
          provider: WAS,
          eventId: 5009,
          says: 'The processes ended until the pool was stopped: the exit code of the 5009 tells how.',
        },
        {
          provider: WAS,
          eventId: 5139,
          says: 'The processes came up without a working HTTP channel: mostly a module that did not load, see W3SVC-WP 2280 or 2282.',
        },
        {
          provider: WAS,
          eventId: 5010,
          says: 'The processes hung and were ended until the pool was stopped: find the hang, not a crash.',
        },
        {
          provider: WAS,
          eventId: 5203,
          says: 'The processes could not read their configuration: W3SVC-WP 2307 in the Application log names the file.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2280,
          says: 'The module that the 2280 names keeps every worker process of the pool from starting: repair it, then start the pool.',
        },
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'A record 1000 for w3wp.exe is the crash behind the stopped pool: its module and offset are where to start.',
        },
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'An unhandled .NET exception ends the process until the pool is stopped: the 1026 has its stack.',
        },
      ],
      sources: [availability, crashArticle, iis6Events],
      samples: [
        "Log Name:      System\nSource:        Microsoft-Windows-WAS\nEvent ID:      5002\nLevel:         Error\nDescription:\nApplication pool 'Shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
        'Event ID 5002\nApplication pool Intranet Portal is being automatically disabled\ndue to a series of failures in the process(es) serving that application pool.',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS" Guid="{524B5D04-133C-4A62-8362-64E8EDB9CE40}" EventSourceName="WAS"/><EventID Qualifiers="49152">5002</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Binary>00000000</Binary></EventData></Event>',
        "Event Type: Error\nEvent Source: W3SVC\nEvent ID: 1002\nDescription:\nApplication pool 'DefaultAppPool' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
        "Since noon the System log says: Application pool 'Shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
      ],
      notSamples: [
        'Source: DFS Replication\nEvent ID: 5002\nDescription:\nThe service encountered an error communicating with partner FS2.',
        'The account is being automatically disabled after ninety days.',
        'Event ID 5002 was logged by the replication service.',
      ],
    },
    {
      id: 'was-wsuspool',
      name: 'WsusPool: the memory limit of WSUS is too small',
      verdict: 'act',
      meaning:
        'The pool of WSUS reached the private memory limit that its setup sets (1,843,200 KB). With many clients or updates it is recycled or stopped again and again, and clients get 503.',
      checks: [
        'The limit and the queue: `appcmd.exe list apppool "WsusPool" /config`; is WSUS cleaned up and its index maintained?',
      ],
      fix: 'Set `recycling.periodicRestart.privateMemory` of WsusPool to 0 (or to what the server can spare), its `queueLength` to 2000, and start it.',
      steps: [
        `\`${APPCMD} set apppool "WsusPool" /recycling.periodicRestart.privateMemory:0 /queueLength:2000\``,
        `\`${APPCMD} start apppool /apppool.name:"WsusPool"\``,
        'Then run the clean-up of WSUS and decline superseded updates: they are what the memory is needed for.',
      ],
      doNot: [
        'Do not reinstall WSUS or restart the server again and again: the limit is hit at the next busy hour.',
        RAPID_FAIL,
      ],
      keys: [
        { kind: 'event', provider: WAS, eventId: 5002, where: { AppPoolID: ['WsusPool'] } },
        { kind: 'event', provider: WAS, eventId: 5117, where: { AppPoolID: ['WsusPool'] } },
      ],
      sources: [
        {
          document: 'Microsoft Learn: Windows Server Update Services best practices',
          says: 'The default private memory limit of WsusPool is too low for many environments; set it to 0 and raise the queue length.',
          read: READ,
        },
        availability,
      ],
      samples: [
        "Source: Microsoft-Windows-WAS\nEvent ID: 5117\nDescription:\nA worker process serving application pool 'WsusPool' has requested a recycle because it reached its private bytes memory limit.",
        "Event ID: 5002\nLevel: Error\nSource: WAS\nDescription: Application pool 'WsusPool' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5002\nDescription:\nApplication pool 'Shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
      ],
    },
    {
      id: 'was-5009',
      name: 'A worker process ended unexpectedly',
      verdict: 'act',
      meaning:
        'A w3wp.exe of the pool ended without being asked to: it crashed, or something ended it. The exit code tells which. WAS starts a new one at the next request; after several such ends the pool is stopped (5002).',
      checks: [
        'The exit code, and the Application log of that second: 1000 (faulting module), 1026 or 1325 (.NET exception).',
        'Is it always the same request or hour? The last lines of the site log before it may tell.',
      ],
      fix: 'Find the crash in the Application log or in a memory dump and correct or update what it names.',
      steps: dumpSteps,
      doNot: [RAPID_FAIL, FAULT_MODULE],
      keys: keysOfBoth(5009),
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The 1000 of the same second is the crash that WAS noticed here; start with its faulting module.',
        },
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'The process ended of an unhandled .NET exception: the 1026 of the same second has type and stack.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'It happened so often that the pool was stopped; cure this, then start the pool.',
        },
      ],
      sources: [availability, crashArticle, exitCodes],
      samples: [
        "Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5009\nLevel: Warning\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xc06d007e'.",
        "A process serving application pool 'Web shop 2' terminated\nunexpectedly. The process id was '4711'. The process exit code was\n'0xfffffffe'.",
        'Event Source: W3SVC\nEvent ID: 1009\nDescription:\nA process serving application pool \u2018ASP.NET V2.0\u2019 terminated unexpectedly. The process id was \u20181732\u2019. The process exit code was \u20180x7d1\u2019.',
        'We see WAS 5009 and then event ID 5009 again.',
      ],
      notSamples: [
        'Source: Service Control Manager\nEvent ID: 7034\nDescription:\nThe Print Spooler service terminated unexpectedly.',
        'Event ID 5009 was logged by the backup software.',
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xc0000005'.",
      ],
    },
    {
      id: 'was-5009-access-violation',
      name: 'Worker process crashed: access violation (0xC0000005)',
      verdict: 'act',
      meaning:
        'The process touched memory that it may not touch: a fault in native code, such as a module, an ISAPI or COM component or a database driver. Where it faulted is often only the victim of earlier damage.',
      checks: ['Event 1000 of that second: which faulting module and offset, and is it the same each time?'],
      fix: 'Take a full dump at the next crash, let its stack name the component, and update or remove that one.',
      steps: dumpSteps,
      doNot: [FAULT_MODULE, RAPID_FAIL],
      keys: crashed('0xc0000005'),
      sources: [headers, crashArticle],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xC0000005'.",
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID Qualifiers="32768">5009</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Data Name="ProcessID">4711</Data><Data Name="ExitCode">0xc0000005</Data></EventData></Event>',
        "W3SVC. Warning. 1009. A process serving application pool 'IIS5AppPool' terminated unexpectedly. The process id was '6280'. The process exit code was '0xc0000005'.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xe0434352'.",
      ],
    },
    {
      id: 'was-5009-dotnet-exception',
      name: 'Worker process ended by a .NET exception (0xE0434352)',
      verdict: 'act',
      meaning:
        'An exception of .NET code that nobody caught ended the whole process. That happens outside of requests: in a thread, a timer, a finalizer or an async void method. 0xE0434F4D is the same of .NET 1 to 3.5.',
      checks: ['.NET Runtime 1026 or ASP.NET 1325 of that second in the Application log: type, message and stack.'],
      fix: 'Correct the code that the stack names: catch exceptions in every thread, timer and background task of the application.',
      doNot: [
        'Do not set `legacyUnhandledExceptionPolicy`: the process goes on with damaged state and the error is hidden.',
        RAPID_FAIL,
      ],
      keys: crashed('0xe0434352', '0xe0434f4d'),
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'The exception itself, with the stack of the thread that nobody guarded.',
        },
      ],
      sources: [exitCodes, crashArticle],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xe0434352'.",
        "Event Source: W3SVC\nEvent ID: 1009\nDescription:\nA process serving application pool 'ASP.NET V2.0' terminated unexpectedly. The process id was '1732'. The process exit code was '0xe0434f4d'.",
        "<p>Event Source: W3SVC<br />\nEvent ID: 1009<br />\nDescription:<br />\nA process serving application pool 'Orders' terminated unexpectedly. The process id was &lsquo;620&rsquo;. The process exit code was &lsquo;0xe0434f4d&rsquo;.</p>",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '4711'. The process exit code was '0xe06d7363'.",
      ],
    },
    {
      id: 'was-5009-stack-overflow',
      name: 'Worker process crashed: stack overflow',
      verdict: 'act',
      meaning:
        'Code of the application calls itself without end, or nests too deeply, and used up the stack of its thread (0xC00000FD, or 0x800703E9 in .NET). Nothing can catch that; the process ends at once.',
      checks: ['Which request came last? Look at the end of the site log and for 1000 or 1026 in that second.'],
      fix: 'Find the recursion in a dump (the same frames over and over) and give it an end; beware of deep XML, JSON and object graphs.',
      steps: dumpSteps,
      doNot: ['Do not enlarge the stack as a cure: endless recursion fills any stack.', RAPID_FAIL],
      keys: crashed('0xc00000fd', '0x800703e9'),
      sources: [headers, crashArticle],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Mail' terminated unexpectedly. The process id was '15868'. The process exit code was '0x800703e9'.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Mail' terminated unexpectedly. The process id was '15868'. The process exit code was '0xc0000005'.",
      ],
    },
    {
      id: 'was-5009-heap-corruption',
      name: 'Worker process ended: damaged heap or fail fast',
      verdict: 'act',
      meaning:
        'Windows or the process itself ended it because its state was damaged: 0xC0000374 is a corrupted heap, 0xC0000409 and 0xC0000602 an intended fail fast. The damage was done earlier, mostly by native code.',
      checks: [
        'Event 1000 of that second; which native modules, drivers and agents does this pool load beside those of IIS?',
      ],
      fix: 'Update or remove foreign native modules one after the other; if that does not tell, reproduce it with page heap on a test server.',
      steps: dumpSteps,
      doNot: [
        FAULT_MODULE,
        'Do not leave page heap on for w3wp.exe in production: it multiplies the memory of every pool.',
      ],
      keys: crashed('0xc0000374', '0xc0000409', '0xc0000602'),
      sources: [headers, crashArticle],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '99'. The process exit code was '0xc0000374'.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'Shop' terminated unexpectedly. The process id was '99'. The process exit code was '0xc0000375'.",
      ],
    },
    {
      id: 'was-5009-ended-by-someone',
      name: 'Worker process was probably ended by somebody',
      verdict: 'look',
      meaning:
        'Exit codes of 0 and 1 are set by whoever ends a process: Task Manager and `taskkill /f` use 1, code that calls Environment.Exit its own. A crash looks different.',
      checks: [
        'Who ended it: an administrator, a deployment script, a monitoring product, or a call to Exit in the application?',
        'Nobody? Then see the Application log of that second as for any crash.',
      ],
      fix: 'Let scripts recycle the pool instead of ending w3wp.exe, and take calls that end the process out of web code.',
      doNot: [
        'Do not end w3wp.exe to free memory or locked files: requests in it are cut off, and it counts for rapid fail.',
      ],
      keys: crashed('0x0', '0x1'),
      sources: [exitCodes, availability],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'DefaultAppPool' terminated unexpectedly. The process id was '9528'. The process exit code was '0x1'.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'DefaultAppPool' terminated unexpectedly. The process id was '9528'. The process exit code was '0x10'.",
      ],
    },
    {
      id: 'was-5009-minus-one',
      name: 'Worker process gave up or was ended (-1)',
      verdict: 'look',
      meaning:
        '0xFFFFFFFF is -1. `Stop-Process`, other .NET tools and debuggers end a process with it; a process that fails in its start gives it too. Which one, the records beside it tell: a start that fails repeats until the pool is stopped.',
      checks: [
        'Does it repeat at each request? Then 2280, 2282 or 2295 of W3SVC-WP and the rights of the identity. Once: who ended it?',
      ],
      fix: 'Start that fails: cure the record beside it, else give the identity its rights and groups back. Ended by a tool: let it recycle the pool instead.',
      doNot: [
        'Do not end w3wp.exe to free memory or locked files: requests in it are cut off, and it counts for rapid fail.',
      ],
      more: ['On IIS 6 also look at the membership in IIS_WPG and for files of different service packs.'],
      keys: crashed('0xffffffff', '-1'),
      sources: [exitCodes, availability],
      samples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'DefaultAppPool' terminated unexpectedly. The process id was '9528'. The process exit code was '0xffffffff'.",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5009\nDescription:\nA process serving application pool 'DefaultAppPool' terminated unexpectedly. The process id was '9528'. The process exit code was '0xfffffffe'.",
      ],
    },
    {
      id: 'was-5009-start-failure',
      name: 'Worker process could not start properly (0x80)',
      verdict: 'act',
      meaning:
        'The process ended while it was still being set up. Mostly its identity lacks a right that a worker process needs, on IIS 6 the membership in IIS_WPG, or the desktop heap of the services is used up.',
      checks: [
        'Was the identity of the pool or a policy of user rights changed? Does it start as ApplicationPoolIdentity (IIS 6: NetworkService)?',
      ],
      fix: 'Give the identity "Log on as a batch job", "Bypass traverse checking" and "Access this computer from the network"; on IIS 6 add it to IIS_WPG.',
      doNot: ['Do not add the identity to Administrators and do not switch the pool to LocalSystem to get it started.'],
      keys: crashed('0x80'),
      sources: [exitCodes],
      samples: [
        "Event Source: W3SVC\nEvent ID: 1009\nDescription:\nA process serving application pool 'Reports' terminated unexpectedly. The process id was '2212'. The process exit code was '0x80'.",
      ],
      notSamples: [
        "Event Source: W3SVC\nEvent ID: 1009\nDescription:\nA process serving application pool 'Reports' terminated unexpectedly. The process id was '2212'. The process exit code was '0x800'.",
      ],
    },
    {
      id: 'was-5010',
      name: 'A worker process did not answer its ping',
      verdict: 'look',
      meaning:
        'WAS asks every worker process for a sign of life (by default every 30 s, 90 s to answer). This one gave none, so WAS ends it and starts another. Either it hung, or the whole machine or a debugger held it up.',
      causes: [
        'Threads of the process are all blocked, or wait for one another',
        'A debugger was attached or a memory dump was being written',
        'The whole machine stood still: no CPU left, heavy paging, a paused or migrated virtual machine',
      ],
      checks: [
        'Was somebody debugging or taking a dump just then? Then it is expected. Did other pools get it in the same minute?',
        'CPU, memory and paging of the machine at that time.',
      ],
      fix: 'One pool only: find the hang in a dump; `failure.orphanWorkerProcess` with `orphanActionExe` takes one instead of ending it. All pools: the machine.',
      doNot: [
        'Do not switch pings off or stretch their limit as a cure: hung processes then stay, and requests pile up.',
        RAPID_FAIL,
      ],
      keys: keysOfBoth(5010),
      companions: [
        {
          provider: WAS,
          eventId: 5013,
          says: 'The process neither answered nor ended in time: it was really hung, a dump of it would have told where.',
        },
      ],
      sources: [availability, poolSettings, iis6Events],
      samples: [
        "Source: WAS\nEvent ID: 5010\nDescription:\nA process serving application pool 'Shop' failed to respond to a ping. The process id was '5520'.",
        "A process serving application pool 'Shop' failed to respond to a ping. The process id was '5520'.",
        "Event Source: W3SVC\nEvent ID: 1010\nDescription:\nA process serving application pool 'Shop' failed to respond to a ping. The process id was '5520'.",
      ],
      notSamples: [
        'The host web02 failed to respond to a ping.',
        'Source: Disk\nEvent ID: 5010\nDescription:\nA test.',
      ],
    },
    {
      id: 'was-5011',
      name: 'A worker process was lost (communication error)',
      verdict: 'act',
      meaning:
        'The pipe between WAS and a worker process broke, nearly always because the process crashed or was ended. It counts for rapid-fail protection. The data, mostly 6D000780 (broken pipe), says no more than that.',
      causes: [
        'A crash in native or .NET code of the process',
        'Somebody or something ended w3wp.exe',
        'Exchange: among others an expired OAuth certificate',
      ],
      checks: [
        'The Application log of the same second: 1000 for w3wp.exe, 1026 or 1325; which module, which exception?',
        'Does it come with every start of the process (then see 2280 and 5139), or at certain requests?',
      ],
      fix: 'Treat it as a crash: read the exception in the Application log, or take a dump at the next one, and correct what it names.',
      steps: dumpSteps,
      doNot: [
        'Do not reinstall or repair IIS for it: the fault is in what runs inside the process.',
        FAULT_MODULE,
        RAPID_FAIL,
      ],
      keys: keysOfBoth(5011),
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The 1000 of the same second is the crash that broke the pipe; start with its faulting module.',
        },
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'An unhandled .NET exception ended the process: the 1026 has type and stack.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'It happened so often that the pool was stopped; cure the crash, then start the pool.',
        },
      ],
      sources: [crashArticle, availability, iis6Events],
      samples: [
        "Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5011\nLevel: Warning\nDescription:\nA process serving application pool 'Mail' suffered a\nfatal communication error with the Windows Process Activation Service.\nThe process id was '3760'. The data field contains the error number.",
        "Event Source: W3SVC\nEvent ID: 1011\nDescription:\nA process serving application pool 'ASP.NET V2.0' suffered a fatal communication error with the World Wide Web Publishing Service. The process id was '6256'. The data field contains the error number.",
        '> A process serving application pool "Shop" suffered a fatal communication\n> error with the Windows Process Activation Service.',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID Qualifiers="32768">5011</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Data Name="ProcessID">28828</Data><Binary>6D000780</Binary></EventData></Event>',
      ],
      notSamples: [
        'The modem suffered a fatal communication error.',
        'Source: MSExchange ADAccess\nEvent ID: 5011\nDescription:\nTopology discovery failed.',
      ],
    },
    {
      id: 'was-5012',
      name: 'A worker process started too slowly',
      verdict: 'act',
      meaning:
        'The process did not report ready within `processModel.startupTimeLimit` (default 90 s), so WAS ended it. It counts as a failure of the pool. It does not say that the pool was stopped: that would be 5002.',
      checks: [
        'Only after a reboot or a deployment, or at every start? What is loaded early: native modules, profilers, antivirus?',
      ],
      fix: 'Remove or update what is slow to load. If only a busy boot is to blame, raise `processModel.startupTimeLimit` of that pool.',
      doNot: ['Do not read it as "pool automatically disabled", as some lists of ids do: that is 5002.', RAPID_FAIL],
      keys: keysOfBoth(5012),
      sources: [availability, poolSettings, iis6Events],
      samples: [
        "Source: WAS\nEvent ID: 5012\nDescription:\nA process serving application pool 'Shop' exceeded time limits during start up. The process id was '812'.",
        "Event Source: W3SVC\nEvent ID: 1012\nDescription:\nA process serving application pool 'Shop' exceeded time limits during startup. The process id was '812'.",
      ],
      notSamples: ["A process serving application pool 'Shop' exceeded time limits during shut down."],
    },
    {
      id: 'was-5013',
      name: 'A worker process took too long to end',
      verdict: 'look',
      meaning:
        'A recycled or stopped process still had work after `processModel.shutdownTimeLimit` (default 90 s) and was ended; the requests in it were cut off. Now and then it does no harm; with every recycle something hangs.',
      causes: [
        'Requests that really take longer than the limit: reports, uploads, long polling, WebSocket connections',
        'Requests that hang, for example in a call to a database or service without a time-out',
        'An Application_End, Dispose or hosted service that does not come to its end',
        'A debugger that was attached',
      ],
      checks: [
        'How often, and what runs at that time? `appcmd.exe list requests /elapsed:30000` shows requests older than 30 s.',
        'The value of `processModel.shutdownTimeLimit`: was it lowered?',
      ],
      fix: 'Find what runs so long and give it a time-out. Where long requests are meant to be, raise `shutdownTimeLimit` above the longest and recycle at quiet hours.',
      doNot: [
        'Do not set the limit to hours: a hung process then blocks its files and memory that long after each recycle.',
      ],
      keys: keysOfBoth(5013),
      companions: [
        {
          provider: WAS,
          eventId: 5138,
          says: 'The process did not close its HTTP channel first (5138), then its time was over: requests were still running in it.',
        },
        {
          provider: WAS,
          eventId: 5074,
          says: 'It was a regular recycle that met long requests: move it to a quiet hour.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Support, KB 2634635: an application pool exceeds time limits during shutdown',
          says: 'The process is ended when ShutdownTimeLimit is over; raise the limit or find what hinders the shutdown. Single events can be without effect.',
          read: READ,
        },
        availability,
        iis6Events,
      ],
      samples: [
        'Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5013\nDescription:\nA process serving application pool DefaultAppPool exceeded time limits during shut down. The process id was 1111.',
        "Event Source: W3SVC\nEvent ID: 1013\nDescription:\nA process serving application pool 'Shop' exceeded time limits during shut down. The process id was '1111'.",
      ],
      notSamples: ["A process serving application pool 'Shop' exceeded time limits during start up."],
    },
    {
      id: 'was-5015',
      name: 'The orphan action could not be run',
      verdict: 'act',
      meaning:
        'A failed worker process was kept for debugging, as `failure.orphanWorkerProcess` asks for, but the program of `failure.orphanActionExe` did not start. So there is no dump, and the orphan stays in memory.',
      fix: 'Correct path and parameters of `orphanActionExe`, see that SYSTEM may run it, and end the orphaned w3wp.exe once it was examined.',
      checks: [
        'Does the program of `orphanActionExe` exist at that very path, without quotes around it, and does it start as SYSTEM?',
      ],
      doNot: ['Do not leave orphaning on when the search is over: every failure then leaves a process behind.'],
      keys: keysOfBoth(5015),
      sources: [iis6Events, poolSettings],
      samples: [
        "Source: WAS\nEvent ID: 5015\nDescription:\nA process serving application pool 'Shop' was orphaned but the specified orphan action C:\\tools\\dump.cmd could not be executed.",
      ],
      notSamples: ['Source: WAS\nEvent ID: 5016\nDescription:\nOther.'],
    },
    {
      id: 'was-5022',
      name: 'WAS could not create a worker process',
      verdict: 'act',
      meaning:
        'Windows refused to start w3wp.exe for the pool. The data has the reason: a logon that fails, memory or desktop heap that is used up, or a file of IIS that is missing. Without a process its requests get 503.',
      checks: [
        'The data word: 2E050780 wrong password, 69050780 batch right, 08000780 or 0E000780 memory. Are 5021 and 5057 there?',
      ],
      fix: 'Follow the data: correct the identity, free memory or processes, or repair the files of IIS with `sfc.exe /scannow`.',
      doNot: ['Do not switch the pool to LocalSystem: the data tells what is really missing.'],
      keys: keysOfBoth(5022),
      companions: [
        {
          provider: WAS,
          eventId: 5057,
          says: 'The identity of the pool cannot log on, so no process can be created for it.',
        },
      ],
      sources: [availability, iis6Events],
      samples: [
        "Source: WAS\nEvent ID: 5022\nDescription:\nThe Windows Process Activation Service failed to create a worker process for the application pool 'Shop'. The data field contains the error number.",
        "The World Wide Web Publishing Service failed to create a worker process for the application pool 'Shop'. The data field contains the error number.",
      ],
      notSamples: ['Supervisor failed to create a worker process for queue 3.'],
    },
    {
      id: 'was-5025',
      name: 'A pool used more CPU than its limit allows',
      verdict: 'look',
      meaning:
        'The pool went over `cpu.limit` within `cpu.resetInterval`. What follows is set by `cpu.action`: only this record, throttling, or ending the processes, and then its sites answer 503 for a while.',
      checks: [
        'Limit and action: the unit is a thousandth of a percent, so 50000 is 50 %. A limit of 50 is a slip of the unit.',
      ],
      fix: 'Correct the limit, or find the requests that eat the CPU. Prefer `Throttle` (IIS 8 and later) to `KillW3wp`.',
      doNot: ['Do not use `KillW3wp` on a pool that people depend on: its sites are down until the interval is over.'],
      keys: keysOfBoth(5025),
      sources: [iis6Events, poolSettings],
      samples: [
        "Source: WAS\nEvent ID: 5025\nDescription:\nApplication pool 'Shop' exceeded its job limit settings.",
        "Event Source: W3SVC\nEvent ID: 1025\nDescription:\nApplication pool 'Shop' exceeded its job limit settings.",
      ],
      notSamples: ['Source: Backup\nEvent ID: 5025\nDescription:\nThe job exceeded its limit.'],
    },
    {
      id: 'was-5039',
      name: 'A worker process reported a failure to WAS',
      verdict: 'act',
      meaning:
        'The process itself said that it cannot do its work, mostly while starting: a listener, a module or its configuration failed. What failed stands in the Application log, written by the process (W3SVC-WP).',
      checks: ['W3SVC-WP records of that second in the Application log: 2269, 2276, 2280, 2282, 2297 or 2307.'],
      fix: 'Follow the record of W3SVC-WP; this one only passes its error on.',
      doNot: [RAPID_FAIL],
      keys: keysOfBoth(5039),
      sources: [
        {
          document: 'Microsoft Learn cc737524: WWW Service-Related Events (IIS 6.0)',
          says: 'A process serving a pool reported a failure; the data has the error number.',
          read: READ,
        },
      ],
      samples: [
        "Source: WAS\nEvent ID: 5039\nDescription:\nA process serving application pool 'Shop' reported a failure. The process id was '77'. The data field contains the error number.",
      ],
      notSamples: ['The disk reported a failure. The process id was 7.'],
    },
    {
      id: 'was-job-object',
      name: 'CPU limits of a pool could not be put into force',
      verdict: 'look',
      meaning:
        'CPU limits work through a job object of Windows; WAS could not create it or set its limits. The pool runs, but without its CPU limit.',
      checks: [
        'The `cpu` settings of the pool: is a limit wanted at all, and is its value within range? Then the data word.',
      ],
      fix: 'Correct or remove the limit; if the settings are right, restart WAS at a quiet hour.',
      keys: [...keysOfBoth(5060), ...keysOfBoth(5061)],
      sources: [availability, poolSettings],
      samples: ['Source: WAS\nEvent ID: 5060\nLevel: Warning', 'Event Source: W3SVC\nEvent ID: 1061\nType: Warning'],
      notSamples: ['Source: WAS\nEvent ID: 5062\nLevel: Warning'],
    },
    {
      id: 'was-5127',
      name: 'A worker process is no longer trusted',
      verdict: 'act',
      verdictText: 'a security lead',
      meaning:
        'The process sent WAS data of a form that IIS itself never sends. Either memory of the process is corrupted by a faulty native module, or foreign code in it tries to take over the channel to WAS.',
      checks: [
        'Which DLLs does the process load that are not from Windows, .NET or a product you know? What was deployed lately?',
      ],
      fix: 'Remove or update foreign native modules and ISAPI extensions of the pool; if nothing explains it, treat the server as attacked.',
      doNot: ['Do not restart or clean up before a dump and the list of loaded modules are saved.'],
      keys: keysOfBoth(5127),
      sources: [
        {
          document: 'Microsoft Learn dd364070: Event ID 5127, IIS Application Pool Availability',
          says: 'The worker process sent ill-formed data; examine it for suspect code and third-party modules.',
          read: READ,
        },
      ],
      samples: [
        "Source: WAS\nEvent ID: 5127\nDescription:\nA worker process '4242' serving application pool 'Shop' is no longer trusted by the Windows Process Activation Service, based on ill-formed data the worker process sent to the service.",
      ],
      notSamples: ['The certificate is no longer trusted by the client.'],
    },
    {
      id: 'was-memory-exhausted',
      name: 'No memory left to start a worker process',
      verdict: 'act',
      meaning:
        'Starting a worker process failed with "not enough memory" (8, 14) or "insufficient system resources" (1450). The machine, its page file or the desktop heap of the services is used up.',
      checks: [
        'Committed bytes against the limit, the number of pools with an identity of their own, and who holds the memory.',
      ],
      fix: 'Free memory or enlarge the page file; put small sites into fewer pools, so that fewer processes and desktops are needed.',
      doNot: ['Do not only restart the server: the same number of pools fills it again.'],
      keys: [...keysOfBoth(5022, NO_MEMORY), ...keysOfBoth(5059, NO_MEMORY)],
      sources: [availability, headers],
      samples: [
        "Source: WAS\nEvent ID: 5022\nDescription:\nThe Windows Process Activation Service failed to create a worker process for the application pool 'Shop'. The data field contains the error number.\n0000: 08 00 07 80",
      ],
      notSamples: [
        "Source: WAS\nEvent ID: 5022\nDescription:\nThe Windows Process Activation Service failed to create a worker process for the application pool 'Shop'. The data field contains the error number.\n0000: 2E 05 07 80",
      ],
    },
  ],
});
