import { headers, hresult, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const corError: Source = {
  document: '.NET header file corerror.h',
  says: 'The value and the name of the code.',
  read: READ,
};
const ancm: Source = {
  document: 'ASP.NET Core documentation: common error reference for Azure App Service and IIS',
  url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/azure-iis-errors-reference',
  says: 'What the ASP.NET Core Module logs when an application does not start, with the codes and their causes.',
  read: READ,
};
const host: Source = {
  document: '.NET runtime documentation: error and exit codes of the hosting layer',
  url: 'https://github.com/dotnet/runtime/blob/main/docs/design/features/host-error-codes.md',
  says: 'Each code of dotnet.exe, hostfxr and hostpolicy, and when it is returned.',
  read: '2026-11-24',
};
const redirects: Source = {
  document: 'Microsoft Learn, .NET Framework: bindingRedirect element',
  url: 'https://learn.microsoft.com/dotnet/framework/configure-apps/file-schema/runtime/bindingredirect-element',
  says: 'How one version of an assembly is used in place of another.',
  read: '2026-11-24',
};
const crashes: Source = {
  document: 'Microsoft Support: troubleshoot the termination of IIS worker processes',
  says: 'The exit code of event 5009, and where the exception behind it is found.',
  read: READ,
};
const runByHand =
  'Run it by hand, as the pool would: in the folder of the application `dotnet.exe .\\App.dll`, or its .exe. Does it start there?';

/** .NET Framework, .NET and the ASP.NET Core Module. */
const facts: Fact[] = [
  {
    id: 'clr-exception',
    name: '0xE0434352: an unhandled .NET exception',
    verdict: 'act',
    meaning:
      'As exit or exception code it says only that a .NET exception was not handled; the last bytes spell "CCR". What was thrown, and where, stands in .NET Runtime 1026. Older runtimes use 0xE0434F4D.',
    checks: [
      'Application log in the same second: .NET Runtime 1026, ASP.NET 1325, or IIS AspNetCore Module V2 with the stack.',
    ],
    fix: 'Correct what the exception names: configuration, a missing file, a database at start-up, a bug. Then start the pool.',
    steps: [
      'Read .NET Runtime 1026: the type of the exception and the first line of the stack that is yours.',
      'No 1026? Let Windows write dumps: `HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe`, DumpType 2.',
      'ASP.NET Core: switch the stdout log on for one start, read it, and switch it off again.',
    ],
    doNot: ['Do not raise or disable rapid-fail protection: the application would crash again and again.'],
    keys: [ntstatus(0xe0434352), ntstatus(0xe0434f4d)],
    sources: [crashes, ancm],
    samples: [
      "The process exit code was '0xe0434352'.",
      "exception code = '0xe0434352'.",
      'exit code -532462766',
      '3762504530',
      "The process exit code was '0xe0434f4d'.",
    ],
    notSamples: ['0xE0434353', 'hash e0434352aa'],
  },
  {
    id: 'ancm-start-failed',
    name: '0x8007023E: ASP.NET Core did not start',
    verdict: 'act',
    meaning:
      'Win32 574, "unhandled exception", in the debug log of the ASP.NET Core Module: the application failed while it started in the worker process. Typical: a 32-bit application in a 64-bit pool, a missing file, an exception in start-up.',
    checks: [runByHand, 'Bitness: `enable32BitAppOnWin64` of the pool against the platform of the publish.'],
    fix: 'Cure what that run shows; for a 32-bit application set enable32BitAppOnWin64 for its pool, or publish for x64.',
    doNot: ['Do not switch the hosting model as a cure, and do not leave the stdout log on.'],
    keys: win32(574, 'ERROR_UNHANDLED_EXCEPTION'),
    sources: [ancm, headers],
    samples: ["Failed to start application '/LM/W3SVC/6/ROOT/', ErrorCode '0x8007023e'.", '0x8007023E'],
    notSamples: ['0x8007023F'],
  },
  {
    id: 'catastrophic-failure',
    name: '0x8000FFFF: an unexpected failure',
    verdict: 'look',
    meaning:
      'E_UNEXPECTED, "Catastrophic failure". In events of the ASP.NET Core Module: the framework of the version asked for, or `hostfxr.dll`, was not found. Elsewhere it says only that a component gave up.',
    checks: [
      '`dotnet.exe --list-runtimes` in the bitness of the pool, against `runtimeconfig.json` of the application.',
    ],
    fix: 'Install the Hosting Bundle of that version, then `net stop was /y` and `net start w3svc`; or publish self-contained.',
    doNot: ['Do not install only the SDK: the module of IIS comes with the Hosting Bundle.'],
    keys: [hresult(0x8000ffff, 'E_UNEXPECTED')],
    sources: [ancm, headers],
    samples: ["ErrorCode = '0x8000ffff'.", 'E_UNEXPECTED', '2147549183'],
    notSamples: ['0x8000FFFE'],
  },
  {
    id: 'host-framework-missing',
    name: '0x80008096: the .NET version it needs is not installed',
    verdict: 'act',
    meaning:
      'FrameworkMissingFailure of the .NET host, shown as 500.31. No installed runtime fits what `runtimeconfig.json` asks for: another major version, or only the other bitness is installed.',
    checks: ['`dotnet.exe --list-runtimes`, for a 32-bit pool the one in `C:\\Program Files (x86)\\dotnet`.'],
    fix: 'Install the Hosting Bundle of that version, then `net stop was /y` and `net start w3svc`; or publish self-contained.',
    doNot: ['Do not edit the version in runtimeconfig.json by hand: publish for the version you have.'],
    keys: [hresult(0x80008096)],
    sources: [host, ancm],
    samples: ["ErrorCode = '0x80008096'.", 'exit code -2147450730'],
    notSamples: ['0x80008095'],
  },
  {
    id: 'host-library-missing',
    name: '0x80008083: a part of .NET is missing',
    verdict: 'act',
    meaning:
      'The .NET host did not find hostfxr, hostpolicy or coreclr (0x80008083, 0x80008087), or could not load one (0x80008082, 0x80008088): the installation is incomplete, of the other bitness, or lacks the C++ runtime.',
    checks: ['`dotnet.exe --info` in the bitness of the pool; on old Windows also the Visual C++ redistributable.'],
    fix: 'Repair the Hosting Bundle; for a self-contained application publish and copy all of it again.',
    keys: [hresult(0x80008082), hresult(0x80008083), hresult(0x80008087), hresult(0x80008088)],
    sources: [host],
    samples: ["ErrorCode = '0x80008083'", '0x80008082', '-2147450749'],
    notSamples: ['0x80008081'],
  },
  {
    id: 'host-incomplete-publish',
    name: '0x8000808C: the published files are not complete',
    verdict: 'act',
    meaning:
      'The .NET host could not resolve what `deps.json` lists (0x8000808C), or could not read a deps.json (0x8000808B): a file was not copied, is of another build, or was left over.',
    checks: ['Start it by hand: the text names the file. Compare the folder with a fresh `dotnet publish`.'],
    fix: 'Publish to an empty folder and copy all of it, with the application offline.',
    doNot: ['Do not delete deps.json.'],
    keys: [hresult(0x8000808b), hresult(0x8000808c)],
    sources: [host],
    samples: ["ErrorCode = '0x8000808c'", 'exit code -2147450740'],
    notSamples: ['0x8000808D'],
  },
  {
    id: 'host-bad-config',
    name: '0x80008093: runtimeconfig.json cannot be read',
    verdict: 'act',
    meaning:
      'InvalidConfigFile of the .NET host: `runtimeconfig.json` of the application is not valid JSON, lacks a property, or contradicts itself.',
    checks: [runByHand],
    fix: 'Publish again, and put settings into the project instead of editing that file.',
    keys: [hresult(0x80008093)],
    sources: [host],
    samples: ['0x80008093', '-2147450733'],
    notSamples: ['0x80008092'],
  },
  {
    id: 'host-no-sdk',
    name: '0x80008091: dotnet got no application to run',
    verdict: 'act',
    meaning:
      'The command line named no application that exists (0x80008094, 0x80008081), so the host looked for an SDK (0x8000809B): "Did you mean to run dotnet SDK commands?". In IIS the `arguments` of aspNetCore are wrong.',
    checks: ['`arguments` in web.config: is `.\\App.dll` spelled like the file in the folder?'],
    fix: 'Correct `processPath` and `arguments`, or deploy the missing DLL. A server needs no SDK.',
    doNot: ['Do not install the SDK on the server.'],
    keys: [hresult(0x80008091), hresult(0x8000809b), hresult(0x80008094), hresult(0x80008081)],
    sources: [host, ancm],
    samples: ['exit code 0x80008091', '-2147450735', '0x8000809B'],
    notSamples: ['0x80008090'],
  },
  {
    id: 'host-framework-conflict',
    name: '0x8000809C: framework references that contradict',
    verdict: 'act',
    meaning:
      'FrameworkCompatFailure: the application refers to one framework in two versions that exclude each other, directly and through another framework.',
    checks: [runByHand],
    fix: 'Align the target framework and the packages of the project, publish again.',
    keys: [hresult(0x8000809c)],
    sources: [host],
    samples: ['0x8000809C', '-2147450724'],
    notSamples: ['0x8000809E'],
  },
  {
    id: 'clr-exception-base',
    name: '0x80131500: a .NET exception',
    verdict: 'look',
    meaning:
      'COR_E_EXCEPTION, the code of exceptions that have none of their own. It says nothing; the type, message and stack beside it do.',
    checks: ['The type of the exception and the innermost one: "Inner Exception", or the last "--->" of the stack.'],
    fix: 'Follow the innermost exception.',
    keys: [hresult(0x80131500, 'COR_E_EXCEPTION'), hresult(0x80131501, 'COR_E_SYSTEM')],
    sources: [corError],
    samples: ['(Exception from HRESULT: 0x80131500)', '-2146233088'],
    notSamples: ['0x80131502'],
  },
  {
    id: 'clr-execution-engine',
    name: '0x80131506: the .NET runtime itself broke down',
    verdict: 'act',
    meaning:
      'COR_E_EXECUTIONENGINE, with .NET Runtime 1023. The memory of the runtime was damaged, mostly by native code in the same process, an injected DLL, or a known fault of that runtime.',
    checks: [
      'Native and injected modules in w3wp.exe: profilers, antivirus, native packages. Which build of the runtime?',
    ],
    fix: 'Update .NET; take profilers and injected DLLs out one by one; else take a full dump and have it analysed.',
    doNot: ['Do not look for the cause in the managed stack of that moment: it is where it was noticed.'],
    keys: [hresult(0x80131506, 'COR_E_EXECUTIONENGINE')],
    sources: [corError, crashes],
    samples: ['at IP 00007FFB62CB0A8D (00007FFB625B0000) with exit code 80131506.', '0x80131506'],
    notSamples: ['80131506 items'],
  },
  {
    id: 'clr-invalid-operation',
    name: '0x80131509: an operation that is not valid now',
    verdict: 'look',
    meaning:
      'COR_E_INVALIDOPERATION, InvalidOperationException. The object is in a state in which the call makes no sense. The message beside it says which.',
    checks: ['The message and the first line of the stack that is your own code.'],
    fix: 'Correct the code or the configuration that the message names.',
    keys: [hresult(0x80131509, 'COR_E_INVALIDOPERATION')],
    sources: [corError],
    samples: ['HResult: 0x80131509', '-2146233079'],
    notSamples: ['0x8013150A'],
  },
  {
    id: 'clr-missing-member',
    name: '0x80131513: a method is not in this version of a DLL',
    verdict: 'act',
    meaning:
      'COR_E_MISSINGMETHOD (0x80131512 for other members). The code was built against another version of an assembly than the one that was loaded.',
    checks: ['Which assembly does the message name, and which version lies in `bin` and in the GAC?'],
    fix: 'Deploy the assemblies of one build together; correct or remove the bindingRedirect that points elsewhere.',
    doNot: ['Do not copy single DLLs between deployments.'],
    keys: [hresult(0x80131512, 'COR_E_MISSINGMEMBER'), hresult(0x80131513, 'COR_E_MISSINGMETHOD')],
    sources: [corError, redirects],
    samples: ['HResult=0x80131513', '-2146233069'],
    notSamples: ['0x80131514'],
  },
  {
    id: 'clr-not-supported',
    name: '0x80131515: .NET refuses the operation',
    verdict: 'look',
    meaning:
      'COR_E_NOTSUPPORTED. When an assembly is loaded: the file carries the mark of a download from the internet and is blocked. Elsewhere the feature does not exist there.',
    checks: [
      'Does the message speak of loading an assembly from a network location? `Get-Item FILE -Stream Zone.Identifier`',
    ],
    fix: 'Unblock the files of a source you trust, `Unblock-File PATH\\*.dll`, or unblock the ZIP before unpacking it.',
    doNot: ['Do not set loadFromRemoteSources to get round it: it holds for all files.'],
    keys: [hresult(0x80131515, 'COR_E_NOTSUPPORTED')],
    sources: [corError],
    samples: ['Operation is not supported. (Exception from HRESULT: 0x80131515)', '-2146233067'],
    notSamples: ['0x80131517'],
  },
  {
    id: 'clr-type-load',
    name: '0x80131522: a type could not be loaded',
    verdict: 'act',
    meaning:
      'COR_E_TYPELOAD. A class that web.config or the code names is not in the assembly that was found: a misspelt type, a missing DLL, or an old one.',
    checks: ['The type and assembly in the message: is the DLL in `bin`, of the same build as the rest?'],
    fix: 'Correct the type name in web.config, or deploy all assemblies of one build.',
    keys: [hresult(0x80131522, 'COR_E_TYPELOAD')],
    sources: [corError],
    samples: ['(Exception from HRESULT: 0x80131522)', '-2146233054'],
    notSamples: ['0x80131523'],
  },
  {
    id: 'clr-type-initialization',
    name: '0x80131534: a static constructor failed',
    verdict: 'look',
    meaning:
      'COR_E_TYPEINITIALIZATION. Code that runs once, when a class is first used, threw an exception. From then on every use fails the same way until the process is restarted.',
    checks: ['The inner exception: that is the cause, often configuration or a missing native DLL.'],
    fix: 'Cure the inner exception, then recycle the pool.',
    keys: [hresult(0x80131534, 'COR_E_TYPEINITIALIZATION')],
    sources: [corError],
    samples: ['0x80131534', '-2146233036'],
    notSamples: ['0x80131535'],
  },
  {
    id: 'clr-assembly-mismatch',
    name: '0x80131040: the DLL found has another version',
    verdict: 'act',
    meaning:
      'FUSION_E_REF_DEF_MISMATCH, "the located assembly\'s manifest definition does not match". The DLL in `bin` has another version, or another key, than the one asked for.',
    checks: [
      'Version asked for (message) against that of the file: `[Reflection.AssemblyName]::GetAssemblyName("PATH").Version`',
    ],
    fix: 'Correct the bindingRedirect of that assembly in web.config to the version in `bin`, or deploy the right DLL.',
    doNot: ['Do not put the DLL into the GAC to silence it: the next application then gets the wrong one.'],
    keys: [hresult(0x80131040, 'FUSION_E_REF_DEF_MISMATCH')],
    sources: [redirects, corError],
    samples: ['(Exception from HRESULT: 0x80131040)', '-2146234304'],
    notSamples: ['0x80131041'],
  },
  {
    id: 'clr-newer-runtime',
    name: '0x8013101B: built for a newer .NET than the pool runs',
    verdict: 'act',
    meaning: 'COR_E_NEWER_RUNTIME. An assembly for .NET Framework 4 was loaded into a pool that runs .NET 2.0 (3.5).',
    checks: ['`%windir%\\system32\\inetsrv\\appcmd.exe list apppool "POOL" /text:managedRuntimeVersion`'],
    fix: 'Set the pool to v4.0; give applications that need 2.0 a pool of their own.',
    keys: [hresult(0x8013101b, 'COR_E_NEWER_RUNTIME')],
    sources: [corError],
    samples: [
      '0x8013101B',
      'built by a runtime newer than the currently loaded runtime. (Exception from HRESULT: 0x8013101B)',
    ],
    notSamples: ['0x8013101C'],
  },
  {
    id: 'clr-no-assembly',
    name: '0x80131018: not a .NET assembly',
    verdict: 'act',
    meaning:
      'COR_E_ASSEMBLYEXPECTED. A file in `bin` is no assembly: a native DLL, or a damaged one. ASP.NET tries to load every DLL that lies there.',
    checks: ['Which file does the message name? `corflags.exe FILE` or its size and date tell whether it is managed.'],
    fix: 'Put native DLLs into another folder that is on the search path, or deploy the damaged file again.',
    keys: [hresult(0x80131018, 'COR_E_ASSEMBLYEXPECTED')],
    sources: [corError],
    samples: ['The module was expected to contain an assembly manifest. (Exception from HRESULT: 0x80131018)'],
    notSamples: ['0x80131019'],
  },
  {
    id: 'clr-runtime-not-loaded',
    name: '0x80131700: that .NET Framework could not be loaded',
    verdict: 'act',
    meaning:
      'CLR_E_SHIM_RUNTIMELOAD. The version of .NET Framework that the pool or program asks for is not installed, or its registration is damaged (0x80131702).',
    checks: [
      '`managedRuntimeVersion` of the pool; is the feature .NET Framework 3.5 installed, where v2.0 is asked for?',
    ],
    fix: 'Install that version as a Windows feature, or set the pool to a version that is there.',
    keys: [hresult(0x80131700, 'CLR_E_SHIM_RUNTIMELOAD'), hresult(0x80131702, 'CLR_E_SHIM_INSTALLROOT')],
    sources: [corError],
    samples: ['0x80131700', '-2146232576'],
    notSamples: ['0x80131704'],
  },
  {
    id: 'clr-configuration',
    name: '0x80131902: .NET refuses the configuration',
    verdict: 'act',
    meaning:
      'ConfigurationException of .NET: machine.config, or a web.config on the way to the application, holds a section or value that .NET cannot read.',
    checks: ['The message names file and line; ASP.NET 1310 in the Application log does too.'],
    fix: 'Correct that line. For machine.config compare it with that of a server of the same version.',
    doNot: ['Do not copy machine.config over: it may hold keys of the other server.'],
    keys: [hresult(0x80131902)],
    sources: [corError],
    samples: ['HResult: 0x80131902', '-2146232062'],
    notSamples: ['0x80131903'],
  },
  {
    id: 'clr-sql',
    name: '0x80131904: an error from SQL Server',
    verdict: 'look',
    meaning:
      'SqlException of ADO.NET. IIS is not at fault: the database refused, failed or did not answer. The error number in the text tells: 18456 login failed, -2 timeout, 53 not reachable, 4060 no such database.',
    checks: ['Error number and state in the message; with Windows logon: has the identity of the pool a login there?'],
    fix: 'By number: create the login for the pool identity, open the network path, or speed up the query.',
    doNot: ['Do not use `sa`, and do not make the pool identity a sysadmin.'],
    keys: [hresult(0x80131904)],
    sources: [corError],
    samples: ['System.Data.SqlClient.SqlException (0x80131904): Login failed', '-2146232060'],
    notSamples: ['0x80131905'],
  },
];

export default defineFamily({ facts });
