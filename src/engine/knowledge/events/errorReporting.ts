import { defineFamily, type Source } from '../fact';

const REPORTING = 'Windows Error Reporting';
const HANG = 'Application Hang';
const READ = '2026-11-21';

const reports: Source = {
  document: 'Microsoft Learn: Windows Error Reporting, its events and the settings of local dumps',
  says: 'Each report has a bucket, a kind of problem and its parameters; its files lie in ReportArchive or ReportQueue.',
  read: READ,
};

/** What Windows Error Reporting writes about a crash or hang that another source has logged already. */
export default defineFamily({
  providers: [
    { name: REPORTING, label: 'Windows Error Reporting', aliases: [] },
    { name: HANG, label: 'Application Hang', aliases: [] },
  ],
  eventTypes: [
    {
      provider: REPORTING,
      eventId: 1001,
      parameters: ['Bucket', 'BucketType', 'EventName', 'Response', 'CabId', 'P1'],
      message:
        /Fault\s+bucket\s+(?<Bucket>[^,\r\n]{0,100}),\s+type\s+(?<BucketType>\d{1,10})\s+Event\s+Name:\s+(?<EventName>\S{1,60})/i,
      anchor: 'fault bucket',
    },
    {
      provider: HANG,
      eventId: 1002,
      parameters: ['program', 'version'],
      message:
        /The\s+program\s+(?<program>\S[^\r\n]{0,200}?)\s+version\s+(?<version>\S{1,60})\s+stopped\s+interacting\s+with\s+Windows\s+and\s+was\s+closed/i,
      anchor: 'stopped interacting with windows and was closed',
    },
  ],
  facts: [
    {
      id: 'wer-report',
      name: 'The report of a crash or hang',
      verdict: 'benign',
      verdictText: 'the consequence, not the cause',
      meaning:
        'Windows Error Reporting filed what another record already tells: a crash (Application Error 1000) or a hang. It adds the folder in which its files, sometimes a dump, lie.',
      checks: [
        'The Application Error 1000 or .NET Runtime 1026 just before it. The folder in the text may hold a dump.',
      ],
      fix: 'Repair what those records name; use the folder if it holds a .dmp or .mdmp file.',
      companions: [
        { provider: 'Application Error', eventId: 1000, says: 'The crash itself, with module and code.' },
        { provider: '.NET Runtime', eventId: 1026, says: 'The .NET exception behind it, with its stack.' },
      ],
      keys: [{ kind: 'event', provider: REPORTING, eventId: 1001 }],
      sources: [reports],
      samples: [
        'Source: Windows Error Reporting\nEvent ID: 1001\nDescription:\nFault bucket 2001204112345, type 4\nEvent Name: APPCRASH\nResponse: Not available\nCab Id: 0\n\nProblem signature:\nP1: spoolsv.exe',
        'Fault bucket , type 0\nEvent Name: BEX64\nResponse: Not available',
      ],
      notSamples: ['Source: BugCheck\nEvent ID: 1001\nDescription:\nThe computer has rebooted from a bugcheck.'],
    },
    {
      id: 'wer-report-w3wp',
      name: 'The report of a crashed worker process',
      verdict: 'look',
      meaning:
        'Windows Error Reporting filed the crash of a w3wp.exe. For APPCRASH, P1 is the program, P4 the module and P7 the code; for CLR20r3, P4 is the assembly and P9 the .NET exception.',
      checks: [
        'The Application Error 1000 and .NET Runtime 1026 just before it; the folder in the text: does it hold a dump?',
      ],
      fix: 'Repair what those records name. No dump there: set up LocalDumps for w3wp.exe before the next crash.',
      doNot: ['Do not switch error reporting off on web servers: it writes the dumps.'],
      companions: [
        { provider: 'Application Error', eventId: 1000, says: 'The crash itself, with module and code.' },
        { provider: '.NET Runtime', eventId: 1026, says: 'The .NET exception behind it, with its stack.' },
      ],
      keys: [
        {
          kind: 'event',
          provider: REPORTING,
          eventId: 1001,
          context: /Event\s+Name:[\s\S]{0,300}?P1:\s*w3wp\.exe|<Data[^>]{0,40}>w3wp\.exe<\/Data>/i,
        },
      ],
      sources: [reports],
      samples: [
        'Source: Windows Error Reporting\nEvent ID: 1001\nDescription:\nFault bucket 2001204112345, type 4\nEvent Name: APPCRASH\nResponse: Not available\nCab Id: 0\n\nProblem signature:\nP1: w3wp.exe\nP2: 10.0.17763.1',
        '<Event><System><Provider Name="Windows Error Reporting"/><EventID>1001</EventID></System><EventData><Data></Data><Data>0</Data><Data>CLR20r3</Data><Data>Not available</Data><Data>0</Data><Data>w3wp.exe</Data></EventData></Event>',
      ],
      notSamples: [
        'Fault bucket , type 0\nEvent Name: APPCRASH\nResponse: Not available\nCab Id: 0\nProblem signature:\nP1: spoolsv.exe',
      ],
    },
    {
      id: 'application-hang-1002',
      name: 'A program with a window stopped answering',
      verdict: 'look',
      meaning:
        'A program on the desktop did not answer its window messages and was closed. Worker processes have no window, so it is about a tool such as IIS Manager (mmc or InetMgr), not about a web site.',
      checks: [
        'Which program? For InetMgr.exe: was it waiting for a remote server or for a site with very many files?',
      ],
      fix: 'Start the tool again. If it keeps hanging, update it or use appcmd or PowerShell meanwhile.',
      doNot: ['Do not restart IIS because IIS Manager hangs: the sites do not depend on it.'],
      keys: [{ kind: 'event', provider: HANG, eventId: 1002 }],
      sources: [reports],
      samples: [
        'Source: Application Hang\nEvent ID: 1002\nDescription:\nThe program InetMgr.exe version 10.0.17763.1 stopped interacting with Windows and was closed. To see if more information about the problem is available, check the problem history.',
        'The program mmc.exe version 6.1.7600.16385 stopped interacting with Windows and was closed.',
      ],
      notSamples: ['The program stopped.'],
    },
  ],
});
