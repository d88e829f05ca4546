import { defineFamily, type Source } from '../fact';

const PROVIDER = 'IIS AspNetCore Module V2';
const READ = '2026-11-21';

const messages: Source = {
  document: 'Source of the ASP.NET Core Module: its event messages (dotnet/aspnetcore)',
  url: 'https://github.com/dotnet/aspnetcore',
  says: 'Numbers, levels and wording of the events.',
  read: READ,
};
const moduleArticle: Source = {
  document: 'Microsoft Learn: ASP.NET Core Module (ANCM) for IIS',
  url: 'https://learn.microsoft.com/en-us/aspnet/core/host-and-deploy/aspnet-core-module',
  says: 'Attributes of aspNetCore: stdout log, shutdownTimeLimit, app_offline.htm, debug log.',
  read: READ,
};

/** The ASP.NET Core Module: starts, stops, recycles and what it only remarks. */
export default defineFamily({
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 1001,
      parameters: ['text', 'app', 'pid', 'port'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+started\s+process\s+['‘’](?<pid>\d{1,10})['‘’]\s+successfully(?:\s+and\s+process\s+['‘’]\d{1,10}['‘’]\s+is\s+listening\s+on\s+port\s+['‘’](?<port>\d{1,5})['‘’])?/i,
      anchor: 'successfully and process',
    },
    {
      provider: PROVIDER,
      eventId: 1004,
      parameters: ['text', 'file', 'code'],
      message:
        /Could\s+not\s+create\s+stdoutLogFile\s+(?<file>\S[^\r\n]{0,300}?),\s+ErrorCode\s*=\s*['‘’]?(?<code>0x[0-9a-f]{1,8})/i,
      anchor: 'could not create stdoutlogfile',
    },
    {
      provider: PROVIDER,
      eventId: 1005,
      parameters: ['text', 'target'],
      message:
        /Failed\s+to\s+gracefully\s+shutdown\s+(?:process(?:\s+with\s+Id)?|application)\s+['‘’](?<target>[^'‘’\r\n]{1,300})['‘’]/i,
      anchor: 'failed to gracefully shutdown',
    },
    {
      provider: PROVIDER,
      eventId: 1006,
      parameters: ['text', 'pid', 'status'],
      message:
        /Sent\s+shutdown\s+HTTP\s+message\s+to\s+process(?:\s+with\s+Id)?\s+['‘’](?<pid>\d{1,10})['‘’]\s+and\s+received\s+http\s+status\s+['‘’](?<status>\d{1,5})['‘’]/i,
      anchor: 'sent shutdown http message',
    },
    {
      provider: PROVIDER,
      eventId: 1012,
      parameters: ['text', 'app'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+was\s+recycled\s+after\s+detecting\s+(?:the\s+)?app_offline/i,
      anchor: 'was recycled after detecting',
    },
    {
      provider: PROVIDER,
      eventId: 1021,
      parameters: ['text', 'app'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+was\s+recycled\s+due\s+to\s+configuration\s+change/i,
      anchor: 'was recycled due to configuration change',
    },
    {
      provider: PROVIDER,
      eventId: 1022,
      parameters: ['text', 'path'],
      message:
        /Failed\s+to\s+recycle\s+application\s+(?:after|due\s+to)\s+a\s+configuration\s+change\s+at\s+['‘’](?<path>[^'‘’\r\n]{1,300})['‘’]/i,
      anchor: 'failed to recycle application',
    },
    {
      provider: PROVIDER,
      eventId: 1024,
      parameters: ['text', 'app', 'code'],
      message:
        /(?:Failed\s+to\s+monitor\s+app_offline\.htm|Monitoring\s+app_offline\.htm\s+failed)\s+for\s+application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’],\s+ErrorCode\s+['‘’](?<code>0x[0-9a-f]{1,8})['‘’]/i,
      anchor: 'monitor app_offline.htm',
    },
    {
      provider: PROVIDER,
      eventId: 1026,
      parameters: ['text'],
      message: /Could\s+not\s+(?:start|stop)\s+stdout\s+(?:file\s+)?redirection/i,
      anchor: 'could not start stdout',
    },
    {
      provider: PROVIDER,
      eventId: 1030,
      parameters: ['text', 'app', 'root', 'pid', 'port'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+shut\s+down\s+process\s+with\s+Id\s+['‘’](?<pid>\d{1,10})['‘’]\s+listening\s+on\s+port\s+['‘’](?<port>\d{1,5})['‘’]/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1032,
      parameters: ['text', 'app'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+started\s+(?:the\s+coreclr\s+in-process\s+)?successfully/i,
      anchor: 'started successfully',
    },
    {
      provider: PROVIDER,
      eventId: 1033,
      parameters: ['text', 'app'],
      message: /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+has\s+shutdown/i,
      anchor: 'has shutdown',
    },
  ],
  facts: [
    {
      id: 'ancm-1001',
      name: 'The process of the application started',
      verdict: 'benign',
      meaning:
        'Out of process: the application runs in its own process and listens on the port named. Errors that visitors see after this come from the application itself.',
      checks: [
        'How often? Many starts an hour mean that the process keeps ending: look for 1000 and .NET Runtime 1026.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1001 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1001\nDescription:\nApplication '/LM/W3SVC/2/ROOT' started process '4960' successfully and process '4960' is listening on port '18204'.",
        "Application '/LM/W3SVC/2/ROOT' started process '4960' successfully and process '4960' is listening on port '18204'.",
      ],
      notSamples: ["The setup started process '4960'."],
    },
    {
      id: 'ancm-1004',
      name: 'The stdout log could not be created',
      verdict: 'act',
      verdictText: 'only the log is missing',
      meaning:
        '`stdoutLogEnabled` is on, but the file named could not be created: its folder is missing, or the pool identity may not write there. The application runs all the same.',
      checks: ['Does the folder exist, and does `IIS AppPool\\<pool>` have Modify on it? `icacls.exe <folder>`'],
      fix: 'Create the folder and give the pool identity Modify on that folder only; or switch the stdout log off if nobody needs it.',
      doNot: ['Do not give the pool Modify on the whole application, nor Everyone on the folder.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1004 }],
      sources: [moduleArticle, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1004\nDescription:\nCould not create stdoutLogFile \\\\?\\D:\\sites\\shop\\logs\\stdout_4960_20260301101010.log, ErrorCode = '0x80070003'.",
        "Warning: Could not create stdoutLogFile \\\\?\\D:\\sites\\shop\\logs\\stdout_4960.log, ErrorCode = '0x80070005'.",
      ],
      notSamples: ['Could not create the log file.'],
    },
    {
      id: 'ancm-1005',
      name: 'The application did not stop in time',
      verdict: 'look',
      meaning:
        'The application had `shutdownTimeLimit` (10 seconds by default) to end and did not, so it was ended hard. Requests and background work of that moment may be lost.',
      checks: [
        'Does it happen at each recycle? Then background work ignores the stop signal, or requests run longer than that.',
      ],
      fix: 'Let background work watch the cancellation token; if long requests are wanted, raise `shutdownTimeLimit` in web.config.',
      doNot: ['Do not answer it with `iisreset`: that ends every application hard.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1005 }],
      sources: [moduleArticle, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1005\nDescription:\nFailed to gracefully shutdown application '/LM/W3SVC/2/ROOT'.",
        "Failed to gracefully shutdown process '3216'.",
        "Failed to gracefully shutdown process with Id '3216'.",
      ],
      notSamples: ['The service failed to gracefully shut down.'],
    },
    {
      id: 'ancm-1006',
      name: 'The process was asked to stop',
      verdict: 'benign',
      meaning:
        'Out of process: the module asked the application to end, and it answered with the HTTP status in the text (202 is usual). Part of every recycle and deployment.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1006 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1006\nDescription:\nSent shutdown HTTP message to process '4960' and received http status '202'.",
        "Sent shutdown HTTP message to process with Id '4960' and received http status '202'.",
      ],
      notSamples: ['Sent a message to process 4960.'],
    },
    {
      id: 'ancm-1012',
      name: 'Stopped because of app_offline.htm',
      verdict: 'benign',
      verdictText: 'expected in a deployment',
      meaning:
        'Somebody put `app_offline.htm` into the folder of the application: the module stopped it, and visitors get that page with 503 until the file is gone.',
      checks: ['Outside a deployment: is the file still there? Then the application stays off.'],
      fix: 'After the deployment remove `app_offline.htm`; the next request starts the application.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1012 }],
      sources: [moduleArticle, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1012\nDescription:\nApplication '/LM/W3SVC/2/ROOT' was recycled after detecting app_offline.htm.",
        "Application '/LM/W3SVC/2/ROOT' was recycled after detecting the app_offline file.",
      ],
      notSamples: ['The pool was recycled after detecting a change.'],
    },
    {
      id: 'ancm-1021',
      name: 'Restarted because web.config changed',
      verdict: 'benign',
      meaning:
        'The module saw a change of configuration and restarted the application. In process this restarts the worker process; requests of that moment can fail for a short time.',
      checks: [
        'Did somebody deploy or edit then? If nobody did: what touches web.config (backup, antivirus, a script)?',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1021 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1021\nDescription:\nApplication '/LM/W3SVC/2/ROOT' was recycled due to configuration change",
        "Application '/LM/W3SVC/2/ROOT' was recycled due to configuration change",
      ],
      notSamples: ["Application pool 'x' was recycled."],
    },
    {
      id: 'ancm-1022',
      name: 'A change of configuration restarts the worker process',
      verdict: 'look',
      meaning:
        'After a change of configuration the application could not be restarted by itself, so the module lets IIS replace the whole worker process.',
      checks: ['Does the site answer again, and does an ANCM 1032 or 1001 follow? Then it is over.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1022 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1022\nDescription:\nFailed to recycle application after a configuration change at '/LM/W3SVC/2/ROOT'. Recycling worker process.",
        "Failed to recycle application due to a configuration change at 'MACHINE/WEBROOT/APPHOST/SHOP'.",
      ],
      notSamples: ['Failed to recycle application pool.'],
    },
    {
      id: 'ancm-1024',
      name: 'app_offline.htm is not watched',
      verdict: 'look',
      meaning:
        'The module could not watch the folder of the application, so an `app_offline.htm` would not stop it. Deployments that rely on it will find files in use.',
      checks: [
        'The code in the text, and whether the pool identity may read the folder. Is the folder on a network share?',
      ],
      fix: 'Give the pool identity Read on the folder; keep the application on a local disk.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1024 }],
      sources: [messages, moduleArticle],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1024\nDescription:\nFailed to monitor app_offline.htm for application '/LM/W3SVC/2/ROOT', ErrorCode '0x80070005'.",
        "Failed to monitor app_offline.htm for application 'MACHINE/WEBROOT/APPHOST/SHOP', ErrorCode '0x80070005'.",
      ],
      notSamples: ['Put app_offline.htm into the folder.'],
    },
    {
      id: 'ancm-1025',
      name: 'A remark of the ASP.NET Core Module',
      verdict: 'benign',
      meaning: 'The module notes something in passing, such as captured output of the application. It is no failure.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1025 }],
      sources: [messages],
      samples: ['Source: IIS AspNetCore Module V2\nEvent ID: 1025\nDescription:\nCaptured stdout and stderr: hello'],
      notSamples: ['Source: .NET Runtime\nEvent ID: 1025\nDescription:\nApplication: x.exe'],
    },
    {
      id: 'ancm-1026',
      name: 'The output of the application is not captured',
      verdict: 'look',
      verdictText: 'the application runs',
      meaning:
        'The module could not redirect stdout of the application. It runs all the same; only a failed start will leave less to read. Mostly the folder of the stdout log is missing or not writable.',
      checks: [
        '`stdoutLogEnabled` and `stdoutLogFile` in web.config: does the folder exist, may the pool write there?',
      ],
      fix: 'Create the folder and give `IIS AppPool\\<pool>` Modify on it, or switch the stdout log off.',
      doNot: ['Do not take it for the cause of a failed start: that has a record of its own.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1026 }],
      sources: [messages, moduleArticle],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1026\nDescription:\nCould not start stdout file redirection to '.\\logs\\stdout' with application base 'D:\\sites\\shop\\'. Exception: The system cannot find the path specified.",
        'Could not start stdout redirection in (aspnetcorev2.dll). Exception message: HRESULT 0x80070005 returned',
      ],
      notSamples: ['Could not start the redirection service.'],
    },
    {
      id: 'ancm-1027',
      name: 'An error of the ASP.NET Core Module',
      verdict: 'look',
      meaning: 'The module reports a failure that has no number of its own; the text says what it is about.',
      checks: ['The text, and the ANCM records with other numbers of the same second: they are more exact.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1027 }],
      sources: [messages],
      samples: ['Source: IIS AspNetCore Module V2\nEvent ID: 1027\nDescription:\nSomething went wrong'],
      notSamples: ['Source: Other\nEvent ID: 1027\nDescription:\nSomething went wrong'],
    },
    {
      id: 'ancm-1030',
      name: 'The process of the application was stopped',
      verdict: 'benign',
      meaning:
        'Out of process: the module ended the process of the application, as in every recycle, idle timeout or deployment.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1030 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1030\nDescription:\nApplication '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' shut down process with Id '4960' listening on port '18204'",
        "Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' shut down process with Id '4960' listening on port '18204'",
      ],
      notSamples: ["Application 'x' shut down."],
    },
    {
      id: 'ancm-1032',
      name: 'The application started inside the pool',
      verdict: 'benign',
      meaning:
        'In process: the application started. If visitors still get 500, it comes from its own code, not from the start: read its log.',
      checks: ['How often? Many starts an hour mean that the worker process keeps ending: look for WAS 5009 and 5011.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1032 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1032\nDescription:\nApplication '/LM/W3SVC/2/ROOT' started the coreclr in-process successfully.",
        "Application 'D:\\sites\\shop\\' started successfully.",
      ],
      notSamples: ['The service started successfully.'],
    },
    {
      id: 'ancm-1033',
      name: 'The application has stopped',
      verdict: 'benign',
      meaning: 'The application ended in an orderly way, as in every recycle, idle timeout or deployment.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1033 }],
      sources: [messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1033\nDescription:\nApplication '/LM/W3SVC/2/ROOT' has shutdown.",
        "Application 'MACHINE/WEBROOT/APPHOST/SHOP' has shutdown.",
      ],
      notSamples: ["Host 'web02' has shut down."],
    },
    {
      id: 'ancm-1036',
      name: 'A line of the debug log of the module',
      verdict: 'benign',
      meaning:
        'Somebody switched the debug log of the module on with EVENTLOG as its target; each of its lines becomes a record. It is for finding a fault, not for every day.',
      checks: ['`handlerSettings` in web.config: `debugLevel`, or the environment variable ASPNETCORE_MODULE_DEBUG.'],
      fix: 'Take the setting out when the fault is found.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1036 }],
      sources: [messages, moduleArticle],
      samples: ['Source: IIS AspNetCore Module V2\nEvent ID: 1036\nDescription:\n[aspnetcorev2.dll] Initializing logs'],
      notSamples: ['Source: Other\nEvent ID: 1036\nDescription:\nInitializing logs'],
    },
  ],
});
