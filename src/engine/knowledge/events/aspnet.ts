import { defineFamily, type EventType, type Source } from '../fact';

const PROVIDER = 'ASP.NET 4.0.30319.0';
const READ = '2026-11-21';

const codes: Source = {
  document: 'Reference source of the .NET Framework: System.Web.Management, WebEventCodes and WebEvents',
  url: 'https://github.com/microsoft/referencesource',
  says: 'Which exception gives which event code, and which codes become which kind of event.',
  read: READ,
};
const limits: Source = {
  document: 'Microsoft Support, KB 942074: HTTP error 404.13, and the documentation of httpRuntime',
  says: 'Two limits in two units: maxAllowedContentLength in bytes, maxRequestLength in kilobytes.',
  read: READ,
};
const validation: Source = {
  document: 'Microsoft Learn: request validation in ASP.NET',
  says: 'Input that looks like markup or an attack is refused with an exception; it should be switched off only for a single field.',
  read: READ,
};
const viewstate: Source = {
  document: 'MSDN blog of Tess Ferrandez: A Case of Invalid Viewstate',
  url: 'https://www.tessferrandez.com/blog/2007/06/11/a-case-of-invalid-viewstate.html',
  says: 'Event 1316 carries event code 4009; detail 50203 is a failed integrity check, mostly of differing machine keys.',
  read: READ,
};
const machineKeys: Source = {
  document: 'Microsoft Threat Intelligence: code injection attacks using publicly disclosed ASP.NET machine keys',
  says: 'Keys copied from public sources let attackers sign their own view state; records 1316 are where attempts show.',
  read: READ,
};
const forms: Source = {
  document: 'Microsoft Learn: troubleshooting forms authentication',
  url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/health-diagnostic-performance/troubleshooting-forms-authentication',
  says: 'An expired ticket, a lost cookie and differing machine keys send users back to the login page.',
  read: READ,
};
const monitoring: Source = {
  document: 'ASP.NET whitepaper: denied access to IIS directories',
  url: 'https://learn.microsoft.com/en-us/aspnet/whitepapers/denied-access-to-iis-directories',
  says: 'ASP.NET watches the folders of an application and fails where its account may not list them.',
  read: READ,
};

/** A web event: its text begins with the event code, which is another number than the event id. */
const webEvent = (eventId: number, eventCodes: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters: ['code', 'message', 'time', 'timeUtc', 'id', 'sequence', 'occurrence', 'detail'],
  message: new RegExp(
    String.raw`Event\s+code:\s*(?<code>${eventCodes})\b(?:[\s>*|\\]{0,20}Event\s+message:\s*(?<message>[^\s][^\r\n]{0,239}?)(?=\s+Event\s+time|\s*[\r\n]|$))?`,
    'i',
  ),
  anchor: 'event code:',
});

/** Something in the exception of this very record: behind its event code, or in its event data. */
const exception = (words: string): RegExp =>
  new RegExp(String.raw`(?:Event\s+code:|<EventData)[\s\S]{0,4000}?(?:${words})`, 'i');

const header = (eventId: number, code: number, message: string): string =>
  `Log Name: Application\nSource: ASP.NET 4.0.30319.0\nEvent ID: ${eventId}\nTask Category: Web Event\nDescription:\nEvent code: ${code}\nEvent message: ${message}\nEvent time: 3/1/2026 10:10:10 AM\nEvent detail code: 0`;
const failed = (type: string, message: string): string =>
  `${header(1309, 3005, 'An unhandled exception has occurred.')}\n\nApplication information:\n    Application domain: /LM/W3SVC/2/ROOT-1-131396007128500689\n    Application Virtual Path: /\n\nException information:\n    Exception type: ${type}\n    Exception message: ${message}\n`;

