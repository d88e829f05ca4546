import { defineFamily, type PhraseKind, type Source } from '../fact';

const PROVIDER = 'IIS AspNetCore Module V2';
const READ = '2026-11-21';

const messages: Source = {
  document: 'Source of the ASP.NET Core Module: its event messages (dotnet/aspnetcore)',
  url: 'https://github.com/dotnet/aspnetcore',
  says: 'Numbers, levels and wording of the events.',
  read: READ,
};
const reference: Source = {
  document: 'Microsoft Learn: common errors of ASP.NET Core on Azure App Service and IIS',
  url: 'https://learn.microsoft.com/en-us/aspnet/core/host-and-deploy/azure-iis-errors-reference',
  says: 'For each text of the event log the status, the cause and what repairs it.',
  read: READ,
};
const startup: Source = {
  document: 'Microsoft Learn: troubleshoot ASP.NET Core on Azure App Service and IIS',
  url: 'https://learn.microsoft.com/en-us/aspnet/core/test/troubleshoot-azure-iis',
  says: 'What 500.30 to 500.38 and 502.5 mean and how to find the cause of a failed start.',
  read: READ,
};

const noDevelopment = 'Do not leave the stdout log on or ASPNETCORE_ENVIRONMENT=Development in place on a live site.';

const stdoutSteps = [
  'Open a prompt in the folder of the application and run what web.config says: `dotnet.exe .\\App.dll`, or `.\\App.exe`. What it prints is usually the cause.',
  'Nothing there? In web.config set `stdoutLogEnabled="true"` on `aspNetCore`, create the folder of `stdoutLogFile`, and give `IIS AppPool\\<pool>` Modify on it.',
  'Request the page once, read the newest file in that folder.',
  'Set `stdoutLogEnabled="false"` again.',
];

const message = (pattern: RegExp, anchor: string) => ({
  kind: 'phrase' as const,
  as: 'message' as PhraseKind,
  anchors: [anchor] as [string],
  pattern,
});

