import { messagePattern } from '../eventPatterns';
import { defineFamily, type EventType, type Source } from '../fact';
import { keysOfBoth, typesOfBoth, WAS } from '../wasEvents';

const READ = '2026-11-21';
const recycling: Source = {
  document: 'Microsoft Learn dd349270: IIS Application Pool Recycling',
  says: 'Why a worker process is recycled, with the message of each event; overlapped by default, so requests go on.',
  read: READ,
};
const settings: Source = {
  document: 'IIS configuration reference: recycling and periodicRestart of an application pool',
  says: 'The limits and their defaults; logEventOnRecycle decides which reasons are logged.',
  read: READ,
};
const dynamicIdle: Source = {
  document: 'Microsoft Learn cc735183: IIS Worker Process Dynamic Idle',
  says: 'With a dynamic idle threshold WAS shortens idle time-outs when committed memory comes near it.',
  read: READ,
};
const iis6Events: Source = {
  document: 'Microsoft Learn cc786887: WWW Service Events (IIS 6.0)',
  says: 'The same messages under the source W3SVC, with numbers 4000 lower.',
  read: READ,
};

const NOT_ISSUED = 'Do not switch the log entry off (`logEventOnRecycle`): it is what tells a recycle from a crash.';
const UNTIL_IT_FITS = 'Do not raise the limit until the recycles stop: a leak only fills it later.';

/** A process with its id asks for a recycle, because of a reason. */
const requested = (eventId: number, reason: string, anchor: string): EventType[] =>
  typesOfBoth(
    eventId,
    ['ProcessID', 'AppPoolID'],
    `A worker process [with process id of {ProcessID} |]serving application pool <AppPoolID> has requested a recycle because [it|the worker process] reached its ${reason}`,
    anchor,
  );
const idleLoad = (eventId: number, consequence: string): EventType => ({
  provider: WAS,
  eventId,
  parameters: ['DynamicIdleLoad', 'NumWorkerProcesses', 'TotalCommitMB', 'PhysMemoryMB', 'PhysMemoryFreeMB'],
  message: messagePattern(
    `The dynamic idle load is {DynamicIdleLoad} percent of the dynamic idle threshold. The Windows Process Activation Service[ (WAS)|] will ${consequence} worker process idle timeouts`,
  ),
  anchor: 'the dynamic idle load is',
});

