import { defineTexts } from '../texts';

const SITES = 'system.applicationHost/sites';
const SITE = `${SITES}/site`;
const APPLICATION = `${SITE}/application`;
const FOLDER = `${APPLICATION}/virtualDirectory`;

export default defineTexts({
  [SITES]: 'The sites of this server, with their bindings, applications and virtual directories.',
  [SITE]: 'A site: a set of bindings under which HTTP.sys takes requests, and the applications that answer them.',
  [`${SITES}/siteDefaults`]: 'What holds for every site that does not say otherwise.',
  [`${SITES}/applicationDefaults`]: 'What holds for every application that does not say otherwise, such as its pool.',
  [`${SITES}/virtualDirectoryDefaults`]: 'What holds for every virtual directory that does not say otherwise.',
  [`${SITE}@name`]: 'Name of the site. Location tags, appcmd and logs of deployments refer to it.',
  [`${SITE}@id`]:
    'Number of the site. Its logs lie in `W3SVC<id>`, its failed request traces too; it should never change.',
  [`${SITE}@serverAutoStart`]: 'Whether the site starts with the service. `false` leaves it stopped after a restart.',
  [`${SITE}/bindings`]: 'Where the site listens.',
  [`${SITE}/bindings/binding`]:
    'One address, port and host name, or the form of another protocol. No two started sites may have the same.',
  [`${SITE}/bindings/binding@protocol`]:
    '`http`, `https`, `ftp` or one of WCF (`net.tcp`, `net.pipe`, `net.msmq`, `msmq.formatname`).',
  [`${SITE}/bindings/binding@bindingInformation`]:
    'For web and FTP `address:port:host`, as in `*:443:www.example.com`; `*` is every address. For `net.tcp` `port:host`.',
  [`${SITE}/bindings/binding@sslFlags`]:
    'Bits for https: 1 asks for SNI and needs a host name, 2 takes the certificate from the central store; later versions switch HTTP/2, OCSP, QUIC and old TLS off.',
  [`${SITE}/limits`]: 'Limits on connections and bandwidth of the site.',
  [`${SITE}/limits@connectionTimeout`]:
    'After so long without traffic HTTP.sys closes a connection; HTTPERR says `Timer_ConnectionIdle`.',
  [`${SITE}/limits@maxConnections`]:
    'How many connections the site accepts at a time. Beyond that clients get 503 and HTTPERR says `ConnLimit`.',
  [`${SITE}/limits@maxBandwidth`]: 'Bytes a second that the site may send in all.',
  [`${SITE}/limits@maxUrlSegments`]: 'How many parts a path may have.',
  [`${SITE}/logFile`]: 'The request log of the site.',
  [`${SITE}/logFile@enabled`]: 'Whether requests are logged.',
  [`${SITE}/logFile@directory`]:
    'Folder of the logs; each site has a folder `W3SVC<id>` in it. Better not on the system drive.',
  [`${SITE}/logFile@logFormat`]:
    'Form of the log. `W3C` names its fields; `IIS` and `NCSA` have fixed ones and no sub-status.',
  [`${SITE}/logFile@logExtFileFlags`]:
    'The fields of a W3C log. Keep `HttpSubStatus`, `Win32Status` and `TimeTaken`: without them an error cannot be explained.',
  [`${SITE}/logFile@period`]: 'When a new file begins: by time, or with `MaxSize` at `truncateSize` bytes.',
  [`${SITE}/logFile@truncateSize`]: 'Largest size of a file in bytes, for the period `MaxSize`.',
  [`${SITE}/logFile@localTimeRollover`]:
    'Whether the new file begins at local midnight. Times in a W3C log stay in UTC.',
  [`${SITE}/logFile@logTargetW3C`]: 'Where entries go: into a file, to Event Tracing for Windows, or both.',
  [`${SITE}/logFile@flushByEntryCountW3CLog`]:
    'After so many entries the log is written to disk; 0 leaves it to HTTP.sys.',
  [`${SITE}/logFile@logSiteId`]: 'Whether a central log names the site of each request.',
  [`${SITE}/logFile@customLogPluginClsid`]: 'CLSID of a COM component that writes the log, for the format `Custom`.',
  [`${SITE}/logFile@maxLogLineLength`]: 'Longest line of the log in bytes; longer ones lose fields.',
  [`${SITE}/logFile/customFields`]: 'Fields of your own in the W3C log, taken from headers or server variables.',
  [`${SITE}/logFile/customFields@maxCustomFieldLength`]: 'Longest value of such a field in characters.',
  [`${SITE}/logFile/customFields/add@logFieldName`]: 'Name of the field in the log, without blanks.',
  [`${SITE}/logFile/customFields/add@sourceName`]:
    'The header or server variable it is taken from, such as `X-Forwarded-For`.',
  [`${SITE}/logFile/customFields/add@sourceType`]:
    'Whether it is taken from the request, the response or a server variable.',
  [`${SITE}/traceFailedRequestsLogging`]: 'Traces of failed requests (FREB) of the site.',
  [`${SITE}/traceFailedRequestsLogging@enabled`]:
    'Writes a trace for every request that a rule of `traceFailedRequests` asks for. It costs time and disk; turn it off when you have what you need.',
  [`${SITE}/traceFailedRequestsLogging@directory`]: 'Folder of the traces; each site has a folder `W3SVC<id>` in it.',
  [`${SITE}/traceFailedRequestsLogging@maxLogFiles`]: 'How many traces are kept; the oldest goes first.',
  [`${SITE}/traceFailedRequestsLogging@maxLogFileSizeKB`]: 'Largest size of a trace in kilobytes; longer ones are cut.',
  [`${SITE}/traceFailedRequestsLogging@customActionsEnabled`]: 'Whether rules may run a program when they trace.',
  [`${SITE}/hsts`]: 'Tells browsers to come by https only, for all of the site.',
  [`${SITE}/hsts@enabled`]: 'Sends the header Strict-Transport-Security with every https response.',
  [`${SITE}/hsts@max-age`]: 'How long browsers remember it, in seconds; a year is 31536000. 0 makes them forget.',
  [`${SITE}/hsts@includeSubDomains`]:
    'Whether it holds for every name below this one too. Be sure that all of them have https.',
  [`${SITE}/hsts@preload`]: 'Asks for a place in the list that browsers ship with. Getting off that list takes months.',
  [`${SITE}/hsts@redirectHttpToHttps`]: 'Answers http requests with a redirect to https.',
  [APPLICATION]:
    'A part of the site that runs by itself, in an application pool. Its path `/` is the root of the site.',
  [`${APPLICATION}@path`]: 'Path below the site: `/`, or `/shop`. It begins with a slash and does not end with one.',
  [`${APPLICATION}@applicationPool`]:
    'The pool that runs it. Where there is none of this name, requests are answered with 503.',
  [`${APPLICATION}@enabledProtocols`]:
    'Protocols that reach it: `http` stands for http and https, WCF ones are added with commas.',
  [`${APPLICATION}@serviceAutoStartEnabled`]:
    'Runs the auto-start provider when the pool starts. With it the pool should be `AlwaysRunning`.',
  [`${APPLICATION}@serviceAutoStartProvider`]:
    'Name of an entry of `serviceAutoStartProviders`, whose code prepares the application.',
  [`${APPLICATION}@preloadEnabled`]:
    'Sends a made-up request when the worker process starts, so that the first visitor does not wait. Useful with a pool that is `AlwaysRunning`.',
  [FOLDER]: 'A folder that the application publishes under a path.',
  [`${FOLDER}@path`]: 'Path below the application: `/` for its root, else `/images`.',
  [`${FOLDER}@physicalPath`]:
    'The folder. Worker processes see no mapped drives: a share is written as `\\\\server\\share`.',
  [`${FOLDER}@userName`]:
    'Account by which IIS reads the folder, mostly for a share. Empty: the user of the request, or the pool.',
  [`${FOLDER}@password`]: 'Password of that account. Set it with IIS Manager or appcmd, which encrypt it.',
  [`${FOLDER}@logonMethod`]: 'How that account is logged on.',
  [`${FOLDER}@allowSubDirConfig`]: '`false` makes IIS ignore every `web.config` below the root of this folder.',
  [`${SITE}/ftpServer`]: 'The FTP side of the site.',
  'system.applicationHost/log': 'Whether logs are kept for each site or for the whole server.',
  'system.applicationHost/log@centralLogFileMode':
    '`Site` keeps a log for each site; the others write one for all of the server.',
  'system.applicationHost/log@logInUTF8':
    'Whether logs are written in UTF-8. Off, other letters than ASCII depend on the code page of the server.',
  'system.applicationHost/webLimits': 'Limits of HTTP.sys and WAS for the whole server.',
  'system.applicationHost/webLimits@connectionTimeout': 'After so long without traffic HTTP.sys closes a connection.',
  'system.applicationHost/webLimits@headerWaitTimeout': 'How long a client may take to send the headers of a request.',
  'system.applicationHost/webLimits@minBytesPerSecond':
    'The slowest client that HTTP.sys puts up with; slower ones are cut, and HTTPERR says `Timer_MinBytesPerSecond`.',
  'system.applicationHost/webLimits@maxGlobalBandwidth': 'Bytes a second that all sites may send together.',
  'system.applicationHost/webLimits@dynamicIdleThreshold':
    'Percentage of memory in use above which idle worker processes end earlier.',
  'system.applicationHost/serviceAutoStartProviders':
    'Code of .NET that prepares applications before the first request.',
  'system.applicationHost/serviceAutoStartProviders/add@name':
    'Name by which applications refer to it in `serviceAutoStartProvider`.',
  'system.applicationHost/serviceAutoStartProviders/add@type': 'The .NET type, with its assembly.',
  'system.applicationHost/listenerAdapters': 'The protocols that WAS knows. WCF adds its own when it is installed.',
  'system.applicationHost/listenerAdapters/add@name': 'The protocol.',
  'system.applicationHost/configHistory': 'Copies of `applicationHost.config` that the server keeps by itself.',
  'system.applicationHost/configHistory@enabled':
    'Whether copies are kept. Turned off, nobody can go back after a bad change.',
  'system.applicationHost/configHistory@path': 'Folder of the copies, `%SystemDrive%\\inetpub\\history` by default.',
  'system.applicationHost/configHistory@maxHistories': 'How many copies are kept.',
  'system.applicationHost/configHistory@period': 'How often the file is looked at for changes.',
});
