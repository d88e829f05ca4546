import { defineFamily, type Source } from '../fact';

const PROVIDER = '.NET Runtime';
const READ = '2026-11-21';

const runtime: Source = {
  document: 'Source of the .NET runtime: event reporting (dotnet/runtime)',
  url: 'https://github.com/dotnet/runtime',
  says: 'The frame of the texts: application, version, description, exception and stack.',
  read: READ,
};
const crash: Source = {
  document: 'Microsoft Support: troubleshoot an IIS worker process that terminates unexpectedly',
  says: 'The exception stands in the record of the runtime; where it does not suffice, a dump of the crash does.',
  read: READ,
};
const profilers: Source = {
  document: 'MSDN blog of David Broman: Debugging your profiler, activation',
  url: 'https://blogs.msdn.microsoft.com/davbr/2007/12/11/debugging-your-profiler-i-activation/',
  says: 'Environment variables name a profiler; where it cannot be loaded the runtime writes an event and goes on.',
  read: READ,
};
const logging: Source = {
  document: 'dotnet/runtime issue 47131: EventId is not used in the EventLogLogger',
  url: 'https://github.com/dotnet/runtime/issues/47131',
  says: 'Log lines of an application reach the event log under the source .NET Runtime with the number 1000.',
  read: READ,
};

const dumpSteps = [
  'Make a folder for dumps, `mkdir C:\\dumps`, open only to administrators and, with Modify, to the account of the process: a dump holds passwords and data of visitors.',
  '`reg.exe add "HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe" /v DumpFolder /t REG_EXPAND_SZ /d C:\\dumps`',
  '`reg.exe add "HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe" /v DumpType /t REG_DWORD /d 2` and the same with `DumpCount`, 3.',
  'Or attach once, for the process that crashes: `procdump.exe -accepteula -ma -e <pid> C:\\dumps`',
  'Remove the registry key when you have the dump.',
];