/** WAS: recycles of worker processes and what comes with idle ones. */
export default defineFamily({
  eventTypes: [
    ...typesOfBoth(
      5070,
      ['AppPoolID'],
      'The %service% failed to issue recycle requests to all worker processes of application pool {AppPoolID}',
      'failed to issue recycle requests',
    ),
    ...requested(5074, 'allowed processing time limit', 'allowed processing time limit'),
    ...requested(5075, 'allowed request limit', 'allowed request limit'),
    ...requested(5076, 'scheduled recycle time', 'scheduled recycle time'),
    ...requested(5077, 'virtual memory limit', 'reached its virtual memory limit'),
    ...typesOfBoth(
      5078,
      ['ProcessID', 'AppPoolID'],
      '[An|One or more] ISAPI reported an unhealthy condition to [its|their] worker process[. Therefore, the worker process with process id of {ProcessID} serving application pool <AppPoolID> has requested a recycle|]',
      'reported an unhealthy condition',
    ),
    ...typesOfBoth(
      5079,
      ['AppPoolID'],
      'An administrator has requested a recycle of all worker processes in application pool {AppPoolID}',
      'an administrator has requested a recycle',
    ),
    ...typesOfBoth(
      5080,
      ['AppPoolID'],
      'The worker processes serving application pool <AppPoolID> are being recycled due to 1 or more configuration changes',
      'are being recycled due to 1 or more',
    ),
    ...typesOfBoth(
      5081,
      ['AppPoolID'],
      'The worker processes serving application pool <AppPoolID> are being recycled due to detected problems with the [IIS configuration store|metabase]',
      'are being recycled due to detected problems',
    ),
    ...typesOfBoth(
      5093,
      ['AppPoolID', 'ProcessID'],
      'The %service% failed to overlap recycle for application pool <AppPoolID> worker process {ProcessID}',
      'failed to overlap recycle',
    ),
    ...typesOfBoth(
      5117,
      ['AppPoolID'],
      'serving application pool <AppPoolID> has requested a recycle because it reached its private bytes memory limit',
      'private bytes memory limit',
    ),
    {
      provider: WAS,
      eventId: 5152,
      parameters: ['AppPoolID', 'IdleTimeout', 'PeriodicRestartTime'],
    },
    // Before 5186, whose message begins like this one.
    {
      provider: WAS,
      eventId: 5195,
      parameters: ['ProcessID', 'AppPoolID', 'Minutes', 'DynamicIdle'],
      message: messagePattern(
        'A worker process with process id of {ProcessID} serving application pool <AppPoolID> was shut[ |]down due to inactivity. The system is under high load',
      ),
      anchor: 'due to inactivity',
    },
    {
      provider: WAS,
      eventId: 5186,
      parameters: ['ProcessID', 'AppPoolID', 'Minutes'],
      message: messagePattern(
        'A worker process with process id of {ProcessID} serving application pool <AppPoolID> was shut[ |]down due to inactivity[. Application Pool timeout configuration was set to {Minutes} minutes|.]',
      ),
      anchor: 'due to inactivity',
    },
    idleLoad(5192, 'start to reduce'),
    idleLoad(5193, 'start to aggressively reduce'),
    idleLoad(5194, 'return'),
    {
      provider: WAS,
      eventId: 5196,
      parameters: ['Threshold'],
      message: messagePattern('A request to create a new worker process has arrived. The'),
      anchor: 'a request to create a new worker process',
    },
  ],
  facts: [
    {
      id: 'was-5070',
      name: 'A recycle could not be started',
      verdict: 'look',
      meaning:
        'WAS was to recycle the pool but could not tell all of its processes. They go on as before, with the old settings. Often the process was just ending anyway.',
      checks: [
        'Is the pool running, and since when is its process: `appcmd.exe list wp`? Did a 5009 or 5011 come with it?',
      ],
      fix: 'Recycle the pool again; if that fails too, stop and start this pool, or restart WAS at a quiet hour.',
      doNot: ['Do not end w3wp.exe instead: requests in it are cut off.'],
      keys: keysOfBoth(5070),
      sources: [recycling, iis6Events],
      samples: [
        "Source: WAS\nEvent ID: 5070\nDescription:\nThe Windows Process Activation Service failed to issue recycle requests to all worker processes of application pool 'Shop'. The data field contains the error number.",
      ],
      notSamples: ['Source: WAS\nEvent ID: 5071\nDescription:\nOther.'],
    },
    {
      id: 'was-5074',
      name: 'Regular recycle: its time was up',
      verdict: 'benign',
      meaning:
        'The process had run as long as `periodicRestart.time` allows (default 29 hours), so a fresh one took over. New requests go to the new process at once; what is kept in memory, such as in-process sessions, is lost.',
      checks: ['Does it fall into busy hours? 29 hours move the hour of the recycle every day.'],
      fix: 'Nothing. If it disturbs, set `periodicRestart.time` to 0 and a quiet hour in `periodicRestart.schedule`.',
      doNot: [NOT_ISSUED],
      keys: keysOfBoth(5074),
      companions: [
        {
          provider: WAS,
          eventId: 5013,
          says: 'The old process had requests that did not end in time and were cut off: move the recycle or find the long ones.',
        },
      ],
      sources: [recycling, settings, iis6Events],
      samples: [
        "Source: Microsoft-Windows-WAS\nEvent ID: 5074\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because the worker process reached its allowed processing time limit.",
        "Event Source: W3SVC\nEvent ID: 1074\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because the worker process reached its allowed processing time limit.",
      ],
      notSamples: [
        'The batch reached its allowed processing time limit.',
        'Source: USER32\nEvent ID: 1074\nDescription:\nShutdown.',
      ],
    },
    {
      id: 'was-5075',
      name: 'Recycle: the number of requests was reached',
      verdict: 'benign',
      meaning:
        'The process answered as many requests as `periodicRestart.requests` allows and was replaced by a fresh one. That limit is off by default, so somebody set it, mostly against a leak.',
      checks: ['How often a day? Every few minutes means that the limit is too low for this site.'],
      fix: 'Nothing, or set `periodicRestart.requests` to 0 once the reason for the limit is gone.',
      keys: keysOfBoth(5075),
      sources: [recycling, settings],
      samples: [
        "Source: WAS\nEvent ID: 5075\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because it reached its allowed request limit.",
      ],
      notSamples: ['The client reached its allowed request limit.'],
    },
    {
      id: 'was-5076',
      name: 'Scheduled recycle',
      verdict: 'benign',
      meaning:
        'An hour of `periodicRestart.schedule` has come and the process was replaced by a fresh one, as configured. New requests go to the new process at once; in-process sessions are lost.',
      checks: ['Is that hour still a quiet one, also for users in other time zones?'],
      fix: 'Nothing.',
      doNot: [NOT_ISSUED],
      keys: keysOfBoth(5076),
      companions: [
        {
          provider: WAS,
          eventId: 5013,
          says: 'The old process had requests that did not end in time and were cut off: choose another hour or find the long ones.',
        },
      ],
      sources: [recycling, settings],
      samples: [
        "Source: WAS\nEvent ID: 5076\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because it reached its scheduled recycle time.",
        "A worker process with process id of '3344' serving application pool 'Shop' has\nrequested a recycle because it reached its scheduled recycle time.",
      ],
      notSamples: ['Source: USER32\nEvent ID: 1076\nDescription:\nThe reason supplied by user.'],
    },
    {
      id: 'was-5077',
      name: 'Recycle: virtual memory limit reached',
      verdict: 'look',
      meaning:
        'The process went over `periodicRestart.memory`, a limit on virtual memory in KB that is off by default. In 64-bit processes virtual memory says nothing: .NET reserves gigabytes without using them.',
      checks: [
        'Is the pool 64-bit? Then the limit is the mistake. Else: do private bytes grow from recycle to recycle?',
      ],
      fix: '64-bit: set `periodicRestart.memory` to 0 and use `privateMemory` if a limit is needed. 32-bit: look for the leak.',
      doNot: [UNTIL_IT_FITS],
      keys: keysOfBoth(5077),
      sources: [recycling, settings, iis6Events],
      samples: [
        "Source: WAS\nEvent ID: 5077\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because it reached its virtual memory limit.",
        "Event Source: W3SVC\nEvent ID: 1077\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because it reached its virtual memory limit.",
      ],
      notSamples: ['The job reached its virtual memory limit.'],
    },
    {
      id: 'was-5078',
      name: 'Recycle: an ISAPI extension called itself unhealthy',
      verdict: 'look',
      meaning:
        'An ISAPI extension, mostly aspnet_isapi.dll in classic mode, told IIS that it is ill, and the process was replaced. The Application log has who and why (W3SVC-WP 2262 or 2263), often a deadlock of requests.',
      checks: ['W3SVC-WP 2262 or 2263 of that second: which extension, which reason?'],
      fix: 'Find what blocks the requests: calls without time-out, too few threads, a lock. Managed pools: move to integrated mode.',
      keys: keysOfBoth(5078),
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2262,
          says: 'The 2262 names the extension and its reason, such as "Deadlock detected".',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2263,
          says: 'The 2263 names the extension, which gave no reason.',
        },
      ],
      sources: [recycling],
      samples: [
        "Source: WAS\nEvent ID: 5078\nDescription:\nAn ISAPI reported an unhealthy condition to its worker process. Therefore, the worker process with process id of '3344' serving application pool 'Shop' has requested a recycle.",
      ],
      notSamples: ['The disk reported an unhealthy condition.'],
    },
    {
      id: 'was-5079',
      name: 'Recycle: somebody asked for it',
      verdict: 'benign',
      verdictText: 'on demand',
      meaning:
        'An administrator, a script, a deployment or a monitoring product asked for a recycle of the pool; a fresh process took over. In-process sessions and caches are gone.',
      checks: ['If nobody did it by hand: which script, scheduled task or product recycles this pool, and why?'],
      fix: 'Nothing. Where something recycles around the clock, cure what it tries to hide.',
      keys: keysOfBoth(5079),
      sources: [recycling],
      samples: [
        "Source: WAS\nEvent ID: 5079\nDescription:\nAn administrator has requested a recycle of all worker processes in application pool 'DefaultAppPool'.",
        '"Message": "An administrator has requested a recycle of all worker processes in application pool \'Shop\'."',
      ],
      notSamples: ['An administrator has requested a recycle bin policy.'],
    },
    {
      id: 'was-5080',
      name: 'Recycle: the configuration of the pool changed',
      verdict: 'benign',
      meaning:
        'A setting of the pool, or one that needs a new process, was changed, so the processes were replaced. That is how a change takes effect; nothing has to be restarted by hand.',
      checks: [
        'Many a day? Then some tool writes applicationHost.config: IIS-Configuration 29 and `inetpub\\history` show what.',
      ],
      fix: 'Nothing. Make changes of pools at quiet hours, or set `recycling.disallowRotationOnConfigChange` for a pool that must not recycle.',
      doNot: ['Do not run iisreset after such a change: it is in force already.'],
      keys: keysOfBoth(5080),
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-Configuration',
          eventId: 29,
          says: 'The 29 just before it names the setting that was changed.',
        },
      ],
      sources: [recycling, settings],
      samples: [
        "Source: WAS\nEvent ID: 5080\nDescription:\nThe worker processes serving application pool 'DefaultAppPool' are being recycled due to 1 or more configuration changes in the application pool properties which necessitate a restart of the processes.",
      ],
      notSamples: ['The containers are being recycled due to 2 changes.'],
    },
    {
      id: 'was-5081',
      name: 'Recycle: the configuration store had trouble',
      verdict: 'benign',
      meaning:
        'WAS noticed a problem with the configuration store and lets the processes start afresh, so that none works with outdated settings. Microsoft calls it a normal condition.',
      checks: [
        'Only when it repeats: is a shared configuration on a file server that is sometimes away? See 5053 and 5172.',
      ],
      fix: 'Nothing.',
      keys: keysOfBoth(5081),
      sources: [
        {
          document: 'Microsoft Learn dd364159: Event ID 5081, IIS Application Pool Recycling',
          says: 'This is a normal condition, no further action is required.',
          read: READ,
        },
      ],
      samples: [
        "Source: WAS\nEvent ID: 5081\nDescription:\nThe worker processes serving application pool 'Shop' are being recycled due to detected problems with the IIS configuration store that may make current cached metadata invalid.",
      ],
      notSamples: ['Source: WAS\nEvent ID: 5082\nDescription:\nOther.'],
    },
    {
      id: 'was-5093',
      name: 'Overlapped recycle failed',
      verdict: 'look',
      meaning:
        'The new process that was to take over could not be started, so the old one goes on serving. Once or twice that corrects itself; if it repeats, the pool will not come up after its next stop.',
      checks: ['The data word and the records beside it: 5021, 5022 (identity, memory) or W3SVC-WP 2280 (module)?'],
      fix: 'Cure what keeps a new process from starting while the old one still serves; then recycle the pool.',
      doNot: ['Do not stop the pool or restart WAS before that: the old process is the only one that works.'],
      keys: keysOfBoth(5093),
      sources: [
        {
          document: 'Microsoft Learn dd364278: Event ID 5093, IIS Application Pool Recycling',
          says: 'The problem may correct itself; if it persists, stop and start WAS and what depends on it.',
          read: READ,
        },
      ],
      samples: [
        "Source: WAS\nEvent ID: 5093\nDescription:\nThe Windows Process Activation Service failed to overlap recycle for application pool 'Shop' worker process '4711'. The data field contains the error number.",
      ],
      notSamples: ['Source: WAS\nEvent ID: 5092\nDescription:\nOther.'],
    },
    {
      id: 'was-5117',
      name: 'Recycle: private memory limit reached',
      verdict: 'look',
      meaning:
        'The process used more memory of its own than `periodicRestart.privateMemory` allows (in KB), and a fresh one took over. Rarely: the limit does its work. Many times a day: a leak, or a limit too low for the application.',
      checks: [
        'How long from recycle to recycle, and does memory grow steadily or with certain requests (private bytes of w3wp.exe)?',
      ],
      fix: 'Grows without end: take dumps before the limit is hit and find the leak. Levels off: set the limit above that level.',
      doNot: [UNTIL_IT_FITS, NOT_ISSUED],
      keys: keysOfBoth(5117),
      companions: [
        {
          provider: WAS,
          eventId: 5002,
          says: 'The pool was stopped at the same time: after the recycle new processes failed; memory may be the reason for both.',
        },
        {
          provider: WAS,
          eventId: 5013,
          says: 'The old process did not end in time, so both were in memory at once and requests were cut off.',
        },
      ],
      sources: [recycling, settings, iis6Events],
      samples: [
        "Source: Microsoft-Windows-WAS\nEvent ID: 5117\nDescription:\nA worker process serving application pool 'Shop' has requested a recycle because it reached its private bytes memory limit.",
        "Event Source: W3SVC\nEvent ID: 1117\nDescription:\nA worker process with process id of '3344' serving application pool 'Shop' has requested a recycle because it reached its private bytes memory limit.",
      ],
      notSamples: ['The container reached its private bytes memory limit.'],
    },
    {
      id: 'was-5152',
      name: 'An idle time-out that can never be reached',
      verdict: 'benign',
      verdictText: 'a setting without effect',
      meaning:
        '`processModel.idleTimeout` is not smaller than `recycling.periodicRestart.time`, so the process is recycled before it could ever count as idle. Nothing is broken.',
      checks: ['Which of the two is meant? For a pool that must stay up, an idle time-out of 0 says it plainly.'],
      fix: 'Set `idleTimeout` to 0, or below the time of the regular recycle.',
      keys: [{ kind: 'event', provider: WAS, eventId: 5152 }],
      sources: [
        {
          document: 'Manifest of the provider Microsoft-Windows-WAS, and the rules of the IIS management pack',
          says: 'The event compares idle time-out and regular restart time of a pool.',
          read: READ,
        },
      ],
      samples: ['Source: WAS\nEvent ID: 5152\nLevel: Warning'],
      notSamples: ['Source: Filter\nEvent ID: 5152\nDescription:\nA packet was blocked.'],
    },
    {
      id: 'was-5186',
      name: 'A worker process ended because it was idle',
      verdict: 'benign',
      meaning:
        'No request came for as long as `processModel.idleTimeout` says (default 20 minutes), so the process ended to save memory. The next request starts a new one; that first request is slow.',
      checks: ['Do users complain of a slow first page, or do timers and caches of the application have to live on?'],
      fix: 'Nothing. For an application that must stay up: `idleTimeout` 0 and `startMode` AlwaysRunning, or `idleTimeoutAction` Suspend.',
      doNot: [
        'Do not set up a job that fetches a page every few minutes to keep it awake: the setting is there for that.',
      ],
      keys: [{ kind: 'event', provider: WAS, eventId: 5186 }],
      sources: [
        {
          document: 'Microsoft Learn dd364096: Event ID 5186, IIS Application Pool Recycling',
          says: 'This is a normal condition, no further action is required.',
          read: READ,
        },
        settings,
      ],
      samples: [
        "Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5186\nLevel: Information\nDescription:\nA worker process with process id of '26648' serving application pool 'Shop' was shutdown due to inactivity. Application Pool timeout configuration was set to 20 minutes. A new worker process will be started when needed.",
        'A worker process with process id of \u201826648\u2019 serving application pool \u2018Shop\u2019 was shutdown due to inactivity.',
      ],
      notSamples: ['The session was closed due to inactivity.'],
    },
    {
      id: 'was-dynamic-idle',
      name: 'Dynamic idle: WAS adapts idle time-outs to the load',
      verdict: 'benign',
      meaning:
        'Committed memory came near `webLimits.dynamicIdleThreshold`, or went down again, so WAS shortens the idle time-outs of worker processes, ends an idle one early, or goes back to the configured values. That is what the setting is for.',
      checks: ['Does it come every day? Then the server has many pools for its memory.'],
      fix: 'Nothing; more memory or fewer pools if first requests become slow all day.',
      keys: [
        { kind: 'event', provider: WAS, eventId: 5192 },
        { kind: 'event', provider: WAS, eventId: 5194 },
        { kind: 'event', provider: WAS, eventId: 5195 },
      ],
      sources: [dynamicIdle],
      samples: [
        "Source: WAS\nEvent ID: 5192\nDescription:\nThe dynamic idle load is '81' percent of the dynamic idle threshold. The Windows Process Activation Service (WAS) will start to reduce worker process idle timeouts.",
        "A worker process with process id of '12' serving application pool 'Shop' was shutdown due to inactivity. The system is under high load and has decreased the idle timeout of this worker process to '5' minutes from its original '20' minutes.",
      ],
      notSamples: ['Source: WAS\nEvent ID: 5193\nLevel: Warning'],
    },
    {
      id: 'was-dynamic-idle-pressure',
      name: 'Dynamic idle: too little memory for all the pools',
      verdict: 'look',
      meaning:
        'Committed memory is at or over `webLimits.dynamicIdleThreshold`: WAS cuts idle time-outs hard, or could not serve a request for a new worker process. Sites answer slowly or with 503.',
      checks: ['Committed memory against the limit, and how many w3wp.exe run: `appcmd.exe list wp`.'],
      fix: 'Add memory, put small sites into fewer pools, or cure the pools that grow.',
      doNot: ['Do not only raise the threshold: the memory is used up, whatever the threshold says.'],
      keys: [
        { kind: 'event', provider: WAS, eventId: 5193 },
        { kind: 'event', provider: WAS, eventId: 5196 },
      ],
      sources: [dynamicIdle],
      samples: [
        "Source: WAS\nEvent ID: 5193\nDescription:\nThe dynamic idle load is '98' percent of the dynamic idle threshold. The Windows Process Activation Service (WAS) will start to aggressively reduce worker process idle timeouts.",
        'Source: WAS\nEvent ID: 5196\nLevel: Warning',
      ],
      notSamples: ['Source: WAS\nEvent ID: 5194\nLevel: Information'],
    },
  ],
});
