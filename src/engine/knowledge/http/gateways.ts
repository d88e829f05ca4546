import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 502 for CGI and, partly with the same numbers, for Application Request Routing.',
  read: READ,
};
const routing: Source = {
  document: 'IIS documentation: troubleshooting 502 errors in ARR',
  says: 'The WinHTTP code behind a 502.3 tells what failed between the proxy and the server behind it.',
  read: READ,
};
const proxyErrors: Source = {
  document: 'HTTP semantics (RFC 9110)',
  says: '504 is sent by a gateway that had no answer in time from the server behind it.',
  read: READ,
};

const status = (code: number, substatus?: number, context?: RegExp): Key => ({
  kind: 'status',
  status: code,
  ...(substatus !== undefined && { substatus }),
  ...(context && { context }),
});
const row = (numbers: string, query = '-'): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-08-19 13:37:02 10.0.3.1 GET /api/rates ${query} 10.0.3.90 ${numbers} 120015`;

/** What tells that Application Request Routing forwarded the request, and no CGI or ASP.NET Core program ran. */
const ARR =
  /\bARR\b|X-ARR-|Application ?Request ?Routing|web ?farm|server farm|reverse proxy|ProxyModule|requestRouter/i;

/** Servers behind this one that do not answer as they should. */
export default defineFamily({
  facts: [
    {
      id: 'status-502',
      name: '502 Bad Gateway',
      verdict: 'look',
      meaning:
        'IIS passed the request on and got no usable answer: from a server behind it (Application Request Routing), from the process of an ASP.NET Core application, or from a CGI program.',
      checks: [
        'sc-substatus says which of them, sc-win32-status why: 12002 too slow, 12029 not reachable, 12030 cut off.',
      ],
      doNot: ['Do not restart IIS here for it: the trouble is in what stands behind.'],
      keys: [status(502), status(502, 0)],
      sources: [statusList, routing],
      samples: [
        'HTTP/1.1 502 Bad Gateway',
        '502 - Web server received an invalid response while acting as a gateway or proxy server.',
      ],
      notSamples: ['HTTP Error 502.3', '502 lines'],
    },
    {
      id: 'status-502-out-of-process',
      name: '502 of IIS 4/5: an out-of-process application died',
      verdict: 'act',
      meaning:
        'sc-win32-status 1726 or 1727, a call between two processes that failed: the process of an application of Medium or High protection (`dllhost.exe`, on IIS 4 `mtx.exe`) crashed under this request.',
      checks: ['W3SVC 37 and Dr. Watson in the event logs of that second: which application, which module?'],
      fix: 'Update or leave out the component that they name; else take a dump of the process at the next crash.',
      doNot: ['Do not move the application to Low (In Process): its crash then takes every site along.'],
      keys: [status(502, undefined, /^502 (?:[0-] )?172[67](?!\d)/)],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q284716: an out-of-process application of IIS 4.0 or 5.0 fails',
          says: 'The requests that were in the process are logged as 502 with 1726 or 1727.',
          read: '2026-11-24',
        },
      ],
      samples: [
        '#Fields: time c-ip cs-method cs-uri-stem sc-status sc-win32-status s-port\n08:39:26 10.0.3.90 GET /shop/list.asp 502 1726 80',
      ],
      notSamples: [row('502 3 12002')],
    },
    {
      id: 'status-502-1',
      name: '502.1: the CGI program took too long',
      verdict: 'act',
      meaning:
        'A CGI program did not end within `timeout` of the section `cgi`, 15 minutes where nobody set it, and was ended.',
      checks: ['What did the program wait for? Start it by hand with the same input.'],
      fix: 'Cure the program; raise `timeout` only for that path, and only if it has to run that long.',
      keys: [status(502, 1)],
      sources: [statusList],
      samples: ['HTTP Error 502.1 - Bad Gateway', row('502 1 1460')],
      notSamples: ['HTTP Error 502.12'],
    },
    {
      id: 'status-502-2',
      name: '502.2: the CGI program ended without an answer',
      verdict: 'act',
      meaning:
        'A CGI program ended before it had sent complete headers: it crashed, a DLL is missing, or it printed something else first. In lists of Application Request Routing 502.2 means that a request could not be mapped.',
      checks: [
        'Run the program by hand as the account of the pool: does it begin with a header line such as `Content-Type:`?',
      ],
      fix: 'Cure the start of the program: for PHP the missing Visual C++ runtime, the php.ini or an extension.',
      keys: [status(502, 2)],
      sources: [statusList],
      samples: ['HTTP Error 502.2 - Bad Gateway', row('502 2 0')],
      notSamples: ['HTTP Error 502.22'],
    },
    {
      id: 'status-502-2-arr',
      name: '502.2: the request could not be mapped (ARR)',
      verdict: 'look',
      meaning:
        'Application Request Routing could not make out to which server or site of the farm this request belongs. For a CGI program the same number means that it ended too early.',
      checks: ['The routing rule and the farm that it names: do they exist, and does the rule give a full target?'],
      keys: [status(502, 2, ARR)],
      sources: [statusList],
      samples: ['ARR answers with HTTP Error 502.2', row('502 2 0', 'X-ARR-CACHE-HIT=0')],
      notSamples: ['HTTP Error 502.2 from php-cgi.exe'],
    },
    {
      id: 'status-502-3',
      name: '502.3: no valid answer from the server behind',
      verdict: 'act',
      meaning:
        'IIS forwarded the request, by Application Request Routing or to the process of an ASP.NET Core application, and the connection failed. The Win32 status tells how.',
      causes: [
        '12002: no answer within the time limit',
        '12029: no connection: not running, wrong port, firewall',
        '12030: the connection was cut during the answer',
        '12152: the answer is no valid HTTP, for instance its length does not fit',
        '12175: TLS failed: certificate or protocol version',
      ],
      checks: ['sc-win32-status: 12002 too slow, 12029 not reachable, 12030 cut off, 12152 invalid answer, 12175 TLS.'],
      fix: 'What the code says, on the server behind: look in its logs at the same second.',
      doNot: ['Do not raise the time limit for a code other than 12002: it changes nothing.'],
      keys: [status(502, 3)],
      sources: [routing, statusList],
      samples: ['HTTP Error 502.3 - Bad Gateway', row('502 3 12152'), row('502 3 2147954575')],
      notSamples: ['HTTP Error 502.33'],
    },
    {
      id: 'status-502-3-timeout',
      name: '502.3 with 12002: the server behind was too slow',
      verdict: 'act',
      meaning:
        'It took the request and did not answer within the time limit. time-taken of the row shows that limit; unset it is 120 seconds for the proxy and for ASP.NET Core, 30 for a server farm.',
      checks: ['How long does the same request take straight at the server behind?'],
      fix: 'Cure the slow request. If it has to be slow: `timeout` of the proxy or farm, or `requestTimeout` of `aspNetCore`, for that application.',
      doNot: ['Do not raise the limit for everything: hanging requests then pile up until the queue is full.'],
      keys: [status(502, 3, /^502 3 (?:12002|2147954402)\b/)],
      sources: [routing],
      samples: [row('502 3 12002'), row('502 3 2147954402'), 'status 502 3 12002'],
      notSamples: [row('502 3 12029')],
    },
    {
      id: 'status-502-3-no-connection',
      name: '502.3 with 12029: the server behind is not reachable',
      verdict: 'act',
      meaning:
        'No connection could be made: the process or site behind is not running, listens on another port, or a firewall stands between. For ASP.NET Core out of process: its process is gone.',
      checks: ['From this server: `Test-NetConnection the-server -Port 8080`; is the process behind running?'],
      fix: 'Start what should listen there and find out why it stopped; correct the address in the rule or farm.',
      doNot: ['Do not restart IIS on the proxy: it is not the one that is down.'],
      keys: [status(502, 3, /^502 3 (?:12029|2147954429)\b/)],
      sources: [routing],
      samples: [row('502 3 12029'), row('502 3 2147954429')],
      notSamples: [row('502 3 12002')],
    },
    {
      id: 'status-502-3-reset',
      name: '502.3 with 12030: the server behind cut the connection',
      verdict: 'act',
      meaning:
        'The connection was there and ended before the answer was complete: the process behind crashed or was recycled, or it closes idle connections earlier than the proxy does.',
      checks: [
        'Crash or recycle events on the server behind at that second. Only after pauses? Then compare the idle times of both.',
      ],
      fix: 'Cure the crash, or let the server behind keep idle connections longer than the proxy uses them.',
      keys: [status(502, 3, /^502 3 (?:12030|2147954430)\b/)],
      sources: [routing],
      samples: [row('502 3 12030'), row('502 3 2147954430')],
      notSamples: [row('502 3 12029')],
    },
    {
      id: 'status-502-4',
      name: '502.4: no server of the farm is available (ARR)',
      verdict: 'act',
      meaning:
        'Application Request Routing found no server to forward to: all members of the farm are offline, or the health test calls them unhealthy.',
      checks: [
        'The state of the members in IIS Manager (Monitoring and Management), and the URL of the health test: what does it answer?',
      ],
      fix: 'Cure the members or the health test; take back online what is only set offline.',
      doNot: ['Do not delete the health test: the proxy would then send visitors to dead servers.'],
      keys: [status(502, 4)],
      sources: [statusList, routing],
      samples: ['HTTP Error 502.4 - Bad Gateway', row('502 4 0')],
      notSamples: ['HTTP Error 502.40'],
    },
    {
      id: 'status-502-5-arr',
      name: '502.5: WebSocket failure (ARR)',
      verdict: 'look',
      meaning:
        'Application Request Routing could not forward a WebSocket connection. For an ASP.NET Core application the same number means that its process did not start.',
      checks: [
        'Is the feature WebSocket Protocol installed on the proxy, and does the server behind accept the upgrade?',
      ],
      keys: [status(502, 5, new RegExp(`${ARR.source}|WebSocket`, 'i'))],
      sources: [statusList],
      samples: [
        'Our reverse proxy returns HTTP Error 502.5 for the WebSocket connection',
        row('502 5 0', 'X-ARR-LOG-ID=1'),
      ],
      notSamples: ['HTTP Error 502.5 - Process Failure'],
    },
    {
      id: 'status-502-forwarding',
      name: '502.6 or 502.7: ARR could not forward the request',
      verdict: 'look',
      meaning:
        'Application Request Routing failed while it forwarded the request (6) or handed it to another step of the pipeline (7). The numbers say no more than that.',
      checks: ['A failed request trace for 502 on the proxy: the module and code in it tell more.'],
      keys: [status(502, 6), status(502, 7)],
      sources: [statusList],
      samples: ['HTTP Error 502.6 - Bad Gateway', row('502 7 0')],
      notSamples: ['HTTP Error 502.67'],
    },
    {
      id: 'status-504',
      name: '504 Gateway Timeout',
      verdict: 'look',
      meaning:
        'A gateway or load balancer in front waited too long. IIS itself hardly sends it: the log of this server then has no 504, but the same request with a long time-taken, or with Win32 64.',
      checks: ['Who sent it: the header `Server` of the answer. Then the same URL in the log here: time-taken.'],
      fix: 'Cure the slow request; set the limit of the gateway above what the application needs.',
      keys: [status(504), status(504, 0)],
      sources: [proxyErrors],
      samples: ['504 Gateway Timeout', 'HTTP/1.1 504 Gateway Time-out', row('504 0 0')],
      notSamples: ['504 seconds'],
    },
  ],
});
