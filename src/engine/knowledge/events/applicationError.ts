import { defineFamily, type NonEmpty, type Source } from '../fact';

const PROVIDER = 'Application Error';
const READ = '2026-11-21';

const manifest: Source = {
  document: 'Manifest of the provider Application Error',
  says: 'The insertions of event 1000 in their order, and their names.',
  read: READ,
};
const crash: Source = {
  document: 'Microsoft Support: troubleshoot an IIS worker process that terminates unexpectedly',
  says: 'The faulting module is only where the crash showed; a dump with full memory and its stack show the cause.',
  read: READ,
};
const statuses: Source = {
  document: 'Windows header file ntstatus.h and the exception codes of the .NET runtime',
  says: 'The exception code and its meaning.',
  read: READ,
};

const W3WP: NonEmpty<string> = ['w3wp.exe'];
/** Event data of older systems has the code without its `0x`. */
const code = (hex: string): NonEmpty<string> => [`0x${hex}`, hex];
const managed: NonEmpty<string> = [...code('e0434352'), ...code('e0434f4d')];

const dumpSteps = [
  'Make a folder for dumps, `mkdir C:\\dumps`, open only to administrators and, with Modify, to the pool identity: a dump holds passwords and data of visitors.',
  '`reg.exe add "HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe" /v DumpFolder /t REG_EXPAND_SZ /d C:\\dumps`',
  '`reg.exe add "HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe" /v DumpType /t REG_DWORD /d 2` (full memory) and the same with `DumpCount`, 3.',
  'Or wait for the next crash of one process: `procdump.exe -accepteula -ma -e <pid> C:\\dumps`. Which process serves which pool: `%windir%\\system32\\inetsrv\\appcmd.exe list wp`',
  'Open the dump in WinDbg or DebugDiag: the stack of the crashed thread names the module that counts.',
  'Remove the registry key when you have the dump.',
];

const crashed = (module: string, exceptionCode: string, app = 'w3wp.exe'): string =>
  `Source: Application Error\nEvent ID: 1000\nDescription:\nFaulting application name: ${app}, version: 10.0.17763.1, time stamp: 0xcfdb13d8\nFaulting module name: ${module}, version: 10.0.17763.4644, time stamp: 0x6e8c5d1a\nException code: 0x${exceptionCode}\nFault offset: 0x0000000000039149\nFaulting process id: 0x1a2c`;