/** The .NET runtime as it writes to the Application log. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: '.NET Runtime', aliases: [] }],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 1022,
      parameters: ['text'],
      message:
        /NET\s+Runtime\s+version\s+[\w.]{1,40}\s+-\s+(?:Loading\s+profiler\s+failed|The\s+profiler\s+was\s+loaded\s+successfully|Failure|The\s+profiler|Failed)\b/i,
      anchor: 'net runtime version',
    },
    {
      provider: PROVIDER,
      eventId: 1023,
      parameters: ['text', 'application', 'version', 'exit'],
      message:
        /Application:\s+(?<application>\S[^\r\n]{0,200}?)(?<!\s)\s+(?:CoreCLR|Framework)\s+Version:\s+(?<version>\S{1,60})(?:\s+\.NET\s+Version:\s+\S{1,60})?\s+Description:\s+The\s+process\s+was\s+terminated\s+due\s+to\s+an\s+internal\s+error\s+in\s+the\s+\.NET\s+Runtime(?:[^\r\n]{0,120}?exit\s+code\s+(?<exit>[0-9a-f]{8}))?/i,
      anchor: 'internal error in the .net runtime',
    },
    {
      provider: PROVIDER,
      eventId: 1025,
      parameters: ['text', 'application', 'version'],
      message:
        /Application:\s+(?<application>\S[^\r\n]{0,200}?)(?<!\s)\s+(?:CoreCLR|Framework)\s+Version:\s+(?<version>\S{1,60})(?:\s+\.NET\s+Version:\s+\S{1,60})?\s+Description:\s+The\s+application\s+requested\s+process\s+termination\s+through\s+System\.Environment\.FailFast/i,
      anchor: 'requested process termination through system.environment.failfast',
    },
    {
      provider: PROVIDER,
      eventId: 1026,
      parameters: ['text', 'application', 'version', 'exception'],
      message:
        /Application:\s+(?<application>\S[^\r\n]{0,200}?)(?<!\s)\s+(?:CoreCLR|Framework)\s+Version:\s+(?<version>\S{1,60})(?:\s+\.NET\s+Version:\s+\S{1,60})?\s+Description:\s+The\s+process\s+was\s+terminated\s+due\s+to\s+an\s+unhandled\s+exception\.?(?:\s+Exception\s+Info:\s+(?<exception>[^\s:]{1,200}))?/i,
      anchor: 'the process was terminated due to an unhandled exception',
    },
  ],
  facts: [
    {
      id: 'netruntime-1000',
      name: 'A log line of an application',
      verdict: 'look',
      verdictText: 'read its category and text',
      meaning:
        'No message of the runtime: ASP.NET Core writes the log of an application (warnings and above) to the event log under this name, always with the number 1000. Category and text come from the application.',
      checks: ['"Category" in the text names the part of the application, "EventId" its own number; then the message.'],
      fix: 'Treat it as what it is: a line of the application log. Its level is set in `Logging:EventLog` of appsettings.json.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000 }],
      sources: [logging],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1000\nDescription:\nCategory: Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware\nEventId: 1\nAn unhandled exception has occurred while executing the request.',
      ],
      notSamples: ['Source: Application Error\nEvent ID: 1000\nDescription:\nFaulting application name: x.exe'],
    },
    {
      id: 'netruntime-1022',
      name: 'A .NET profiler was not loaded',
      verdict: 'look',
      meaning:
        'Environment variables (COR_PROFILER, CORECLR_PROFILER) name a profiler, mostly the agent of a monitoring product, and the runtime could not load it. The application runs on without being watched.',
      checks: [
        'Whose profiler: look up the CLSID. Are the variables set for the machine, for WAS and W3SVC, or in web.config?',
      ],
      fix: 'Repair or update the agent; after it was uninstalled, remove its variables and restart WAS and W3SVC.',
      doNot: ['Do not take it for the cause of a crash: the runtime only remarks it and goes on.'],
      more: [
        'For services the variables stand in the value `Environment` below `HKLM\\SYSTEM\\CurrentControlSet\\Services\\W3SVC` and `…\\WAS`.',
        'A profiler that nobody knows deserves a question: variables like these are also a way to run foreign code.',
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1022 }],
      sources: [profilers],
      samples: [
        "Source: .NET Runtime\nEvent ID: 1022\nDescription:\n.NET Runtime version 4.0.30319.0 - Loading profiler failed during CoCreateInstance.  Profiler CLSID: '{12345678-1234-4234-8234-123456789ABC}'.  HRESULT: 0x8007007e.  Process ID (decimal): 4688.  Message ID: [0x2504].",
        ".NET Runtime version 4.0.30319.296 - Loading profiler failed during CoCreateInstance. Profiler CLSID: '{12345678-1234-4234-8234-123456789ABC}'",
      ],
      notSamples: ['Install .NET Runtime version 8.0 - it is free.'],
    },
    {
      id: 'netruntime-1022-loaded',
      name: 'A .NET profiler was loaded',
      verdict: 'benign',
      meaning:
        'A monitoring agent attached itself to the process as a .NET profiler, as its variables ask for. It is the good news of the same number that also reports failures.',
      checks: ['Whose profiler is it: look up the CLSID. One that nobody knows deserves a question.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1022,
          context: /Runtime\s+version\s+[\w.]{1,40}\s+-\s+The\s+profiler\s+was\s+loaded\s+successfully/i,
        },
      ],
      sources: [profilers, runtime],
      samples: [
        "Source: .NET Runtime\nEvent ID: 1022\nDescription:\n.NET Runtime version 4.0.30319.0 - The profiler was loaded successfully.  Profiler CLSID: '{12345678-1234-4234-8234-123456789ABC}'.  Process ID (decimal): 4688.  Message ID: [0x2507].",
      ],
      notSamples: [
        'Source: .NET Runtime\nEvent ID: 1022\nDescription:\n.NET Runtime version 4.0.30319.0 - Loading profiler failed during CoCreateInstance.',
      ],
    },
    {
      id: 'netruntime-1023',
      name: 'The .NET runtime itself failed',
      verdict: 'act',
      meaning:
        'The runtime found its own memory damaged (exit code 80131506) and ended the process. The damage was mostly done earlier by native code: a driver, a profiler, an agent, or wrong interop.',
      checks: [
        'Which native DLLs are in the process: profilers, antivirus, database drivers? Since when: which update?',
      ],
      fix: 'Update .NET and those drivers, then leave out agents one by one; a full dump of the crash shows the damage.',
      steps: dumpSteps,
      doNot: ['Do not blame clr.dll: it reports the damage. Do not reinstall .NET again and again.'],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The same crash; clr.dll or coreclr.dll is only where it showed.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1023 }],
      sources: [runtime, crash],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1023\nDescription:\nApplication: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an internal error in the .NET Runtime at IP 00007FFA12345678 (00007FFA12000000) with exit code 80131506.',
        '> Application: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an internal error in the .NET Runtime at IP 00007FFA12345678 (00007FFA12000000) with exit code 80131506.',
      ],
      notSamples: ['There was an internal error in the .NET Runtime installer.'],
    },
    {
      id: 'netruntime-1023-no-framework',
      name: 'A .NET program found no runtime',
      verdict: 'act',
      meaning:
        'The start program of a .NET application did not find the runtime it needs, so nothing started. The text lists what it wants, for which processor type, and what is installed.',
      checks: ['The version and architecture in the text against `dotnet.exe --list-runtimes`.'],
      fix: 'Install that version (on a web server the Hosting Bundle), for the right architecture, then restart WAS and W3SVC.',
      doNot: ['Do not edit runtimeconfig.json to name a version that happens to be there.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1023,
          context: /Description:\s+A\s+\.NET\s+(?:Core\s+)?application\s+failed/i,
        },
      ],
      sources: [runtime],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1023\nDescription:\nDescription: A .NET application failed.\nApplication: Agent.exe\nPath: C:\\Agent\\Agent.exe\nMessage: You must install or update .NET to run this application.',
      ],
      notSamples: [
        'Source: .NET Runtime\nEvent ID: 1023\nDescription:\nApplication: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an internal error in the .NET Runtime',
      ],
    },
    {
      id: 'netruntime-1025',
      name: 'Code ended the process on purpose (FailFast)',
      verdict: 'act',
      meaning:
        'The application or a library called `Environment.FailFast`: it found a state in which going on would do harm, and ended the process at once. Its message stands in the text.',
      checks: ['The "Message" in the text and the first frames of the stack: which library gave up, and why?'],
      fix: 'Repair what the message names, or update that library.',
      doNot: ['Do not treat it as a crash of Windows or IIS: it was a decision of the code.'],
      companions: [{ provider: 'Application Error', eventId: 1000, says: 'The end of the process as Windows saw it.' }],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1025 }],
      sources: [runtime],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1025\nDescription:\nApplication: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The application requested process termination through System.Environment.FailFast(string message).\nMessage: State is corrupt',
        'Application: w3wp.exe CoreCLR Version: 8.0.424.16909 .NET Version: 8.0.4 Description: The application requested process termination through System.Environment.FailFast.',
      ],
      notSamples: ['Source: IIS AspNetCore Module V2\nEvent ID: 1025\nDescription:\nhello'],
    },
    {
      id: 'netruntime-1026',
      name: 'An unhandled exception ended a .NET process',
      verdict: 'act',
      meaning:
        'Nothing caught an exception, so the runtime ended the process named in the text. "Exception Info" and the stack below it are the cause; the records of other sources at that second are consequences.',
      checks: [
        '"Exception Info" and the first frames of the stack that are not System or Microsoft: whose code is it?',
      ],
      fix: 'Correct that code or its settings, or update the product. Where the text does not suffice, take a dump of the crash.',
      steps: dumpSteps,
      doNot: [
        'Do not look for the cause in KERNELBASE.dll or 0xE0434352 of the record beside it: they only say ".NET".',
      ],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The same crash as Windows saw it; its module KERNELBASE.dll and code 0xE0434352 say nothing more.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1026 }],
      sources: [runtime, crash],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: ReportAgent.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.\nException Info: System.IO.FileNotFoundException\n   at ReportAgent.Program.Main()',
        'Application: ReportAgent.exe\n\nFramework Version: v4.0.30319\n\nDescription: The process was terminated due to an unhandled exception.\n\nException Info: System.IO.FileNotFoundException',
      ],
      notSamples: [
        'Source: IIS AspNetCore Module V2\nEvent ID: 1026\nDescription:\nCould not start stdout redirection',
      ],
    },
    {
      id: 'netruntime-1026-aspnetcore',
      name: 'An exception ended an ASP.NET Core application in IIS',
      verdict: 'act',
      meaning:
        'An ASP.NET Core application inside w3wp.exe threw, mostly while it started: visitors then see 500.30. "Exception Info" names the cause; the ANCM records at that second are consequences.',
      checks: ['"Exception Info": connection string, missing file or setting, certificate, port, file rights?'],
      fix: 'Correct what it names, then recycle the pool. Run the application by hand in its folder to see it without IIS.',
      steps: dumpSteps,
      doNot: ['Do not switch hostingModel as a cure, nor leave ASPNETCORE_ENVIRONMENT=Development on a live site.'],
      companions: [
        { provider: 'IIS AspNetCore Module V2', eventId: 1018, says: 'The same exception, seen by the module.' },
        { provider: 'IIS AspNetCore Module V2', eventId: 1007, says: 'The consequence: the start was given up.' },
        { provider: 'Application Error', eventId: 1000, says: 'The same crash as Windows saw it.' },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1026,
          where: { application: ['w3wp.exe'] },
          context: /Application:\s+w3wp\.exe\s+CoreCLR\s+Version:/i,
        },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1026,
          context: /<Data[^>]{0,40}>\s*Application:\s+w3wp\.exe\s+CoreCLR\s+Version:/i,
        },
      ],
      sources: [runtime, crash],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: w3wp.exe\nCoreCLR Version: 8.0.424.16909\n.NET Version: 8.0.4\nDescription: The process was terminated due to an unhandled exception.\nException Info: System.InvalidOperationException: Connection string not found',
        '<Event><System><Provider Name=".NET Runtime"/><EventID>1026</EventID></System><EventData><Data>Application: w3wp.exe\nCoreCLR Version: 8.0.424.16909\n.NET Version: 8.0.4\nDescription: The process was terminated due to an unhandled exception.</Data></EventData></Event>',
        'Application: w3wp.exe CoreCLR Version: 6.0.21.52210 .NET Version: 6.0.0 Description: The process was terminated due to an unhandled exception. Exception Info: System.Exception: x',
      ],
      notSamples: [
        'Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.',
      ],
    },
    {
      id: 'netruntime-1026-w3wp',
      name: 'An unhandled exception ended a worker process',
      verdict: 'act',
      meaning:
        'Code on a thread without a request (timer, background task, `async void`, finalizer) threw and nobody caught it: w3wp.exe ended with every application in it. "Exception Info" and the stack are the cause.',
      checks: [
        '"Exception Info" and the first frames that are not System or Microsoft: which application or product is it?',
      ],
      fix: 'Catch it in that background code, or update the product. WAS starts a new process; after 5 crashes in 5 minutes it does not.',
      steps: dumpSteps,
      doNot: ['Do not switch off rapid-fail protection, and do not blame KERNELBASE.dll of the record beside it.'],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The same crash as Windows saw it; module KERNELBASE.dll and code 0xE0434352 say nothing more.',
        },
        {
          provider: 'ASP.NET 4.0.30319.0',
          eventId: 1325,
          says: 'The same exception told by ASP.NET, with the application.',
        },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1026, where: { application: ['w3wp.exe'] } },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1026,
          context: /<Data[^>]{0,40}>\s*Application:\s+w3wp\.exe/i,
        },
      ],
      sources: [crash, runtime],
      samples: [
        'Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.\nException Info: System.NullReferenceException\n   at Shop.Jobs.Cleaner.Run(System.Object)',
        '<Event><System><Provider Name=".NET Runtime"/><EventID>1026</EventID></System><EventData><Data>Application: w3wp.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.</Data></EventData></Event>',
        'and Application: w3wp.exe Framework Version: v4.0.30319 Description: The process was terminated due to an unhandled exception. Exception Info: System.Exception',
      ],
      notSamples: [
        'Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: ReportAgent.exe\nFramework Version: v4.0.30319\nDescription: The process was terminated due to an unhandled exception.',
      ],
    },
  ],
});