/** The ASP.NET Core Module: an application that does not start, or ends. */
export default defineFamily({
  providers: [
    {
      name: PROVIDER,
      label: 'ANCM',
      aliases: [
        'IIS AspNetCore Module',
        'IIS Express AspNetCore Module V2',
        'IIS Express AspNetCore Module',
        'AspNetCore Module V2',
        'AspNetCore Module',
        'ASP.NET Core Module',
      ],
    },
  ],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 1020,
      parameters: ['text', 'app', 'root', 'command', 'port'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+failed\s+to\s+start\s+process\s+with\s+commandline\s+['‘’](?<command>[^'‘’\r\n]{0,600})['‘’]\s+with\s+multiple\s+retries(?:\.[^'‘’\r\n]{0,80}['‘’](?<port>\d{1,5})['‘’])?/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1000,
      parameters: ['text', 'app', 'root', 'command', 'code'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+(?:failed\s+to\s+start|created)\s+process\s+with\s+commandline\s+['‘’](?<command>[^'‘’\r\n]{0,600})['‘’](?:[^\r\n]{0,160}?ErrorCode\s*=\s*['‘’](?<code>0x[0-9a-f]{1,8}))?/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1003,
      parameters: ['text', 'count'],
      message: /Maximum\s+rapid\s+fail\s+count\s+per\s+minute\s+of\s+['‘’](?<count>\d{1,10})['‘’]\s+exceeded/i,
      anchor: 'maximum rapid fail count per minute',
    },
    {
      provider: PROVIDER,
      eventId: 1007,
      parameters: ['text', 'app', 'root'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+failed\s+to\s+load\s+(?:core)?clr\b/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1008,
      parameters: ['text', 'app'],
      message:
        /Only\s+one\s+in-?process\s+application\s+is\s+allowed\s+per\s+IIS\s+application\s+pool(?:\.\s+Please\s+assign\s+the\s+application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’])?/i,
      anchor: 'application is allowed per iis application pool',
    },
    {
      provider: PROVIDER,
      eventId: 1009,
      parameters: ['text', 'app'],
      message:
        /Mixed\s+hosting\s+model\s+is\s+not\s+supported(?:\.\s+Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’])?/i,
      anchor: 'mixed hosting model is not supported',
    },
    {
      provider: PROVIDER,
      eventId: 1010,
      parameters: ['text', 'app', 'code'],
      message:
        /Failed\s+to\s+start\s+application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’],\s+ErrorCode\s+['‘’](?<code>0x[0-9a-f]{1,8})['‘’]/i,
      anchor: 'failed to start application',
    },
    {
      provider: PROVIDER,
      eventId: 1035,
      parameters: ['text', 'app', 'root', 'exit'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+(?:has\s+exited\s+from\s+Program\.Main\s+with|hit\s+unexpected\s+managed\s+background\s+thread\s+exit,)\s+(?:exit\s+code|ErrorCode)\s*=\s*['‘’](?<exit>[\w-]{1,12})['‘’]?\.\s+Last\s+\d{1,3}KB\s+characters/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1011,
      parameters: ['text', 'app', 'root', 'exit'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+(?:has\s+exited\s+from\s+Program\.Main\s+with|hit\s+unexpected\s+managed\s+background\s+thread\s+exit,)\s+(?:exit\s+code|ErrorCode)\s*=\s*['‘’](?<exit>[\w-]{1,12})/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1013,
      parameters: ['text'],
      message: /AspNetCore\s+Module\s+is\s+disabled/i,
      anchor: 'aspnetcore module is disabled',
    },
    {
      provider: PROVIDER,
      eventId: 1018,
      parameters: ['text', 'app', 'root', 'code'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+with\s+physical\s+root\s+['‘’](?<root>[^'‘’\r\n]{1,300})['‘’]\s+hit\s+unexpected\s+managed\s+exception,\s+(?:exception\s+code|ErrorCode)\s*=\s*['‘’](?<code>0x[0-9a-f]{1,8})/i,
      anchor: 'with physical root',
    },
    {
      provider: PROVIDER,
      eventId: 1028,
      parameters: ['text'],
      message:
        /Could\s+not\s+find\s+(?:inprocess\s+request\s+handler|['‘’]?aspnetcorev2_inprocess\.dll['‘’]?|the\s+assembly\s+['‘’][^'‘’\r\n]{1,200}['‘’]\s+(?:for|referenced\s+for\s+the)\s+in-process\s+application)/i,
      anchor: 'could not find inprocess request handler',
    },
    {
      provider: PROVIDER,
      eventId: 1029,
      parameters: ['text', 'assembly'],
      message:
        /Could\s+not\s+find\s+the\s+assembly\s+['‘’](?<assembly>[^'‘’\r\n]{1,200})['‘’]\s+for\s+out-of-process\s+application/i,
      anchor: 'for out-of-process application',
    },
    {
      provider: PROVIDER,
      eventId: 1031,
      parameters: ['text', 'app'],
      message:
        /Application\s+['‘’](?<app>[^'‘’\r\n]{1,300})['‘’]\s+(?:failed\s+to\s+start\.\s+Exception\s+message|wasn['‘’]t\s+able\s+to\s+start)/i,
      anchor: 'failed to start. exception message',
    },
    {
      provider: PROVIDER,
      eventId: 1034,
      parameters: ['text'],
      message: /Could\s+not\s+load\s+configuration\.\s+Exception\s+message/i,
      anchor: 'could not load configuration. exception message',
    },
  ],
  // Where several facts fit equally well the first one speaks.
  facts: [
    {
      id: 'ancm-framework-missing',
      name: 'The .NET version that the application needs is missing',
      verdict: 'act',
      meaning:
        'The application wants a version of Microsoft.NETCore.App or Microsoft.AspNetCore.App that is not installed for the bitness of the pool. The text lists what it wants and what is there. Visitors get 500.31 or 500.30.',
      checks: [
        '`dotnet.exe --list-runtimes`; for a 32-bit pool: `"%ProgramFiles(x86)%\\dotnet\\dotnet.exe" --list-runtimes`',
      ],
      fix: 'Install the Hosting Bundle of that version, then `net stop WAS /y` and `net start W3SVC`; or publish self-contained.',
      doNot: [
        'Do not switch hostingModel or edit runtimeconfig.json to get around it, and do not install only the SDK.',
      ],
      more: [
        'Microsoft.NETCore.App alone is not enough: a web application also needs Microsoft.AspNetCore.App, which the plain .NET Runtime installer does not bring.',
        '`net stop WAS /y` stops everything that depends on WAS. Note what runs before and start it again: NetTcpActivator and its relatives do not come back with W3SVC.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1028,
          context:
            /Could\s+not\s+find[\s\S]{0,3000}?(?:compatible\s+framework|framework\s+['‘’][^'‘’\r\n]{1,100}['‘’],\s+version\s+['‘’][^'‘’\r\n]{1,60}['‘’](?:\s+\([^)\r\n]{1,20}\))?\s+was\s+not\s+found|install\s+or\s+update\s+\.NET)/i,
        },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1031,
          context:
            /(?:failed\s+to|wasn['‘’]t\s+able\s+to)\s+start[\s\S]{0,3000}?(?:compatible\s+framework|framework\s+['‘’][^'‘’\r\n]{1,100}['‘’],\s+version\s+['‘’][^'‘’\r\n]{1,60}['‘’](?:\s+\([^)\r\n]{1,20}\))?\s+was\s+not\s+found|install\s+or\s+update\s+\.NET)/i,
        },
        message(
          /It\s+was\s+not\s+possible\s+to\s+find\s+any\s+compatible\s+framework\s+version/iy,
          'it was not possible to find any compatible framework version',
        ),
        message(
          /You\s+must\s+install\s+or\s+update\s+\.NET\s+to\s+run\s+this\s+application/iy,
          'you must install or update .net to run this application',
        ),
      ],
      sources: [startup, reference],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1028\nDescription:\nCould not find inprocess request handler. Captured output from invoking hostfxr: It was not possible to find any compatible framework version\nThe specified framework 'Microsoft.AspNetCore.App', version '8.0.4' was not found.",
        "Source: IIS AspNetCore Module V2\nEvent ID: 1031\nDescription:\nApplication '/LM/W3SVC/3/ROOT' failed to start. Exception message:\nYou must install or update .NET to run this application.",
        'It says: It was not possible to find any compatible framework version',
      ],
      notSamples: ['It was not possible to find any compatible printer.'],
    },
    {
      id: 'ancm-wrong-arguments',
      name: 'dotnet got no application to run',
      verdict: 'act',
      meaning:
        '`dotnet` was started without the DLL of the application, so it looked for an SDK command. In web.config the `arguments` of `aspNetCore` are empty, wrong, or name a file that is not there. No SDK is missing.',
      checks: [
        'In web.config: does `arguments` read `.\\App.dll`, and does that file lie in the folder of the application?',
      ],
      fix: 'Correct `arguments`, or publish again so that web.config and the DLL come from one build.',
      doNot: ['Do not install the .NET SDK on the server: the hint in the text is for developers.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1028,
          context: /Could\s+not\s+find[\s\S]{0,3000}?Did\s+you\s+mean\s+to\s+run\s+dotnet\s+SDK\s+commands/i,
        },
        message(
          /Did\s+you\s+mean\s+to\s+run\s+dotnet\s+SDK\s+commands\??/iy,
          'did you mean to run dotnet sdk commands',
        ),
      ],
      sources: [reference, messages],
      samples: [
        'Source: IIS AspNetCore Module V2\nEvent ID: 1028\nDescription:\nCould not find inprocess request handler. Captured output from invoking hostfxr: Did you mean to run dotnet SDK commands? Please install dotnet SDK from: https://aka.ms/x',
        'stdout says "Did you mean to run dotnet SDK commands?"',
      ],
      notSamples: ['Did you mean to run the SDK sample?'],
    },
    {
      id: 'ancm-launcher-path',
      name: 'The placeholder %LAUNCHER_PATH% was never replaced',
      verdict: 'act',
      meaning:
        'web.config still has the words of the project: `dotnet publish` would have put the program there, Visual Studio sets the variable only for an IIS Express that it starts itself. So the module looks for a file of that name.',
      checks: ['Which folder is it: the published output, or the source of the project? How was IIS Express started?'],
      fix: 'Deploy the output of `dotnet publish`. On a developer machine start from Visual Studio, or set LAUNCHER_PATH and LAUNCHER_ARGS before IIS Express.',
      doNot: ['Do not write a path of a developer machine into the web.config of the project.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1000,
          context: /commandline\s+['‘’]["“”]?%LAUNCHER_PATH%/i,
        },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1031,
          context: /Executable\s+was\s+not\s+found\s+at\s+['‘’][^'‘’\r\n]{0,300}%LAUNCHER_PATH%/i,
        },
        message(
          /Executable\s+was\s+not\s+found\s+at\s+['‘’][^'‘’\r\n]{0,300}%LAUNCHER_PATH%['‘’]?/iy,
          'executable was not found at',
        ),
      ],
      sources: [
        {
          document: 'LeXtudio: How Visual Studio Launches IIS Express to Debug ASP.NET Core Apps',
          says: 'The two variables are set by Visual Studio for its own IIS Express; publishing writes the real program into web.config.',
          read: READ,
        },
        reference,
      ],
      samples: [
        'Source: IIS Express AspNetCore Module\nEvent ID: 1000\nDescription:\nApplication ‘MACHINE/WEBROOT/APPHOST/SHOP’ with physical root ‘D:\\sites\\shop\\’ failed to start process with commandline ‘“%LAUNCHER_PATH%” %LAUNCHER_ARGS%’, ErrorCode = ‘0x80070002 : 0.',
        "Application 'D:\\sites\\shop\\' wasn't able to start. Executable was not found at 'D:\\sites\\shop\\%LAUNCHER_PATH%'",
      ],
      notSamples: [
        "Source: IIS AspNetCore Module\nEvent ID: 1000\nDescription:\nApplication 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '\"dotnet\" .\\Shop.dll', ErrorCode = '0x80070002 : 0.",
      ],
    },
    {
      id: 'ancm-executable-not-found',
      name: 'The program in processPath was not found',
      verdict: 'act',
      meaning:
        'The file that `processPath` of `aspNetCore` names is not there, or `dotnet` is not on the PATH that WAS knows: services keep the PATH of their own start.',
      checks: [
        'web.config: `processPath`. Does that file exist? For `dotnet`: is `%ProgramFiles%\\dotnet` in the system PATH?',
      ],
      fix: 'Correct `processPath`. After the Hosting Bundle was installed: `net stop WAS /y`, then `net start W3SVC`, so that WAS sees the PATH.',
      doNot: ['Do not hunt for permissions first, and do not switch hostingModel as a cure.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1000,
          context: /process\s+with\s+commandline[^\r\n]{0,900}?ErrorCode\s*=\s*['‘’]0x8007000[23]\b/i,
        },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1031,
          context: /wasn['‘’]t\s+able\s+to\s+start\.?\s+Executable\s+was\s+not\s+found/i,
        },
        message(/Executable\s+was\s+not\s+found\s+at\s+['‘’][^'‘’\r\n]{0,300}['‘’]?/iy, 'executable was not found at'),
      ],
      sources: [reference, messages],
      samples: [
        "Source: IIS AspNetCore Module\nEvent ID: 1000\nDescription:\nApplication 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '\"dotnet\" .\\Shop.dll', ErrorCode = '0x80070002 : 0.",
        'Source: IIS Express AspNetCore Module\nEvent ID: 1000\nDescription:\nApplication ‘MACHINE/WEBROOT/APPHOST/SHOP’ with physical root ‘D:\\sites\\shop\\’ failed to start process with commandline ‘“dotnet” .\\Shop.dll’, ErrorCode = ‘0x80070002 : 0.',
        "Application 'D:\\sites\\shop\\' wasn't able to start. Executable was not found at 'D:\\sites\\shop\\Shop.exe'",
      ],
      notSamples: [
        "Source: IIS AspNetCore Module\nEvent ID: 1000\nDescription:\nApplication 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '\"dotnet\" .\\Shop.dll', ErrorCode = '0x80004005 : ff.",
      ],
    },
    {
      id: 'ancm-exited-prematurely',
      name: 'The application ended while it started',
      verdict: 'act',
      meaning:
        'In process: start-up code threw or returned before the server listened, or an x86 application runs in a 64-bit pool (0x8007023E). Visitors get 500.30. The cause stands in the records beside it or in stdout.',
      checks: [
        'The .NET Runtime 1026 or ANCM 1018 of the same second: which exception? Else run the application by hand.',
      ],
      fix: 'Correct what the exception names (settings, database, certificate, key vault). x86 build: enable 32-bit for that pool.',
      steps: stdoutSteps,
      doNot: [
        'Do not switch hostingModel to out of process as a cure: the same exception then gives 502.5.',
        noDevelopment,
      ],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'Exception and stack of the failed start: read it first.',
        },
        {
          provider: PROVIDER,
          eventId: 1018,
          says: 'The exception ended the start; its text or the captured output says which one.',
        },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1007,
          context: /failed\s+to\s+load\s+(?:core)?clr[\s\S]{0,200}?thread\s+exited\s+prematurely/i,
        },
        message(/CLR\s+worker\s+thread\s+exited\s+prematurely/iy, 'clr worker thread exited prematurely'),
      ],
      sources: [reference, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1007\nDescription:\nApplication '/LM/W3SVC/5/ROOT' with physical root 'D:\\sites\\shop\\' failed to load coreclr. Exception message:\nCLR worker thread exited prematurely",
        'CLR worker thread exited prematurely',
      ],
      notSamples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1007\nDescription:\nApplication '/LM/W3SVC/5/ROOT' with physical root 'D:\\sites\\shop\\' failed to load coreclr. Exception message:\nError reading file",
      ],
    },
    {
      id: 'ancm-startup-time-limit',
      name: 'The application did not start in time',
      verdict: 'act',
      meaning:
        'In process: the server inside the application did not listen within `startupTimeLimit` (120 seconds by default). Visitors get 500.37. Start-up code waits for something, or the machine was overloaded.',
      checks: [
        'What does start-up code wait for: database, migration, network share, key vault? How busy was the CPU?',
      ],
      fix: 'Take the slow work out of the start, or let it time out. Many applications after a restart: stagger their start.',
      doNot: ['Do not only raise `startupTimeLimit`: visitors then wait longer for the same failure.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1007,
          context: /failed\s+to\s+load\s+(?:core)?clr[\s\S]{0,200}?didn['‘’]t\s+initialize\s+after/i,
        },
        message(
          /Managed\s+server\s+didn['‘’]t\s+initialize\s+after\s+\d{1,10}\s+ms/iy,
          "managed server didn't initialize after",
        ),
      ],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1007\nDescription:\nApplication '/LM/W3SVC/5/ROOT' with physical root 'D:\\sites\\shop\\' failed to load coreclr. Exception message:\nManaged server didn't initialize after 120000 ms.",
        "Managed server didn't initialize after 120000 ms",
      ],
      notSamples: ["The managed server didn't initialize."],
    },
    {
      id: 'ancm-1000',
      name: 'The process of the application did not start',
      verdict: 'act',
      meaning:
        'Out of process: the module started the command line in the text, and the process ended at once or did not listen on the port it was given. Visitors get 502.5.',
      causes: [
        'An exception in start-up code',
        'The runtime is missing, or the bitness of pool and application differs',
        'The pool identity may not read the folder or `dotnet`',
        'The application listens on a fixed port instead of the one in ASPNETCORE_PORT',
      ],
      checks: ['Run that command line by hand in the folder of the application: what does it print?'],
      fix: 'Repair what it prints: runtime, settings, rights or code. If it prints nothing, switch the stdout log on for one request.',
      steps: stdoutSteps,
      doNot: [noDevelopment],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'Exception and stack of the failed start: read it first.',
        },
        {
          provider: PROVIDER,
          eventId: 1003,
          says: 'It failed so often within a minute that the module gave up for a while.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000 }],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1000\nDescription:\nApplication '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' created process with commandline 'dotnet .\\Shop.dll' but either crashed, did not respond, or did not listen on the given port '23417', ErrorCode = '0x800705b4'",
        "Application 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '\"D:\\sites\\shop\\Shop.exe\" ', ErrorCode = '0x80004005 : ff.",
      ],
      notSamples: ['Source: Application Error\nEvent ID: 1000\nDescription:\nFaulting application name: x.exe'],
    },
    {
      id: 'ancm-1003',
      name: 'Too many failed starts within a minute',
      verdict: 'act',
      meaning:
        'The application failed to start more often than `rapidFailsPerMinute` allows (10 by default), so the module does not try again until the minute is over. It is a consequence; the cause stands in the records before.',
      checks: ['The first ANCM 1000 or 1020, or .NET Runtime 1026, of that minute: what stopped the application?'],
      fix: 'Repair the first failure. The module then starts the application by itself with the next request.',
      doNot: ['Do not raise `rapidFailsPerMinute`: the same failure would only repeat more often.'],
      companions: [
        { provider: PROVIDER, eventId: 1000, says: 'The failed start itself, with command line and error.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1003 }],
      sources: [messages, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1003\nDescription:\nMaximum rapid fail count per minute of '10' exceeded.",
        "Maximum rapid fail count per minute of '10' exceeded.",
      ],
      notSamples: ['The maximum count per minute was exceeded.'],
    },
    {
      id: 'ancm-1007',
      name: 'The .NET runtime could not be loaded into the pool',
      verdict: 'act',
      meaning:
        'In process: loading the runtime or starting the application inside w3wp.exe failed; the line behind "Exception message" says why. Visitors get 500.30 or a related status.',
      checks: ['What stands behind "Exception message", and which ANCM or .NET Runtime records carry the same second?'],
      fix: 'Correct what it names; if it names nothing, run the application by hand, or switch the stdout log on for one request.',
      steps: stdoutSteps,
      doNot: ['Do not switch hostingModel as a cure: the cause stays.', noDevelopment],
      companions: [
        { provider: PROVIDER, eventId: 1018, says: 'An exception ended the start: see its code and captured output.' },
        { provider: '.NET Runtime', eventId: 1026, says: 'Exception and stack of the failed start: read it first.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1007 }],
      sources: [reference, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1007\nDescription:\nApplication '/LM/W3SVC/4/ROOT' with physical root 'D:\\sites\\shop\\' failed to load coreclr. Exception message:\nThe directory name is invalid.",
        "Application '/LM/W3SVC/4/ROOT' with physical root 'D:\\sites\\shop' failed to load clr and managed application, ErrorCode = '0x80004005.",
      ],
      notSamples: ['The profiler failed to load coreclr.'],
    },
    {
      id: 'ancm-1008',
      name: 'Two in-process applications in one pool',
      verdict: 'act',
      meaning:
        'One worker process can host only one ASP.NET Core application in process. The application in the text came second in its pool; its visitors get 500.35.',
      checks: [
        'Which applications share the pool: `%windir%\\system32\\inetsrv\\appcmd.exe list app /apppool.name:<pool>`',
      ],
      fix: 'Give the application a pool of its own, with "No Managed Code".',
      doNot: ['Do not switch one of them to out of process in the same pool: that gives 500.34.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1008 }],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1008\nDescription:\nOnly one in-process application is allowed per IIS application pool. Please assign the application '/LM/W3SVC/1/ROOT/api' to a different IIS application pool.",
        'Only one inprocess application is allowed per IIS application pool.',
      ],
      notSamples: ['Only one application is allowed per user.'],
    },
    {
      id: 'ancm-1009',
      name: 'Both hosting models in one pool',
      verdict: 'act',
      meaning:
        'An in-process and an out-of-process ASP.NET Core application share a pool, and the second one to start was refused with 500.34.',
      checks: ['`hostingModel` in the web.config of the applications of this pool.'],
      fix: 'Give each application a pool of its own, with "No Managed Code".',
      doNot: ['Do not set both to in process in one pool: that gives 500.35.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1009 }],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1009\nDescription:\nMixed hosting model is not supported. Application '/LM/W3SVC/1/ROOT/api' configured with different hostingModel value '1' other than the one of running application(s).",
        'Mixed hosting model is not supported.',
      ],
      notSamples: ['A mixed model is not supported.'],
    },
    {
      id: 'ancm-1010',
      name: 'The application could not be started',
      verdict: 'act',
      meaning:
        'The last word of the module on a failed start; the code says how it ended. 0x8000FFFF: framework or handler not found. 0x8007023E: the application ended at once. 0x800700C1: wrong bitness.',
      checks: [
        'The ANCM record just before it (1000, 1007, 1018, 1028, 1031) and .NET Runtime 1026: they name the cause.',
      ],
      fix: 'Repair what those records name. Without one, run the application by hand in its folder.',
      steps: stdoutSteps,
      doNot: ['Do not switch hostingModel as a cure.', noDevelopment],
      companions: [
        {
          provider: PROVIDER,
          eventId: 1028,
          says: 'The in-process handler was not found: mostly a missing framework.',
        },
        { provider: PROVIDER, eventId: 1018, says: 'An exception ended the start.' },
        { provider: PROVIDER, eventId: 1007, says: 'The runtime could not be loaded; its message says why.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1010 }],
      sources: [reference, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1010\nDescription:\nFailed to start application '/LM/W3SVC/3/ROOT', ErrorCode '0x8000ffff'.",
        "Failed to start application '/LM/W3SVC/2/ROOT', ErrorCode '0x8007023e'.",
      ],
      notSamples: ["Failed to start application 'calc'."],
    },
    {
      id: 'ancm-1010-bitness',
      name: 'The application and its pool differ in bitness',
      verdict: 'act',
      meaning:
        '0x800700C1: a DLL of the application is 64-bit and the pool 32-bit, or the reverse. Mostly the build was made for one processor type only.',
      checks: [
        'The pool: `enable32BitAppOnWin64`. The build: `PlatformTarget` or the runtime identifier (win-x86, win-x64).',
      ],
      fix: 'Publish for the bitness of the pool, or, for an x86 build, enable 32-bit applications for this one pool.',
      doNot: ['Do not switch a pool that other applications share.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1010,
          context:
            /Failed\s+to\s+start\s+application\s+['‘’][^'‘’\r\n]{1,300}['‘’],\s+ErrorCode\s+['‘’]0x800700c1['‘’]/i,
        },
      ],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1010\nDescription:\nFailed to start application '/LM/W3SVC/6/ROOT', ErrorCode '0x800700c1'.",
        "<Event><System><Provider Name=\"IIS AspNetCore Module V2\"/><EventID>1010</EventID></System><EventData><Data>Failed to start application '/LM/W3SVC/6/ROOT', ErrorCode '0x800700C1'.</Data></EventData></Event>",
      ],
      notSamples: ["Failed to start application '/LM/W3SVC/6/ROOT', ErrorCode '0x8000ffff'."],
    },
    {
      id: 'ancm-1010-null-service',
      name: 'The "null" driver of Windows does not run',
      verdict: 'act',
      meaning:
        '0x800701B1: a device that the start needs is not there, mostly the `null` driver, which some hardening switches off. The application itself may be sound.',
      checks: ['`sc.exe query null`: is it RUNNING?'],
      fix: '`sc.exe start null`, and set its start type back to what it was before the hardening.',
      doNot: ['Do not reinstall the Hosting Bundle for it.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1010,
          context:
            /Failed\s+to\s+start\s+application\s+['‘’][^'‘’\r\n]{1,300}['‘’],\s+ErrorCode\s+['‘’]0x800701b1['‘’]/i,
        },
      ],
      sources: [startup],
      samples: ["Failed to start application '/LM/W3SVC/3/ROOT', ErrorCode '0x800701b1'."],
      notSamples: ["Failed to start application '/LM/W3SVC/3/ROOT', ErrorCode '0x800700c1'."],
    },
    {
      id: 'ancm-1011',
      name: 'The application ended by itself',
      verdict: 'act',
      meaning:
        'In process: `Main` of the application returned, with the exit code in the text, while IIS still needed it. It caught its own failure and left, or was told to stop. Visitors get 500.30.',
      checks: ['The captured output in the text (1035) or the log of the application: what did it write last?'],
      fix: 'Repair what it logs: settings, database, certificate. Exit code 0 means that it left without calling it a failure.',
      steps: stdoutSteps,
      doNot: ['Do not only recycle the pool: it ends again the same way.', noDevelopment],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1011 },
        { kind: 'event', provider: PROVIDER, eventId: 1035 },
      ],
      sources: [messages, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1011\nDescription:\nApplication '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' has exited from Program.Main with exit code = '1'. Please check the stderr logs for more information.",
        "Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' has exited from Program.Main with exit code = '0'. Last 30KB characters of captured stdout and stderr logs:\ninfo: starting",
      ],
      notSamples: ["Application 'x' has exited."],
    },
    {
      id: 'ancm-1013',
      name: 'The ASP.NET Core Module is switched off',
      verdict: 'act',
      meaning:
        'A registry value tells the module not to register itself; every ASP.NET Core application in this process then answers 500.',
      checks: [
        '`reg.exe query "HKLM\\SOFTWARE\\Microsoft\\IIS Extensions\\IIS AspNetCore Module V2\\Parameters" /v DisableANCM`',
      ],
      fix: 'Find out who set `DisableANCM` and why; set it to 0 or remove it, then recycle the pool.',
      doNot: ['Do not reinstall the Hosting Bundle: it is installed, only switched off.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1013 }],
      sources: [messages],
      samples: ['Source: IIS AspNetCore Module V2\nEvent ID: 1013\nDescription:\nAspNetCore Module is disabled'],
      notSamples: ['The AspNetCore module is installed.'],
    },
    {
      id: 'ancm-1018',
      name: 'An exception ended the application inside the pool',
      verdict: 'act',
      meaning:
        'In process: an unhandled exception ended the application. 0xE0434352 only means "a .NET exception"; which one stands in the captured output or in .NET Runtime 1026. Visitors get 500.30.',
      checks: [
        'The .NET Runtime 1026 of the same second: its first lines name the exception and the code that threw it.',
      ],
      fix: 'Correct what the exception names: settings, connection string, file rights, missing assembly, x86 build in a 64-bit pool.',
      steps: stdoutSteps,
      doNot: ['Do not search for 0xE0434352: it is the same for every .NET exception.', noDevelopment],
      companions: [
        { provider: '.NET Runtime', eventId: 1026, says: 'The exception behind the code, with its stack.' },
        { provider: PROVIDER, eventId: 1007, says: 'The consequence: the start was given up.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1018 }],
      sources: [reference, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1018\nDescription:\nApplication '/LM/W3SVC/5/ROOT' with physical root 'D:\\sites\\shop\\' hit unexpected managed exception, exception code = '0xe0434352'. Please check the stderr logs for more information.",
        "> Application '/LM/W3SVC/5/ROOT' with physical root '{PATH}' hit unexpected managed exception, exception code = '0xe0434352'. First 30KB characters",
      ],
      notSamples: ["Application 'x' hit an unexpected exception."],
    },
    {
      id: 'ancm-1020',
      name: 'The process did not come up after several tries',
      verdict: 'act',
      meaning:
        'Out of process: the module started the application more than once, each time on another port, and none answered. The records 1000 before it say how each try ended. Visitors get 502.5.',
      checks: [
        'Does the application listen on a fixed port (`UseUrls`, settings) instead of the one in ASPNETCORE_PORT?',
      ],
      fix: 'Let the application take the port it is given (`UseIISIntegration`); else repair what the 1000 records name.',
      steps: stdoutSteps,
      doNot: ['Do not set ASPNETCORE_PORT to a fixed value to get it running.', noDevelopment],
      companions: [{ provider: PROVIDER, eventId: 1000, says: 'How each single try ended.' }],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1020 }],
      sources: [messages, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1020\nDescription:\nApplication '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' failed to start process with commandline 'dotnet .\\Shop.dll' with multiple retries. Failed to bind to port '18204'. See previous warnings for details.",
        "Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' failed to start process with commandline 'dotnet .\\Shop.dll' with multiple retries. Failed to bind to port '18204'.",
      ],
      notSamples: [
        "Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' failed to start process with commandline 'dotnet .\\Shop.dll', ErrorCode = '0x80004005 : ff.",
      ],
    },
    {
      id: 'ancm-1028',
      name: 'The in-process handler was not found',
      verdict: 'act',
      meaning:
        'The part of ASP.NET Core that runs inside w3wp.exe was not found through the application: its framework is missing, or the build references no ASP.NET Core. Visitors get 500.31, 500.33 or 500.0.',
      checks: ['What stands behind "Captured output"? It mostly names a framework and a version.'],
      fix: 'Install the Hosting Bundle of that version, or publish again with Microsoft.AspNetCore.App; then restart WAS and W3SVC.',
      doNot: ['Do not copy `aspnetcorev2_inprocess.dll` into the folder of the application.'],
      companions: [{ provider: PROVIDER, eventId: 1010, says: 'The consequence: the application was not started.' }],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1028 }],
      sources: [reference, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1028\nDescription:\nCould not find 'aspnetcorev2_inprocess.dll'. Exception message:\nAn unknown error",
        'Could not find inprocess request handler. Captured output from invoking hostfxr:',
      ],
      notSamples: ['Could not find the request handler in the map.'],
    },
    {
      id: 'ancm-1029',
      name: 'The out-of-process handler was not found',
      verdict: 'act',
      meaning:
        '`aspnetcorev2_outofprocess.dll` is not beside `aspnetcorev2.dll`: the installation of the ASP.NET Core Module is damaged. Visitors get 500.36.',
      checks: [
        'Is the Hosting Bundle ("Windows Server Hosting") installed whole? For a 32-bit pool it needs its x86 half too.',
      ],
      fix: 'Repair the Hosting Bundle with its installer, then `net stop WAS /y` and `net start W3SVC`.',
      doNot: ['Do not copy the DLL from another server.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1029 }],
      sources: [startup, messages],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1029\nDescription:\nCould not find the assembly 'aspnetcorev2_outofprocess.dll' for out-of-process application. Please confirm the assembly is installed correctly for IIS or IISExpress.",
        "Could not find the assembly 'aspnetcorev2_outofprocess.dll' for out-of-process application.",
      ],
      notSamples: ["Could not find the assembly 'x.dll'."],
    },
    {
      id: 'ancm-1031',
      name: 'The application failed to start inside the pool',
      verdict: 'act',
      meaning:
        'In process: the module gave up the start; the lines behind "Exception message" say why. Visitors get 500.30 or a related status.',
      checks: [
        'What stands behind "Exception message", and is there a .NET Runtime 1026 or ANCM 1018 of the same second?',
      ],
      fix: 'Correct what it names: framework, path, settings or code.',
      steps: stdoutSteps,
      doNot: ['Do not switch hostingModel as a cure: the cause stays.', noDevelopment],
      companions: [
        { provider: '.NET Runtime', eventId: 1026, says: 'Exception and stack of the failed start: read it first.' },
        { provider: PROVIDER, eventId: 1010, says: 'The consequence: the application was not started.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1031 }],
      sources: [messages, startup],
      samples: [
        "Source: IIS AspNetCore Module V2\nEvent ID: 1031\nDescription:\nApplication '/LM/W3SVC/3/ROOT' failed to start. Exception message:\nCannot use file stream for [D:\\sites\\shop\\Shop.deps.json]",
        "Application 'D:\\sites\\shop' failed to start. Exception message:\nx",
      ],
      notSamples: ["Application 'x' failed to start the engine."],
    },
    {
      id: 'ancm-1034',
      name: 'The configuration of the application could not be read',
      verdict: 'act',
      meaning:
        'The module could not make sense of the `aspNetCore` section that applies to the application; the lines behind "Exception message" say which value.',
      checks: [
        'The `aspNetCore` element of web.config: `hostingModel`, `processPath`, `handlerSettings`, spelled as documented?',
      ],
      fix: 'Correct the value in web.config, or publish again.',
      doNot: ['Do not delete the section: without it the application is not started at all.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1034 }],
      sources: [messages],
      samples: [
        'Source: IIS AspNetCore Module V2\nEvent ID: 1034\nDescription:\nCould not load configuration. Exception message:\nUnknown hosting model \'inproc\'. Please specify either hostingModel="inprocess" or hostingModel="outofprocess"',
        'Could not load configuration. Exception message:\nAttribute is missing',
      ],
      notSamples: ['Could not load configuration of the printer.'],
    },
  ],
});