/** Crashes as Windows Error Reporting logs them. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'Application Error', aliases: [] }],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 1000,
      parameters: [
        'AppName',
        'AppVersion',
        'AppTimeStamp',
        'ModuleName',
        'ModuleVersion',
        'ModuleTimeStamp',
        'ExceptionCode',
        'FaultingOffset',
        'ProcessId',
        'ProcessCreationTime',
        'AppPath',
        'ModulePath',
        'IntegratorReportId',
        'PackageFullName',
        'PackageRelativeAppId',
      ],
      // The three wordings: since Windows 7, Windows Vista, Windows Server 2003.
      message:
        /Faulting\s+application(?:\s+name)?:?\s+(?<AppName>[^\s,][^,\r\n]{0,260}),\s+version:?\s+(?<AppVersion>[^\s,][^,\r\n]{0,60})(?:,\s+(?:time\s+)?stamp:?\s+(?<AppTimeStamp>\w{1,20}),?\s+faulting\s+module(?:\s+name)?:?\s+(?<ModuleName>[^\s,][^,\r\n]{0,260}),\s+version:?\s+(?<ModuleVersion>[^\s,][^,\r\n]{0,60}),\s+(?:time\s+)?stamp:?\s+(?<ModuleTimeStamp>\w{1,20}),?\s+(?:exception\s+code:?\s+(?<ExceptionCode>\w{1,20}),?\s+fault\s+offset:?\s+(?<FaultingOffset>\w{1,20})|debug\?\s+\d,\s+fault\s+address\s+\w{1,20}))?/i,
      anchor: 'faulting application',
    },
  ],
  // Where several facts fit equally well the first one speaks.
  facts: [
    {
      id: 'appcrash',
      name: 'A program crashed',
      verdict: 'look',
      meaning:
        'Windows ended a program on an error it could not go on from. The faulting module is only where it showed: ntdll.dll, KERNELBASE.dll and ucrtbase.dll are nearly always innocent.',
      checks: [
        'Which program, and does it matter for the web server? Does a .NET Runtime 1026 of that second say more?',
      ],
      fix: 'Update the program and what it loads; where that does not help, take a dump of the crash.',
      steps: dumpSteps,
      doNot: ['Do not replace or re-register the system DLL that is named as faulting module.'],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'If it names the same program: the exception and stack, which are the cause.',
        },
        {
          provider: 'Windows Error Reporting',
          eventId: 1001,
          says: 'The report of the same crash, with the folder of its files.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000 }],
      sources: [crash, manifest],
      samples: [
        crashed('ntdll.dll', 'c0000005', 'spoolsv.exe'),
        'Faulting application name: agent.exe, version: 1.2.0.0, time stamp: 0x5cb8f326\n\nFaulting module name: KERNELBASE.dll, version: 6.3.9600.19724, time stamp: 0x5ec5262a\n\nException code: 0xc000041d',
      ],
      notSamples: [
        'Source: IIS AspNetCore Module V2\nEvent ID: 1000\nDescription:\nApplication failed',
        'a faulting application',
      ],
    },
    {
      id: 'appcrash-iissvcs',
      name: 'The process of WAS and W3SVC crashed',
      verdict: 'act',
      meaning:
        'svchost.exe with the services of IIS ended on an error. WAS and W3SVC are down until they are started again, and worker processes have nobody who watches them: every site is concerned.',
      checks: [
        'Are they up again? `sc.exe query WAS` and `sc.exe query W3SVC`; then SCM 7031 or 7034 of that second.',
        'Is the faulting module one of Windows or of a third party, such as an agent or antivirus?',
      ],
      fix: 'Start them with `net start W3SVC`, and what depended on WAS; then update or leave out the module that crashed.',
      steps: dumpSteps.slice(4),
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1000,
          where: { AppName: ['svchost.exe_iissvcs', 'svchost.exe_w3svc', 'svchost.exe_was'] },
        },
      ],
      sources: [crash, manifest],
      samples: [
        crashed('iisw3adm.dll', 'c0000005', 'svchost.exe_iissvcs'),
        crashed('ntdll.dll', 'c0000374', 'svchost.exe_W3SVC'),
      ],
      notSamples: [crashed('ntdll.dll', 'c0000005', 'svchost.exe_wuauserv'), crashed('ntdll.dll', 'c0000005')],
    },
    {
      id: 'appcrash-w3wp',
      name: 'A worker process of IIS crashed',
      verdict: 'act',
      meaning:
        'w3wp.exe ended on an error, with every application of its pool; WAS starts a new one until rapid-fail protection stops the pool (503). The faulting module is only where it showed.',
      checks: [
        'A .NET Runtime 1026 or ASP.NET 1325 of that second? Which third-party DLLs (agents, ODBC, filters) does the pool load?',
      ],
      fix: 'Update or leave out the third-party module; take a full dump of the next crash: its stack names the culprit.',
      steps: dumpSteps,
      doNot: [
        'Do not switch off rapid-fail protection or raise its limit: the crash then repeats and hides its cause.',
      ],
      companions: [
        { provider: '.NET Runtime', eventId: 1026, says: 'Names the .NET exception behind the crash: read it first.' },
        {
          provider: '.NET Runtime',
          eventId: 1023,
          says: 'The runtime found its memory damaged: look at native code in the process.',
        },
        {
          provider: 'Windows Error Reporting',
          eventId: 1001,
          says: 'The report of the same crash, with the folder of its files.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP } }],
      sources: [crash, manifest],
      samples: [
        crashed('ucrtbase.dll', 'c000041d'),
        'Faulting application w3wp.exe, version 6.0.3790.3959, stamp 45d6968e, faulting module kernel32.dll, version 5.2.3790.4062, stamp 46264680, debug? 0, fault address 0x0000bee7.',
        '<Event><System><Provider Name="Application Error"/><EventID Qualifiers="0">1000</EventID></System><EventData><Data>w3wp.exe</Data><Data>8.5.9600.16384</Data><Data>5215df96</Data><Data>filter.dll</Data><Data>1.0.0.0</Data><Data>524f83ff</Data><Data>c000041d</Data></EventData></Event>',
      ],
      notSamples: [crashed('ntdll.dll', 'c0000005', 'spoolsv.exe')],
    },
    {
      id: 'appcrash-w3wp-managed',
      name: 'A worker process ended on a .NET exception',
      verdict: 'act',
      meaning:
        '0xE0434352 (old .NET: 0xE0434F4D) only says that it was a .NET exception; KERNELBASE.dll is the door through which all of them leave. Which exception it was stands in another record.',
      checks: ['.NET Runtime 1026, ASP.NET 1325 or ANCM 1018 of the same second: exception and stack.'],
      fix: 'Correct the code or setting that exception names. Without such a record take a dump of the next crash.',
      steps: dumpSteps,
      doNot: ['Do not search for this code or for KERNELBASE.dll, and do not reinstall .NET: neither is the cause.'],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'The exception behind the code, with its stack: this is the cause.',
        },
        {
          provider: 'ASP.NET 4.0.30319.0',
          eventId: 1325,
          says: 'The exception behind the code, with the application.',
        },
        {
          provider: 'IIS AspNetCore Module V2',
          eventId: 1018,
          says: 'The exception ended an ASP.NET Core application.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP, ExceptionCode: managed } }],
      sources: [crash, statuses],
      samples: [
        crashed('KERNELBASE.dll', 'e0434352'),
        '<Event><System><Provider Name="Application Error"/><EventID>1000</EventID></System><EventData><Data Name="AppName">w3wp.exe</Data><Data Name="ModuleName">KERNELBASE.dll</Data><Data Name="ExceptionCode">e0434352</Data></EventData></Event>',
      ],
      notSamples: [crashed('ntdll.dll', 'c0000005')],
    },
    {
      id: 'appcrash-w3wp-access-violation',
      name: 'A worker process touched memory it may not',
      verdict: 'act',
      meaning:
        '0xC0000005, access violation: native code used a wrong address. ntdll.dll or clr.dll as faulting module are mostly victims; a third-party DLL (agent, driver, filter, COM object) is the usual culprit.',
      checks: [
        'Is the same module and offset in every record? Which third-party DLLs does this pool load that others do not?',
      ],
      fix: 'Update or leave out those DLLs one by one; take a full dump of the next crash and read the stack of its thread.',
      steps: dumpSteps,
      doNot: [
        'Do not look for missing file permissions: "access" is about memory here.',
        'Do not replace ntdll.dll or reinstall .NET on suspicion.',
      ],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1023,
          says: 'The runtime found its memory damaged: look at native code in the process.',
        },
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'The stack there shows which managed code called into the native one.',
        },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP, ExceptionCode: code('c0000005') } },
      ],
      sources: [crash, statuses],
      samples: [
        crashed('clr.dll', 'c0000005'),
        'Faulting application w3wp.exe, version 7.0.6001.18000, time stamp 0x47919413, faulting module ntdll.dll, version 6.0.6001.18000, time stamp 0x4791a7a6, exception code 0xc0000005, fault offset 0x00033a4b, process id 0x11d4, application start time 0x01c9.',
      ],
      notSamples: [crashed('KERNELBASE.dll', 'e0434352')],
    },
    {
      id: 'appcrash-w3wp-stack-overflow',
      name: 'A worker process ran out of stack',
      verdict: 'act',
      meaning:
        '0xC00000FD, stack overflow: code called itself without an end, such as a property that reads itself, mutual rendering, or deeply nested data. .NET cannot catch it, so no 1026 names the place.',
      checks: [
        'Which page or data comes in just before? What was deployed last? A dump shows the repeating frames at once.',
      ],
      fix: 'Take a full dump of the next crash, find the frames that repeat, and end that recursion.',
      steps: dumpSteps,
      doNot: ['Do not only enlarge the stack or move to 64 bit: an endless recursion fills any stack.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP, ExceptionCode: code('c00000fd') } },
      ],
      sources: [crash, statuses],
      samples: [crashed('clr.dll', 'c00000fd')],
      notSamples: [crashed('clr.dll', 'c0000005')],
    },
    {
      id: 'appcrash-w3wp-heap',
      name: 'The memory of a worker process was damaged',
      verdict: 'act',
      meaning:
        '0xC0000374, heap corruption: ntdll.dll noticed damage that native code had done earlier. The module and stack of this moment are those of the finder, not of the culprit.',
      checks: [
        'Which native third-party DLLs does this pool load: agents, database drivers, image or PDF libraries, COM objects?',
      ],
      fix: 'Update or leave out those DLLs one by one. Page heap for w3wp.exe, for a short time, makes the culprit crash itself.',
      steps: [
        ...dumpSteps,
        'Page heap, from the Debugging Tools: `gflags.exe /p /enable w3wp.exe /full`, recycle the pool, wait for the crash, then `gflags.exe /p /disable w3wp.exe`. It costs much memory and time.',
      ],
      doNot: ['Do not blame ntdll.dll, and do not leave page heap switched on.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP, ExceptionCode: code('c0000374') } },
      ],
      sources: [crash, statuses],
      samples: [crashed('ntdll.dll', 'c0000374')],
      notSamples: [crashed('ntdll.dll', 'c0000005')],
    },
    {
      id: 'appcrash-w3wp-fail-fast',
      name: 'Code in a worker process ended it on purpose',
      verdict: 'act',
      meaning:
        '0xC0000409, fail fast: a library found a state in which going on would do harm (a broken buffer, `abort()`, an unhandled C++ exception) and ended the process. The faulting module is often only the C runtime.',
      checks: [
        'Who called: ucrtbase.dll or msvcr120.dll only carry it out. Is there a .NET Runtime 1025 with a message?',
      ],
      fix: 'Take a full dump of the next crash: the frame above the C runtime names the library; update or leave it out.',
      steps: dumpSteps,
      doNot: ['Do not reinstall the Visual C++ runtime on suspicion.'],
      companions: [
        { provider: '.NET Runtime', eventId: 1025, says: 'Names the message with which code ended the process.' },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 1000, where: { AppName: W3WP, ExceptionCode: code('c0000409') } },
      ],
      sources: [crash, statuses],
      samples: [crashed('ucrtbase.dll', 'c0000409')],
      notSamples: [crashed('ucrtbase.dll', 'c0000005')],
    },
    {
      id: 'appcrash-managed',
      name: 'A program ended on a .NET exception',
      verdict: 'look',
      meaning:
        '0xE0434352 (old .NET: 0xE0434F4D) only says that it was a .NET exception; KERNELBASE.dll is the door through which all of them leave. Which exception it was stands in another record.',
      checks: [
        '.NET Runtime 1026 of the same second: exception and stack. Does this program matter for the web server?',
      ],
      fix: 'Correct what that exception names, or update the program.',
      doNot: ['Do not search for this code or for KERNELBASE.dll, and do not reinstall .NET: neither is the cause.'],
      companions: [
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'The exception behind the code, with its stack: this is the cause.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1000, where: { ExceptionCode: managed } }],
      sources: [crash, statuses],
      samples: [crashed('KERNELBASE.dll', 'e0434352', 'ReportAgent.exe')],
      notSamples: [crashed('KERNELBASE.dll', 'c0000005', 'ReportAgent.exe'), crashed('KERNELBASE.dll', 'e0434352')],
    },
  ],
});
