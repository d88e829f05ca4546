import { defineFamily, type Source } from '../fact';

const W3SVC_COUNTERS = 'Microsoft-Windows-IIS-W3SVC-PerfCounters';
const INFO_COUNTERS = 'IISInfoCtrs';
const READ = '2026-11-21';

const counters: Source = {
  document: 'Microsoft Learn: WWW Service Performance Counter Events',
  url: 'https://technet.microsoft.com/en-us/library/cc776676(v=ws.10).aspx',
  says: 'The events 2000 to 2003 of the counters of the WWW service and their texts.',
  read: READ,
};
const rebuild: Source = {
  document: 'Microsoft Learn: manually rebuild performance counters for Windows Server (IISInfoCtrs and others)',
  says: 'Where the registration of the IIS counters is damaged, the counters are rebuilt with lodctr.',
  read: READ,
};

const rebuildSteps = [
  'In an elevated prompt: `%windir%\\system32\\lodctr.exe /R`',
  'Then the 32-bit half: `%windir%\\SysWOW64\\lodctr.exe /R`',
  'Let WMI take them over: `%windir%\\system32\\wbem\\winmgmt.exe /resyncperf`',
  'Restart the monitoring agent, and see whether new records come.',
];

/** Counters of IIS itself. */
export default defineFamily({
  providers: [
    { name: W3SVC_COUNTERS, label: 'IIS-W3SVC-PerfCounters', aliases: ['W3Ctrs'] },
    { name: INFO_COUNTERS, label: 'IISInfoCtrs', aliases: [] },
  ],
  eventTypes: [
    {
      provider: W3SVC_COUNTERS,
      eventId: 2000,
      parameters: [],
      message: /Unable\s+to\s+query\s+the\s+(?:W3SVC|WWW)\s+(?:\(HTTP\)\s+)?service\s+performance\s+data/i,
      anchor: 'service performance data',
    },
    {
      provider: W3SVC_COUNTERS,
      eventId: 2003,
      parameters: ['period'],
      message:
        /It\s+has\s+taken\s+too\s+long\s+to\s+refresh\s+the\s+(?:W3SVC|WWW\s+service)\s+counters[;,]\s+the\s+stale\s+counters\s+are\s+being\s+used\s+instead\.\s+This\s+is\s+the\s+second\s+message/i,
      anchor: 'it has taken too long to refresh the',
    },
    {
      provider: W3SVC_COUNTERS,
      eventId: 2001,
      parameters: [],
      message: /It\s+has\s+taken\s+too\s+long\s+to\s+refresh\s+the\s+(?:W3SVC|WWW\s+service)\s+counters/i,
      anchor: 'it has taken too long to refresh the',
    },
    {
      provider: W3SVC_COUNTERS,
      eventId: 2002,
      parameters: [],
      message: /Setting\s+up\s+Web\s+service\s+counters\s+failed/i,
      anchor: 'setting up web service counters failed',
    },
    {
      provider: INFO_COUNTERS,
      eventId: 1001,
      parameters: [],
      message: /Unable\s+to\s+read\s+the\s+first\s+counter\s+index\s+value\s+from\s+the\s+registry/i,
      anchor: 'unable to read the first counter index value',
    },
  ],
  facts: [
    {
      id: 'iis-counters-not-available',
      name: 'Counters of the web service are not available',
      verdict: 'benign',
      verdictText: 'only monitoring is concerned',
      meaning:
        'A monitor asked for the counters of W3SVC and got none, mostly because W3SVC was stopped or starting at that moment. Sites are not touched.',
      checks: ['Did a restart take place at that minute? If it goes on while W3SVC runs, the counters are damaged.'],
      fix: 'Goes on while W3SVC runs: `lodctr.exe /R` (System32, then SysWOW64), then restart the agent.',
      steps: rebuildSteps,
      doNot: ['Do not restart IIS to repair counters.'],
      keys: [{ kind: 'event', provider: W3SVC_COUNTERS, eventId: 2000 }],
      sources: [counters, rebuild],
      samples: [
        'Source: IIS-W3SVC-PerfCounters\nEvent ID: 2000\nDescription:\nUnable to query the W3SVC service performance data. The error code returned by the service is data DWORD 0.',
        'Unable to query the W3SVC service performance data.',
      ],
      notSamples: ['Unable to query the performance data.'],
    },
    {
      id: 'iis-counters-stale',
      name: 'Counters of the web service were late',
      verdict: 'benign',
      verdictText: 'only monitoring is concerned',
      meaning:
        'A monitor asked for the counters of W3SVC more quickly than they were renewed, or the server was busy, so it got the last values once more. After the second record (2003) Windows keeps quiet for a time.',
      checks: ['Nothing, unless sites are slow at the same time: then look at CPU and memory, not at the counters.'],
      fix: 'Ignore it, or let the monitor ask less often.',
      doNot: ['Do not restart IIS for it.'],
      keys: [
        { kind: 'event', provider: W3SVC_COUNTERS, eventId: 2001 },
        { kind: 'event', provider: W3SVC_COUNTERS, eventId: 2003 },
      ],
      sources: [counters],
      samples: [
        'Source: Microsoft-Windows-IIS-W3SVC-PerfCounters\nEvent ID: 2003\nDescription:\nIt has taken too long to refresh the W3SVC counters, the stale counters are being used instead. This is the second message within the past 1 hours. No more stale counter messages will be logged for this client session until the time limit expires.',
        'It has taken too long to refresh the W3SVC counters, the stale counters are being used instead.',
      ],
      notSamples: ['It has taken too long to refresh the page.'],
    },
    {
      id: 'iis-counters-not-set-up',
      name: 'Counters of the web service are not registered',
      verdict: 'look',
      verdictText: 'only monitoring is concerned',
      meaning:
        'The counters of W3SVC could not be set up: their registration is damaged or missing, often after an upgrade of Windows. Sites run; monitors show nothing for them.',
      checks: ['Does `perfmon.exe` offer the object "Web Service"? `lodctr.exe /Q:W3SVC`'],
      fix: 'Rebuild the counters with `lodctr.exe /R` (System32, then SysWOW64) and `winmgmt.exe /resyncperf`, then restart the agent.',
      steps: rebuildSteps,
      doNot: ['Do not reinstall IIS for it.'],
      keys: [{ kind: 'event', provider: W3SVC_COUNTERS, eventId: 2002 }],
      sources: [counters, rebuild],
      samples: [
        'Source: W3Ctrs\nEvent ID: 2002\nDescription:\nSetting up Web Service counters failed, please make sure your Web Service counters are registered correctly.',
        'Setting up Web Service counters failed, please make sure your Web Service counters are registered correctly.',
      ],
      notSamples: ['Setting up the web service failed.'],
    },
    {
      id: 'iis-info-counters',
      name: 'Internet Information Services Global counters are damaged',
      verdict: 'look',
      verdictText: 'only monitoring is concerned',
      meaning:
        'The common counters of IIS (InetInfo) do not find the place of their names in the registry. Sites run; monitors show nothing for this object.',
      checks: ['Do you monitor "Internet Information Services Global"? If not, leave it.'],
      fix: 'Rebuild the counters with `lodctr.exe /R` (System32, then SysWOW64) and `winmgmt.exe /resyncperf`, then restart the agent.',
      steps: rebuildSteps,
      doNot: ['Do not reinstall IIS for it.'],
      keys: [{ kind: 'event', provider: INFO_COUNTERS, eventId: 1001 }],
      sources: [rebuild],
      samples: [
        'Source: IISInfoCtrs\nEvent ID: 1001\nLevel: Error\nDescription:\nUnable to read the first counter index value from the registry. The error code returned by the registry is data DWORD 0.',
        'Unable to read the first counter index value from the registry.',
      ],
      notSamples: ['Unable to read the value from the registry.'],
    },
  ],
});
