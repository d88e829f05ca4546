import { headers, hresult, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const crashes: Source = {
  document: 'Microsoft Support: troubleshoot the termination of IIS worker processes',
  says: 'The exit code of event 5009, how a dump is taken, and that 5002 is the consequence.',
  read: READ,
};
const exitCodes: Source = {
  document: 'Brian Murphy-Booth, IIS.NET: how to troubleshoot an IIS "Event ID: 1009" error',
  url: 'https://blogs.iis.net/brian-murphy-booth/how-to-troubleshoot-an-iis-event-id-1009-error',
  says: 'The exit codes of worker processes, those that WAS itself sets, and what to check for 0x80 and 0xFFFFFFFF.',
  read: '2026-11-24',
};
const desktopHeap: Source = {
  document: 'Microsoft Support, KB 831135: many application pools under separate identities',
  says: 'Each identity gets a desktop; when the desktop heap is used up, further worker processes cannot start.',
  read: '2026-11-24',
};
const dumpSteps = [
  'Application log in the same second: Application Error 1000 names the faulting module, Windows Error Reporting 1001 the report.',
  'Let Windows write full dumps: key `HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe`, DWORD `DumpType` = 2, `DumpFolder` = a folder with space.',
  'Or for one process: `procdump.exe -ma -e -x C:\\dumps w3wp.exe` of Sysinternals.',
  'Open the dump in WinDbg: `!analyze -v`; for .NET also `!clrstack`.',
  'Afterwards start the pool and delete the LocalDumps key: dumps hold the data of users.',
];

/** An exit code as the events 5009 and 1009 write it. */
const exitCode = (digits: string): Key => ({
  kind: 'phrase',
  as: 'message',
  anchors: ['process exit code was'],
  pattern: new RegExp(
    `process\\s{1,20}exit\\s{1,20}code\\s{1,20}was\\s{1,20}(?:&\\w{2,6};|\\\\u0027|\\W{1,2})?0x0{0,7}${digits}(?!\\w)`,
    'iy',
  ),
});

/** How worker processes end: the codes of WAS 5009, W3SVC 1009 and Application Error 1000. */
const facts: Fact[] = [
  {
    id: 'status-access-violation',
    name: '0xC0000005: access violation',
    verdict: 'act',
    meaning:
      'Native code read or wrote memory that is not its own, and the process ended. The faulting module in Application Error 1000 is where it was noticed, often an innocent DLL of Windows.',
    checks: [
      'Application Error 1000 with w3wp.exe at that second: always the same module and offset? What is injected: profiler, antivirus, filter?',
    ],
    fix: 'Update or remove the native module at fault; if it is not plain, take a full dump and have it analysed.',
    steps: dumpSteps,
    doNot: ['Do not blame ntdll or KERNELBASE, and do not disable rapid-fail protection.'],
    keys: [ntstatus(0xc0000005, 'STATUS_ACCESS_VIOLATION')],
    sources: [crashes, headers],
    samples: [
      "The process exit code was '0xc0000005'.",
      'Exception code: 0xc0000005',
      '3221225477',
      'exit code -1073741819',
    ],
    notSamples: ['0xC0000004', 'address 0xC0000005'],
  },
  {
    id: 'status-threadpool-handle',
    name: '0xC000070A: a handle of the thread pool was lost',
    verdict: 'look',
    meaning:
      'A DLL closed a handle on which the thread pool of Windows still waited, so Windows ended the process. Known from aspnetcore.dll (version 1) on Windows 7 and Server 2008 R2, when a pool stopped or was recycled.',
    checks: [
      'Does it come only when a pool stops or recycles? Then no request is lost. Which DLLs does this pool load?',
    ],
    fix: 'Update the module: a current .NET Hosting Bundle, or the third-party DLL that only this pool loads.',
    doNot: ['Do not blame ntdll.dll: it only notices the fault.'],
    keys: [ntstatus(0xc000070a, 'STATUS_THREADPOOL_HANDLE_EXCEPTION')],
    sources: [
      {
        document: 'ASP.NET Core module, issue: w3wp.exe crashes when the application pool is stopped',
        says: 'The exception code 0xC000070A in ntdll.dll at the stop of a pool on Windows 7, not on Windows 8 and later.',
        read: '2026-11-24',
      },
      headers,
    ],
    samples: ['Exception code: 0xc000070a', '0xC000070A'],
    notSamples: ['0xC000070B'],
  },
  {
    id: 'status-in-page-error',
    name: '0xC0000006: a DLL could not be read any more',
    verdict: 'act',
    meaning:
      'Windows had to read a part of a DLL or file again, and could not: it lies on a share that went away, or the disk has errors.',
    checks: ['Is the content or a module on a share? Disk events (7, 51, 153) in the System log?'],
    fix: 'Keep programs on a local disk; repair the disk or the connection.',
    keys: [ntstatus(0xc0000006, 'STATUS_IN_PAGE_ERROR')],
    sources: [headers],
    samples: ['Exception code: 0xc0000006', '3221225478'],
    notSamples: ['0xC0000007'],
  },
  {
    id: 'status-illegal-instruction',
    name: '0xC000001D: an instruction this CPU does not have',
    verdict: 'act',
    meaning:
      'The process ran code that the processor does not know: a native library built for newer processors, a virtual machine that hides features of the CPU, or damaged code.',
    checks: [
      'Faulting module in Application Error 1000. Does it work on another host, and what does the hypervisor mask?',
    ],
    fix: 'Use a build of that library for this CPU, or let the hypervisor show the feature.',
    keys: [ntstatus(0xc000001d, 'STATUS_ILLEGAL_INSTRUCTION')],
    sources: [headers],
    samples: ["exit code was '0xC000001D'", '3221225501'],
    notSamples: ['0xC000001E'],
  },
  {
    id: 'status-bad-image',
    name: '0xC000007B: DLLs of the wrong bitness',
    verdict: 'act',
    meaning:
      'A program could not start because one of its DLLs has the other bitness, or is damaged: a 32-bit DLL in a 64-bit process or the reverse.',
    checks: ['Bitness of the program and of the DLLs beside it; a stray DLL in the folder or in the PATH?'],
    fix: 'Reinstall the program and its C++ runtime in one bitness; for a pool see `enable32BitAppOnWin64`.',
    doNot: ['Do not download single DLLs from the web.'],
    keys: [ntstatus(0xc000007b, 'STATUS_INVALID_IMAGE_FORMAT')],
    sources: [headers],
    samples: ['(0xc000007b)', 'exit code 3221225595'],
    notSamples: ['0xC000007C'],
  },
  {
    id: 'stack-overflow',
    name: '0xC00000FD / 0x800703E9: stack overflow',
    verdict: 'act',
    meaning:
      'A thread used up its stack, nearly always by endless recursion: a property that calls itself, a loop of objects in serialisation, a redirect to itself. No .NET code can catch it; the process ends at once.',
    checks: [
      'Which request was it? Compare the last URLs of the log before the crash; a dump shows the repeating frames (`!clrstack`).',
    ],
    fix: 'Break the recursion in the code. 0x800703E9 is the same, as .NET reports it.',
    steps: dumpSteps,
    doNot: ['Do not raise the stack size: endless recursion fills any stack.'],
    keys: [
      ntstatus(0xc00000fd, 'STATUS_STACK_OVERFLOW'),
      ...win32(1001, 'ERROR_STACK_OVERFLOW', 'COR_E_STACKOVERFLOW'),
    ],
    sources: [crashes, headers],
    samples: [
      "The process exit code was '0xc00000fd'.",
      "The process exit code was '0x800703e9'.",
      '3221225725',
      '-1073741571',
    ],
    notSamples: ['0xC00000FE', 'Event ID 1001'],
  },
  {
    id: 'status-heap-corruption',
    name: '0xC0000374: the heap is damaged',
    verdict: 'act',
    meaning:
      'Windows found that native code had written outside its memory, and ended the process. The code that is running when it is found is seldom the one that did it.',
    checks: ['Native modules, COM components and P/Invoke in that pool; what was deployed last?'],
    fix: 'Find the writer with page heap: `gflags.exe /p /enable w3wp.exe /full` on a test server, reproduce, read the dump.',
    steps: dumpSteps,
    doNot: ['Do not leave page heap on in production: it makes every allocation slow and large.'],
    keys: [ntstatus(0xc0000374, 'STATUS_HEAP_CORRUPTION')],
    sources: [crashes, headers],
    samples: ["exit code was '0xc0000374'", '3221226356', '-1073740940'],
    notSamples: ['0xC0000375'],
  },
  {
    id: 'status-fail-fast',
    name: '0xC0000409: the process ended itself on purpose',
    verdict: 'act',
    meaning:
      'The code is called "stack buffer overrun", but today it is the general fail-fast: `abort`, std::terminate, a check of the C++ runtime, Environment.FailFast. 0xC0000602 is its twin.',
    checks: ['Application Error 1000: the module. .NET Runtime 1025 or 1026: the message of FailFast.'],
    fix: 'Correct what the message or the dump names; a module of another maker: update it.',
    steps: dumpSteps,
    doNot: ['Do not report it as an attack only because of the name of the code.'],
    keys: [ntstatus(0xc0000409, 'STATUS_STACK_BUFFER_OVERRUN'), ntstatus(0xc0000602, 'STATUS_FAIL_FAST_EXCEPTION')],
    sources: [headers],
    samples: ['Exception code: 0xc0000409', '-1073740791', '0xC0000602'],
    notSamples: ['0xC0000408'],
  },
  {
    id: 'cpp-exception',
    name: '0xE06D7363: an unhandled C++ exception',
    verdict: 'act',
    meaning:
      'Native code threw a C++ exception that nobody caught; the last bytes spell "msc". In a worker process it comes from a native module, a COM component or a library behind .NET.',
    checks: ['Faulting module in Application Error 1000; KERNELBASE is only the thrower. A dump shows the stack.'],
    fix: 'Update or correct the native component that the stack of the dump shows.',
    steps: dumpSteps,
    keys: [ntstatus(0xe06d7363)],
    sources: [crashes],
    samples: ['Exception code: 0xe06d7363', '3765269347', '-529697949'],
    notSamples: ['0xE06D7364'],
  },
  {
    id: 'status-dll-not-found',
    name: '0xC0000135: a DLL is missing at the start',
    verdict: 'act',
    meaning:
      'A program could not start because a DLL it needs was not found: often the Visual C++ runtime for php-cgi.exe, or .NET for an executable.',
    checks: ['Start the program in a prompt on the server: the message names the DLL.'],
    fix: 'Install the runtime that owns the DLL, in the bitness of the program.',
    doNot: ['Do not download single DLLs from the web.'],
    keys: [ntstatus(0xc0000135, 'STATUS_DLL_NOT_FOUND'), ntstatus(0xc0000138, 'STATUS_ORDINAL_NOT_FOUND')],
    sources: [headers],
    samples: ['exited with code 3221225781', '0xC0000135', 'exit code -1073741515'],
    notSamples: ['0xC0000136'],
  },
  {
    id: 'status-dll-init-failed',
    name: '0xC0000142 / 0x8007045A: a DLL failed to initialise',
    verdict: 'act',
    meaning:
      'Win32 1114. A process could not start because a DLL gave up in its start code. With many pools under separate identities it is the desktop heap that is used up; else the identity lacks rights, or the DLL has a fault.',
    checks: ['How many pools run under an account of their own, and does it fail only beyond a number of them?'],
    fix: 'Use fewer separate identities or ApplicationPoolIdentity, stop idle pools; for one program alone repair that DLL.',
    steps: [
      'Count: `%windir%\\system32\\inetsrv\\appcmd.exe list wps`',
      'Only when the desktop heap is proven: the third number of SharedSection in `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\SubSystems\\Windows`. Save the value first; it takes a restart.',
    ],
    doNot: ['Do not run the pools as LocalSystem to save desktops.'],
    keys: [ntstatus(0xc0000142, 'STATUS_DLL_INIT_FAILED'), ...win32(1114, 'ERROR_DLL_INIT_FAILED')],
    sources: [desktopHeap, headers],
    samples: ["The process exit code was '0xc0000142'.", '3221225794', '<Binary>5A040780</Binary>'],
    notSamples: ['0xC0000143'],
  },
  {
    id: 'status-no-memory',
    name: '0xC0000017: no memory left',
    verdict: 'act',
    meaning:
      'The process or the server had no memory left: the commit limit of the machine (0xC000012D) is reached, or a 32-bit process used up its address space.',
    checks: [
      'Commit charge against the limit in Task Manager; Resource-Exhaustion-Detector 2004 names the largest processes.',
    ],
    fix: 'Find what grows. Give the machine memory or page file; run a large application in a 64-bit pool.',
    doNot: ['Do not only recycle more often: find the leak.'],
    keys: [ntstatus(0xc0000017, 'STATUS_NO_MEMORY'), ntstatus(0xc000012d, 'STATUS_COMMITMENT_LIMIT')],
    sources: [headers],
    samples: ["exit code was '0xC0000017'", '3221225495', '0xC000012D'],
    notSamples: ['0xC0000018'],
  },
  {
    id: 'status-breakpoint',
    name: '0x80000003: a breakpoint without a debugger',
    verdict: 'act',
    meaning:
      'The code ran into a breakpoint: an assertion or DebugBreak in a native module, or page heap and verifier stopping at the fault they were set to find.',
    checks: ['Is page heap on: `gflags.exe /p`? Is a debug build of a module deployed?'],
    fix: 'Deploy the release build; switch page heap off when you are done: `gflags.exe /p /disable w3wp.exe`.',
    keys: [ntstatus(0x80000003, 'STATUS_BREAKPOINT')],
    sources: [headers],
    samples: ['Exception code: 0x80000003', 'exit code 2147483651'],
    notSamples: ['flags 0x80000003'],
  },
  {
    id: 'status-control-c',
    name: '0xC000013A: ended by Ctrl+C or a closed window',
    verdict: 'look',
    meaning:
      'The process was ended from its console: Ctrl+C, a closed window, a log-off, or a parent that ended it. For an application behind the ASP.NET Core Module it can be the ordinary stop.',
    checks: ['Did somebody stop it, log off, or recycle the pool at that moment?'],
    fix: 'Nothing, where it was a stop. A program that must survive a log-off belongs into a service.',
    keys: [ntstatus(0xc000013a, 'STATUS_CONTROL_C_EXIT')],
    sources: [headers],
    samples: ['exit code -1073741510', '0xC000013A', '3221225786'],
    notSamples: ['0xC000013B'],
  },
  {
    id: 'status-crt-parameter',
    name: '0xC0000417: the C runtime got a bad parameter',
    verdict: 'act',
    meaning:
      'Native code passed something invalid to the C runtime, which ended the process; 0xC000000D can be the same. It is a fault in a native module.',
    checks: ['Faulting module in Application Error 1000; the stack of a dump.'],
    fix: 'Update or correct that native module.',
    steps: dumpSteps,
    keys: [ntstatus(0xc0000417, 'STATUS_INVALID_CRUNTIME_PARAMETER')],
    sources: [headers],
    samples: ['Exception code: 0xc0000417', '3221226519'],
    notSamples: ['0xC0000418'],
  },
  {
    id: 'status-fatal-app-exit',
    name: '0x40000015: the program aborted',
    verdict: 'act',
    meaning:
      'The C or C++ runtime ended the process: `abort` or `terminate` was called, mostly after an exception that nobody caught.',
    checks: ['Application Error 1000: the module; the output of the program just before.'],
    fix: 'Correct or update the native component that aborts.',
    steps: dumpSteps,
    keys: [ntstatus(0x40000015, 'STATUS_FATAL_APP_EXIT')],
    sources: [headers],
    samples: ['Exception code: 0x40000015', '1073741845'],
    notSamples: ['0x40000016'],
  },
  {
    id: 'status-user-callback',
    name: '0xC000041D: an exception in a window callback',
    verdict: 'act',
    meaning:
      'Native code in a callback of a window or hook threw an exception that nobody caught. A worker process has no business with windows: look for a component made for the desktop.',
    checks: ['Faulting module in Application Error 1000: a control, a printing or an Office component?'],
    fix: 'Replace the desktop component by one made for servers.',
    steps: dumpSteps,
    keys: [ntstatus(0xc000041d, 'STATUS_FATAL_USER_CALLBACK_EXCEPTION')],
    sources: [headers],
    samples: ['Exception code: 0xc000041d', '3221226525'],
    notSamples: ['0xC000041E'],
  },
  {
    id: 'broken-pipe',
    name: '0x8007006D: the other end of the pipe is gone',
    verdict: 'act',
    meaning:
      'Win32 109. In the data of WAS 5011: the worker process died, so the pipe to WAS broke. With FastCGI: php-cgi.exe or its like crashed. The code is the consequence of a crash.',
    checks: ['WAS 5009 and Application Error 1000 in the same second: exit code and faulting module.'],
    fix: 'Cure that crash; this code needs no cure of its own.',
    doNot: ['Do not disable the pings or rapid-fail protection of the pool.'],
    keys: win32(109, 'ERROR_BROKEN_PIPE'),
    sources: [crashes, headers],
    samples: ['<Binary>6D000780</Binary>', '0000: 6d 00 07 80   m..€', 'FastCGI process exited. (0x8007006d)'],
    notSamples: ['0x8007006C'],
  },
  {
    id: 'exit-code-zero',
    name: 'Worker exit code 0: it ended itself',
    verdict: 'look',
    meaning:
      'WAS 5009 with exit code 0x0: something inside w3wp.exe ended the process in an orderly way, without WAS asking for it: Environment.Exit or ExitProcess in the application or a component.',
    checks: [
      'Search the code and its components for Environment.Exit; what did the log of the application write last?',
    ],
    fix: 'Take that call out; to end one request throw an exception or return a status.',
    keys: [exitCode('0')],
    sources: [exitCodes],
    samples: ["The process id was '4711'. The process exit code was '0x0'."],
    notSamples: ["The process exit code was '0x1'."],
  },
  {
    id: 'exit-code-one',
    name: 'Worker exit code 1: somebody ended it',
    verdict: 'look',
    meaning:
      'WAS 5009 with exit code 0x1: mostly the process was killed, by `taskkill /f`, Task Manager or a monitoring tool. A component that calls exit(1) does the same.',
    checks: ['Who was on the server, and which deployment or monitoring job ran at that second?'],
    fix: 'Recycle the pool instead of killing the process: `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool /apppool.name:"POOL"`.',
    doNot: ['Do not kill w3wp.exe: running requests are lost, and five kills in five minutes disable the pool.'],
    keys: [exitCode('1')],
    sources: [exitCodes],
    samples: ["The process exit code was '0x1'.", 'process exit code was 0x00000001'],
    notSamples: ["The process exit code was '0x10'."],
  },
  {
    id: 'exit-code-abort',
    name: 'Worker exit code 3: native code aborted',
    verdict: 'act',
    meaning: 'WAS 5009 with exit code 0x3: native code called `abort` of an older C runtime.',
    checks: ['Native modules and components in that pool; Application Error 1000 at that second.'],
    fix: 'Update or correct that native component; a dump shows who called abort.',
    steps: dumpSteps,
    keys: [exitCode('3')],
    sources: [exitCodes],
    samples: ["The process exit code was '0x3'."],
    notSamples: ["The process exit code was '0x30'."],
  },
  {
    id: 'exit-code-80',
    name: 'Worker exit code 0x80: it could not start',
    verdict: 'act',
    meaning:
      'WAS 5009 or W3SVC 1009 with 0x80 (128): the process had no desktop or no rights to start in. The desktop heap is used up by many identities, or the identity lacks user rights.',
    checks: [
      'User rights of the identity: Log on as a batch job, Bypass traverse checking, Access from the network; IIS 6: member of IIS_WPG.',
    ],
    fix: 'Give back the missing right or group membership; with many separate identities see to the desktop heap.',
    doNot: ['Do not run the pool as LocalSystem.'],
    keys: [exitCode('80')],
    sources: [exitCodes, desktopHeap],
    samples: [
      "A process serving application pool 'A' terminated unexpectedly. The process id was '3908'. The process exit code was '0x80'.",
    ],
    notSamples: ["The process exit code was '0x800703e9'."],
  },
  {
    id: 'exit-code-ff',
    name: 'Worker exit code 0xFF: it was ended from outside',
    verdict: 'look',
    meaning:
      'WAS 5009 with exit code 0xFF: the worker process was ended by a decision of its surroundings, such as a limit of the pool or of a job object, not by a crash of its own.',
    checks: ['Other WAS events of that minute: limits of CPU or memory, ping, shutdown time?'],
    fix: 'Follow the WAS event beside it; it names the limit.',
    keys: [exitCode('ff')],
    sources: [exitCodes],
    samples: ["The process exit code was '0xff'."],
    notSamples: ["The process exit code was '0xffffffff'."],
  },
  {
    id: 'exit-code-minus-one',
    name: 'Worker exit code 0xFFFFFFFF: gave up, or was ended',
    verdict: 'look',
    meaning:
      'WAS 5009 or W3SVC 1009 with 0xFFFFFFFF, -1: the worker process gave up in its start (a module, the configuration, a right of the identity), or `Stop-Process`, another .NET tool or a debugger ended it. They look the same.',
    checks: [
      'IIS-W3SVC-WP 2280, 2282 or 2295 beside it? Rights of the identity; on IIS 6: IIS_WPG and mixed service pack files. Else: who ended it?',
    ],
    fix: 'Cure the event beside it. Without one, and if it repeats: give the identity its rights and groups back.',
    keys: [exitCode('ffffffff')],
    sources: [exitCodes],
    samples: ['The process exit code was \\u00270xffffffff\\u0027.', "The process exit code was '0xffffffff'."],
    notSamples: ["The process exit code was '0xfffffffe'."],
  },
  {
    id: 'exit-code-killed-by-was',
    name: 'Worker exit code 0xFFFFFFFD: WAS ended it',
    verdict: 'look',
    meaning:
      'WAS itself killed the worker process, because it did not do in time what it was asked: it answered no ping, or did not stop within the shutdown limit. 0xFFFFFFFE is an orderly end.',
    checks: ['WAS 5010, 5012 or 5013 of the same pool: which limit was it? Which requests were running?'],
    fix: 'Find what hangs: `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:10000` while it lasts, and a dump.',
    doNot: ['Do not just raise the limits: the hang stays.'],
    keys: [exitCode('fffffffd')],
    sources: [exitCodes],
    samples: ["The process exit code was '0xfffffffd'."],
    notSamples: ["The process exit code was '0xfffffffc'."],
  },
  {
    id: 'thread-name-exception',
    name: '0x406D1388: the name of a thread',
    verdict: 'benign',
    verdictText: 'no error',
    meaning:
      'Programs raise this exception to tell a debugger the name of a thread. It is handled at once; in traces and debugger logs it can be ignored.',
    checks: ['Is it only listed as a first-chance exception? Then there is nothing to do.'],
    fix: 'Nothing.',
    keys: [hresult(0x406d1388)],
    sources: [
      {
        document: 'Microsoft Learn, Visual Studio: tips for debugging threads',
        says: 'The exception by which a program tells the debugger the name of a thread.',
        read: READ,
      },
    ],
    samples: ['first chance exception 0x406D1388', '1080890248'],
    notSamples: ['0x406D1389'],
  },
];

export default defineFamily({ facts });
