import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 500 with the part of the server that each one comes from.',
  read: READ,
};
const configuration: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The codes that a 500.19 shows, what each means for the configuration, and how it is resolved.',
  read: READ,
};
const integrated: Source = {
  document: 'IIS documentation: ASP.NET 2.0 breaking changes on IIS',
  says: 'What of system.web does not apply in integrated mode, how it is migrated, and how the check is switched off.',
  read: READ,
};
const rewriting: Source = {
  document: 'IIS documentation: URL Rewrite module, inbound and outbound rules',
  says: 'When rules run, which server variables they may set, and that compressed content cannot be rewritten.',
  read: READ,
};

const status = (substatus?: number): Key => ({
  kind: 'status',
  status: 500,
  ...(substatus !== undefined && { substatus }),
});
const row = (numbers: string): string =>
  `#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-06-01 22:48:10 10.4.0.8 GET /app/default.aspx - 443 - 10.4.0.99 ${numbers} 62`;

/** Errors of the server, of its configuration and of ASP.NET; those of the ASP.NET Core module stand apart. */
export default defineFamily({
  facts: [
    {
      id: 'status-500',
      name: '500 Internal Server Error',
      verdict: 'look',
      meaning:
        'Something failed while the request was served: the configuration (500.19), a module, the start of ASP.NET Core (500.30 and up), or, most often, the code of the application.',
      checks: [
        'sc-substatus and sc-win32-status in the log, and the Application event log at that minute.',
        'The page as seen on the server itself (localhost) names module, code and configuration file.',
      ],
      doNot: [
        'Do not set `errorMode="Detailed"` or `customErrors mode="Off"` for all visitors: look on the server itself.',
      ],
      keys: [status()],
      sources: [statusList],
      samples: [
        'HTTP/1.1 500 Internal Server Error',
        'The remote server returned an error: (500) Internal Server Error.',
        'the API answers with status code 500',
      ],
      notSamples: ['HTTP Error 500.19', 'in 500 ms', '500 MB', '500 users', 'Fortune 500', 'Error: line 500'],
    },
    {
      id: 'status-500-0',
      name: '500.0: a module or the application failed',
      verdict: 'look',
      meaning:
        'No special case: the application threw an error, or a module returned a failure code. With Win32 0 it is nearly always the code of the application.',
      checks: [
        'The Application event log at that minute (ASP.NET 1309, .NET Runtime 1026), and the code behind the status.',
      ],
      fix: 'What the event or the code says. A failed request trace for 500 names the module.',
      doNot: ['Do not set `customErrors mode="Off"` for all visitors to see the error: look on the server itself.'],
      keys: [status(0)],
      sources: [statusList],
      samples: ['HTTP Error 500.0 - Internal Server Error', row('500 0 0'), 'status 500 0 64'],
      notSamples: ['HTTP Error 500.100', 'price 500.0'],
    },
    {
      id: 'status-500-11',
      name: '500.11: the application is shutting down',
      verdict: 'look',
      meaning:
        'The request came while its application pool or application was stopping. A few of them around a recycle or a deployment are nothing; they end by themselves.',
      checks: ['Do they stop within a minute? Is there a recycle or shutdown event of WAS at that time?'],
      keys: [status(11)],
      sources: [statusList],
      samples: ['HTTP Error 500.11', row('500 11 0')],
      notSamples: ['HTTP Error 500.1'],
    },
    {
      id: 'status-500-12',
      name: '500.12: the application is restarting',
      verdict: 'look',
      meaning:
        'The application was starting again when the request came. Normal after a change of web.config or bin; if it does not end, something changes those files again and again.',
      checks: ['Does a virus scanner, backup or deployment touch web.config, Global.asax or bin all the time?'],
      fix: 'Exclude the content folder from the scanner, or end the deployment that loops.',
      keys: [status(12)],
      sources: [statusList],
      samples: ['HTTP Error 500.12', row('500 12 0')],
      notSamples: ['HTTP Error 500.2'],
    },
    {
      id: 'status-500-13',
      name: '500.13: the web server is too busy',
      verdict: 'act',
      meaning:
        'More requests run than the application may take: a limit or queue of ASP or ASP.NET is full. Mostly they all wait for the same slow thing, a database or a service.',
      checks: ['What do they wait for? `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:10000`'],
      fix: 'Cure what they wait for; a memory dump of the w3wp.exe in that moment shows it. Raise the limit only after that.',
      doNot: ['Do not raise the queue or thread limits first: the requests then only wait longer.'],
      keys: [status(13)],
      sources: [statusList],
      samples: ['HTTP Error 500.13 - Web server too busy', row('500 13 0')],
      notSamples: ['HTTP Error 500.3'],
    },
    {
      id: 'status-500-15',
      name: '500.15: Global.asax was asked for directly',
      verdict: 'benign',
      meaning: 'Somebody requested Global.asax or Global.asa itself. IIS never hands it out; mostly it is a scanner.',
      keys: [status(15)],
      sources: [statusList],
      samples: ['HTTP Error 500.15', row('500 15 0')],
      notSamples: ['HTTP Error 500.5'],
    },
    {
      id: 'status-500-19',
      name: '500.19: a configuration file cannot be used',
      verdict: 'act',
      meaning:
        'web.config or applicationHost.config is at fault, not the code. The code beside it decides: 0x8007000D unreadable or module missing, 0x80070021 locked section, 0x800700B7 entry twice, 0x80070005 not readable.',
      causes: [
        '0x8007000D (13): XML that is not well-formed, or a section such as `<rewrite>` or `<aspNetCore>` whose module is not installed',
        '0x80070021 (33): the section may not be set here, because a parent locks it',
        '0x800700B7 (183): a collection has the same key twice, mostly inherited from a parent',
        '0x80070005 (5): the identity of the pool cannot read the file or a folder above it',
        '0x80070003 (3): the physical path does not exist',
        '0x8007007E (126) or 0x800700C1 (193): a module is missing, or has the wrong bitness',
      ],
      checks: [
        'The error page on the server itself: Config Error, Config File and Config Source name the file and the line.',
      ],
      fix: 'By the code: correct the XML or install the module, move the setting to where it is allowed, remove the duplicate, grant Read.',
      doNot: ['Do not delete or unlock sections server-wide before you have read the code.'],
      keys: [status(19)],
      sources: [configuration, statusList],
      samples: [
        'HTTP Error 500.19 - Internal Server Error\nThe requested page cannot be accessed because the related configuration data for the page is invalid.',
        row('500 19 5'),
        row('500 19 183'),
        'Since the move IIS shows 500.19',
      ],
      notSamples: ['version 500.19', '$500.19', '10.500.19.1', '500.19 MB', 'Error Code 0x80070021'],
    },
    {
      id: 'status-500-21',
      name: '500.21: the handler names a module that is not there',
      verdict: 'act',
      meaning:
        'A handler wants a module that is not in the list of modules: ManagedPipelineHandler where ASP.NET is not installed, AspNetCoreModuleV2 where the Hosting Bundle is missing.',
      checks: ['Which module does the page name, and is it in `%windir%\\system32\\inetsrv\\appcmd.exe list modules`?'],
      fix: 'Install what brings the module: the feature `Web-Asp-Net45` for ASP.NET 4, the Hosting Bundle (after IIS) for ASP.NET Core.',
      doNot: ['Do not take the handler out of web.config: the application would not run at all.'],
      keys: [status(21)],
      sources: [statusList],
      samples: [
        'HTTP Error 500.21 - Internal Server Error\nHandler "aspNetCore" has a bad module "AspNetCoreModuleV2" in its module list',
        row('500 21 0'),
      ],
      notSamples: ['HTTP Error 500.2'],
    },
    {
      id: 'status-500-22',
      name: '500.22: httpModules in an integrated pool',
      verdict: 'act',
      meaning:
        'web.config registers modules in `system.web/httpModules`, which an integrated pool does not use. IIS refuses to start the application rather than silently leave them out.',
      checks: ['Are the same modules in `system.webServer/modules` already? Then the old entries are left over.'],
      fix: 'Migrate: `%windir%\\system32\\inetsrv\\appcmd.exe migrate config "Site/app"`, or delete left-over entries of system.web.',
      doNot: ['Do not make the pool Classic as the first step: later versions of the application need Integrated.'],
      keys: [status(22)],
      sources: [integrated, statusList],
      samples: [
        'HTTP Error 500.22 - Internal Server Error\nAn ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.',
        row('500 22 50'),
      ],
      notSamples: ['HTTP Error 500.2'],
    },
    {
      id: 'status-500-23',
      name: '500.23: httpHandlers in an integrated pool',
      verdict: 'act',
      meaning: 'web.config registers handlers in `system.web/httpHandlers`, which an integrated pool does not use.',
      checks: ['Are the same handlers in `system.webServer/handlers` already? Then the old entries are left over.'],
      fix: 'Migrate: `%windir%\\system32\\inetsrv\\appcmd.exe migrate config "Site/app"`, or delete left-over entries of system.web.',
      doNot: ['Do not make the pool Classic as the first step: later versions of the application need Integrated.'],
      keys: [status(23)],
      sources: [integrated, statusList],
      samples: ['HTTP Error 500.23 - Internal Server Error', row('500 23 50')],
      notSamples: ['HTTP Error 500.3'],
    },
    {
      id: 'status-500-24',
      name: '500.24: impersonation in an integrated pool',
      verdict: 'act',
      meaning:
        'web.config has `<identity impersonate="true" />`. In integrated mode ASP.NET cannot impersonate in the early stages, so IIS stops instead of running code under another account than expected.',
      checks: ['Does the application need impersonation, and only while its pages run?'],
      fix: 'Drop impersonation. If it is needed only in pages: `<validation validateIntegratedModeConfiguration="false" />` in system.webServer.',
      doNot: [
        'Do not switch the check off for an application whose modules rely on the user in BeginRequest or AuthenticateRequest.',
      ],
      keys: [status(24)],
      sources: [integrated, statusList],
      samples: ['HTTP Error 500.24 - Internal Server Error', row('500 24 50')],
      notSamples: ['HTTP Error 500.4'],
    },
    {
      id: 'status-500-50',
      name: '500.50: an inbound rewrite rule failed',
      verdict: 'act',
      meaning:
        'URL Rewrite could not read the rules of the site, inbound or outbound, or run an inbound one: an invalid pattern, an unknown map, or a server variable that may not be set here.',
      checks: [
        'The page on the server itself: does it name a server variable that is not allowed, or a line of web.config?',
      ],
      fix: 'Correct the rule; list the variable in `allowedServerVariables`, at the server unless that section is unlocked.',
      keys: [status(50)],
      sources: [statusList, rewriting],
      samples: ['HTTP Error 500.50 - URL Rewrite Module Error.', row('500 50 87')],
      notSamples: ['HTTP Error 500.5', '500.50 EUR'],
    },
    {
      id: 'status-500-51',
      name: '500.51: a global rewrite rule failed',
      verdict: 'act',
      meaning:
        'URL Rewrite could not read or run the `globalRules` in applicationHost.config. They belong to all sites, so all sites fail.',
      checks: ['What was changed last at server level: `globalRules`, a farm of Application Request Routing?'],
      fix: 'Correct that rule, or put back the last good applicationHost.config from `inetpub\\history`.',
      keys: [status(51)],
      sources: [statusList, rewriting],
      samples: ['HTTP Error 500.51 - URL Rewrite Module Error.', row('500 51 13')],
      notSamples: ['HTTP Error 500.15'],
    },
    {
      id: 'status-500-52',
      name: '500.52: an outbound rewrite rule failed',
      verdict: 'act',
      meaning:
        'An outbound rule should change the answer and could not. The usual reason: the answer is compressed already, because the server behind or a module compressed it first.',
      checks: ['Does the answer come compressed (`Content-Encoding`) from the server behind or from the application?'],
      fix: 'As reverse proxy clear `HTTP_ACCEPT_ENCODING` in the inbound rule, so that the server behind does not compress; limit the rule to HTML by a precondition.',
      keys: [status(52)],
      sources: [rewriting, statusList],
      samples: [
        'HTTP Error 500.52 - URL Rewrite Module Error.\nOutbound rewrite rules cannot be applied when the content of the HTTP response is encoded ("gzip").',
        row('500 52 50'),
      ],
      notSamples: ['HTTP Error 500.5'],
    },
    {
      id: 'status-500-53',
      name: '500.53: an outbound rule failed before the output cache',
      verdict: 'act',
      meaning: 'As 500.52, but the rule is set to run before the output cache is filled (`rewriteBeforeCache`).',
      checks: ['Does it go away without `rewriteBeforeCache` in `outboundRules`? And does the answer come compressed?'],
      fix: 'Use `rewriteBeforeCache` only where the rewritten answer should be cached, and rewrite only what is not compressed.',
      keys: [status(53)],
      sources: [statusList, rewriting],
      samples: ['HTTP Error 500.53 - URL Rewrite Module Error.', row('500 53 0')],
      notSamples: ['HTTP Error 500.3'],
    },
    {
      id: 'status-500-100',
      name: '500.100: an error in a classic ASP page',
      verdict: 'act',
      meaning:
        'The script of an ASP page failed. The log has more than the page shows: cs-uri-query ends with the line, the ASP or script error number, and its text.',
      checks: ['cs-uri-query of that row: `|25|800a000d|Type_mismatch` is line, number and text.'],
      fix: 'Correct the script at that line. After a move to a 64-bit server: 32-bit database drivers need a pool with `enable32BitAppOnWin64`.',
      doNot: ['Do not leave `scriptErrorSentToBrowser` on: the page shows code and connection strings to visitors.'],
      keys: [status(100)],
      sources: [statusList],
      samples: ['HTTP Error 500.100 - Internal Server Error - ASP error', row('500 100 0')],
      notSamples: ['HTTP Error 500.1'],
    },
  ],
});
