import { defineFamily, type Source } from '../fact';

const PROVIDER = 'ASP.NET 4.0.30319.0';
const READ = '2026-11-21';

const crash: Source = {
  document: 'Microsoft Support: troubleshoot an IIS worker process that terminates unexpectedly',
  says: 'A worker process that ends on an exception leaves records in the Application log; a dump shows where.',
  read: READ,
};
const unhandled: Source = {
  document: 'Reference source of the .NET Framework: System.Web.Util.Misc, reporting of unhandled exceptions',
  url: 'https://github.com/microsoft/referencesource',
  says: 'Application id, process id, exception, message and stack are written before the process ends.',
  read: READ,
};
const oldModel: Source = {
  document: 'Microsoft Patterns & Practices: ASP.NET process model on IIS 5 (processModel element)',
  says: 'aspnet_wp.exe is watched for memory, answers and its account; each of these ends in an event of ASP.NET.',
  read: READ,
};
const versions: Source = {
  document: 'Microsoft Support on ASP.NET versions in one worker process',
  says: 'A process loads one version of the runtime; an application of another version needs another pool.',
  read: READ,
};

/** ASP.NET and the process it runs in: crashes, runtimes, application domains, the process model of IIS 5. */
export default defineFamily({
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 1325,
      parameters: ['text', 'application', 'pid', 'exception'],
      message:
        /An\s+unhandled\s+exception\s+occurred\s+and\s+the\s+process\s+was\s+terminated(?:\.\s+Application\s+ID:\s+(?<application>\S{1,200})\s+Process\s+ID:\s+(?<pid>\d{1,10})\s+Exception:\s+(?<exception>[^\s:]{1,200}))?/i,
      anchor: 'an unhandled exception occurred and the process was terminated',
    },
    {
      provider: PROVIDER,
      eventId: 1334,
      parameters: ['text'],
      message: /An\s+unhandled\s+exception\s+occurred\s+and\s+the\s+process\s+was\s+terminated/i,
    },
    {
      provider: PROVIDER,
      eventId: 1062,
      parameters: [],
      message:
        /not\s+possible\s+to\s+run\s+(?:two\s+)?different\s+versions\s+of\s+ASP\.NET\s+in\s+the\s+same\s+IIS\s+process/i,
      anchor: 'different versions of asp.net in the same iis process',
    },
    {
      provider: PROVIDER,
      eventId: 1088,
      parameters: ['code'],
      message:
        /Failed\s+to\s+execute\s+(?:the\s+)?request\s+because\s+the\s+App-?Domain\s+could\s+not\s+be\s+created(?:\.\s+Error:\s+(?<code>0x[0-9a-f]{1,8}))?/i,
      anchor: 'app-domain could not be created',
    },
    {
      provider: PROVIDER,
      eventId: 1000,
      parameters: ['pid'],
      message: /aspnet_wp\.exe\s+\(PID:\s+(?<pid>\d{1,10})\)\s+stopped\s+unexpectedly/i,
      anchor: 'aspnet_wp.exe (pid:',
    },
    {
      provider: PROVIDER,
      eventId: 1001,
      parameters: ['pid', 'megabytes'],
      message:
        /aspnet_wp\.exe\s+\(PID:\s+(?<pid>\d{1,10})\)\s+was\s+recycled\s+because\s+memory\s+consumption\s+exceeded(?:\s+the\s+(?<megabytes>\d{1,10})\s+MB)?/i,
      anchor: 'aspnet_wp.exe (pid:',
    },
    {
      provider: PROVIDER,
      eventId: 1003,
      parameters: ['pid', 'seconds'],
      message:
        /aspnet_wp\.exe\s+\(PID:\s+(?<pid>\d{1,10})\)\s+was\s+recycled\s+because\s+it\s+was\s+suspected\s+to\s+be\s+in\s+a\s+deadlocked\s+state/i,
      anchor: 'aspnet_wp.exe (pid:',
    },
    {
      provider: PROVIDER,
      eventId: 1007,
      parameters: [],
      message:
        /aspnet_wp\.exe\s+could\s+not\s+be\s+launched\s+because\s+the\s+username\s+and\/or\s+password\s+supplied\s+in\s+the\s+processModel/i,
      anchor: 'aspnet_wp.exe could not be launched',
    },
  ],
  facts: [
    {
      id: 'aspnet-1325',
      name: 'An exception ended the worker process',
      verdict: 'act',
      meaning:
        'An exception on a thread without a request (timer, background task, finalizer) was caught by nobody, so .NET ended w3wp.exe with every application in it. Exception and stack stand in the text.',
      checks: ['Exception, message and the first frames of the stack that belong to your code or a product of others.'],
      fix: 'Catch it in that background code, or update the product it belongs to. WAS starts a new process by itself.',
      doNot: [
        'Do not set `legacyUnhandledExceptionPolicy`: the process then goes on with half-done work.',
        'Do not switch off rapid-fail protection of the pool.',
      ],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The same crash as Windows saw it, with code 0xE0434352.',
        },
        { provider: '.NET Runtime', eventId: 1026, says: 'The same exception, told by the runtime.' },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1325 },
        { kind: 'event', provider: PROVIDER, eventId: 1334 },
      ],
      sources: [unhandled, crash],
      samples: [
        'Source: ASP.NET 4.0.30319.0\nEvent ID: 1325\nDescription:\nAn unhandled exception occurred and the process was terminated.\n\nApplication ID: /LM/W3SVC/2/ROOT\n\nProcess ID: 5120\n\nException: System.NullReferenceException\n\nMessage: Object reference not set to an instance of an object.',
        'An unhandled exception occurred and the process was terminated.\nApplication ID: /LM/W3SVC/2/ROOT\nProcess ID: 5120\nException: System.InvalidOperationException',
        'Event Source: ASP.NET 2.0.50727.0\nEvent ID: 1334\nDescription:\nAn unhandled exception occurred and the process was terminated.',
      ],
      notSamples: ['Event code: 3005 Event message: An unhandled exception has occurred.'],
    },
    {
      id: 'aspnet-1062',
      name: 'Two .NET versions in one worker process',
      verdict: 'act',
      meaning:
        'Applications for different runtime versions (2.0 and 4.0) share an application pool. The one that came first keeps the process, the other one is refused.',
      checks: ['Which applications use the pool, and for which .NET version is each: `targetFramework`, script maps.'],
      fix: 'Give the application a pool of its own with the right .NET CLR version.',
      doNot: ['Do not change the version of the pool that the other application needs.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1062 }],
      sources: [versions],
      samples: [
        'Event Source: ASP.NET 2.0.50727.0\nEvent ID: 1062\nDescription:\nIt is not possible to run different versions of ASP.NET in the same IIS process. Please use the IIS Administration Tool to reconfigure your server to run the application in a separate process.',
        'It is not possible to run different versions of ASP.NET in the same IIS process.',
      ],
      notSamples: ['Different versions of ASP.NET can be installed side by side.'],
    },
    {
      id: 'aspnet-1088',
      name: 'The application domain could not be created',
      verdict: 'act',
      meaning:
        'ASP.NET could not set up the domain in which an application runs, so every request to it fails. The code in the text says why; 0x80070005 is a missing right on its folders.',
      checks: ['The code; may the pool identity read the application folder and write to Temporary ASP.NET Files?'],
      fix: 'With 0x80070005: Read for `IIS AppPool\\<pool>` on the application, Modify on its Temporary ASP.NET Files folder.',
      doNot: ['Do not run the pool as LocalSystem to get past it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1088 }],
      sources: [versions, crash],
      samples: [
        'Event Source: ASP.NET 2.0.50727.0\nEvent ID: 1088\nDescription:\nFailed to execute request because the App-Domain could not be created. Error: 0x80070005 Access is denied.',
        'Failed to execute the request because the App-Domain could not be created.',
      ],
      notSamples: ['The file could not be created.'],
    },
    {
      id: 'aspnet-wp-stopped',
      name: 'aspnet_wp.exe ended (IIS 5)',
      verdict: 'look',
      meaning:
        'On IIS 5 all ASP.NET applications run in aspnet_wp.exe. It ended without being told to: it crashed, or an administrator ended it. ASP.NET starts a new one; sessions in the process are lost.',
      checks: ['Is there a record of Application Error or Dr. Watson at that second, and does it come again?'],
      fix: 'If it comes again, take a dump of aspnet_wp.exe when it crashes, and repair or update what the dump names.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000 }],
      sources: [oldModel],
      samples: [
        'Event Source: ASP.NET 1.1.4322.0\nEvent ID: 1000\nDescription:\naspnet_wp.exe  (PID: 2244) stopped unexpectedly.',
        'aspnet_wp.exe (PID: 2244) stopped unexpectedly.',
      ],
      notSamples: ['aspnet_wp.exe (PID: 2244) was started.'],
    },
    {
      id: 'aspnet-wp-memory',
      name: 'aspnet_wp.exe was replaced for its memory (IIS 5)',
      verdict: 'look',
      meaning:
        'aspnet_wp.exe reached `memoryLimit` of `processModel` (60 percent of the memory unless set), so ASP.NET replaced it. Once in weeks is harmless; every few hours is a leak or too much caching.',
      checks: ['How long from one to the next, and does the memory grow evenly or with a certain page?'],
      fix: 'Find what keeps the memory: a dump shortly before the limit, or the Cache and session counters of ASP.NET.',
      doNot: ['Do not set `memoryLimit` to 100: the computer then starts paging and all of it gets slow.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1001 }],
      sources: [oldModel],
      samples: [
        'Event Source: ASP.NET 1.1.4322.0\nEvent ID: 1001\nDescription:\naspnet_wp.exe (PID: 3168) was recycled because memory consumption exceeded the 306 MB (60 percent of available RAM).',
        'aspnet_wp.exe (PID: 3168) was recycled because memory consumption exceeded the 306 MB',
      ],
      notSamples: ['The process was recycled because memory consumption exceeded a limit.'],
    },
    {
      id: 'aspnet-wp-deadlock',
      name: 'aspnet_wp.exe was replaced as deadlocked (IIS 5)',
      verdict: 'look',
      meaning:
        'Requests waited, and none was answered for `responseDeadlockInterval` (3 minutes unless set), so ASP.NET replaced the process. Mostly all threads wait for one slow thing, not for each other.',
      checks: ['What did all requests wait for: database, web service, a lock? A dump while it hangs shows it.'],
      fix: 'Repair or time out what they wait for; call slow services asynchronously.',
      doNot: ['Do not raise `responseDeadlockInterval`: users then wait longer for the same end.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1003 }],
      sources: [oldModel],
      samples: [
        'Event Source: ASP.NET 1.1.4322.0\nEvent ID: 1003\nDescription:\naspnet_wp.exe (PID: 1640) was recycled because it was suspected to be in a deadlocked state. It did not send any responses for pending requests in the last 180 seconds.',
        'aspnet_wp.exe (PID: 1640) was recycled because it was suspected to be in a deadlocked state.',
      ],
      notSamples: ['The process was suspected to be deadlocked.'],
    },
    {
      id: 'aspnet-wp-account',
      name: 'aspnet_wp.exe cannot log on (IIS 5)',
      verdict: 'act',
      meaning:
        'User name or password of `processModel` in machine.config are wrong, or the local account ASPNET is missing, as on a domain controller. No ASP.NET page is served.',
      checks: ['`userName` and `password` of `processModel` in machine.config; does the account exist, is it enabled?'],
      fix: 'Set `userName="machine"` and `password="AutoGenerate"` again, or the right domain account; then restart IIS.',
      doNot: ['Do not set `userName="SYSTEM"`: every page then runs with full rights.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1007 }],
      sources: [oldModel],
      samples: [
        'Event Source: ASP.NET 1.1.4322.0\nEvent ID: 1007\nDescription:\naspnet_wp.exe could not be launched because the username and/or password supplied in the processModel section of the config file are invalid.',
        'aspnet_wp.exe could not be launched because the username and/or password supplied in the processModel section',
      ],
      notSamples: ['aspnet_wp.exe could not be launched.'],
    },
  ],
});
