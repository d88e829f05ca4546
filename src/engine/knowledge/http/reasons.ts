import { defineFamily, type Fact, type NonEmpty, type Source, type Verdict } from '../fact';

const READ = '2026-11-21';
const httpErrors: Source = {
  document: 'Microsoft Support, KB 820729: Error logging in HTTP APIs',
  says: 'The reason phrases of the HTTP.sys error log and what each of them means.',
  read: READ,
};
const apiErrors: Source = {
  document: 'Windows documentation: types of errors logged by the HTTP Server API',
  says: 'Which status goes with which reason, and what HTTP.sys saw.',
  read: READ,
};
const appPools: Source = {
  document: 'Windows Server documentation: 503 Service Unavailable errors of HTTP.sys',
  says: 'The state of the application pool behind each 503 of HTTP.sys.',
  read: READ,
};
const minimumRate: Source = {
  document: 'Microsoft Support: WCF clients disconnect with http bindings',
  says: 'HTTP.sys ends connections that are read slower than the minimum rate; services with slow readers set it to 0.',
  read: READ,
};

const row = (status: string, reason: string, pool = 'ShopPool'): string =>
  `2026-02-03 09:41:07 10.8.0.14 50211 10.8.0.2 443 HTTP/1.1 GET /cart/items ${status} ${reason} ${pool}`;
const idleRow = (reason: string): string => `2026-02-03 09:41:07 10.8.0.14 50211 10.8.0.2 443 - - - - - ${reason} -`;

interface Reason {
  readonly reason: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly verdictText?: string;
  readonly meaning: string;
  readonly checks?: NonEmpty<string>;
  readonly fix?: string;
  readonly doNot?: NonEmpty<string>;
  readonly sources?: NonEmpty<Source>;
  readonly samples: NonEmpty<string>;
  readonly notSamples: NonEmpty<string>;
}

