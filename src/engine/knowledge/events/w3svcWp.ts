import { dataPattern, messagePattern } from '../eventPatterns';
import { defineFamily, type Companion, type EventType, type Key, type NonEmpty, type Source } from '../fact';
import { WAS } from '../wasEvents';

const READ = '2026-11-21';
/** What a worker process itself writes; on Windows Server 2003 as `W3SVC-WP`, in IIS Express as `IIS Express`. */
const PROVIDER = 'Microsoft-Windows-IIS-W3SVC-WP';

const workerAvailability: Source = {
  document: 'Microsoft Learn cc735119: IIS Worker Process Availability',
  says: 'What keeps a worker process from starting, with the message of each event.',
  read: READ,
};
const moduleConfiguration: Source = {
  document: 'Microsoft Learn cc735035: IIS W3SVC Module Configuration',
  says: 'Modules that are registered wrongly, have no entry point or an invalid precondition.',
  read: READ,
};
const isapi: Source = {
  document: 'Microsoft Learn cc735105: IIS ISAPI Functionality',
  says: 'ISAPI filters and extensions that do not load or fail, with the message of each event.',
  read: READ,
};
const iis6Events: Source = {
  document: 'Microsoft Learn cc758052: WWW Service Worker Process Events (IIS 6.0)',
  says: 'The events of worker processes in the Application log, source W3SVC-WP.',
  read: READ,
};
const coreErrors: Source = {
  document: 'ASP.NET Core documentation: common errors for IIS and Azure App Service',
  says: 'After an upgrade of Windows the module DLL is gone; repairing the Hosting Bundle brings it back.',
  read: READ,
};
const sourceName: Source = {
  document: 'Microsoft Support: IIS events are not detected by Operations Manager',
  says: 'Events 2201 to 2307 come from IIS-W3SVC-WP; older documents name IIS-WMSVC by mistake.',
  read: READ,
};
const upgrade: Source = {
  document: 'Microsoft Support, KB 4050891: HTTP error 503 and WAS event 5189 after an upgrade of Windows',
  says: 'Symbolic links are left below inetpub\\temp\\appPools; delete the folder while WAS is stopped.',
  read: READ,
};

const APPCMD = '%windir%\\system32\\inetsrv\\appcmd.exe';
const KEEP_MODULES =
  'Do not delete the line in globalModules while `modules` still names the module: then every request fails with 500.';
const NOT_32_BIT =
  'Do not switch the pool to 32 bit, or back, only to silence it: other modules and the application depend on it.';
const NO_REINSTALL = 'Do not reinstall IIS for it.';

const event = (eventId: number, parameters: readonly string[], message?: string, anchor?: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters,
  ...(message && { message: messagePattern(message) }),
  ...(anchor && { anchor }),
});
const key = (eventId: number, ...codes: number[]): Key => {
  const [first, ...rest] = codes;
  return { kind: 'event', provider: PROVIDER, eventId, ...(first && { context: dataPattern(first, ...rest) }) };
};

const noModuleNoProcess: NonEmpty<Companion> = [
  {
    provider: WAS,
    eventId: 5139,
    says: 'WAS sees it as a failed HTTP channel: the process came up, could not load its modules and is of no use.',
  },
  {
    provider: WAS,
    eventId: 5002,
    says: 'Each new process failed the same way until the pool was stopped: repair the module, then start the pool.',
  },
  {
    provider: WAS,
    eventId: 5059,
    says: 'No worker process could be started, because of this module: repair it, then start the pool.',
  },
];
const moduleSteps: string[] = [
  'Note the DLL that the record names, and whether it exists there; for 32-bit pools look below `SysWOW64` as well.',
  `Which products have modules here? \`${APPCMD} list config /section:system.webServer/globalModules\``,
  'Repair or reinstall the product that owns the DLL, after IIS itself: Hosting Bundle, URL Rewrite, ARR, PHP, Exchange, an agent.',
  `Is the product gone for good: \`${APPCMD} uninstall module "its name"\` takes it from globalModules and modules together.`,
  `Start the pool: \`${APPCMD} start apppool /apppool.name:"the pool"\``,
];
const appPoolsSteps: string[] = [
  'See whether there are links: `dir /AL %SystemDrive%\\inetpub\\temp\\appPools`',
  '`net stop WAS /y`',
  '`rmdir /s /q %SystemDrive%\\inetpub\\temp\\appPools`',
  '`net start W3SVC`, then what also depended on WAS and ran before (NetTcpActivator, NetPipeActivator, NetMsmqActivator).',
];

const loaded = (dll: string, data: string): string =>
  `Log Name: Application\nSource: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2280\nLevel: Error\nDescription:\nThe Module DLL ${dll} failed to load.  The data is the error.\n${data}`;
const unreadable = (error: string, file: string): string =>
  `Source: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2307\nDescription:\nThe worker process for application pool 'Shop' encountered an error '${error}\n' trying to read configuration data from file '${file}', line number '0'.  The data field contains the error code.`;

