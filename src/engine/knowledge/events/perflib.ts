import { defineFamily, type EventType, type Source } from '../fact';

const PERFLIB = 'Microsoft-Windows-Perflib';
const LOADPERF = 'Microsoft-Windows-LoadPerf';
const READ = '2026-11-21';

const availability: Source = {
  document: 'TechNet: Performance Library Availability (events of Perflib)',
  url: 'https://technet.microsoft.com/en-us/library/dd315714(v=ws.10).aspx',
  says: 'The texts of the events and that only performance data of the one library is missing.',
  read: READ,
};
const loading: Source = {
  document: 'TechNet: Performance Counter Loading (events of LoadPerf)',
  url: 'https://technet.microsoft.com/en-us/library/cc727146',
  says: 'The texts of the events on loading and unloading counter strings.',
  read: READ,
};
const rebuild: Source = {
  document: 'Microsoft Learn: manually rebuild performance counter library values (KB 300956)',
  url: 'https://learn.microsoft.com/en-us/troubleshoot/windows-server/performance/rebuild-performance-counter-library-values',
  says: '`lodctr /R` rebuilds the counters from what is registered; afterwards WMI takes them over.',
  read: READ,
};
const bitness: Source = {
  document: 'Microsoft Learn: performance counters, 64-bit support',
  url: 'https://learn.microsoft.com/en-us/windows/win32/perfctrs/64-bit-support',
  says: 'A counter library of one bitness cannot be loaded into a process of the other.',
  read: READ,
};

const rebuildSteps = [
  'In an elevated prompt: `%windir%\\system32\\lodctr.exe /R`',
  'Then the 32-bit half: `%windir%\\SysWOW64\\lodctr.exe /R`',
  'Let WMI take them over: `%windir%\\system32\\wbem\\winmgmt.exe /resyncperf`',
  'Restart the monitoring agent, and see whether new records come.',
];
const REBUILD =
  'Only if counters are missing: rebuild them with `lodctr.exe /R` (System32, then SysWOW64) and `winmgmt.exe /resyncperf`.';
const NO_REGISTRY = 'Do not edit or delete below `Perflib` in the registry by hand, and do not restart IIS for it.';

const perflib = (eventId: number, parameters: string[], message: RegExp, anchor: string): EventType => ({
  provider: PERFLIB,
  eventId,
  parameters,
  message,
  anchor,
});