const fact = ({ reason, sources, ...rest }: Reason): Fact => ({
  id: `httperr-${reason.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  keys: [{ kind: 'reason', reason }],
  sources: sources ?? [httpErrors, apiErrors],
  ...rest,
});

/** 503: HTTP.sys has no worker process to give the request to. */
const unavailable: Reason[] = [
  {
    reason: 'AppOffline',
    name: 'AppOffline: the pool was taken off line after errors',
    verdict: 'act',
    meaning:
      'The worker processes of this pool failed several times in a short time, and rapid-fail protection stopped it. In practice a pool that somebody stopped can be logged like this too.',
    checks: [
      'System log, source WAS, before the first of these rows: 5002, and the failures 5009, 5011, 5059 that led to it.',
    ],
    fix: 'Cure the crash or the failing start, then start the pool named in s-queuename.',
    doNot: ['Do not switch rapid-fail protection off: the crash then repeats without end.'],
    sources: [httpErrors, appPools],
    samples: [row('503 1', 'AppOffline'), 'In HTTPERR we find AppOffline for every request.'],
    notSamples: ['Put app_offline.htm into the folder.', 'class AppOffline { }'],
  },
  {
    reason: 'Disabled',
    name: 'Disabled: the pool is stopped',
    verdict: 'act',
    meaning:
      'The application pool was taken off line by an administrator, a script or a deployment, or WAS disabled it, for instance because of its identity.',
    checks: [
      '`%windir%\\system32\\inetsrv\\appcmd.exe list apppool`: is the pool of s-queuename Stopped? A hyphen there: another program than IIS has this port.',
      'WAS 5002, 5057, 5059 or 5021 in the System log say why a pool was stopped.',
      'Without a pool: 2869 (UPnP) and 5357 (device discovery) are of Windows, and of no weight. `netsh.exe http show servicestate` names the others.',
    ],
    fix: 'Start the pool, after curing what the event names.',
    doNot: ['Do not run iisreset: it ends all sites and does not start a pool that is set to stay stopped.'],
    sources: [httpErrors, appPools],
    samples: [row('503 4', 'Disabled'), 'HTTPERR: 503 1 Disabled DefaultAppPool'],
    notSamples: ['The Print Spooler is Disabled.'],
  },
  {
    reason: 'AppShutdown',
    name: 'AppShutdown: the application was shut down by policy',
    verdict: 'look',
    meaning:
      'The application had been shut down automatically by a policy of the pool, such as a CPU limit, when this request came.',
    checks: ['Recycling, idle and CPU limits of the pool in s-queuename, and the WAS events at that minute.'],
    sources: [httpErrors, appPools],
    samples: [row('503 2', 'AppShutdown')],
    notSamples: ['void AppShutdown()'],
  },
  {
    reason: 'AppPoolTimer',
    name: 'AppPoolTimer: the pool was too busy in time',
    verdict: 'act',
    meaning:
      'The request waited in the queue of the pool until its time was over: the worker process is too busy or hangs.',
    checks: [
      'What do the running requests wait for? `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:10000`',
    ],
    fix: 'Cure what they wait for; a memory dump of the w3wp.exe in that moment shows it.',
    doNot: ['Do not only raise the queue length: the requests then wait longer for the same.'],
    sources: [httpErrors, appPools],
    samples: [row('503 1', 'AppPoolTimer')],
    notSamples: ['new AppPoolTimer(30)'],
  },
  {
    reason: 'QueueFull',
    name: 'QueueFull: the queue of the pool is full',
    verdict: 'act',
    meaning:
      'As many requests wait for this pool as `queueLength` allows, 1000 where nobody set it: its worker process takes them too slowly, or not at all.',
    checks: [
      'Does it hang? `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:10000`, CPU of the w3wp.exe',
    ],
    fix: 'Find what the requests wait for (memory dump, database, other services) and cure that.',
    doNot: ['Do not raise `queueLength` before you have found the hang: visitors then only wait longer for their 503.'],
    sources: [httpErrors, appPools],
    samples: [row('503 1', 'QueueFull'), 'HTTP.sys logs QueueFull since noon'],
    notSamples: ['except QueueFull:'],
  },
  {
    reason: 'ConnLimit',
    name: 'ConnLimit: the limit of connections is reached',
    verdict: 'act',
    meaning:
      'The site, or a client edition of Windows as a whole, has as many connections as it may have: `maxConnections` in `limits` of the site.',
    checks: [
      '`maxConnections` of the site; are connections kept open far too long, or is one client opening very many?',
    ],
    fix: 'Raise `maxConnections` of that site, or shorten `connectionTimeout`.',
    sources: [httpErrors, appPools],
    samples: [
      row('503 1', 'ConnLimit'),
      '2002-07-05 18:45:09 172.31.77.6 2094 172.31.77.6 80 HTTP/1.1 GET /qos/1kbfile.txt 503 - ConnLimit',
    ],
    notSamples: ['ConnLimit = 50'],
  },
  {
    reason: 'N/A',
    name: 'N/A: HTTP.sys itself cannot serve it',
    verdict: 'look',
    meaning:
      'A 503 for an internal reason: a URL is reserved, but no program listens for it, reservations collide, or memory was short. On ports 5357 and 2869 it is device discovery of Windows, not IIS.',
    checks: [
      '`netsh.exe http show urlacl` and `netsh.exe http show servicestate`: who has reserved this URL, and who listens?',
    ],
    fix: 'Start the program that has the reservation, or remove one that was left over.',
    doNot: ['Do not look for an application pool: the request was never matched to one (s-queuename is a hyphen).'],
    samples: [row('503 -', 'N/A', '-')],
    notSamples: ['Value: N/A'],
  },
];

/** Connections that ended without an answer of HTTP.sys. */
const connections: Reason[] = [
  {
    reason: 'Timer_ConnectionIdle',
    name: 'Timer_ConnectionIdle: an idle connection was closed',
    verdict: 'benign',
    verdictText: 'normal',
    meaning:
      'A kept-alive connection was not used for the connection timeout (120 seconds where nobody set it) and was closed. No request was lost. Most rows of this log are these.',
    doNot: ['Do not take it for an attack or a network fault, and do not switch keep-alive off.'],
    samples: [idleRow('Timer_ConnectionIdle'), 'the log is full of Timer_ConnectionIdle'],
    notSamples: ['Timer_ConnectionIdler'],
  },
  {
    reason: 'Timer_HeaderWait',
    name: 'Timer_HeaderWait: the headers did not arrive in time',
    verdict: 'look',
    meaning:
      'A connection was opened, but the headers of a request were not complete within the limit. Port scanners, load balancers that only open a connection, and slow-header attacks do that.',
    checks: ['Which c-ip: a health test, a scanner, or very many addresses at once?'],
    fix: 'Let health tests send a real request. In an attack shorten `headerWaitTimeout` in `webLimits`.',
    samples: [idleRow('Timer_HeaderWait')],
    notSamples: ['HeaderWait'],
  },
  {
    reason: 'Timer_EntityBody',
    name: 'Timer_EntityBody: the body did not arrive in time',
    verdict: 'look',
    meaning:
      'The headers announced a body and it stopped coming, so the connection was ended after the timeout. Slow or broken uploads, clients that went away, proxies that buffer.',
    checks: ['One client or many? Large uploads over slow lines, or a proxy in between?'],
    samples: [row('- 1', 'Timer_EntityBody')],
    notSamples: ['EntityBody timer'],
  },
  {
    reason: 'Timer_MinBytesPerSecond',
    name: 'Timer_MinBytesPerSecond: the client reads too slowly',
    verdict: 'look',
    meaning:
      'The client took the answer slower than the minimum rate, `minBytesPerSecond` in `webLimits` (240 where nobody set it), and was cut off. Streams, long polls and slow mobile lines run into it.',
    checks: ['Which URL: a stream, long poll or large download? Or clients that stopped reading on purpose?'],
    fix: 'For slow readers on purpose set `minBytesPerSecond` to 0; it holds for the whole server.',
    sources: [httpErrors, minimumRate],
    samples: [row('- 1', 'Timer_MinBytesPerSecond')],
    notSamples: ['MinBytesPerSecond=240'],
  },
  {
    reason: 'Timer_AppPool',
    name: 'Timer_AppPool: nobody took the request from the queue',
    verdict: 'act',
    meaning:
      'The request waited in the queue of the pool longer than the connection timeout without a worker process taking it: the process hangs, or does not come up.',
    checks: ['The w3wp.exe of the pool in s-queuename: does it run, does it hang? WAS events at that minute.'],
    fix: 'Cure the hang or the start of that pool.',
    doNot: ['Do not raise the connection timeout: the visitor only waits longer.'],
    samples: [row('- 1', 'Timer_AppPool')],
    notSamples: ['AppPool timer'],
  },
  {
    reason: 'Timer_ReqQueue',
    name: 'Timer_ReqQueue: nobody took the request from the queue',
    verdict: 'act',
    meaning:
      'As Timer_AppPool, on Windows Server 2008 and later, also for programs other than IIS: the request waited in its queue longer than the connection timeout.',
    checks: ['The process that serves the queue in s-queuename: does it run, does it hang?'],
    fix: 'Cure the hang or the start of that process.',
    doNot: ['Do not raise the connection timeout: the visitor only waits longer.'],
    sources: [httpErrors],
    samples: [row('- 1', 'Timer_ReqQueue')],
    notSamples: ['ReqQueue timer'],
  },
  {
    reason: 'Timer_SslRenegotiation',
    name: 'Timer_SslRenegotiation: asking for a certificate took long',
    verdict: 'look',
    meaning:
      'TLS was negotiated again, mostly to ask for a client certificate, and the client did not finish in time: a person who did not choose a certificate, or a client that cannot.',
    checks: [
      'Does the path ask for client certificates? Which clients: browsers, or programs without any certificate?',
    ],
    fix: 'Ask for the certificate at the start of the connection: `clientcertnegotiation=enable` of the binding.',
    sources: [httpErrors],
    samples: [row('- 1', 'Timer_SslRenegotiation')],
    notSamples: ['SslRenegotiation'],
  },
  {
    reason: 'Timer_Response',
    name: 'Timer_Response: reserved',
    verdict: 'benign',
    meaning: 'A name that HTTP.sys reserves and does not use. If it occurs, the log was written by something else.',
    samples: [row('- 1', 'Timer_Response')],
    notSamples: ['Timer response'],
  },
  {
    reason: 'Client_Reset',
    name: 'Client_Reset: the client left before it was served',
    verdict: 'benign',
    verdictText: 'mostly harmless',
    meaning:
      'The connection was closed before a worker process had the request. Clients that give up, closed tabs, health tests that only connect.',
    checks: ['Many for one pool at one time? Then its queue is slow: see what its worker process was doing.'],
    sources: [httpErrors],
    samples: [row('- 1', 'Client_Reset')],
    notSamples: ['client reset'],
  },
  {
    reason: 'ClientAbort',
    name: 'ClientAbort: the client ended the stream',
    verdict: 'benign',
    verdictText: 'mostly harmless',
    meaning:
      'On newer systems, for HTTP/2: the client cancelled this one request, for instance because the visitor went on to another page.',
    sources: [httpErrors],
    samples: [row('- 1', 'ClientAbort')],
    notSamples: ['catch (ClientAbortException)'],
  },
  {
    reason: 'Connection_Dropped',
    name: 'Connection_Dropped: the client left during its request',
    verdict: 'benign',
    verdictText: 'mostly harmless',
    meaning:
      'The client closed the connection before the last packet of the answer, or before IIS had handed over what to log. It may have had its answer already.',
    checks: ['Many with the same URL? Then that page is slow, and visitors or a proxy give up.'],
    samples: [row('- 1', 'Connection_Dropped')],
    notSamples: ['connection dropped'],
  },
  {
    reason: 'Connection_Dropped_List_Full',
    name: 'Connection_Dropped_List_Full: too many clients left at once',
    verdict: 'look',
    meaning:
      'So many connections were dropped that HTTP.sys could not keep them all for its log: entries are missing here. The cause is the same as for Connection_Dropped, in large numbers.',
    checks: ['What slowed down at that time, or which proxy or load balancer closed its connections?'],
    sources: [httpErrors],
    samples: [row('- 1', 'Connection_Dropped_List_Full')],
    notSamples: ['List_Full'],
  },
  {
    reason: 'Connection_Abandoned_By_ReqQueue',
    name: 'Connection_Abandoned_By_ReqQueue: the worker process ended',
    verdict: 'act',
    meaning:
      'The process that had this request ended or gave it up: a crash, or a recycle that did not wait until long requests were done. The visitor got a reset connection.',
    checks: [
      'WAS 5009, 5011, 5013 and Application Error 1000 at that second, for the pool in s-queuename. A hyphen there: no pool; whose port is it?',
      'Without a pool the program is not IIS: 2869 (UPnP) and 5357 (device discovery) are of Windows, and of no weight. `netsh.exe http show servicestate` names the others.',
    ],
    fix: 'Cure the crash (memory dump); for a recycle raise `shutdownTimeLimit` above the longest request.',
    doNot: ['Do not recycle the pool again and again: each time its open requests end like this.'],
    sources: [httpErrors],
    samples: [row('- 1', 'Connection_Abandoned_By_ReqQueue'), 'HTTPERR says Connection_Abandoned_By_ReqQueue.'],
    notSamples: ['Abandoned_By_ReqQueue'],
  },
  {
    reason: 'Connection_Abandoned_By_AppPool',
    name: 'Connection_Abandoned_By_AppPool: the worker process ended',
    verdict: 'act',
    meaning:
      'The older name of Connection_Abandoned_By_ReqQueue: the worker process that had this request crashed, or closed its handle on it.',
    checks: ['WAS 5009 or 5011 (IIS 6: W3SVC 1009, 1011) at that second, for the pool in s-queuename.'],
    fix: 'Cure the crash: a memory dump of the worker process tells what failed.',
    doNot: ['Do not recycle the pool again and again: each time its open requests end like this.'],
    samples: [row('- 1', 'Connection_Abandoned_By_AppPool')],
    notSamples: ['Abandoned_By_AppPool'],
  },
  {
    reason: 'Connections_Refused',
    name: 'Connections_Refused: the kernel is short of memory',
    verdict: 'act',
    meaning:
      'The non-paged pool of the kernel fell below 20 MB, so HTTP.sys takes no new connections, for any site. Mostly a driver leaks.',
    checks: [
      'Task Manager, Performance, Memory: Non-paged pool. Which driver: `poolmon.exe` of the Windows Driver Kit.',
    ],
    fix: 'Update or remove the driver that leaks; a restart of the server helps only for a while.',
    doNot: ['Do not restart IIS for it: the memory belongs to the kernel.'],
    sources: [httpErrors],
    samples: [idleRow('Connections_Refused')],
    notSamples: ['ERR_CONNECTION_REFUSED'],
  },
];

/** Requests that HTTP.sys could not or would not read. */
const refused: Reason[] = [
  {
    reason: 'BadRequest',
    name: 'BadRequest: the request cannot be read',
    verdict: 'look',
    meaning:
      'HTTP.sys could not read the request, and no more exact reason applies. Mostly scanners, or bytes of another protocol on this port.',
    checks: ['Which c-ip, and how often? Single rows from the internet are nothing.'],
    samples: [row('400 -', 'BadRequest', '-')],
    notSamples: ['return BadRequest(model);'],
  },
  {
    reason: 'Verb',
    name: 'Verb: the first word is no HTTP verb',
    verdict: 'look',
    meaning:
      'The request does not begin with a verb. The usual cause: TLS spoken to an http port, as with `https://server:80`; also scanners for other protocols.',
    checks: ['s-port: is it a port without TLS that somebody calls with https?'],
    fix: 'Correct the address of that client, or the binding.',
    samples: [row('400 -', 'Verb', '-')],
    notSamples: ['Verb: GET'],
  },
  {
    reason: 'URL',
    name: 'URL: the address cannot be read',
    verdict: 'look',
    meaning:
      'The URL has characters that are not allowed, a bad percent encoding, `..` that leads out of the root, or a segment over 260 characters. Most of them are probes.',
    checks: ['Is it a URL of your own application: a long segment, a control character, an unencoded backslash?'],
    fix: 'Encode the URL where it is made; put long values into the query.',
    doNot: ['Do not set `AllowRestrictedChars` or the segment limits for probes: they are refused as they should be.'],
    samples: [row('400 -', 'URL', '-')],
    notSamples: ['URL: https://x'],
  },
  {
    reason: 'Header',
    name: 'Header: a header cannot be read',
    verdict: 'look',
    meaning: 'A header line is malformed: no colon, illegal characters, folded lines. A faulty client, or a probe.',
    checks: ['Which c-ip and User-Agent? A program of your own must send clean headers.'],
    samples: [row('400 -', 'Header', '-')],
    notSamples: ['Header missing'],
  },
  {
    reason: 'Hostname',
    name: 'Hostname: the Host header is missing or invalid',
    verdict: 'look',
    meaning:
      'HTTP/1.1 requires a Host header, and this request has none, two, or one that is no name. Scanners that go by address, health tests, and self-made clients.',
    checks: ['A health test of a load balancer? Let it send a Host header.'],
    samples: [row('400 -', 'Hostname', '-')],
    notSamples: ['Hostname: WEB01'],
  },
  {
    reason: 'Invalid_CR/LF',
    name: 'Invalid_CR/LF: line ends where none may be',
    verdict: 'look',
    meaning:
      'A carriage return or line feed stands where it is not allowed. A faulty client, or somebody who tries to smuggle a second request past a proxy.',
    checks: ['Which c-ip? If it is your own proxy, look at what it hands on.'],
    samples: [row('400 -', 'Invalid_CR/LF', '-')],
    notSamples: ['CR/LF'],
  },
  {
    reason: 'Number',
    name: 'Number: a number cannot be read',
    verdict: 'look',
    meaning:
      'A header that must hold a number holds something else or too many digits, mostly Content-Length or a chunk size.',
    checks: ['Which client sends it? A program of your own must send a plain number.'],
    samples: [row('400 -', 'Number', '-')],
    notSamples: ['Number of rows'],
  },
  {
    reason: 'FieldLength',
    name: 'FieldLength: one header is too long',
    verdict: 'act',
    meaning:
      'A single header is longer than `MaxFieldLength`, 16,384 bytes where nobody set it. With Windows authentication it is the Kerberos ticket of a user in very many groups; else cookies.',
    checks: ['Only some users? How many groups are they in: `whoami.exe /groups`. Or how large are their cookies?'],
    fix: 'Fewer groups or smaller cookies; else raise `MaxFieldLength` and `MaxRequestBytes` in `HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters` and restart the server.',
    samples: [row('400 -', 'FieldLength', '-'), 'HTTPERR shows FieldLength for some users'],
    notSamples: ['int FieldLength = 3;'],
  },
  {
    reason: 'RequestLength',
    name: 'RequestLength: the headers are too long together',
    verdict: 'act',
    meaning:
      'Request line and headers together are longer than `MaxRequestBytes`, 16,384 bytes where nobody set it: a large Kerberos ticket, many cookies, or a very long URL.',
    checks: ['Only some users? How many groups are they in: `whoami.exe /groups`. Or how large are their cookies?'],
    fix: 'Fewer groups or smaller cookies; else raise `MaxFieldLength` and `MaxRequestBytes` in `HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters` and restart the server.',
    samples: [row('400 -', 'RequestLength', '-')],
    notSamples: ['RequestLength = 10'],
  },
  {
    reason: 'URL_Length',
    name: 'URL_Length: the URL is too long',
    verdict: 'look',
    meaning:
      'The URL is longer than HTTP.sys accepts. Forms sent by GET, redirects that nest return addresses, or probes.',
    checks: ['Is it a URL of your own application, and what makes it so long?'],
    samples: [row('414 -', 'URL_Length', '-')],
    notSamples: ['url_length'],
  },
  {
    reason: 'EntityTooLarge',
    name: 'EntityTooLarge: the body is too large',
    verdict: 'look',
    meaning:
      'The body is larger than HTTP.sys accepts for this request. The limits of request filtering and ASP.NET are others and do not end up here.',
    checks: [
      'Does the path ask for client certificates? Then the body must be read first, up to `uploadReadAheadSize`.',
    ],
    samples: [row('413 -', 'EntityTooLarge', '-')],
    notSamples: ['EntityTooLargeException'],
  },
  {
    reason: 'LengthRequired',
    name: 'LengthRequired: Content-Length is missing',
    verdict: 'look',
    meaning: 'The request has a body, but neither Content-Length nor chunks. A faulty client or script.',
    checks: ['Which client? A POST without any body needs `Content-Length: 0`.'],
    samples: [row('411 -', 'LengthRequired', '-')],
    notSamples: ['bool LengthRequired;'],
  },
  {
    reason: 'Precondition',
    name: 'Precondition: a required precondition is missing',
    verdict: 'look',
    meaning: 'HTTP.sys refused the request because a precondition that it requires was not there.',
    checks: ['Which client, and do other requests of it work?'],
    samples: [row('412 -', 'Precondition', '-')],
    notSamples: ['Precondition: none'],
  },
  {
    reason: 'Forbidden',
    name: 'Forbidden: a forbidden part in the request',
    verdict: 'benign',
    verdictText: 'refused, as it should be',
    meaning:
      'While it read the request, HTTP.sys met something that is never allowed, such as a path that climbs out of the root (`..\\..\\winnt`). Scanners do that all day.',
    checks: ['Only if it is a URL of your own application: what in it looks like that?'],
    samples: [row('403 -', 'Forbidden', '-')],
    notSamples: ['Forbidden area'],
  },
  {
    reason: 'NotFound',
    name: 'NotFound: no site listens for this address',
    verdict: 'look',
    meaning:
      'HTTP.sys has no registration for this combination of address, port, host name and path, and answers 404 by itself ("Server: Microsoft-HTTPAPI/2.0"). No log of a site has the row.',
    checks: [
      'Is the site started, and has it a binding for this port and host name? `netsh.exe http show servicestate`',
    ],
    fix: 'Start the site, or add the binding; requests of scanners by address need nothing.',
    doNot: ['Do not look for the missing file: the request never reached a site.'],
    sources: [
      {
        document: 'Caine Networks: how to let IIS return 503',
        says: 'Since Windows Server 2008 a site that is stopped answers 404 from HTTP.sys unless its URL is reserved.',
        read: READ,
      },
      apiErrors,
    ],
    samples: [row('404 -', 'NotFound', '-')],
    notSamples: ['return NotFound();'],
  },
  {
    reason: 'UnknownVerb',
    name: 'UnknownVerb: HTTP.sys does not know the verb',
    verdict: 'look',
    meaning: 'The request has a verb that HTTP.sys does not accept. Mostly scanners.',
    checks: ['Does a client of your own use a verb of its own?'],
    samples: [row('501 -', 'UnknownVerb', '-')],
    notSamples: ['UnknownVerbException'],
  },
  {
    reason: 'N/I',
    name: 'N/I: not implemented',
    verdict: 'look',
    meaning:
      'HTTP.sys does not implement what the request asks for: the verb, or a transfer encoding other than chunked (then with 503).',
    checks: ['Which client, and which `Transfer-Encoding` does it send?'],
    samples: [row('501 -', 'N/I', '-')],
    notSamples: ['N/I'],
  },
  {
    reason: 'Version_N/S',
    name: 'Version_N/S: the HTTP version is not supported',
    verdict: 'look',
    meaning: 'The request line names a version that HTTP.sys does not speak. A probe, or bytes of another protocol.',
    checks: ['Which c-ip, and how often? Single rows from the internet are nothing.'],
    samples: [row('505 -', 'Version_N/S', '-')],
    notSamples: ['Version N/S'],
  },
  {
    reason: 'Internal',
    name: 'Internal: HTTP.sys failed internally',
    verdict: 'look',
    meaning: 'A 500 of HTTP.sys itself, mostly because memory or another resource was short at that moment.',
    checks: ['Memory of the server at that minute, and events of the source HttpEvent in the System log.'],
    samples: [row('500 -', 'Internal', '-')],
    notSamples: ['Internal Server Error'],
  },
];

/** The reason phrases of the HTTP.sys error log. */
export default defineFamily({ facts: [...unavailable, ...connections, ...refused].map(fact) });
