import { defineTexts } from '../texts';

const WEB = 'system.webServer';
const HANDLER = `${WEB}/handlers/add`;
const CORE = `${WEB}/aspNetCore`;
const PLATFORM = `${WEB}/httpPlatform`;
const NODE = `${WEB}/iisnode`;

export default defineTexts({
  [`${WEB}/defaultDocument`]: 'The file that answers a request for a folder.',
  [`${WEB}/defaultDocument@enabled`]: 'Whether a request for a folder is answered with one of these files.',
  [`${WEB}/defaultDocument/files`]: 'The names that are tried, in their order; those of a deeper file come first.',
  [`${WEB}/defaultDocument/files/add@value`]: 'Name of a file, or a path below the folder.',
  [`${WEB}/directoryBrowse`]: 'The list of files that answers a request for a folder without a default document.',
  [`${WEB}/directoryBrowse@enabled`]: 'Whether visitors may see the list of files. Off, they get 403.14.',
  [`${WEB}/directoryBrowse@showFlags`]: 'What the list shows of each file.',
  [`${WEB}/handlers`]:
    'Which code answers which paths. The first entry that fits wins, and entries of a deeper file stand first.',
  [`${WEB}/handlers@accessPolicy`]:
    'What handlers may do here: `Read` for files, `Script` for pages and programs behind handlers, `Execute` for executables. Less than a handler requires gives 403.',
  [HANDLER]: 'A mapping of a path and verbs to the code that answers them.',
  [`${HANDLER}@name`]: 'Name of the mapping, by which a deeper file can remove it.',
  [`${HANDLER}@path`]: 'Paths that it answers: `*.aspx`, `*`, `trace.axd`. `*.` stands for paths without an extension.',
  [`${HANDLER}@verb`]: 'Verbs that it answers, with commas between them; `*` is all.',
  [`${HANDLER}@type`]: 'The .NET type that answers, for pools with the integrated pipeline.',
  [`${HANDLER}@modules`]:
    'The native modules that answer, with commas between them: `FastCgiModule`, `AspNetCoreModuleV2`, `StaticFileModule`. A name that is not installed gives 500.21.',
  [`${HANDLER}@scriptProcessor`]:
    'The program or DLL behind ISAPI and FastCGI mappings; for FastCGI `program|arguments`, exactly as in `fastCgi`.',
  [`${HANDLER}@resourceType`]:
    'Whether the path must be a file or a folder that exists: `File`, `Directory`, `Either`, or `Unspecified` for no such check.',
  [`${HANDLER}@requireAccess`]: 'What `accessPolicy` must allow for this mapping; else 403.',
  [`${HANDLER}@allowPathInfo`]: 'Whether the path may go on behind the file name, as in `/page.php/more`.',
  [`${HANDLER}@preCondition`]:
    'When the mapping counts, by pool: pipeline, .NET version, 32 or 64 bit. All words must hold.',
  [`${HANDLER}@responseBufferLimit`]: 'Bytes of a response that are kept before they are sent; 0 sends at once.',
  [`${WEB}/modules`]:
    'The modules that take part in every request of this application, native ones by name and .NET ones by type.',
  [`${WEB}/modules@runAllManagedModulesForAllRequests`]:
    '`true` sends every request, images too, through all .NET modules. It costs time and is hardly ever needed since .NET 4.',
  [`${WEB}/modules@runManagedModulesForWebDavRequests`]: 'Whether .NET modules see WebDAV requests.',
  [`${WEB}/modules/add@name`]: 'Name of the module; for a native one that of `globalModules`.',
  [`${WEB}/modules/add@type`]: 'The .NET type of the module, with its assembly. A native module has none.',
  [`${WEB}/modules/add@preCondition`]:
    'When the module takes part: `managedHandler` only for requests that .NET answers.',
  [`${WEB}/globalModules`]: 'The native modules of the server. `modules` says which of them an application uses.',
  [`${WEB}/globalModules/add@name`]: 'Name by which `modules` and `handlers` refer to it.',
  [`${WEB}/globalModules/add@image`]:
    'The DLL. Where it is missing or of the wrong bitness, no worker process of a pool that loads it starts.',
  [`${WEB}/globalModules/add@preCondition`]: 'In which pools it is loaded, for instance `bitness64`.',
  [`${WEB}/httpErrors`]: 'The pages that visitors see for errors.',
  [`${WEB}/httpErrors@errorMode`]:
    '`Custom` shows the pages listed here, `Detailed` the inside of the error to everybody, `DetailedLocalOnly` only to a browser on the server.',
  [`${WEB}/httpErrors@existingResponse`]:
    'What happens to an error page of the application: `PassThrough` keeps it, `Replace` does not, `Auto` asks the application.',
  [`${WEB}/httpErrors@defaultPath`]: 'Page for errors that no entry is for. IIS ships with it locked for `web.config`.',
  [`${WEB}/httpErrors@defaultResponseMode`]: 'How that page is sent: as a file, by running a URL, by a redirect.',
  [`${WEB}/httpErrors@allowAbsolutePathsWhenDelegated`]: 'Whether a `web.config` may name pages by a full path.',
  [`${WEB}/httpErrors/error@statusCode`]: 'The HTTP status that the page is for, 400 to 999.',
  [`${WEB}/httpErrors/error@subStatusCode`]: 'The sub-status that the page is for; -1 is any.',
  [`${WEB}/httpErrors/error@path`]:
    'The page: a file, or a URL of this site for `ExecuteURL` and of any for `Redirect`.',
  [`${WEB}/httpErrors/error@prefixLanguageFilePath`]:
    'Folder with a folder of pages for each language; `path` is then relative to it.',
  [`${WEB}/httpErrors/error@responseMode`]:
    '`File` sends a file as it is, `ExecuteURL` runs a page of this site, `Redirect` sends the browser elsewhere with 302.',
  [`${WEB}/httpProtocol`]: 'Headers of responses, and keep-alive.',
  [`${WEB}/httpProtocol@allowKeepAlive`]:
    'Whether connections stay open between requests. Off, every request needs a new one.',
  [`${WEB}/httpProtocol/customHeaders`]: 'Headers that every response gets.',
  [`${WEB}/httpProtocol/customHeaders/add@name`]: 'Name of the header.',
  [`${WEB}/httpProtocol/customHeaders/add@value`]: 'Its value, the same for every response.',
  [`${WEB}/httpProtocol/redirectHeaders/add@name`]: 'Name of a header that only redirects get.',
  [`${WEB}/httpProtocol/redirectHeaders/add@value`]: 'Its value.',
  [`${WEB}/httpRedirect`]: 'Sends browsers elsewhere.',
  [`${WEB}/httpRedirect@enabled`]: 'Whether requests are redirected.',
  [`${WEB}/httpRedirect@destination`]:
    'Where to: a full URL, or a path of this site. The rest of the path is put behind it.',
  [`${WEB}/httpRedirect@exactDestination`]: '`true` takes the destination as it is, without the rest of the path.',
  [`${WEB}/httpRedirect@childOnly`]: '`true` redirects what lies directly in this folder and nothing deeper.',
  [`${WEB}/httpRedirect@httpResponseStatus`]:
    'Status of the redirect: `Found` 302, `Permanent` 301, `Temporary` 307, `PermRedirect` 308. Browsers remember permanent ones.',
  [`${WEB}/staticContent`]: 'Files that are sent as they are: their MIME types and how long browsers keep them.',
  [`${WEB}/staticContent@defaultDocFooter`]: 'Text or file that is put at the end of every static page.',
  [`${WEB}/staticContent@enableDocFooter`]: 'Whether that footer is added.',
  [`${WEB}/staticContent/mimeMap@fileExtension`]:
    'Extension with its dot, as in `.json`. A file whose extension has no entry is answered with 404.3.',
  [`${WEB}/staticContent/mimeMap@mimeType`]: 'What the browser is told that the file is, as in `application/json`.',
  [`${WEB}/staticContent/clientCache@cacheControlMode`]:
    'How browsers keep static files: not at all, for a time (`UseMaxAge`), until a date (`UseExpires`).',
  [`${WEB}/staticContent/clientCache@cacheControlMaxAge`]: 'How long, for `UseMaxAge`.',
  [`${WEB}/staticContent/clientCache@cacheControlCustom`]: 'Words for the header Cache-Control, such as `public`.',
  [`${WEB}/staticContent/clientCache@httpExpires`]:
    'The date for `UseExpires`, in the form of HTTP: `Fri, 01 Jan 2027 00:00:00 GMT`.',
  [`${WEB}/staticContent/clientCache@setEtag`]: 'Whether static files get an ETag.',
  [`${WEB}/urlCompression`]: 'Whether responses are compressed here; `httpCompression` says how.',
  [`${WEB}/urlCompression@doStaticCompression`]: 'Compresses static files and keeps the result on disk.',
  [`${WEB}/urlCompression@doDynamicCompression`]:
    'Compresses what applications answer, every time anew. Needs the module for dynamic compression.',
  [`${WEB}/urlCompression@dynamicCompressionBeforeCache`]:
    'Whether a response is compressed before it goes into the output cache.',
  [`${WEB}/httpCompression`]: 'How responses are compressed, for the whole server.',
  [`${WEB}/httpCompression@directory`]: 'Folder that keeps compressed static files.',
  [`${WEB}/httpCompression@minFileSizeForComp`]: 'Smaller files are not compressed, in bytes.',
  [`${WEB}/httpCompression@noCompressionForHttp10`]: 'Whether HTTP/1.0 clients get plain responses.',
  [`${WEB}/httpCompression@noCompressionForProxies`]: 'Whether requests that come through a proxy get plain responses.',
  [`${WEB}/httpCompression@sendCacheHeaders`]: 'Whether compressed static responses forbid proxies to keep them.',
  [`${WEB}/httpCompression/scheme@name`]: 'Name of the method in Accept-Encoding: `gzip`, `br`.',
  [`${WEB}/httpCompression/scheme@dll`]: 'The DLL that compresses.',
  [`${WEB}/httpCompression/scheme@staticCompressionLevel`]: 'How hard static files are compressed, 0 to 10.',
  [`${WEB}/httpCompression/scheme@dynamicCompressionLevel`]:
    'How hard other responses are compressed, 0 to 10; above 4 it costs a lot of processor time.',
  [`${WEB}/httpCompression/dynamicTypes/add@mimeType`]: 'A MIME type, or `text/*`; the most exact entry wins.',
  [`${WEB}/httpCompression/dynamicTypes/add@enabled`]: 'Whether responses of this type are compressed.',
  [`${WEB}/httpCompression/staticTypes/add@mimeType`]: 'A MIME type, or `text/*`; the most exact entry wins.',
  [`${WEB}/httpCompression/staticTypes/add@enabled`]: 'Whether files of this type are compressed.',
  [`${WEB}/caching`]: 'The output cache of IIS.',
  [`${WEB}/caching@enabled`]: 'Whether responses may be cached here.',
  [`${WEB}/caching@enableKernelCache`]: 'Whether HTTP.sys may answer from its own cache, without any worker process.',
  [`${WEB}/caching@maxCacheSize`]: 'Megabytes for the cache; 0 leaves it to IIS.',
  [`${WEB}/caching@maxResponseSize`]: 'Largest response that is cached, in bytes.',
  [`${WEB}/caching/profiles/add@extension`]: 'Extension of the files that the profile is for, with its dot.',
  [`${WEB}/caching/profiles/add@policy`]:
    'How long the worker process keeps a response: until the file changes, for a time, never.',
  [`${WEB}/caching/profiles/add@kernelCachePolicy`]: 'The same for HTTP.sys.',
  [`${WEB}/caching/profiles/add@duration`]: 'How long, for `CacheForTimePeriod`.',
  [`${WEB}/caching/profiles/add@varyByQueryString`]:
    'Parameters of the query that have responses of their own, with semicolons between them.',
  [`${WEB}/caching/profiles/add@varyByHeaders`]: 'Headers that have responses of their own, with commas between them.',
  [`${WEB}/caching/profiles/add@location`]: 'Where responses may be kept: server, client, proxies.',
  [`${WEB}/applicationInitialization`]: 'Requests that warm an application up before visitors reach it.',
  [`${WEB}/applicationInitialization@doAppInitAfterRestart`]: 'Whether the warm-up runs after each recycle.',
  [`${WEB}/applicationInitialization@skipManagedModules`]: 'Whether .NET modules are left out while it runs.',
  [`${WEB}/applicationInitialization@remapManagedRequestsTo`]: 'Page that visitors see meanwhile.',
  [`${WEB}/applicationInitialization/add@initializationPage`]: 'Path that is requested for the warm-up.',
  [`${WEB}/applicationInitialization/add@hostName`]: 'Host name for that request.',
  [`${WEB}/validation@validateIntegratedModeConfiguration`]:
    'Whether IIS answers 500.22 to 500.24 where `system.web` holds settings that the integrated pipeline ignores.',
  [`${WEB}/webSocket@enabled`]:
    'Whether IIS takes part in WebSocket connections. For iisnode it must be `false`, because Node.js does it itself.',
  [`${WEB}/webSocket@receiveBufferLimit`]: 'Bytes of a message that are kept while they are read.',
  [`${WEB}/webSocket@pingInterval`]: 'Time between pings on a quiet connection; 0 sends none.',
  [`${WEB}/serverRuntime@uploadReadAheadSize`]:
    'Bytes of a request body that are read before code runs. Too few give 413 with client certificates.',
  [`${WEB}/serverRuntime@appConcurrentRequestLimit`]:
    'How many requests an application may have at a time; beyond that clients get 503.',
  [`${WEB}/serverRuntime@frequentHitThreshold`]: 'How many requests in the time below make a URL worth caching.',
  [`${WEB}/serverRuntime@frequentHitTimePeriod`]: 'The time for that count.',
  [`${WEB}/serverRuntime@enabled`]: 'Whether requests are served here at all.',
  [`${WEB}/httpLogging@dontLog`]: 'Leaves requests here out of the log.',
  [`${WEB}/httpLogging@selectiveLogging`]: 'Which requests are logged: all, those that succeeded, those that failed.',
  [CORE]:
    'How the ASP.NET Core Module starts and reaches an application. Publishing writes it; without the module IIS answers 500.19.',
  [`${CORE}@processPath`]: 'The program: `dotnet`, or the `.exe` of the application.',
  [`${CORE}@arguments`]: 'Its arguments; with `dotnet` the DLL of the application, as in `.\\Shop.dll`.',
  [`${CORE}@hostingModel`]:
    '`inprocess` runs the application in the worker process, `outofprocess` behind it in a process of its own.',
  [`${CORE}@stdoutLogEnabled`]:
    'Writes what the application prints into a file. Only to find out why it does not start: the files grow without end.',
  [`${CORE}@stdoutLogFile`]:
    'Beginning of the path of these files. The folder must exist, and the pool must be allowed to write there.',
  [`${CORE}@startupTimeLimit`]:
    'Seconds that the application may take to start. Beyond that the answer is 500.37 or 502.5.',
  [`${CORE}@shutdownTimeLimit`]: 'Seconds that the application may take to end when it is asked to.',
  [`${CORE}@requestTimeout`]: 'How long a request may take, outside the worker process only, as `hh:mm:ss`.',
  [`${CORE}@rapidFailsPerMinute`]:
    'How often the process may fail in a minute before the module gives up for that minute.',
  [`${CORE}@processesPerApplication`]: 'How many processes the application gets, outside the worker process only.',
  [`${CORE}@forwardWindowsAuthToken`]:
    'Whether the Windows user of a request is handed to a process outside the worker process.',
  [`${CORE}@disableStartUpErrorPage`]: 'Whether visitors see a plain error instead of the page of the module.',
  [`${CORE}/environmentVariables/environmentVariable@name`]:
    'Name of an environment variable of the application, such as `ASPNETCORE_ENVIRONMENT`.',
  [`${CORE}/environmentVariables/environmentVariable@value`]:
    'Its value; it wins over that of the machine. It is stored in clear.',
  [`${CORE}/handlerSettings/handlerSetting@name`]:
    'A setting of the module itself, such as `debugFile` or `debugLevel`.',
  [`${CORE}/handlerSettings/handlerSetting@value`]: 'Its value.',
  [PLATFORM]: 'How HttpPlatformHandler starts a program of any kind and passes requests on to it.',
  [`${PLATFORM}@processPath`]: 'The program that listens for requests.',
  [`${PLATFORM}@arguments`]: 'Its arguments; `%HTTP_PLATFORM_PORT%` stands for the port it must listen on.',
  [`${PLATFORM}@startupTimeLimit`]: 'Seconds that it may take until it listens.',
  [`${PLATFORM}@startupRetryCount`]: 'How often its start is tried again.',
  [`${PLATFORM}@requestTimeout`]: 'How long a request may take, as `hh:mm:ss`.',
  [`${PLATFORM}@processesPerApplication`]: 'How many processes the application gets.',
  [`${PLATFORM}@rapidFailsPerMinute`]: 'How often it may fail in a minute before the module gives up for that minute.',
  [`${PLATFORM}@stdoutLogEnabled`]: 'Writes what the program prints into a file.',
  [`${PLATFORM}@stdoutLogFile`]: 'Beginning of the path of these files. The folder must exist.',
  [`${PLATFORM}/environmentVariables/environmentVariable@name`]: 'Name of an environment variable of the program.',
  [`${PLATFORM}/environmentVariables/environmentVariable@value`]: 'Its value. It is stored in clear.',
  [NODE]: 'How iisnode runs Node.js. The project is no longer developed.',
  [`${NODE}@node_env`]: 'Value of `NODE_ENV`; `%node_env%` takes it from the environment of the server.',
  [`${NODE}@nodeProcessCommandLine`]: 'The program that runs Node.js, with arguments.',
  [`${NODE}@nodeProcessCountPerApplication`]: 'How many processes the application gets; 0 is one for each processor.',
  [`${NODE}@maxConcurrentRequestsPerProcess`]:
    'How many requests one process may have at a time; beyond that clients get 503.',
  [`${NODE}@watchedFiles`]: 'Files whose change restarts the application, with semicolons between them.',
  [`${NODE}@loggingEnabled`]: 'Whether output of Node.js is kept in files.',
  [`${NODE}@logDirectory`]: 'Folder of these files. Inside the site they can be read by everybody.',
  [`${NODE}@debuggingEnabled`]:
    'Whether the debugger of Node.js can be reached through the site. Never on a server in production.',
  [`${NODE}@devErrorsEnabled`]: 'Whether errors are shown to visitors with their inside.',
  [`${WEB}/fastCgi`]: 'The FastCGI programs that the server starts, such as PHP.',
  [`${WEB}/fastCgi/application@fullPath`]:
    'The program. A handler refers to it by exactly this path and these arguments.',
  [`${WEB}/fastCgi/application@arguments`]: 'Its arguments, part of what handlers refer to.',
  [`${WEB}/fastCgi/application@maxInstances`]: 'How many processes may run; 0 leaves it to IIS.',
  [`${WEB}/fastCgi/application@instanceMaxRequests`]:
    'After so many requests a process is replaced. For PHP not more than `PHP_FCGI_MAX_REQUESTS`.',
  [`${WEB}/fastCgi/application@idleTimeout`]: 'Seconds after which an idle process ends.',
  [`${WEB}/fastCgi/application@activityTimeout`]: 'Seconds without output after which a request is given up with 500.',
  [`${WEB}/fastCgi/application@requestTimeout`]: 'Seconds that a request may take in all.',
  [`${WEB}/fastCgi/application@queueLength`]: 'How many requests wait for a free process; beyond that clients get 503.',
  [`${WEB}/fastCgi/application@protocol`]: 'Named pipe or TCP; a pipe is faster.',
  [`${WEB}/fastCgi/application@flushNamedPipe`]: 'Whether the pipe is flushed before it is used again.',
  [`${WEB}/fastCgi/application@monitorChangesTo`]: 'A file whose change restarts the processes, mostly `php.ini`.',
  [`${WEB}/fastCgi/application/environmentVariables/environmentVariable@name`]:
    'Name of an environment variable of the program.',
  [`${WEB}/fastCgi/application/environmentVariables/environmentVariable@value`]: 'Its value.',
  [`${WEB}/isapiFilters/filter@name`]: 'Name of an ISAPI filter.',
  [`${WEB}/isapiFilters/filter@path`]: 'Its DLL.',
  [`${WEB}/isapiFilters/filter@enabled`]: 'Whether it is loaded.',
  [`${WEB}/cgi@timeout`]: 'How long a CGI program may take.',
  [`${WEB}/cgi@createProcessAsUser`]: 'Whether a CGI program runs as the user of the request instead of as the pool.',
  [`${WEB}/asp`]: 'Classic ASP. IIS ships with this section locked for `web.config`.',
  [`${WEB}/asp@enableParentPaths`]: 'Whether `..` may stand in paths of includes and of MapPath. Off is safer.',
  [`${WEB}/asp@scriptErrorSentToBrowser`]: 'Whether visitors see errors of scripts with their inside.',
  [`${WEB}/asp@scriptErrorMessage`]: 'What they see otherwise.',
  [`${WEB}/asp@errorsToNTLog`]: 'Whether errors of scripts go to the event log.',
  [`${WEB}/asp@bufferingOn`]: 'Whether a page is sent when it is complete rather than bit by bit.',
  [`${WEB}/asp@codePage`]: 'Code page for scripts, 65001 for UTF-8; 0 is that of the server.',
  [`${WEB}/asp/limits@scriptTimeout`]: 'How long a script may run.',
  [`${WEB}/asp/limits@maxRequestEntityAllowed`]: 'Largest form or upload in bytes.',
  [`${WEB}/asp/limits@bufferingLimit`]: 'Largest page that is kept before it is sent, in bytes.',
  [`${WEB}/asp/session@allowSessionState`]: 'Whether scripts have sessions.',
  [`${WEB}/asp/session@timeout`]: 'How long a session lives without requests.',
  [`${WEB}/tracing/traceFailedRequests`]:
    'Which requests are traced when they fail. The site must have `traceFailedRequestsLogging` on.',
  [`${WEB}/tracing/traceFailedRequests/add@path`]: 'Paths that are traced: `*`, `*.aspx`.',
  [`${WEB}/tracing/traceFailedRequests/add/traceAreas/add@provider`]:
    'Who writes into the trace: `WWW Server`, `ASPNET`, `ASP`, `ISAPI Extension`.',
  [`${WEB}/tracing/traceFailedRequests/add/traceAreas/add@areas`]: 'Which parts of it, with commas between them.',
  [`${WEB}/tracing/traceFailedRequests/add/traceAreas/add@verbosity`]: 'How much it writes.',
  [`${WEB}/tracing/traceFailedRequests/add/failureDefinitions@statusCodes`]:
    'The statuses that count as failed: `500`, `404.2-999`, with commas between them.',
  [`${WEB}/tracing/traceFailedRequests/add/failureDefinitions@timeTaken`]:
    'A request that takes longer counts as failed.',
  [`${WEB}/proxy`]: 'Application Request Routing as a proxy, for the whole server.',
  [`${WEB}/proxy@enabled`]: 'Whether rewrite rules may send requests to other servers. Without it they answer 404.',
  [`${WEB}/proxy@preserveHostHeader`]: 'Whether the other server sees the host name that the visitor asked for.',
  [`${WEB}/proxy@reverseRewriteHostInResponseHeaders`]:
    'Whether redirects of the other server are changed to the name of this one.',
  [`${WEB}/proxy@timeout`]: 'How long the other server may take.',
  [`${WEB}/cors@enabled`]: 'Whether the CORS module answers for this application.',
  [`${WEB}/cors@failUnlistedOrigins`]: 'Whether requests from an origin without an entry are refused with 403.',
  [`${WEB}/cors/add@origin`]: 'An origin such as `https://app.example.com`; `*` is any.',
  [`${WEB}/cors/add@allowed`]: 'Whether it is allowed.',
  [`${WEB}/cors/add@allowCredentials`]: 'Whether browsers may send cookies and logons. Not with the origin `*`.',
  [`${WEB}/cors/add@maxAge`]: 'Seconds for which a browser remembers the answer.',
});