/** The performance counter library of Windows: monitoring suffers, web sites do not. */
export default defineFamily({
  providers: [
    { name: PERFLIB, label: 'Perflib', aliases: [] },
    { name: LOADPERF, label: 'LoadPerf', aliases: [] },
  ],
  eventTypes: [
    perflib(
      1008,
      ['Service', 'Library'],
      /The\s+Open\s+Procedure\s+for\s+service\s+"(?<Service>[^"\r\n]{1,120})"\s+in\s+DLL\s+"(?<Library>[^"\r\n]{1,260})"\s+(?:has\s+)?failed/i,
      'the open procedure for service',
    ),
    perflib(
      1010,
      ['Library', 'Service'],
      /The\s+Collect\s+Procedure\s+(?:for\s+the\s+"[^"\r\n]{1,120}"\s+service\s+in\s+DLL\s+"[^"\r\n]{1,260}"|in\s+Extensible\s+Counter\s+DLL\s+"(?<Library>[^"\r\n]{1,260})"\s+for\s+the\s+"(?<Service>[^"\r\n]{1,120})"\s+service)\s+generated\s+an\s+exception/i,
      'the collect procedure',
    ),
    perflib(
      1017,
      ['Service'],
      /Disabled\s+performance\s+counter\s+data\s+collection\s+from\s+the\s+"(?<Service>[^"\r\n]{1,120})"\s+service/i,
      'disabled performance counter data collection',
    ),
    perflib(
      1018,
      ['Service'],
      /Disabled\s+performance\s+counter\s+data\s+collection\s+for\s+this\s+session\s+from\s+the\s+"(?<Service>[^"\r\n]{1,120})"\s+service/i,
      'disabled performance counter data collection',
    ),
    perflib(
      1020,
      ['Library', 'Service'],
      /The\s+required\s+buffer\s+size\s+is\s+greater\s+than\s+the\s+buffer\s+size\s+passed\s+to\s+the\s+Collect\s+function\s+of\s+the\s+"(?<Library>[^"\r\n]{1,260})"\s+Extensible\s+Counter\s+DLL/i,
      'the required buffer size is greater',
    ),
    perflib(
      1021,
      ['Library'],
      /Windows\s+cannot\s+open\s+the\s+32-bit\s+extensible\s+counter\s+DLL\s+"?(?<Library>[^"\s][^"\r\n]{0,150}?)"?\s+in\s+a\s+64-bit\s+environment/i,
      'windows cannot open the 32-bit extensible counter dll',
    ),
    perflib(
      1022,
      ['Library'],
      /Windows\s+cannot\s+open\s+the\s+64-bit\s+extensible\s+counter\s+DLL\s+"?(?<Library>[^"\s][^"\r\n]{0,259}?)"?\s+in\s+a\s+32-bit\s+environment/i,
      'windows cannot open the 64-bit extensible counter dll',
    ),
    perflib(
      1023,
      ['Library'],
      /Windows\s+cannot\s+load\s+the\s+extensible\s+counter\s+DLL\s+"?(?<Library>[^"\s][^"\s]{0,259})"?/i,
      'windows cannot load the extensible counter dll',
    ),
    perflib(
      2003,
      ['Library', 'Service'],
      /The\s+configuration\s+information\s+of\s+the\s+performance\s+library\s+"(?<Library>[^"\r\n]{1,260})"\s+for\s+the\s+"(?<Service>[^"\r\n]{1,120})"\s+service\s+does\s+not\s+match\s+the\s+trusted\s+performance\s+library/i,
      'the configuration information of the performance library',
    ),
    {
      provider: LOADPERF,
      eventId: 1000,
      parameters: ['service', 'display'],
      message:
        /Performance\s+counters\s+for\s+the\s+(?<service>\S{1,120})\s+\((?<display>[^)\r\n]{1,120})\)\s+service\s+were\s+loaded\s+successfully/i,
      anchor: 'performance counters for the',
    },
    {
      provider: LOADPERF,
      eventId: 1001,
      parameters: ['service', 'display'],
      message:
        /Performance\s+counters\s+for\s+the\s+(?<service>\S{1,120})\s+\((?<display>[^)\r\n]{1,120})\)\s+service\s+were\s+removed\s+successfully/i,
      anchor: 'performance counters for the',
    },
    {
      provider: LOADPERF,
      eventId: 3009,
      parameters: ['service', 'display'],
      message:
        /Installing\s+the\s+performance\s+counter\s+strings\s+for\s+(?:service\s+)?(?<service>\S{1,120})(?:\s+\((?<display>[^)\r\n]{1,120})\))?\s+failed/i,
      anchor: 'installing the performance counter strings for',
    },
    {
      provider: LOADPERF,
      eventId: 3011,
      parameters: ['service', 'display'],
      message:
        /Unloading\s+the\s+performance\s+counter\s+strings\s+for\s+(?:service\s+)?(?<service>\S{1,120})(?:\s+\((?<display>[^)\r\n]{1,120})\))?\s+failed/i,
      anchor: 'unloading the performance counter strings for',
    },
    {
      provider: LOADPERF,
      eventId: 3012,
      parameters: ['process'],
      message:
        /The\s+performance\s+strings\s+in\s+the\s+Performance\s+registry\s+value\s+(?:is|are)\s+corrupted(?:\s+when\s+process\s+(?<process>\S{1,120}))?/i,
      anchor: 'the performance strings in the performance registry value',
    },
  ],
  facts: [
    {
      id: 'perflib-1008',
      name: 'Counters of a service cannot be opened',
      verdict: 'benign',
      verdictText: 'only counters are missing',
      meaning:
        'A program read performance counters, and the library of the service named did not open: the service is stopped, or its registration is damaged. The service itself and web sites are not touched.',
      checks: ['Does a monitor miss these counters? Else leave it. Which: `lodctr.exe /Q:<service>`'],
      fix: REBUILD,
      steps: rebuildSteps,
      doNot: [NO_REGISTRY],
      keys: [{ kind: 'event', provider: PERFLIB, eventId: 1008 }],
      sources: [availability, rebuild],
      samples: [
        'Source: Microsoft-Windows-Perflib\nEvent ID: 1008\nDescription:\nThe Open Procedure for service "BITS" in DLL "C:\\Windows\\System32\\bitsperf.dll" failed. Performance data for this service will not be available. The first four bytes (DWORD) of the Data section contains the error code.',
        'The Open Procedure for service "ASP.NET" in DLL "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\aspnet_perf.dll" has failed.',
      ],
      notSamples: ['The open procedure of the valve failed.'],
    },
    {
      id: 'perflib-1010',
      name: 'A counter library failed while it was read',
      verdict: 'benign',
      verdictText: 'only counters are missing',
      meaning:
        'A program read performance counters, and the library named threw an exception. Only that reading is lost. If it comes all the time, the library is old or does not fit the Windows version.',
      checks: ['Does the program that reads them (agent, perfmon) crash? Whose is the library in the text?'],
      fix: 'Update the product that owns the library; else leave it.',
      steps: rebuildSteps,
      doNot: [NO_REGISTRY],
      keys: [{ kind: 'event', provider: PERFLIB, eventId: 1010 }],
      sources: [availability, rebuild],
      samples: [
        'Source: Perflib\nEvent ID: 1010\nDescription:\nThe Collect Procedure for the "EmdCache" service in DLL "C:\\Windows\\system32\\emdmgmt.dll" generated an exception or returned an invalid status.',
        'The Collect procedure in Extensible Counter DLL "C:\\Apps\\perf.dll" for the "Agent" service generated an exception',
      ],
      notSamples: ['The collect procedure generated a list.'],
    },
    {
      id: 'perflib-1017',
      name: 'Windows switched off the counters of a service',
      verdict: 'look',
      verdictText: 'only counters are missing',
      meaning:
        'The counter library of the service named failed too often, so Windows does not ask it any more (1017: for good, 1018: for this session). Monitoring shows no values; the service itself runs.',
      checks: ['The Perflib records before it say what failed. Do you need these counters?'],
      fix: 'Update the product or rebuild the counters, then switch them on again: `lodctr.exe /E:<service>`',
      steps: [...rebuildSteps, 'Switch the library on again: `lodctr.exe /E:<service>`'],
      doNot: [NO_REGISTRY],
      companions: [
        { provider: PERFLIB, eventId: 1008, says: 'Why the library failed before it was switched off.' },
        { provider: PERFLIB, eventId: 1010, says: 'The exception for which the library was switched off.' },
      ],
      keys: [
        { kind: 'event', provider: PERFLIB, eventId: 1017 },
        { kind: 'event', provider: PERFLIB, eventId: 1018 },
      ],
      sources: [availability, rebuild],
      samples: [
        'Source: Microsoft-Windows-Perflib\nEvent ID: 1017\nDescription:\nDisabled performance counter data collection from the "ASP.NET_64_2.0.50727" service because the performance counter library for that service has generated one or more errors.',
        'Disabled performance counter data collection for this session from the "W3SVC" service because the performance counter library for that service has generated one or more errors.',
      ],
      notSamples: ['We disabled performance counter data collection.'],
    },
    {
      id: 'perflib-1020',
      name: 'A counter library wanted more room than it got',
      verdict: 'benign',
      verdictText: 'only monitoring is concerned',
      meaning:
        'The library named had more values than fitted into the buffer it was given. The reader asks again with a larger one. It concerns monitoring only.',
      checks: ['Nothing, unless values of this library are missing in your monitor.'],
      doNot: [NO_REGISTRY],
      keys: [{ kind: 'event', provider: PERFLIB, eventId: 1020 }],
      sources: [availability],
      samples: [
        'Source: Perflib\nEvent ID: 1020\nDescription:\nThe required buffer size is greater than the buffer size passed to the Collect function of the "C:\\Windows\\System32\\perfts.dll" Extensible Counter DLL for the "LSM" service. The given buffer size was 9416 and the required size was 22048.',
        'The required buffer size is greater than the buffer size passed to the Collect function of the "C:\\Windows\\System32\\perfts.dll" Extensible Counter DLL',
      ],
      notSamples: ['The required buffer size is greater than 4096.'],
    },
    {
      id: 'perflib-bitness',
      name: 'A counter library of the other bitness',
      verdict: 'benign',
      meaning:
        'A monitor of one bitness tried to load a counter library of the other (1021: 32-bit library, 1022: 64-bit library). It shows no values of this library; nothing else is concerned.',
      checks: ['Do you miss these counters? Then use the monitor of the other bitness.'],
      fix: 'Use the monitoring program in the bitness of the library, or get the library in that of the program.',
      doNot: ['Do not switch an application pool to 32 bit for it.'],
      keys: [
        { kind: 'event', provider: PERFLIB, eventId: 1021 },
        { kind: 'event', provider: PERFLIB, eventId: 1022 },
      ],
      sources: [bitness, availability],
      samples: [
        'Source: Perflib\nEvent ID: 1021\nDescription:\nWindows cannot open the 32-bit extensible counter DLL "C:\\Apps\\agentperf.dll" in a 64-bit environment (Win32 error code 193). Contact the file vendor to obtain a 64-bit version.',
        'Windows cannot open the 64-bit extensible counter DLL ASP.NET_64 in a 32-bit environment. Contact the file vendor to obtain a 32-bit version.',
      ],
      notSamples: ['Windows cannot open the file in a 32-bit environment.'],
    },
    {
      id: 'perflib-1023',
      name: 'A counter library cannot be loaded',
      verdict: 'benign',
      verdictText: 'only counters are missing',
      meaning:
        'The counter library named is registered, but its file is missing or does not load: a product was uninstalled in part, or a Windows upgrade removed the file. Web sites do not need it.',
      checks: ['Is the product of this library still installed, and do you need its counters?'],
      fix: 'Installed: repair it. Gone: take its registration out, `unlodctr.exe <service>`. Else leave it.',
      doNot: [NO_REGISTRY],
      keys: [{ kind: 'event', provider: PERFLIB, eventId: 1023 }],
      sources: [availability, rebuild],
      samples: [
        'Source: Microsoft-Windows-Perflib\nEvent ID: 1023\nDescription:\nWindows cannot load the extensible counter DLL "rasctrs.dll" (Win32 error code 126).',
        'Windows cannot load the extensible counter DLL ASP.NET_2.0.50727. The first four bytes (DWORD) of the Data section contains the Windows error code.',
      ],
      notSamples: ['Source: .NET Runtime\nEvent ID: 1023\nDescription:\nWindows cannot load the DLL.'],
    },
    {
      id: 'perflib-2003',
      name: 'A counter library changed since it was registered',
      verdict: 'benign',
      meaning:
        'The library was replaced, usually by an update, after Windows had noted it as trusted. It is still read, only more carefully. w3ctrs.dll, the counters of IIS, is a common example.',
      checks: ['Does the library in the text belong to a known product that was updated? Then it is expected.'],
      fix: 'To be rid of it: `lodctr.exe /T:<service>` marks the library as trusted.',
      doNot: ['Do not mark a library as trusted that you do not know.', NO_REGISTRY],
      keys: [{ kind: 'event', provider: PERFLIB, eventId: 2003 }],
      sources: [availability],
      samples: [
        'Source: Perflib\nEvent ID: 2003\nDescription:\nThe configuration information of the performance library "C:\\Windows\\system32\\inetsrv\\w3ctrs.dll" for the "W3SVC" service does not match the trusted performance library information stored in the registry. The functions in this library will not be treated as trusted.',
        'The configuration information of the performance library "C:\\x.dll" for the "Agent" service does not match the trusted performance library information',
      ],
      notSamples: ['The configuration information of the performance library is complete.'],
    },
    {
      id: 'loadperf-changed',
      name: 'Performance counters were registered or removed',
      verdict: 'benign',
      meaning:
        'A setup, an update or a service start registered the counters of a service (1000) or took them out (1001). Comes in pairs with IIS, .NET and WMI.',
      keys: [
        { kind: 'event', provider: LOADPERF, eventId: 1000 },
        { kind: 'event', provider: LOADPERF, eventId: 1001 },
      ],
      sources: [loading],
      samples: [
        'Source: Microsoft-Windows-LoadPerf\nEvent ID: 1000\nDescription:\nPerformance counters for the WmiApRpl (WmiApRpl) service were loaded successfully. The Record Data in the data section contains the new index values assigned to this service.',
        'Performance counters for the W3SVC (World Wide Web Publishing Service) service were removed successfully.',
      ],
      notSamples: ['Performance counters for the team were loaded successfully.'],
    },
    {
      id: 'loadperf-failed',
      name: 'Counter strings could not be installed or removed',
      verdict: 'look',
      verdictText: 'only counters are concerned',
      meaning:
        'A setup or service could not write (3009) or take out (3011) the names of its counters, often because the counter tables are damaged or another setup was at work. Web sites are not touched.',
      checks: ['Does the setup itself say that it failed, and do counters of that service show up in `perfmon.exe`?'],
      fix: REBUILD,
      steps: rebuildSteps,
      doNot: [NO_REGISTRY],
      companions: [
        { provider: LOADPERF, eventId: 3012, says: 'The tables of counter names are damaged: rebuild them first.' },
      ],
      keys: [
        { kind: 'event', provider: LOADPERF, eventId: 3009 },
        { kind: 'event', provider: LOADPERF, eventId: 3011 },
      ],
      sources: [loading, rebuild],
      samples: [
        'Source: Microsoft-Windows-LoadPerf\nEvent ID: 3011\nDescription:\nUnloading the performance counter strings for service WmiApRpl (WmiApRpl) failed. The first DWORD in the Data section contains the error code.',
        'Installing the performance counter strings for Inetinfo failed. The Error code is DWORD 0 of the Record Data.',
      ],
      notSamples: ['Installing the strings failed.'],
    },
    {
      id: 'loadperf-3012',
      name: 'The tables of counter names are damaged',
      verdict: 'act',
      verdictText: 'only counters are concerned',
      meaning:
        'The names of all performance counters stand in common tables, and these do not fit together any more. Monitors show wrong, numbered or no counters, and setups fail to register theirs.',
      checks: ['`lodctr.exe /Q` lists what is registered; does it end with an error?'],
      fix: 'Rebuild them with `lodctr.exe /R` (System32, then SysWOW64), then `winmgmt.exe /resyncperf`.',
      steps: rebuildSteps,
      doNot: [NO_REGISTRY],
      keys: [{ kind: 'event', provider: LOADPERF, eventId: 3012 }],
      sources: [loading, rebuild],
      samples: [
        'Source: Microsoft-Windows-LoadPerf\nEvent ID: 3012\nDescription:\nThe performance strings in the Performance registry value is corrupted when process Performance extension counter provider. The BaseIndex value from the Performance registry is the first DWORD in the Data section.',
        'The performance strings in the Performance registry value is corrupted.',
      ],
      notSamples: ['The registry value is corrupted.'],
    },
  ],
});