/** W3SVC-WP: what worker processes report themselves, in the Application log. */
export default defineFamily({
  providers: [
    {
      name: PROVIDER,
      label: 'W3SVC-WP',
      aliases: ['IIS-W3SVC-WP', 'IIS Express', 'Microsoft-Windows-IIS-WMSVC', 'IIS-WMSVC'],
    },
  ],
  eventTypes: [
    event(2214, ['IsapiFilter'], 'The HTTP Filter DLL <IsapiFilter> failed to load.', 'the http filter dll'),
    event(
      2216,
      ['Url'],
      '[The script started|The script that was started] from the URL <Url> has not responded within the configured time',
      'has not responded within the configured',
    ),
    event(
      2219,
      ['IsapiExtension'],
      'encountered an unhandled exception while processing the ISAPI Application <IsapiExtension>.',
      'while processing the isapi application',
    ),
    event(
      2220,
      ['IsapiExtension'],
      'The HTTP server was unable to load the ISAPI Application <IsapiExtension>. The data',
      'unable to load the isapi application',
    ),
    event(
      2223,
      ['IsapiFilter'],
      'the filter <IsapiFilter> was loaded as a global filter from the registry',
      'was loaded as a global filter',
    ),
    event(
      2262,
      ['IsapiExtension', 'UnhealthyReason'],
      'ISAPI <IsapiExtension> reported itself as unhealthy for the following reason: {UnhealthyReason}',
      'reported itself as unhealthy for',
    ),
    event(
      2263,
      ['IsapiExtension'],
      'ISAPI <IsapiExtension> reported itself as unhealthy. No reason was given',
      'reported itself as unhealthy. no',
    ),
    event(
      2264,
      ['Directory'],
      'The directory specified for caching compressed content <Directory> is invalid',
      'for caching compressed content',
    ),
    event(
      2268,
      ['SiteName'],
      'Could not load all ISAPI filters for site[/service| <SiteName>]. Therefore',
      'could not load all isapi filters',
    ),
    event(
      2269,
      ['ApplicationPool', 'PID'],
      'The worker process for app pool <ApplicationPool>, PID={PID}, failed to initialize the http.sys communication',
      'failed to initialize the http.sys',
    ),
    event(
      2274,
      ['IsapiFilter', 'ProcessorArchitecture'],
      'ISAPI Filter <IsapiFilter> could not be loaded due to a configuration problem. The current configuration only supports loading images built for [a|an] {ProcessorArchitecture} processor architecture',
      'isapi filter',
    ),
    event(
      2276,
      [],
      'The worker process failed to initialize correctly and therefore could not be started',
      'the worker process failed to initialize',
    ),
    event(
      2279,
      [],
      'The worker process failed to start [servering|serving] a queue for protocol',
      'a queue for protocol',
    ),
    event(2280, ['ModuleDll'], 'The Module DLL <ModuleDll> failed to load.', 'the module dll'),
    event(
      2281,
      [],
      'The worker process failed to initialize communication with the W3SVC and therefore could not be started',
      'the worker process failed to initialize',
    ),
    event(
      2282,
      ['ModuleDll', 'ProcessorArchitecture'],
      'The Module DLL <ModuleDll> could not be loaded due to a configuration problem. The current configuration only supports loading images built for [a|an] {ProcessorArchitecture} processor architecture',
      'the module dll',
    ),
    event(
      2293,
      ['ModuleDll', 'Path'],
      'The Module name <ModuleDll> path <Path> returned an error from registration',
      'returned an error from registration',
    ),
    event(
      2295,
      ['ModuleDll'],
      'Failed to find the RegisterModule entrypoint in the module DLL <ModuleDll>. The data',
      'failed to find the registermodule',
    ),
    event(
      2296,
      ['ModuleName', 'ModuleDll', 'PreCondition'],
      'The Module name <ModuleName> path <ModuleDll> has an invalid precondition {PreCondition}',
      'has an invalid precondition',
    ),
    event(
      2297,
      ['ApplicationPool', 'ConfigException', 'FileName', 'LineNumber'],
      'The worker process for application pool <ApplicationPool> encountered an error <ConfigException> trying to read global module configuration data from file <FileName>, line number {LineNumber}',
      'global module configuration data',
    ),
    event(2298, [], 'The globalModules list is empty', 'the globalmodules list is empty'),
    event(
      2299,
      ['Reason'],
      'An application has reported as being unhealthy. The worker process will now request a recycle[. Reason given: <Reason>.|]',
      'has reported as being unhealthy',
    ),
    event(
      2303,
      ['ApplicationPool'],
      'There was an unexpected error during application preload for application pool: {ApplicationPool}',
      'error during application preload',
    ),
    event(
      2307,
      ['ApplicationPool', 'ConfigException', 'FileName', 'LineNumber'],
      'The worker process for application pool <ApplicationPool> encountered an error <ConfigException> trying to read configuration data from file <FileName>, line number {LineNumber}',
      'trying to read configuration data from',
    ),
  ],
  facts: [
    {
      id: 'w3svcwp-2214',
      name: 'An ISAPI filter could not be loaded',
      verdict: 'act',
      meaning:
        'A filter DLL that the configuration names did not load: it is gone, something it needs is missing, or it has the wrong bitness. The site, or every site, does not start without it (2268).',
      checks: [
        'The data word: 7E000000 missing or something it needs, C1000000 wrong bitness, 05000000 no right to read it.',
      ],
      fix: 'Reinstall the product that owns the filter, or take the filter out of `isapiFilters` if the product is gone.',
      doNot: [NOT_32_BIT, NO_REINSTALL],
      keys: [key(2214)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 2268,
          says: 'Because of this filter the site was not started: repair or remove it.',
        },
      ],
      sources: [isapi, iis6Events],
      samples: [
        'Source: W3SVC-WP\nEvent ID: 2214\nDescription:\nThe HTTP Filter DLL C:\\Program Files\\Vendor\\filter.dll failed to load.  The data is the error.',
        'The HTTP Filter DLL C:\\Program Files\\Vendor\\filter.dll failed to load. The data is the error.',
      ],
      notSamples: ['The sound filter DLL failed to load.', 'Source: Backup\nEvent ID: 2214\nDescription:\nOther.'],
    },
    {
      id: 'w3svcwp-2216',
      name: 'A CGI program ran into its time-out',
      verdict: 'look',
      meaning:
        'A CGI program did not answer within the CGI time-out (default 15 minutes) and was ended; its client got an error. Mostly it waits for something, such as a database or a window that nobody sees.',
      checks: ['Which URL, how often? What does the program do at that moment: does it wait or work?'],
      fix: 'Give its calls a time-out of their own, or raise `system.webServer/cgi` `timeout` for that one application.',
      doNot: ['Do not raise the time-out for the whole server: hung programs then stay longer everywhere.'],
      keys: [key(2216)],
      sources: [iis6Events],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2216\nDescription:\nThe script started from the URL '/cgi/report.exe' with parameters '' has not responded within the configured timeout period.",
      ],
      notSamples: ['The server has not responded within the configured time.'],
    },
    {
      id: 'w3svcwp-2219',
      name: 'An ISAPI extension threw an exception',
      verdict: 'act',
      meaning:
        'The extension that the record names failed with an exception while it answered a request. IIS caught it; memory of the process may be damaged all the same, and a crash (5009, 5011) may follow.',
      checks: ['Which extension, which version, and which request of the site log was it?'],
      fix: 'Update the extension or ask its vendor with a dump of the failure; give it a pool of its own until then.',
      keys: [key(2219)],
      sources: [isapi],
      samples: [
        "Source: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2219\nDescription:\nThe HTTP server encountered an unhandled exception while processing the ISAPI Application 'C:\\vendor\\ext.dll'.",
      ],
      notSamples: ['Source: Backup\nEvent ID: 2219\nDescription:\nOther.'],
    },
    {
      id: 'w3svcwp-2220',
      name: 'An ISAPI extension could not be loaded',
      verdict: 'act',
      meaning:
        'A handler points to an extension DLL that does not load: it is missing, something it needs is, or its bitness is not that of the pool. Requests for that handler fail; the rest of the site works.',
      checks: [
        'The data word: 7E000000 missing or something it needs, C1000000 wrong bitness, 05000000 no right to read it.',
      ],
      fix: 'Reinstall the product, correct the path in the handler, or give the handler a `preCondition` for the right bitness.',
      doNot: [NOT_32_BIT],
      keys: [key(2220)],
      sources: [isapi, iis6Events],
      samples: [
        "Source: IIS-W3SVC-WP\nEvent ID: 2220\nDescription:\nThe HTTP server was unable to load the ISAPI Application 'C:\\Program Files\\Vendor\\ext.dll'.  The data is the error.",
      ],
      notSamples: ['Source: Backup\nEvent ID: 2220\nDescription:\nOther.'],
    },
    {
      id: 'w3svcwp-2223',
      name: 'An ISAPI filter was loaded from the registry',
      verdict: 'benign',
      meaning:
        'For compatibility IIS loaded a filter that stands in the registry (`W3SVC\\Parameters\\Filter DLLs`), as products of the days of IIS 4 did. It works; it is only not to be seen in the configuration.',
      checks: ['Is the product still used? A forgotten filter runs in every pool.'],
      fix: 'Nothing; or take it out of the registry and add it under `isapiFilters`, where it can be seen.',
      keys: [key(2223)],
      sources: [isapi],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2223\nDescription:\nFor compatibility with previous versions of IIS, the filter 'C:\\vendor\\f.dll' was loaded as a global filter from the registry.",
      ],
      notSamples: ['The policy was loaded as a global filter.'],
    },
    {
      id: 'w3svcwp-2262',
      name: 'An ISAPI extension called itself unhealthy',
      verdict: 'act',
      meaning:
        'The extension asked for a new worker process and says why. With aspnet_isapi.dll and "Deadlock detected": requests waited, and none was answered for `responseDeadlockInterval` (3 minutes). WAS then recycles (5078).',
      causes: [
        'Calls to a database or service that never return, until no thread is free',
        'Too few threads for requests that wait',
        'Locks that wait for one another',
      ],
      checks: [
        'What did the requests wait for at that time: database, service, lock? Two dumps a minute apart show it.',
      ],
      fix: 'Give calls to the outside a time-out, keep requests short, and raise threads only if CPU is really idle.',
      doNot: ['Do not stretch `responseDeadlockInterval` as a cure: users wait longer for the same failure.'],
      keys: [key(2262)],
      companions: [
        {
          provider: WAS,
          eventId: 5078,
          says: 'The recycle that the extension asked for.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Learn dd349270: IIS Application Pool Recycling',
          says: 'An ISAPI that reports itself as unhealthy, with or without a reason, leads to a recycle.',
          read: READ,
        },
        iis6Events,
      ],
      samples: [
        "Event Source: W3SVC-WP\nEvent ID: 2262\nDescription:\nISAPI 'C:\\Windows\\Microsoft.NET\\Framework\\v2.0.50727\\aspnet_isapi.dll' reported itself as unhealthy for the following reason: 'Deadlock detected'.",
      ],
      notSamples: ['The node reported itself as unhealthy for the following reason: disk.'],
    },
    {
      id: 'w3svcwp-2263',
      name: 'An ISAPI extension called itself unhealthy, without reason',
      verdict: 'look',
      meaning:
        'The extension asked for a new worker process and gave no reason. The pool is recycled (5078); requests that run come to their end in the old process.',
      checks: ['Which extension? Has its product a log of its own for that time?'],
      fix: 'Update the extension or ask its vendor; if it is aspnet_isapi.dll, see what its requests waited for.',
      keys: [key(2263)],
      companions: [{ provider: WAS, eventId: 5078, says: 'The recycle that the extension asked for.' }],
      sources: [iis6Events],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2263\nDescription:\nISAPI 'C:\\vendor\\ext.dll' reported itself as unhealthy. No reason was given by the ISAPI.",
      ],
      notSamples: ['The disk reported itself as unhealthy. No action is needed.'],
    },
    {
      id: 'w3svcwp-2264',
      name: 'The folder for compressed files cannot be used',
      verdict: 'act',
      meaning:
        'Static compression keeps its files in a folder that is missing or that the worker processes may not write. Pages are still served, only uncompressed.',
      checks: [
        'Does the folder of `httpCompression` exist (default `%SystemDrive%\\inetpub\\temp\\IIS Temporary Compressed Files`)?',
      ],
      fix: 'Create the folder again with the right to write for IIS_IUSRS, then recycle the pools.',
      doNot: ['Do not let clean-up tools empty `inetpub\\temp`: WAS keeps the configuration of the pools there.'],
      keys: [key(2264)],
      sources: [
        {
          document: 'IIS management pack of Microsoft: alert rules for W3SVC-WP',
          says: 'The directory for caching compressed content is invalid; static compression is off.',
          read: READ,
        },
      ],
      samples: [
        'Source: W3SVC-WP\nEvent ID: 2264\nDescription:\nThe directory specified for caching compressed content D:\\cache is invalid. Static compression is being disabled.',
      ],
      notSamples: ['Source: Backup\nEvent ID: 2264\nDescription:\nOther.'],
    },
    {
      id: 'w3svcwp-2268',
      name: 'Site not started: an ISAPI filter is missing',
      verdict: 'act',
      meaning:
        'IIS does not start a site without all of its filters, because one may be there for security. Which filter failed, and why, stands just before it: 2214 (not loaded) or 2274 (wrong bitness).',
      checks: ['2214 or 2274 of the same second: which DLL?'],
      fix: 'Repair that filter or take it out of `isapiFilters`, at the server and at the site; then start the pool.',
      doNot: [NOT_32_BIT, NO_REINSTALL],
      keys: [key(2268)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 2214,
          says: 'The 2214 names the filter that did not load and keeps the site from starting.',
        },
        {
          provider: PROVIDER,
          eventId: 2274,
          says: 'The 2274 names the filter of the wrong bitness that keeps the site from starting.',
        },
      ],
      sources: [isapi],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2268\nDescription:\nCould not load all ISAPI filters for site 'DEFAULT WEB SITE'.  Therefore site startup aborted.",
        'Id 2268: Could not load all ISAPI filters for site/service. Therefore startup aborted.',
      ],
      notSamples: ['Could not load all ISAPI extensions.'],
    },
    {
      id: 'w3svcwp-2269',
      name: 'A worker process got no connection to HTTP.sys',
      verdict: 'act',
      meaning:
        'The process could not open its request queue in HTTP.sys and was ended as ill. Mostly its identity may not open the queue, or something else of that name holds it. Its pool answers 503.',
      checks: [
        'The data word: 05000780 the identity lacks rights, B7000780 the same site runs already (IIS Express started twice).',
        'Was the identity of the pool or a policy of user rights changed?',
      ],
      fix: 'Enter the identity of the pool again and start the pool. IIS Express: end the other iisexpress.exe first.',
      doNot: [
        'Do not switch the pool to LocalSystem, and do not run `net stop http`: WinRM and others go down with it.',
      ],
      keys: [key(2269)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 2276,
          says: 'The process gave up for that reason (2276); the data of both is the same code, this one tells what failed.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'Each new process failed the same way until the pool was stopped.',
        },
      ],
      sources: [workerAvailability, sourceName],
      samples: [
        "Source: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2269\nDescription:\nThe worker process for app pool 'Shop', PID='10400', failed to initialize the http.sys communication when asked to start processing http requests and therefore will be considered ill by W3SVC and terminated.",
      ],
      notSamples: ['The service failed to initialize the http.sys listener.', 'Source: Backup\nEvent ID: 2269'],
    },
    {
      id: 'w3svcwp-2269-express',
      name: 'IIS Express: the site runs already',
      verdict: 'act',
      verdictText: 'end the other instance',
      meaning:
        'The data is 0x800700B7, "already exists": another iisexpress.exe, mostly one that Visual Studio started, serves this site with the same pool name. The second one cannot open the queue.',
      checks: ['`tasklist.exe /fi "imagename eq iisexpress.exe"`, or the icon of IIS Express beside the clock.'],
      fix: 'End the other instance (stop debugging, or Exit in the icon), then start again.',
      doNot: ['Do not change ports or reinstall IIS Express for it.'],
      keys: [key(2269, 0x800700b7), key(2276, 0x800700b7)],
      sources: [
        {
          document: 'Lex Li: IIS Express failed to start ASP.NET Core apps, an edge case',
          says: '2269 and 2276 with B7000780 mean that Visual Studio still runs IIS Express for this site.',
          read: READ,
        },
        workerAvailability,
      ],
      samples: [
        'Log Name: Application\nSource: IIS Express\nEvent ID: 2269\nDescription:\nThe worker process for app pool \u2018Clr4IntegratedAppPool\u2019, PID=\u201910400\u2019, failed to initialize the http.sys communication when asked to start processing http requests.\n0000: B7 00 07 80',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="IIS Express"/><EventID Qualifiers="49152">2276</EventID></System><EventData><Binary>B7000780</Binary></EventData></Event>',
      ],
      notSamples: [
        'Source: IIS Express\nEvent ID: 2276\nDescription:\nThe worker process failed to initialize correctly.',
      ],
    },
    {
      id: 'w3svcwp-2274',
      name: 'An ISAPI filter has the wrong bitness',
      verdict: 'act',
      meaning:
        'The pool runs 32-bit and the filter is 64-bit, or the reverse. Typical when `enable32BitAppOnWin64` is set on a server with a filter for all sites, of SharePoint, Exchange or an old ASP.NET.',
      checks: ['`enable32BitAppOnWin64` of the pool, and the architecture that the record names as supported.'],
      fix: 'Give the filter a `preCondition` of `bitness64` or `bitness32` in `isapiFilters`, or the pool the bitness of its application.',
      doNot: [NOT_32_BIT, 'Do not delete a filter of Exchange or SharePoint: their own sites need it.'],
      keys: [key(2274)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 2268,
          says: 'Because of this filter the site was not started.',
        },
      ],
      sources: [isapi],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2274\nDescription:\nISAPI Filter 'C:\\Windows\\Microsoft.NET\\Framework\\v2.0.50727\\aspnet_filter.dll' could not be loaded due to a configuration problem. The current configuration only supports loading images built for a AMD64 processor architecture.",
      ],
      notSamples: ["ISAPI Filter 'x.dll' was loaded."],
    },
    {
      id: 'w3svcwp-2276',
      name: 'A worker process did not initialise',
      verdict: 'act',
      meaning:
        'The process gave up while starting. This record only has the code; what failed stands in the records of W3SVC-WP just before it, such as 2269, 2280, 2297 or 2307.',
      checks: ['The record of W3SVC-WP just before it, and the data word.'],
      fix: 'Cure what that record names, then start the pool.',
      doNot: [NO_REINSTALL],
      keys: [key(2276), key(2278), key(2277)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 2269,
          says: 'The 2269 tells what failed: the connection to HTTP.sys.',
        },
        {
          provider: PROVIDER,
          eventId: 2280,
          says: 'The 2280 tells what failed: a module.',
        },
      ],
      sources: [workerAvailability],
      samples: [
        'Source: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2276\nDescription:\nThe worker process failed to initialize correctly and therefore could not be started.  The data is the error.',
        'The worker process failed to initialize correctly and therefore could not be started. The data is the error.',
      ],
      notSamples: ['The worker failed to initialize correctly.'],
    },
    {
      id: 'w3svcwp-2279',
      name: 'A worker process cannot serve a protocol',
      verdict: 'act',
      meaning:
        'The process could not start the queue of a protocol such as net.tcp or net.pipe. Mostly the part of Windows that handles it is not installed: non-HTTP activation of WCF.',
      checks: ['Which protocol does the record name, and is it in `enabledProtocols` of an application on purpose?'],
      fix: 'Install the WCF activation feature of that protocol and .NET version, or take the protocol out of `enabledProtocols`.',
      keys: [key(2279)],
      sources: [workerAvailability],
      samples: [
        'Source: W3SVC-WP\nEvent ID: 2279\nDescription:\nThe worker process failed to start servering a queue for protocol net.tcp.  The data is the error.',
      ],
      notSamples: ['Source: W3SVC-WP\nEvent ID: 2289\nLevel: Warning'],
    },
    {
      id: 'w3svcwp-2280-ancm',
      name: 'The ASP.NET Core module could not be loaded',
      verdict: 'act',
      meaning:
        'IIS is told to load aspnetcore.dll or aspnetcorev2.dll, but the file is not there or does not fit. It is loaded by every pool, so none starts. Typical after an upgrade of Windows, or when the Hosting Bundle was removed.',
      checks: [
        'Does the DLL exist where the record says, and for 32-bit pools below `%windir%\\SysWOW64\\inetsrv` as well?',
      ],
      fix: 'Repair the .NET Hosting Bundle (or install it again, after IIS), then `net stop WAS /y` and `net start W3SVC`.',
      steps: [
        'Apps & features > the "Hosting" entry of .NET > Repair. Bundles from 3.0 on bring aspnetcorev2.dll only.',
        '`net stop WAS /y` and `net start W3SVC`, then what also depended on WAS and ran before.',
        'An old web.config that names `AspNetCoreModule`: change it to `AspNetCoreModuleV2`.',
      ],
      doNot: ['Do not install only the .NET runtime or SDK: the module comes with the Hosting Bundle.', KEEP_MODULES],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 2280, context: /\baspnetcore(?:v2)?\.dll/i },
        { kind: 'event', provider: PROVIDER, eventId: 2282, context: /\baspnetcore(?:v2)?\.dll/i },
      ],
      companions: noModuleNoProcess,
      sources: [coreErrors, workerAvailability],
      samples: [
        loaded('C:\\Windows\\system32\\inetsrv\\aspnetcore.dll', '0000: 7E 00 00 00'),
        'The Module DLL C:\\Program Files\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll failed to load. The data is the error.',
      ],
      notSamples: [loaded('C:\\Windows\\system32\\inetsrv\\rewrite.dll', '0000: 7E 00 00 00')],
    },
    {
      id: 'w3svcwp-2280',
      name: 'A native module could not be loaded',
      verdict: 'act',
      meaning:
        'A DLL in globalModules did not load, so no worker process that needs it starts: 503, and soon the pool is stopped. The data tells why: 7E missing or something it needs, C1 wrong bitness, 05 no right to read it.',
      checks: [
        'The DLL: whose product is it, does the file exist, may the identity of the pool read it? Then the data word.',
      ],
      fix: 'Repair or reinstall the product that owns the DLL, then start the pool.',
      steps: moduleSteps,
      doNot: [KEEP_MODULES, NOT_32_BIT, NO_REINSTALL],
      keys: [key(2280)],
      companions: noModuleNoProcess,
      sources: [workerAvailability, sourceName],
      samples: [
        loaded('C:\\Windows\\system32\\inetsrv\\rewrite.dll', ''),
        'The Module DLL E:\\Program Files\\Vendor\\agent.dll\nfailed to load.  The data is the error.',
        'Source: Microsoft-Windows-IIS-WMSVC\nEvent ID: 2280\nDescription:\nThe Module DLL C:\\x.dll failed to load. The data is the error.',
      ],
      notSamples: [
        'The DLL failed to load.',
        loaded('C:\\x.dll', '0000: c1 00 07 80'),
        'Source: Backup\nEvent ID: 2280',
      ],
    },
    {
      id: 'w3svcwp-2280-missing',
      name: 'A native module, or what it needs, is missing (7E)',
      verdict: 'act',
      meaning:
        'The data is 126 (or 2, 3): the DLL of the module is not there, or a DLL that it needs itself is not, mostly a Visual C++ runtime. Typical after an upgrade of Windows or a removed product.',
      checks: [
        'Does the file exist? If yes, what it needs is missing: which Visual C++ runtime does the product ask for?',
      ],
      fix: 'Repair or reinstall the product that owns the DLL with what it needs, then start the pool.',
      steps: moduleSteps,
      doNot: [KEEP_MODULES, NO_REINSTALL],
      keys: [key(2280, 0x8007007e, 0x80070002, 0x80070003)],
      companions: noModuleNoProcess,
      sources: [workerAvailability, coreErrors],
      samples: [
        loaded('C:\\Windows\\system32\\inetsrv\\rewrite.dll', '0000: 7E 00 07 80'),
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-IIS-W3SVC-WP" EventSourceName="W3SVC-WP"/><EventID Qualifiers="49152">2280</EventID></System><EventData><Data Name="ModuleDll">C:\\vendor\\agent.dll</Data><Binary>7E000000</Binary></EventData></Event>',
      ],
      notSamples: [loaded('C:\\vendor\\agent.dll', '0000: C1 00 00 00')],
    },
    {
      id: 'w3svcwp-2280-bitness',
      name: 'A native module has the wrong bitness (C1)',
      verdict: 'act',
      meaning:
        'The data is 193: a 32-bit worker process was told to load a 64-bit DLL, or the reverse. The module lacks a `preCondition` that keeps it out of pools of the other bitness.',
      checks: ['Is `enable32BitAppOnWin64` set for the pool, and of which bitness is the DLL?'],
      fix: 'Add `preCondition="bitness64"` (or 32) to the module in globalModules, or install the product for the other bitness as well.',
      steps: moduleSteps,
      doNot: [NOT_32_BIT, KEEP_MODULES],
      keys: [key(2280, 0x800700c1)],
      companions: noModuleNoProcess,
      sources: [workerAvailability, coreErrors],
      samples: [
        loaded('C:\\vendor\\agent.dll', '0000: C1 00 00 00'),
        loaded('C:\\vendor\\agent.dll', '0000: c1 00 07 80'),
      ],
      notSamples: [loaded('C:\\vendor\\agent.dll', '0000: 7E 00 00 00')],
    },
    {
      id: 'w3svcwp-2280-access',
      name: 'The pool may not read a native module (05)',
      verdict: 'act',
      meaning:
        'The data is 5, access denied: the identity of the pool may not read the DLL or a folder above it. Typical for products outside of `Program Files`, after a hardening, or when a module meant for one site is loaded by all pools.',
      checks: [
        '`icacls.exe` on the DLL and its folder: may IIS_IUSRS or the identity of the pool read and execute it?',
      ],
      fix: 'Give IIS_IUSRS Read & Execute on that folder, or register the module only for the site that needs it.',
      doNot: [
        'Do not remove modules of IIS itself, such as dynamic compression, because an article says so.',
        'Do not grant Everyone, and do not switch the pool to LocalSystem.',
      ],
      keys: [key(2280, 0x80070005)],
      companions: noModuleNoProcess,
      sources: [workerAvailability],
      samples: [loaded('E:\\Mail\\ClientAccess\\auth.dll', '0000: 05 00 00 00')],
      notSamples: [loaded('E:\\Mail\\ClientAccess\\auth.dll', '0000: 06 00 00 00')],
    },
    {
      id: 'w3svcwp-2281',
      name: 'A worker process did not reach W3SVC',
      verdict: 'look',
      meaning:
        'The process could not get in touch with W3SVC and ended. While W3SVC or WAS is being restarted that is expected once; at other times the identity lacks rights or the services are ill.',
      checks: ['Were WAS and W3SVC being stopped or started at that second? Then it is expected.'],
      fix: 'If it repeats: enter the identity of the pool again, and restart WAS at a quiet hour.',
      keys: [key(2281)],
      sources: [sourceName, workerAvailability],
      samples: [
        'Log Name: Application\nSource: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2281\nDescription:\nThe worker process failed to initialize communication with the W3SVC and therefore could not be started.\nThe data is the error.',
      ],
      notSamples: ['The agent failed to initialize communication with the server.'],
    },
    {
      id: 'w3svcwp-2282',
      name: 'A native module is for another architecture',
      verdict: 'act',
      meaning:
        'A DLL in globalModules does not fit the bitness of the pool, so its worker process does not start. The text names the architecture that fits: x86 means that the pool runs 32-bit and the module is 64-bit.',
      checks: ['Is `enable32BitAppOnWin64` set for the pool, and does its application need that?'],
      fix: 'Add `preCondition="bitness64"` (or 32) to the module in globalModules, or give the pool the bitness of its application.',
      steps: moduleSteps,
      doNot: [NOT_32_BIT, KEEP_MODULES, 'Do not remove modules of Exchange or SharePoint: their own pools need them.'],
      keys: [key(2282)],
      companions: noModuleNoProcess,
      sources: [workerAvailability],
      samples: [
        "Event ID: 2282\nSource: Microsoft-Windows-IIS-W3SVC-WP\nDescription:\nThe Module DLL 'C:\\Program Files\\Vendor\\64\\owssvr.dll' could not be loaded due to a configuration problem. The current configuration only supports loading images built for a x86 processor architecture. The data field contains the error number.",
        "The Module DLL 'C:\\vendor\\kerbauth.dll' could not be loaded due to a configuration\nproblem. The current configuration only supports loading images built for an AMD64 processor architecture.",
      ],
      notSamples: ['The Module DLL C:\\x.dll failed to load.'],
    },
    {
      id: 'w3svcwp-2293',
      name: 'A native module refused to register',
      verdict: 'act',
      meaning:
        'The DLL was loaded, but its RegisterModule returned an error, so the worker process does not start. The reason is the own affair of the module: its settings, its licence, or something it needs at start.',
      checks: ['Whose module is it, and what does its own log say? What was changed last: licence, version, settings?'],
      fix: 'Repair the settings or the installation of that product; if it is not needed, remove its module with `appcmd.exe uninstall module`.',
      steps: moduleSteps,
      doNot: [KEEP_MODULES, NO_REINSTALL],
      keys: [key(2293)],
      companions: noModuleNoProcess,
      sources: [moduleConfiguration],
      samples: [
        'Source: Microsoft-Windows-IIS-W3SVC-WP\nEvent ID: 2293\nDescription:\nThe Module name VendorModule path C:\\vendor\\m.dll returned an error from registration.  The data is the error.',
      ],
      notSamples: ['The client returned an error from registration.'],
    },
    {
      id: 'w3svcwp-2295',
      name: 'A DLL in globalModules is no IIS module',
      verdict: 'act',
      meaning:
        'The DLL has no entry point RegisterModule: it is an ISAPI filter, a managed assembly or any other DLL that was put into globalModules by mistake. The worker process does not start.',
      checks: ['What is the DLL? Filters belong into `isapiFilters`, managed modules into `modules` with their type.'],
      fix: 'Correct the path in globalModules, or take the entry out of globalModules and modules with `appcmd.exe uninstall module`.',
      doNot: [KEEP_MODULES],
      keys: [key(2295)],
      companions: noModuleNoProcess,
      sources: [moduleConfiguration],
      samples: [
        'Source: IIS-W3SVC-WP\nEvent ID: 2295\nDescription:\nFailed to find the RegisterModule entrypoint in the module DLL C:\\vendor\\filter.dll.  The data is the error.',
      ],
      notSamples: ['Failed to find the entrypoint in the container.'],
    },
    {
      id: 'w3svcwp-2296',
      name: 'A module has an invalid precondition',
      verdict: 'act',
      meaning:
        'The `preCondition` of a module holds a word that IIS does not know. Known are bitness32, bitness64, classicMode, integratedMode, managedHandler and runtimeVersionv2.0 or v4.0, with commas between them.',
      checks: [
        'The entry that the record names, in globalModules of applicationHost.config: spelling, blanks, commas.',
      ],
      fix: 'Correct the `preCondition`, then start the pool.',
      keys: [key(2296)],
      sources: [moduleConfiguration],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2296\nDescription:\nThe Module name 'Vendor' path 'C:\\vendor\\m.dll' has an invalid precondition 'bitnes64'.",
      ],
      notSamples: ['The request has an invalid precondition header.'],
    },
    {
      id: 'w3svcwp-2297',
      name: 'The list of modules could not be read',
      verdict: 'act',
      meaning:
        'The worker process could not read globalModules and ended; the record has error, file and line. As all pools share that section, all of them fail. Mostly applicationHost.config was damaged or lost a section declaration.',
      checks: ['The file and the line that the record names; `appcmd.exe list config` shows the same error.'],
      fix: 'Correct that line, or restore the last good applicationHost.config from `inetpub\\history`, then start the pools.',
      doNot: [
        'Do not copy applicationHost.config from another server: its passwords cannot be decrypted here.',
        NO_REINSTALL,
      ],
      keys: [key(2297)],
      companions: [
        {
          provider: WAS,
          eventId: 5172,
          says: 'WAS stumbles over the same file: correct it once, both are gone.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Learn cc735151: IIS Application Pool Availability',
          says: 'The worker process could not read global module configuration; error, file and line are named.',
          read: READ,
        },
      ],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2297\nDescription:\nThe worker process for application pool 'Shop' encountered an error 'Configuration file is not well-formed XML\n' trying to read global module configuration data from file '\\\\?\\C:\\Windows\\system32\\inetsrv\\config\\applicationHost.config', line number '308'.  Worker process startup aborted.",
      ],
      notSamples: [unreadable('Cannot read configuration file', '\\\\?\\C:\\site\\web.config')],
    },
    {
      id: 'w3svcwp-2298',
      name: 'The list of modules is empty',
      verdict: 'act',
      verdictText: 'nothing can be served',
      meaning:
        'globalModules holds no module at all, so no request can be served. Mostly a script or a tool wrote `<clear/>` or an empty section into applicationHost.config.',
      checks: [
        '`system.webServer/globalModules` in applicationHost.config, and the newest folders of `inetpub\\history`.',
      ],
      fix: 'Restore applicationHost.config from the newest folder of `inetpub\\history` that still has the modules.',
      doNot: ['Do not copy the whole file from another server: its passwords cannot be decrypted here.'],
      keys: [key(2298)],
      sources: [moduleConfiguration],
      samples: [
        'Source: W3SVC-WP\nEvent ID: 2298\nDescription:\nThe globalModules list is empty.  No requests can be served successfully.',
      ],
      notSamples: ['The list is empty.'],
    },
    {
      id: 'w3svcwp-2299',
      name: 'An application called itself unhealthy',
      verdict: 'look',
      meaning:
        'Code in the process told IIS that it is not well and asked for a recycle; the record has its reason, the data a code. A fresh process takes over.',
      checks: ['The reason in the text, and how often: once is a glitch, every few minutes is a fault.'],
      fix: 'Follow the reason in the application or product that gave it.',
      keys: [key(2299)],
      sources: [
        {
          document: 'Microsoft Learn cc735151: IIS Application Pool Availability',
          says: 'An application reported as unhealthy; the worker process requests a recycle and names the reason.',
          read: READ,
        },
      ],
      samples: [
        'Source: W3SVC-WP\nEvent ID: 2299\nDescription:\nAn application has reported as being unhealthy. The worker process will now request a recycle. Reason given: ASP.NET application initialization failed.. The data is the error.',
      ],
      notSamples: ['A container has reported as being unhealthy.'],
    },
    {
      id: 'w3svcwp-2303',
      name: 'An application could not be preloaded',
      verdict: 'look',
      meaning:
        'The pool starts applications before the first request (`preloadEnabled`, auto start), and that failed for one of them. It still starts at its first request, only slower, unless that fails as well.',
      checks: [
        'Does the application answer? Then see its own start: the preload provider in the configuration, rights of the identity.',
      ],
      fix: 'Correct the preload settings or the provider; where user rights were hardened, give back "Bypass traverse checking".',
      keys: [key(2303)],
      sources: [
        {
          document: 'Microsoft Learn dd638642: Event ID 2303, IIS Worker Process Availability',
          says: 'Preload of an application failed; check its configuration and the right to bypass traverse checking.',
          read: READ,
        },
      ],
      samples: [
        "Source: W3SVC-WP\nEvent ID: 2303\nDescription:\nThere was an unexpected error during application preload for application pool: 'Shop'. Some application preloads may not have been processed correctly.",
      ],
      notSamples: ['There was an unexpected error during preload.'],
    },
    {
      id: 'w3svcwp-2307',
      name: 'A worker process could not read its configuration',
      verdict: 'act',
      meaning:
        'The process could not read a configuration file and did not start; the record has the error, the file and the line. The file is a web.config, applicationHost.config or the copy for the pool in `inetpub\\temp\\appPools`.',
      checks: ['The error and the file it names: broken XML, a missing right, a path that is not there?'],
      fix: 'Correct that file or the right of the pool identity to read it, then start the pool.',
      doNot: ['Do not only rename or recreate the pool: the next one reads the same files.', NO_REINSTALL],
      keys: [key(2307)],
      companions: [
        {
          provider: WAS,
          eventId: 5203,
          says: 'WAS noticed the same; the 2307 has the file and the reason.',
        },
        {
          provider: WAS,
          eventId: 5189,
          says: 'WAS could not write the file that the process then did not find: cure the 5189.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'Each new process failed the same way until the pool was stopped.',
        },
      ],
      sources: [sourceName, workerAvailability],
      samples: [
        unreadable('Configuration file is not well-formed XML', '\\\\?\\C:\\sites\\shop\\web.config'),
        'The worker process for application pool \u2018Shop\u2019 encountered an error \u2018Cannot read configuration file due to insufficient permissions\u2019 trying to read configuration data from file \u2018\\\\?\\C:\\sites\\shop\\web.config\u2019, line number \u20180\u2019. The data field contains the error code.',
      ],
      notSamples: [
        'Source: Backup\nEvent ID: 2307\nDescription:\nOther.',
        unreadable('Cannot read configuration file', '\\\\?\\<EMPTY>'),
      ],
    },
    {
      id: 'w3svcwp-2307-no-file',
      name: 'The pool has no configuration file (after an upgrade)',
      verdict: 'act',
      meaning:
        'The process was given no configuration file: WAS could not write it. After an upgrade of Windows, links are left below `inetpub\\temp\\appPools` that are in the way; WAS 5189 with error type 5 stands beside it.',
      checks: ['`dir /AL %SystemDrive%\\inetpub\\temp\\appPools` lists links, and WAS 5189 says error type 5?'],
      fix: 'With WAS stopped, delete the folder `inetpub\\temp\\appPools`; WAS makes it anew. Without links: cure the 5189 first.',
      steps: appPoolsSteps,
      doNot: ['Do not delete that folder while WAS runs, and do not create pools of other names instead.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 2307,
          context:
            /Cannot\s+read\s+configuration\s+file\s{0,4}['"\u2018\u2019]?\s{0,4}trying\s+to\s+read\s+configuration\s+data\s+from\s+file\s+['"\u2018\u2019]?\\{1,4}\?\\{0,2}(?:<EMPTY>|&lt;EMPTY&gt;)?['"\u2018\u2019,]/i,
        },
      ],
      companions: [
        {
          provider: WAS,
          eventId: 5189,
          says: 'Error type 5 in the 5189 confirms it: WAS could not write the file of the pool because of the leftover links.',
        },
      ],
      sources: [upgrade, sourceName],
      samples: [
        unreadable('Cannot read configuration file', '\\\\?\\<EMPTY>'),
        "The worker process for application pool 'DefaultAppPool' encountered an error 'Cannot read configuration file\n' trying to read configuration data from file '\\\\?\\', line number '0'. The data field contains the error code.",
      ],
      notSamples: [unreadable('Cannot read configuration file', '\\\\?\\C:\\sites\\shop\\web.config')],
    },
    {
      id: 'w3svcwp-2307-decrypt',
      name: 'The pool configuration holds an undecryptable password',
      verdict: 'act',
      meaning:
        'A password in the configuration was encrypted with a key that this machine does not have or may not read. Mostly applicationHost.config was copied from another server, or the machine was cloned.',
      checks: [
        'Where does applicationHost.config come from? The line in the record names the password that cannot be read.',
      ],
      fix: 'Enter that password again on this machine, or restore its own applicationHost.config from `inetpub\\history`.',
      doNot: [
        'Do not recreate the key containers or copy MachineKeys: every stored password would become unreadable.',
        'Do not copy applicationHost.config between servers.',
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 2307, context: /Failed\s+to\s+decrypt\s+attribute/i },
        { kind: 'event', provider: PROVIDER, eventId: 2297, context: /Failed\s+to\s+decrypt\s+attribute/i },
      ],
      sources: [
        {
          document: 'MSDN blog webtopics: passwords in applicationHost.config cannot be decrypted',
          says: 'The keys iisWasKey and iisConfigurationKey belong to one machine; enter the passwords again or move the keys.',
          read: READ,
        },
        sourceName,
      ],
      samples: [
        unreadable("Failed to decrypt attribute 'password'", '\\\\?\\C:\\inetpub\\temp\\apppools\\Shop.config'),
      ],
      notSamples: [unreadable('Cannot read configuration file', '\\\\?\\C:\\sites\\shop\\web.config')],
    },
  ],
});
