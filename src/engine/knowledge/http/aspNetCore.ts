import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const troubleshooting: Source = {
  document: 'ASP.NET Core documentation: troubleshoot on Azure App Service and IIS',
  says: 'The error pages of the ASP.NET Core module, 500.30 to 500.38 and 502.5, each with its usual cause.',
  read: READ,
};
const commonErrors: Source = {
  document: 'ASP.NET Core documentation: common error troubleshooting for Azure App Service and IIS',
  says: 'Which event, code and output of the application goes with which page, and what resolves it.',
  read: READ,
};
const moduleSource: Source = {
  document: 'Source code of the ASP.NET Core module (dotnet/aspnetcore)',
  says: 'The sub-status that each failure of the module sets, with the text of its page.',
  read: READ,
};

const status = (code: number, substatus: number, context?: RegExp): Key => ({
  kind: 'status',
  status: code,
  substatus,
  ...(context && { context }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem s-port c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-07-07 05:00:31 10.9.8.7 GET /health 443 10.9.8.1 ${numbers} 240`;

const RESTART = 'After an installation `net stop was /y`, `net start w3svc`, and start again what else was stopped.';

/** The start of ASP.NET Core applications behind the ASP.NET Core module (ANCM). */
export default defineFamily({
  facts: [
    {
      id: 'status-ancm-handler-load',
      name: '500.0: the ASP.NET Core handler did not load',
      verdict: 'act',
      meaning:
        'The ASP.NET Core module could not load what runs the application in the worker process: the Hosting Bundle is damaged, `processPath` or `arguments` are wrong, or the shared framework is missing.',
      checks: ['Application log, source IIS AspNetCore Module V2, at that minute; then `dotnet.exe --list-runtimes`.'],
      fix: `Repair the Hosting Bundle (installed after IIS); correct \`aspNetCore\` in web.config. ${RESTART}`,
      doNot: ['Do not switch `hostingModel` to make the page go away: the cause stays.'],
      keys: [status(500, 0, /ANCM|In-Process Handler|AspNetCore ?Module/i)],
      sources: [commonErrors, troubleshooting],
      samples: [
        'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
        'HTTP Error 500.0 from the AspNetCoreModuleV2',
      ],
      notSamples: ['HTTP Error 500.0 - Internal Server Error'],
    },
    {
      id: 'status-500-30',
      name: '500.30: the ASP.NET Core application failed at its start',
      verdict: 'act',
      meaning:
        'The runtime was loaded, then the application threw an error or ended while starting: configuration or a secret missing, a database not reachable, or 32-bit code in a 64-bit pool.',
      checks: [
        'Application log, source IIS AspNetCore Module V2 (1018, 1031); then run it by hand in its folder: `dotnet.exe .\\App.dll`',
      ],
      fix: 'Correct what the start reports; for 0x8007023E or a 32-bit build set the bitness of the pool to that of the application.',
      steps: [
        'Set `stdoutLogEnabled="true"` in `aspNetCore`, create the folder of `stdoutLogFile`, and let the pool identity write there.',
        'Request a page, read the newest file in that folder.',
        'Set `stdoutLogEnabled` to false again: the file grows without end.',
      ],
      doNot: [
        'Do not switch `hostingModel` to hide it, leave `stdoutLogEnabled` on, or set the Development environment in production.',
      ],
      keys: [status(500, 30)],
      sources: [troubleshooting, commonErrors],
      samples: [
        'HTTP Error 500.30 - ASP.NET Core app failed to start',
        'HTTP Error 500.30 - ANCM In-Process Start Failure',
        row('500 30 574'),
        'all requests end in a 500.30 page since the deployment to IIS',
      ],
      notSamples: ['HTTP Error 500.31', '$500.30', '500.30 KB', 'v500.30'],
    },
    {
      id: 'status-500-31',
      name: '500.31: the .NET runtime of the application is missing',
      verdict: 'act',
      meaning:
        'The module found no runtime or framework of the version that the application asks for, or could not load hostfxr.',
      checks: [
        '`dotnet.exe --list-runtimes` against the version in `App.runtimeconfig.json`; for a 32-bit pool that in Program Files (x86).',
      ],
      fix: `Install the Hosting Bundle of that version, or publish self-contained. ${RESTART}`,
      doNot: ['Do not install only the SDK or the plain runtime: IIS needs the Hosting Bundle.'],
      keys: [status(500, 31)],
      sources: [troubleshooting, commonErrors],
      samples: ['HTTP Error 500.31 - ANCM Failed to Find Native Dependencies', row('500 31 2147942403')],
      notSamples: ['HTTP Error 500.3'],
    },
    {
      id: 'status-500-32',
      name: '500.32: the bitness of application and pool differ',
      verdict: 'act',
      meaning:
        'A DLL of the application could not be loaded, mostly because it was published for another processor architecture than that of the worker process.',
      checks: [
        '`enable32BitAppOnWin64` of the pool against the runtime identifier (win-x86, win-x64) of the publish profile.',
      ],
      fix: 'Publish for the architecture of the pool, or set the pool to that of the application.',
      doNot: ['Do not make the pool 32 bit if other applications in it are 64 bit: give this one a pool of its own.'],
      keys: [status(500, 32)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.32 - ANCM Failed to Load dll', row('500 32 193')],
      notSamples: ['HTTP Error 500.2'],
    },
    {
      id: 'status-500-33',
      name: '500.33: the application does not use ASP.NET Core',
      verdict: 'act',
      meaning:
        'The framework `Microsoft.AspNetCore.App` is not referenced by the application or not installed: only the plain .NET runtime was found, in which nothing can serve requests.',
      checks: [
        '`App.runtimeconfig.json`: does it name `Microsoft.AspNetCore.App`? And `dotnet.exe --list-runtimes`: is it installed?',
      ],
      fix: 'Build with the web SDK, or install the Hosting Bundle.',
      keys: [status(500, 33)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.33 - ANCM Request Handler Load Failure', row('500 33 0')],
      notSamples: ['HTTP Error 500.3'],
    },
    {
      id: 'status-500-34',
      name: '500.34: two hosting models in one pool',
      verdict: 'act',
      meaning:
        'The pool already runs an application in process, and this one is set to run out of process, or the reverse. One worker process can do only one of them.',
      checks: ['Which applications share the pool, and what is `hostingModel` in the web.config of each?'],
      fix: 'Give each application a pool of its own.',
      keys: [status(500, 34)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.34 - ANCM Mixed Hosting Models Not Supported', row('500 34 0')],
      notSamples: ['HTTP Error 500.4'],
    },
    {
      id: 'status-500-35',
      name: '500.35: two in-process applications in one pool',
      verdict: 'act',
      meaning:
        'The worker process already runs an ASP.NET Core application in process. A second one does not fit in; whichever is asked for first wins.',
      checks: [
        'Which applications share the pool? `%windir%\\system32\\inetsrv\\appcmd.exe list app /apppool.name:"Pool"`',
      ],
      fix: 'Give each application a pool of its own.',
      doNot: ['Do not recycle the pool to make it work: then the other application fails.'],
      keys: [status(500, 35)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.35 - ANCM Multiple In-Process Applications in same Process', row('500 35 0')],
      notSamples: ['HTTP Error 500.5'],
    },
    {
      id: 'status-500-36',
      name: '500.36: the out-of-process handler is missing',
      verdict: 'act',
      meaning:
        'The file `aspnetcorev2_outofprocess.dll` is not beside `aspnetcorev2.dll`: the installation of the module is damaged.',
      checks: ['Is the folder of the module below `%ProgramFiles%\\IIS\\Asp.Net Core Module\\V2` complete?'],
      fix: `Repair the Hosting Bundle. ${RESTART}`,
      doNot: ['Do not copy the DLL from another server: the parts of the module must be of one version.'],
      keys: [status(500, 36)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.36 - ANCM Out-Of-Process Handler Load Failure', row('500 36 126')],
      notSamples: ['HTTP Error 500.6'],
    },
    {
      id: 'status-500-37',
      name: '500.37: the start took too long',
      verdict: 'act',
      meaning:
        'The application did not start within `startupTimeLimit`, 120 seconds where nobody set it. Many applications that start together on one machine can do that, or a start that waits for another service.',
      checks: ['What does the start wait for? Its own log, CPU and memory of the server at that minute.'],
      fix: 'Move slow work out of the start, stagger the starts; raise `startupTimeLimit` only where the start has to be long.',
      doNot: ['Do not raise the limit before you know what the start waits for.'],
      keys: [status(500, 37)],
      sources: [troubleshooting],
      samples: ['HTTP Error 500.37 - ANCM Failed to Start Within Startup Time Limit', row('500 37 258')],
      notSamples: ['HTTP Error 500.7'],
    },
    {
      id: 'status-500-38',
      name: '500.38: the DLL of the application was not found',
      verdict: 'act',
      meaning:
        'The DLL should lie beside the executable and does not. That is so for an application published as a single file, which cannot run in process.',
      checks: ['Is `PublishSingleFile` set in the project or publish profile, and is App.dll in the folder?'],
      fix: 'Publish with `PublishSingleFile=false`, or host that application out of process.',
      keys: [status(500, 38)],
      sources: [troubleshooting, moduleSource],
      samples: ['HTTP Error 500.38 - ANCM Application DLL Not Found', row('500 38 2147942402')],
      notSamples: ['HTTP Error 500.8'],
    },
    {
      id: 'status-502-5',
      name: '502.5: the process of the application did not start',
      verdict: 'act',
      meaning:
        'ASP.NET Core out of process: the module started the process of the application, but it ended at once or never listened. In lists of Application Request Routing the same number is a WebSocket failure.',
      checks: [
        'Run it by hand in its folder (`dotnet.exe .\\App.dll`); Application log, source IIS AspNetCore Module.',
      ],
      fix: `Correct what the start reports, \`processPath\` and \`arguments\`; install the runtime that is missing. ${RESTART}`,
      doNot: ['Do not leave `stdoutLogEnabled` on, and do not set the Development environment in production.'],
      keys: [status(502, 5)],
      sources: [commonErrors, troubleshooting],
      samples: [
        'HTTP Error 502.5 - Process Failure',
        'HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure',
        '502.5 Process Failure',
        row('502 5 2147500037'),
      ],
      notSamples: ['HTTP Error 502.3', '502.5 MB', 'version 502.5'],
    },
  ],
});