/** Web events of ASP.NET: what happened to a request, told by the health monitoring of ASP.NET. */
export default defineFamily({
  providers: [
    {
      name: PROVIDER,
      label: 'ASP.NET',
      aliases: ['ASP.NET 4.0.30319', 'ASP.NET 2.0.50727.0', 'ASP.NET 1.1.4322.0', 'ASP.NET 1.0.3705.0'],
    },
  ],
  eventTypes: [
    webEvent(1309, '300[1-5]|3012'),
    webEvent(1310, '300[6-9]|301[01]'),
    webEvent(1314, '400[78]|401[01]'),
    webEvent(1315, '400[56]'),
    webEvent(1316, '4009'),
  ],
  facts: [
    {
      id: 'aspnet-1309',
      name: 'A request failed in ASP.NET',
      verdict: 'look',
      meaning:
        'One request ended in an error; the worker process lives on. "Event code" in the text is another number than the event id: it says which kind of error, the exception type and message say what.',
      checks: ['Exception type, message and request URL: one page, one user, or everything since a deployment?'],
      fix: 'Correct what the exception names: code, deployment, settings or database.',
      doNot: ['Do not set `customErrors` to Off on a live site to see the error: this record has it already.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309 }],
      sources: [codes],
      samples: [
        'Event Source: ASP.NET 2.0.50727.0\nEvent ID: 1309\nDescription:\nEvent code: 3002\nEvent message: An error occurred while processing viewstate.',
        'what does event id 1309 of ASP.NET mean?',
      ],
      notSamples: ['Source: MyApp\nEvent ID: 1309\nDescription:\nA request failed.'],
    },
    {
      id: 'aspnet-3005',
      name: 'Unhandled exception in a request (event code 3005)',
      verdict: 'look',
      meaning:
        'Event code 3005 is the general one: code of the application threw and nothing caught it. That one request got an error page; the worker process lives on. What went wrong stands in the exception.',
      checks: ['Exception type, message, request URL and the first lines of the stack that are not System.Web.'],
      fix: 'Correct what the exception names: code, deployment, settings or database. Count the records first: one URL or all?',
      doNot: ['Do not set `customErrors` to Off on a live site to see the error: this record has it already.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309, where: { code: ['3005'] } }],
      sources: [codes],
      samples: [
        failed('NullReferenceException', 'Object reference not set to an instance of an object.'),
        'Event code: 3005 Event message: An unhandled exception has occurred. Event time: 3/1/2026 10:10:10 AM',
        '> Event code: 3005  \n> Event message: An unhandled exception has occurred.  \n> Exception type: FormatException',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="ASP.NET 4.0.30319.0"/><EventID Qualifiers="32768">1309</EventID></System><EventData><Data>3005</Data><Data>An unhandled exception has occurred.</Data></EventData></Event>',
      ],
      notSamples: [header(1309, 3003, 'A validation error has occurred.'), 'Event code: 30051', 'error 3005'],
    },
    {
      id: 'aspnet-3001',
      name: 'Request ran into its time limit (event code 3001)',
      verdict: 'look',
      meaning:
        'ASP.NET ended a request that ran longer than `executionTimeout` (110 seconds unless set). The stack shows where it was waiting at that moment.',
      checks: [
        'What does the stack wait for: database, web service, lock? Do many requests end there at the same time?',
      ],
      fix: 'Repair what it waits for. Raise `executionTimeout` only for the one page that is meant to be slow (in a `location`).',
      doNot: ['Do not raise the limit for the whole site, and do not set `debug="true"` to be rid of it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309, where: { code: ['3001'] } }],
      sources: [codes],
      samples: [
        header(1309, 3001, 'The request has been aborted.'),
        'Event code: 3001\nEvent message: The request has been aborted.',
      ],
      notSamples: [header(1309, 3005, 'An unhandled exception has occurred.')],
    },
    {
      id: 'aspnet-3003',
      name: 'Input refused by request validation (event code 3003)',
      verdict: 'look',
      verdictText: 'a protection at work',
      meaning:
        'A field held something that looks like markup or script, and ASP.NET refused the request. Mostly it is a scanner; where users may enter markup, that one field has to be treated.',
      checks: ['The request URL, the field in the exception message and the client address: a visitor or a scanner?'],
      fix: 'Scanner: nothing. A field that may hold markup: allow it for that field alone, and encode it on output.',
      doNot: ['Do not set `validateRequest="false"` or `requestValidationMode="2.0"` for the whole site.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309, where: { code: ['3003'] } }],
      sources: [codes, validation],
      samples: [
        header(1309, 3003, 'A validation error has occurred.'),
        'Event code: 3003 Event message: A validation error has occurred.',
      ],
      notSamples: [header(1309, 3005, 'An unhandled exception has occurred.')],
    },
    {
      id: 'aspnet-3004',
      name: 'Upload over maxRequestLength (event code 3004)',
      verdict: 'act',
      meaning:
        'The request body was larger than `maxRequestLength` of `httpRuntime` (in kilobytes, 4096 unless set). Request filtering has a second limit, `maxAllowedContentLength`, in bytes (30000000 unless set).',
      checks: ['Is an upload of that size meant to work on this page? The request URL stands in the text.'],
      fix: 'Set both limits for that path only: `maxRequestLength` in KB and `requestLimits maxAllowedContentLength` in bytes.',
      doNot: ['Do not raise only one of the two, and not for the whole server: large bodies are a way to exhaust it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309, where: { code: ['3004'] } }],
      sources: [codes, limits],
      samples: [
        header(1309, 3004, 'Post size exceeded allowed limits.'),
        'Event code: 3004 Event message: Post size exceeded allowed limits.',
      ],
      notSamples: [header(1309, 3005, 'An unhandled exception has occurred.')],
    },
    {
      id: 'aspnet-3012',
      name: 'A script or web resource was not served (3012)',
      verdict: 'look',
      verdictText: 'usually old links or scanners',
      meaning:
        'A request for WebResource.axd or ScriptResource.axd could not be decrypted or names a resource that is not there: a page from before a deployment or key change, a crawler, or a scanner.',
      checks: [
        'Few, from crawlers and old pages: leave it. Many from all users of a farm: compare the `machineKey` of its nodes.',
      ],
      fix: 'Farm: give all nodes the same `machineKey`. Else nothing.',
      doNot: ['Do not copy a `machineKey` from a web page or a sample: attackers know those.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1309, where: { code: ['3012'] } }],
      sources: [codes, machineKeys],
      samples: [
        header(
          1309,
          3012,
          'An error occurred processing a web or script resource request. The resource identifier failed to decrypt.',
        ),
      ],
      notSamples: [header(1309, 3005, 'An unhandled exception has occurred.')],
    },
    {
      id: 'aspnet-dangerous-path',
      name: 'A path with forbidden characters was refused',
      verdict: 'benign',
      verdictText: 'usually a scanner',
      meaning:
        'The URL path held a character such as `<`, `>`, `*`, `%`, `&`, `:` or `?`, and ASP.NET refused it with 400. Scanners do that all day; no code of the application ran.',
      checks: ['The request URL: is it a link of your own with such a character? Then encode or change the link.'],
      fix: 'Ignore it, or let request filtering or the firewall refuse these clients.',
      doNot: ['Do not empty `requestPathInvalidCharacters` to silence it.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(String.raw`potentially\s+dangerous\s+Request\.Path\s+value`),
        },
      ],
      sources: [validation, codes],
      samples: [
        failed('HttpException', 'A potentially dangerous Request.Path value was detected from the client (:).'),
      ],
      notSamples: [failed('NullReferenceException', 'Object reference not set to an instance of an object.')],
    },
    {
      id: 'aspnet-client-gone',
      name: 'The client closed the connection',
      verdict: 'benign',
      meaning:
        'The visitor left, or the network broke, while the answer was being sent. 0x800703E3, 0x800704CD, 0x80070057 and 0x80072746 in the text mean the same here.',
      checks: ['Only if there are very many on one page: is that page so slow that people give up?'],
      fix: 'Nothing. If it is one slow page, make it faster.',
      doNot: ['Do not search for the code 0x80070057 as an invalid parameter of your own.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(String.raw`remote\s+host\s+closed\s+the\s+connection|client\s+disconnected`),
        },
      ],
      sources: [
        {
          document: 'Reference source of the .NET Framework: HttpException of the response of IIS',
          says: 'The text "The remote host closed the connection" with the code of the failed write.',
          read: READ,
        },
        codes,
      ],
      samples: [
        failed('HttpException', 'The remote host closed the connection. The error code is 0x800704CD.'),
        'web01 ASP.NET 2.0.50727.0: N/A: Event code: 3005 Event message: An unhandled exception has occurred. Event time: 3/1/2026 Exception information: Exception type: HttpException Exception message: The remote host closed the connection. The error code is 0x80072746.',
      ],
      notSamples: [failed('TimeoutException', 'The operation has timed out.')],
    },
    {
      id: 'aspnet-file-not-found',
      name: 'A page that does not exist was asked for',
      verdict: 'benign',
      verdictText: 'usually a scanner or an old link',
      meaning:
        'ASP.NET was asked for a page or controller that is not there: the visitor got 404. The record looks like a failure of the application, but nothing of it ran.',
      checks: ['The request URL, and who refers to it: one of your own pages? Did a deployment leave the file out?'],
      fix: 'Correct the link or deploy the missing file. Else ignore it.',
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(
            String.raw`The\s+file\s+'[^'\r\n]{1,300}'\s+does\s+not\s+exist|The\s+controller\s+for\s+path\s+'[^'\r\n]{1,300}'\s+was\s+not\s+found`,
          ),
        },
      ],
      sources: [codes],
      samples: [
        failed('HttpException', "The file '/wp-login.aspx' does not exist."),
        failed('HttpException', "The controller for path '/old/page' was not found or does not implement IController."),
      ],
      notSamples: [failed('FileNotFoundException', "Could not load file or assembly 'Shop.Core'")],
    },
    {
      id: 'aspnet-assembly',
      name: 'An assembly could not be loaded',
      verdict: 'act',
      meaning:
        'A DLL that the application needs is missing, has another version than the build expects, or another bitness than the pool ("incorrect format"). Mostly a deployment that is not complete.',
      checks: [
        'The name and version in the message: is that file in `bin`, and does web.config redirect to another version?',
      ],
      fix: 'Deploy the whole build into an empty folder. "Incorrect format": match the bitness of the DLL and of this one pool.',
      doNot: ['Do not collect single DLLs by hand, and do not switch a shared pool to 32 bit.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(String.raw`Could\s+not\s+load\s+file\s+or\s+assembly|BadImageFormatException`),
        },
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['server error in'],
          pattern:
            /server\s+error\s+in\s+'[^'\r\n]{1,200}'\s+application\.?\s[\s\S]{0,200}?could\s+not\s+load\s+file\s+or\s+assembly/iy,
        },
      ],
      sources: [codes],
      samples: [
        failed(
          'FileNotFoundException',
          "Could not load file or assembly 'Shop.Core, Version=2.1.0.0' or one of its dependencies.",
        ),
      ],
      notSamples: [failed('FileNotFoundException', "Could not find file 'D:\\data\\list.xml'.")],
    },
    {
      id: 'aspnet-database',
      name: 'The database did not serve the application',
      verdict: 'act',
      meaning:
        'The exception comes from SQL Server: not reachable, login refused, timeout, or no free connection in the pool. The web server is the messenger.',
      checks: [
        'The message: "network-related" = name or port; "Login failed" = account; "obtaining a connection from the pool" = leak or load.',
      ],
      fix: 'Repair that. "Login failed" for a computer account `DOMAIN\\SERVER$` is the pool identity on another server: give it a login.',
      doNot: ['Do not put an administrator login into the connection string.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(String.raw`Exception\s+type:\s+SqlException|<Data>SqlException<`),
        },
      ],
      sources: [codes],
      samples: [
        failed('SqlException', "Login failed for user 'CONTOSO\\WEB02$'."),
        '<Event><System><Provider Name="ASP.NET 4.0.30319.0"/><EventID>1309</EventID></System><EventData><Data>3005</Data><Data>An unhandled exception has occurred.</Data><Data>SqlException</Data><Data>A network-related or instance-specific error occurred.</Data></EventData></Event>',
      ],
      notSamples: [failed('InvalidOperationException', 'Sequence contains no elements')],
    },
    {
      id: 'aspnet-session-state',
      name: 'The session state server does not answer',
      verdict: 'act',
      meaning:
        'The application keeps sessions in the ASP.NET State Service (or on another server), and that could not be reached. Every page that uses the session fails.',
      checks: ['`sc.exe query aspnet_state` on the server that `stateConnectionString` names, and TCP 42424 to it.'],
      fix: 'Start the ASP.NET State Service there and set it to start automatically; open the port between these two servers only.',
      doNot: ['Do not open port 42424 to the network at large: the service asks for no password.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1309,
          where: { code: ['3005'] },
          context: exception(
            String.raw`session\s+state\s+(?:request\s+to\s+the\s+)?session\s+state\s+server|ASP\.NET\s+State\s+service`,
          ),
        },
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1310,
          context: exception(String.raw`session\s+state\s+server|detail\s+code:\s+50016`),
        },
      ],
      sources: [codes],
      samples: [
        failed(
          'HttpException',
          'Unable to make the session state request to the session state server. Please ensure that the ASP.NET State service is started.',
        ),
        header(1310, 3009, 'Unable to make the session state request to the session state server.'),
      ],
      notSamples: [failed('HttpException', 'Session state has created a session id.')],
    },
    {
      id: 'aspnet-1310',
      name: 'An application cannot run as it is configured',
      verdict: 'act',
      meaning:
        'ASP.NET could not use the configuration, a page or the compiled code of an application. Event code 3008 is configuration, 3007 compilation, 3006 a page that cannot be parsed.',
      checks: ['File and line in the exception message, and what was deployed or edited just before.'],
      fix: 'Correct that file, or deploy again.',
      doNot: ['Do not reinstall IIS or ASP.NET: the text names the file.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1310 }],
      sources: [codes],
      samples: [
        'Source: ASP.NET 4.0.30319.0\nEvent ID: 1310\nDescription:\nEvent code: 3011\nEvent message: A deserialization error occurred inside of ObjectStateFormatter.',
      ],
      notSamples: ['Source: Other\nEvent ID: 1310\nDescription:\nConfiguration error'],
    },
    {
      id: 'aspnet-3008',
      name: 'Configuration error (event code 3008)',
      verdict: 'act',
      meaning:
        'A web.config, or a configuration file above it, cannot be read or holds what ASP.NET does not accept. File and line stand in the exception message. The whole application fails, not one page.',
      checks: [
        'The file and line in the message; whether a parent folder is an application whose settings are inherited.',
      ],
      fix: 'Correct that line; restore the file from the deployment or a backup.',
      doNot: ['Do not copy a web.config from another application.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1310, where: { code: ['3008'] } }],
      sources: [codes],
      samples: [
        `${header(1310, 3008, 'A configuration error has occurred.')}\n\nException information:\n    Exception type: ConfigurationErrorsException\n    Exception message: Unrecognized element 'apSettings'. (D:\\sites\\shop\\web.config line 12)`,
        'Event code: 3008 Event message: A configuration error has occurred.',
      ],
      notSamples: [header(1310, 3007, 'A compilation error has occurred.')],
    },
    {
      id: 'aspnet-3008-access',
      name: 'The pool cannot read or watch the application folder',
      verdict: 'act',
      meaning:
        'The configuration may be right, but the pool identity cannot read web.config or list the folder to watch it for changes, so ASP.NET does not start the application.',
      checks: ['Which account (process or thread account in the text), which path? `icacls.exe <path>`'],
      fix: 'Give `IIS AppPool\\<pool>` (or IIS_IUSRS) Read and Execute on the folder of the application, inherited by all below.',
      doNot: ['Do not grant Everyone, do not grant Write, and do not run the pool as LocalSystem.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1310,
          where: { code: ['3008'] },
          context: exception(
            String.raw`Failed\s+to\s+start\s+monitoring|Cannot\s+read\s+configuration\s+file|Access\s+(?:to\s+the\s+path\s+'[^'\r\n]{1,300}'\s+)?is\s+denied|insufficient\s+permissions`,
          ),
        },
      ],
      sources: [monitoring, codes],
      samples: [
        `${header(1310, 3008, 'A configuration error has occurred.')}\n\nException information:\n    Exception type: HttpException\n    Exception message: An error occurred loading a configuration file: Failed to start monitoring changes to 'D:\\sites\\shop\\web.config' because access is denied.`,
      ],
      notSamples: [
        `${header(1310, 3008, 'A configuration error has occurred.')}\n\nException information:\n    Exception message: Unrecognized attribute 'x'.`,
      ],
    },
    {
      id: 'aspnet-3007',
      name: 'Compilation error (event code 3007)',
      verdict: 'act',
      meaning:
        'A page or code file could not be compiled on the server: source and compiled DLLs do not fit together, a reference is missing, or the compiler may not write its temporary files.',
      checks: ['The first compiler error (CS or BC number) and file in the message; was the deployment complete?'],
      fix: 'Deploy all files of one build. "Access denied" in Temporary ASP.NET Files: restore the rights of the pool identity there.',
      doNot: ['Do not set `debug="true"` on a live site, and do not edit pages on the server.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1310, where: { code: ['3007'] } }],
      sources: [codes],
      samples: [
        header(1310, 3007, 'A compilation error has occurred.'),
        'Event code: 3007 Event message: A compilation error has occurred.',
      ],
      notSamples: [header(1310, 3008, 'A configuration error has occurred.')],
    },
    {
      id: 'aspnet-3006',
      name: 'A page cannot be parsed (event code 3006)',
      verdict: 'act',
      meaning:
        'A directive of a page, control or master page names something that is not there, mostly "Could not load type": the page was deployed without its DLL, or the folder is not an application.',
      checks: ['The type in the message: is its DLL in `bin`? Is the folder configured as an application in IIS?'],
      fix: 'Deploy page and DLL from one build; where it was a folder with its own web.config, convert it to an application.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1310, where: { code: ['3006'] } }],
      sources: [codes],
      samples: [
        header(1310, 3006, 'A parser error has occurred.'),
        'Event code: 3006 Event message: A parser error has occurred.',
      ],
      notSamples: [header(1310, 3008, 'A configuration error has occurred.')],
    },
    {
      id: 'aspnet-1314',
      name: 'ASP.NET refused a user (audit)',
      verdict: 'benign',
      verdictText: 'an audit, usually no failure',
      meaning:
        'Authorization said no: by the rules of web.config (event code 4007) or the file rights of the user (4008). On sites with Windows authentication the first, anonymous try of a browser can be enough.',
      checks: [
        'Only if a user complains: which user and URL does the text name, and what do `authorization` and the file rights say?',
      ],
      fix: 'Nothing, or correct the rule for that user. Event codes 4010 and 4011 are no audits, but failures.',
      doNot: ['Do not allow all users to silence it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1314 }],
      sources: [codes],
      samples: [
        header(1314, 4007, 'URL authorization failed for the request.'),
        'Event code: 4008 Event message: File authorization failed for the request.',
      ],
      notSamples: [header(1314, 4011, 'An unhandled access exception has occurred.')],
    },
    {
      id: 'aspnet-4011',
      name: 'The application may not use a file (event code 4011)',
      verdict: 'act',
      meaning:
        'Logged as an audit, but a failure: code got UnauthorizedAccessException, that is, the account of the request or of the pool lacks a right on a file, folder or registry key. The request ended in 500.',
      checks: ['The path in the exception message and the account (thread account) in the text: what may it do there?'],
      fix: 'Give exactly that account exactly that right on that folder, mostly Modify on a data or upload folder.',
      doNot: ['Do not grant Everyone or Full Control, and do not make the pool LocalSystem or an administrator.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1314, where: { code: ['4011'] } }],
      sources: [codes],
      samples: [
        `${header(1314, 4011, 'An unhandled access exception has occurred.')}\n\nException information:\n    Exception type: UnauthorizedAccessException\n    Exception message: Access to the path 'D:\\sites\\shop\\upload\\a.png' is denied.`,
        'Event code: 4011 Event message: An unhandled access exception has occurred.',
      ],
      notSamples: [header(1314, 4007, 'URL authorization failed for the request.')],
    },
    {
      id: 'aspnet-4010',
      name: 'A security exception in a request (event code 4010)',
      verdict: 'look',
      meaning:
        'Logged as an audit, but a failure: code was refused by .NET itself (SecurityException). Typical are an event log source that does not exist, partial trust, or code loaded from a share.',
      checks: [
        'The exception message: "Requested registry access" or "source was not found" = creating an event log source.',
      ],
      fix: 'Create the event source once as administrator, or give the application the trust level or location it was built for.',
      doNot: ['Do not run the pool as an administrator so that it can create its event source.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1314, where: { code: ['4010'] } }],
      sources: [codes],
      samples: [header(1314, 4010, 'An unhandled security exception has occurred.')],
      notSamples: [header(1314, 4011, 'An unhandled access exception has occurred.')],
    },
    {
      id: 'aspnet-1315',
      name: 'A sign-in was not accepted by ASP.NET (audit)',
      verdict: 'look',
      meaning:
        'A forms ticket was invalid or expired (event code 4005), or a user name and password were wrong (4006). Single records are everyday; many at once mean a changed key or somebody who guesses.',
      checks: ['Event code and reason in the text; how many, from how many users and addresses?'],
      fix: 'All users at once, after a restart or behind a load balancer: give the application a fixed `machineKey`, alike on all nodes.',
      doNot: ['Do not copy a `machineKey` from a web page or a sample: attackers know those.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1315 }],
      sources: [codes, forms],
      samples: [
        header(1315, 4005, 'Forms authentication failed for the request.'),
        'Source: ASP.NET 2.0.50727.0\nEvent ID: 1315\nDescription:\nEvent code: 4005\nEvent message: Forms authentication failed for the request. Reason: Unknown',
      ],
      notSamples: ['Source: Other\nEvent ID: 1315\nDescription:\nsign-in'],
    },
    {
      id: 'aspnet-4005-expired',
      name: 'A forms ticket has expired',
      verdict: 'benign',
      meaning:
        'A user came back after the time of the ticket was over and has to sign in again. That is what the timeout is for; it says nothing about the server.',
      checks: [
        'Only if users complain: `timeout` and `slidingExpiration` of `forms`, and the clocks of the farm nodes.',
      ],
      fix: 'Nothing, or a longer `timeout` of `forms` if the business wants it.',
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1315,
          where: { code: ['4005'] },
          context: exception(String.raw`ticket\s+supplied\s+has\s+expired`),
        },
      ],
      sources: [forms, codes],
      samples: [
        header(1315, 4005, 'Forms authentication failed for the request. Reason: The ticket supplied has expired.'),
        'Event code: 4005 Event message: Forms authentication failed for the request. Reason: The ticket supplied has expired.',
      ],
      notSamples: [
        header(1315, 4005, 'Forms authentication failed for the request. Reason: The ticket supplied was invalid.'),
      ],
    },
    {
      id: 'aspnet-4005-invalid',
      name: 'A forms ticket could not be decrypted',
      verdict: 'look',
      meaning:
        'The cookie was not made with the key this application has now: another node of the farm, another application, an automatic key that was made anew, or an old cookie after a change.',
      checks: [
        'After a deployment or restart it ends by itself. Does it go on? Compare `machineKey` and `targetFramework` of the nodes.',
      ],
      fix: 'Give all nodes and all applications that share the sign-in the same explicit `machineKey` and the same compatibility mode.',
      doNot: ['Do not copy a `machineKey` from a web page or a sample: attackers know those.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1315,
          where: { code: ['4005'] },
          context: exception(String.raw`ticket\s+supplied\s+was\s+invalid`),
        },
      ],
      sources: [forms, codes],
      samples: [
        header(1315, 4005, 'Forms authentication failed for the request. Reason: The ticket supplied was invalid.'),
      ],
      notSamples: [
        header(1315, 4005, 'Forms authentication failed for the request. Reason: The ticket supplied has expired.'),
      ],
    },
    {
      id: 'aspnet-4006',
      name: 'A wrong user name or password (event code 4006)',
      verdict: 'look',
      meaning:
        'The membership provider of the application refused a sign-in. Single ones are typing errors; rows of them, for many names or from one address, are somebody who tries passwords.',
      checks: ['The "Name to authenticate" and the client address of the records: one user who mistypes, or a list?'],
      fix: 'A list: block the address, see that accounts lock and that no attempt succeeded at that time.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1315, where: { code: ['4006'] } }],
      sources: [codes],
      samples: [
        header(1315, 4006, 'Membership credential verification failed.'),
        'Event code: 4006 Event message: Membership credential verification failed.',
      ],
      notSamples: [header(1315, 4005, 'Forms authentication failed for the request.')],
    },
    {
      id: 'aspnet-1316',
      name: 'View state was not accepted (event code 4009)',
      verdict: 'look',
      meaning:
        'A page came back with a view state that ASP.NET refused. It protects the server. Causes are nodes with different keys, pages older than a restart, crawlers, and attackers who try view states of their own.',
      checks: ['Detail code 50203 or 50204, how many, from whom (user agent, address), and since when?'],
      fix: 'Farm: the same explicit `machineKey` on all nodes. A stable pool identity whose profile is loaded keeps an automatic key.',
      doNot: ['Do not set `enableViewStateMac="false"`: without the check anybody can run code on the server.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 1316 }],
      sources: [viewstate, codes, machineKeys],
      samples: [
        header(1316, 4009, 'Viewstate verification failed.'),
        'Event code: 4009 Event message: Viewstate verification failed. Reason: Unknown.',
      ],
      notSamples: [header(1309, 3005, 'An unhandled exception has occurred.')],
    },
    {
      id: 'aspnet-4009-mac',
      name: 'View state failed its integrity check',
      verdict: 'look',
      meaning:
        'The view state was not signed with the key this application has now: another node, an automatic key made anew by a restart, a page that was open for days, or a forged one. It was refused.',
      checks: [
        'All users, after restarts or behind a load balancer: keys. Few strange clients: crawlers or attackers, refused.',
      ],
      fix: 'Same explicit, self-made `machineKey` on all nodes; the pool keeps one identity and loads its user profile.',
      doNot: [
        'Do not set `enableViewStateMac="false"`: without the check anybody can run code on the server.',
        'Do not copy a `machineKey` from a web page, a sample or a vendor document: attackers know those.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1316,
          context: exception(String.raw`failed\s+integrity\s+check|detail\s+code:\s+50203`),
        },
      ],
      sources: [viewstate, machineKeys],
      samples: [
        'Event Source: ASP.NET 2.0.50727.0\nEvent ID: 1316\nDescription:\nEvent code: 4009\nEvent message: Viewstate verification failed. Reason: The viewstate supplied failed integrity check.\nEvent detail code: 50203',
        'Event code: 4009\nEvent message: Viewstate verification failed. Reason: The viewstate supplied failed integrity check.',
      ],
      notSamples: [header(1316, 4009, 'Viewstate verification failed. Reason: Viewstate was invalid.')],
    },
    {
      id: 'aspnet-4009-invalid',
      name: 'View state was signed, but could not be read',
      verdict: 'look',
      verdictText: 'rule out an attack',
      meaning:
        'Not the signature failed but reading it. A cut-off or garbled form does that; but so does a forged view state of somebody who has the key, and then code may have run.',
      checks: [
        'Long PersistedState, odd user agents, and new processes below w3wp.exe (cmd.exe, powershell.exe) at that time?',
      ],
      fix: 'Any doubt: treat the server as broken into. Install updates, make new machine keys on all nodes, search for new files and accounts.',
      doNot: [
        'Do not only restart IIS: a stolen machine key stays valid until it is replaced.',
        'Do not set `enableViewStateMac="false"`.',
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 1316,
          context: exception(String.raw`Viewstate\s+was\s+invalid|detail\s+code:\s+50204`),
        },
      ],
      sources: [machineKeys, codes],
      samples: [
        header(1316, 4009, 'Viewstate verification failed. Reason: Viewstate was invalid.'),
        'Event code: 4009 Event message: Viewstate verification failed. Reason: Viewstate was invalid.',
      ],
      notSamples: [
        header(1316, 4009, 'Viewstate verification failed. Reason: The viewstate supplied failed integrity check.'),
      ],
    },
    {
      id: 'aspnet-application-shutdown',
      name: 'ASP.NET unloads an application (event code 1002)',
      verdict: 'benign',
      verdictText: 'the reason says why',
      meaning:
        'The application domain ends and is loaded anew with the next request; sessions kept in the process are lost. Usual reasons are a deployment, an edit of web.config, a recycle or idle time.',
      checks: [
        'Without a deployment: what touches web.config, bin or App_Code: antivirus, backup, a script that deletes folders?',
      ],
      fix: 'Nothing if it fits a deployment or recycle. Else keep that program away from the folder of the application.',
      doNot: ['Do not switch off the watching of files: deployments would then not take effect.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['application is shutting down. reason:'],
          pattern: /Application\s+is\s+shutting\s+down\.\s+Reason:\s+[^\r\n.]{1,120}/iy,
        },
      ],
      sources: [
        {
          document: 'MSDN blog: Thread exit may kill your session',
          says: 'Event code 1002 names the reason of a shutdown of the application; sessions were lost with it.',
          read: READ,
        },
        codes,
      ],
      samples: ['Event code: 1002\nEvent message: Application is shutting down. Reason: Configuration changed.'],
      notSamples: ['The application is shutting down.'],
    },
  ],
});
