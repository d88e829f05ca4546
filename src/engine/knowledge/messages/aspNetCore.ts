import { defineFamily, type Source } from '../fact';

const reference: Source = {
  document: 'ASP.NET Core documentation: common error troubleshooting for Azure App Service and IIS',
  says: 'The messages of the module and of the .NET host, each with its cause and the way to find it.',
  read: '2026-11-21',
};

/** What the .NET host prints when an application behind IIS does not start. */
export default defineFamily({
  facts: [
    {
      id: 'message-no-compatible-framework',
      name: 'The .NET version of the application is not installed',
      verdict: 'act',
      meaning:
        'The host looked for the shared framework that `*.runtimeconfig.json` names and did not find it in this bitness. Behind IIS it shows as 500.31, or as 502.5 with older versions.',
      checks: [
        '`dotnet --list-runtimes` on the server, against the version in the runtimeconfig.json of the application.',
      ],
      fix: 'Install the Hosting Bundle of that .NET version, then `net stop WAS /y && net start W3SVC`.',
      doNot: [
        'Do not install only the SDK or the desktop runtime: the ASP.NET Core part comes with the Hosting Bundle.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: [
            'it was not possible to find any compatible framework version',
            'you must install or update .net to run this application',
          ],
          pattern:
            /it\s+was\s+not\s+possible\s+to\s+find\s+any\s+compatible\s+framework\s+version|you\s+must\s+install\s+or\s+update\s+\.net\s+to\s+run\s+this\s+application/iy,
        },
      ],
      sources: [reference],
      samples: [
        'It was not possible to find any compatible framework version\nThe specified framework Microsoft.NETCore.App, version 8.0.0 was not found.',
        'You must install or update .NET to run this application.',
      ],
      notSamples: ['It was possible to find a compatible framework version'],
    },
    {
      id: 'message-did-you-mean-sdk',
      name: 'dotnet does not find the application',
      verdict: 'act',
      meaning:
        '`dotnet.exe` was started without a DLL that it can run: `arguments` of `<aspNetCore>` name a file that is not there, or nothing, so it takes the words for a command of the SDK.',
      checks: ['Does the DLL in `arguments` exist in the physical path? Run `dotnet .\\TheApp.dll` there by hand.'],
      fix: 'Correct `processPath` and `arguments` in web.config, or publish the application again.',
      doNot: ['Do not install the SDK on the server because the message speaks of it.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['did you mean to run dotnet sdk commands'],
          pattern: /did\s+you\s+mean\s+to\s+run\s+dotnet\s+sdk\s+commands\??/iy,
        },
      ],
      sources: [reference],
      samples: ['Did you mean to run dotnet SDK commands? Please install dotnet SDK from: …'],
      notSamples: ['Did you mean to run dotnet?'],
    },
    {
      id: 'message-clr-worker-exited',
      name: 'The application ended while it was starting',
      verdict: 'act',
      meaning:
        'The in-process application left its `Main` or threw before it listened: an exception in start-up code, a missing setting or database, a wrong environment. IIS answers 500.30 until it starts.',
      checks: [
        'Run `dotnet .\\TheApp.dll` in the folder of the application: the exception is printed. Else the stdout log, for a while.',
      ],
      fix: 'Correct what the exception names. For the trace set `stdoutLogEnabled="true"` with an existing, writable folder, and turn it off again.',
      doNot: [
        'Do not change `hostingModel` as a cure: the application fails the same way out of process.',
        'Do not set ASPNETCORE_ENVIRONMENT to Development on a production server.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['clr worker thread exited prematurely'],
          pattern: /clr\s+worker\s+thread\s+exited\s+prematurely/iy,
        },
      ],
      sources: [reference],
      samples: ["Application '/LM/W3SVC/5/ROOT' … CLR worker thread exited prematurely"],
      notSamples: ['The worker thread exited.'],
    },
  ],
});
