import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The statuses and sub-statuses that IIS and Application Request Routing send, each with its cause.',
  read: READ,
};
const httpErrors: Source = {
  document: 'Microsoft Support, KB 820729: Error logging in HTTP APIs',
  says: 'Requests that HTTP.sys refuses by itself reach no site; its error log names the reason of each.',
  read: READ,
};
const preload: Source = {
  document: 'Windows Server documentation: client cannot renegotiate request and returns an HTTP 413 error',
  says: 'For a client certificate that is asked for late the body must be read first, up to UploadReadAheadSize.',
  read: READ,
};
const requestFiltering: Source = {
  document: 'Microsoft Support, KB 942074: HTTP error 404.13, content length too large',
  says: 'maxAllowedContentLength of request filtering counts bytes and is 30,000,000 where nobody set it.',
  read: READ,
};

const status = (code: number, substatus?: number): Key => ({
  kind: 'status',
  status: code,
  ...(substatus !== undefined && { substatus }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-03-02 07:15:09 10.1.0.4 POST /orders/new 10.1.9.20 ${numbers} 31`;

/** Requests that are refused for their form or their size. */
export default defineFamily({
  facts: [
    {
      id: 'status-400',
      name: '400 Bad Request',
      verdict: 'look',
      meaning:
        'The request is malformed, or over a limit of HTTP.sys. HTTP.sys then answers before any site sees it: the log of the site has no row, the reason stands in the HTTPERR log.',
      causes: [
        'A Kerberos ticket of a user in very many groups: the reason is `FieldLength` or `RequestLength`',
        'No Host header, or one that cannot be read: `Hostname`',
        'An illegal character in the URL, or a segment over 260 characters: `URL`',
        'https spoken to an http port: `Verb`',
      ],
      checks: [
        'The row at that time in `%SystemRoot%\\System32\\LogFiles\\HTTPERR`; its reason phrase decides.',
        'Is there a row in the log of the site? Then the application itself answered 400.',
      ],
      fix: 'What the reason asks for. With Windows authentication and `RequestLength`: fewer groups for the user, or larger `MaxFieldLength` and `MaxRequestBytes`.',
      doNot: ['Do not raise the limits for requests of scanners: they are refused as they should be.'],
      keys: [status(400)],
      sources: [statusList, httpErrors],
      samples: ['HTTP Error 400. The request hostname is invalid.', 'HTTP/1.1 400 Bad Request'],
      notSamples: ['it took 400 ms', 'HTTP Error 400.6', 'room 400'],
    },
    {
      id: 'status-400-0',
      name: '400.0: the application refused the request',
      verdict: 'look',
      meaning:
        'What HTTP.sys refuses by itself stands in no log of a site. Here the application, or a server behind IIS, answered 400: mostly the body or the parameters are not what it expects.',
      checks: [
        'The body of the answer, or the log of the application: which value does it refuse? Which client sends it?',
        'With ASP.NET Core, `[ApiController]` answers 400 by itself where the validation of the model fails.',
      ],
      fix: 'Correct the call. After a change of the application: does it still take what its clients send?',
      doNot: ['Do not raise the limits of HTTP.sys: those refusals stand in the HTTPERR log, not here.'],
      keys: [status(400, 0)],
      sources: [httpErrors, statusList],
      samples: [row('400 0 0'), row('400 0 64'), 'HTTP Error 400.0 - Bad Request'],
      notSamples: ['HTTP Error 400. The request hostname is invalid.', 'version 400.0'],
    },
    {
      id: 'status-400-webdav',
      name: '400.1 to 400.9: a WebDAV header is not valid',
      verdict: 'look',
      meaning:
        'A WebDAV request came with a bad header: 1 Destination, 2 Depth, 3 If, 4 Overwrite, 5 Translate, 8 Timeout, 9 Lock-Token. The client or a proxy in between is at fault, not the configuration.',
      checks: [
        'Which client, and does it come through a proxy? A proxy that ends TLS leaves an http URL in `Destination`.',
      ],
      fix: 'Update the client, or let the proxy correct or hand on the header.',
      keys: [1, 2, 3, 4, 5, 8, 9].map((one) => status(400, one)) as [Key, ...Key[]],
      sources: [statusList],
      samples: ['HTTP Error 400.1 - Bad Request', row('400 2 87'), 'status code 400.9'],
      notSamples: ['HTTP Error 400.6', 'version 400.1'],
    },
    {
      id: 'status-400-6',
      name: '400.6: the body of the request is not valid',
      verdict: 'look',
      meaning:
        'The body of a WebDAV request, mostly the XML of a PROPFIND or PROPPATCH, cannot be read. The client sends it; nothing is wrong with the server.',
      checks: ['Which client? Compare with another WebDAV client against the same folder.'],
      keys: [status(400, 6)],
      sources: [statusList],
      samples: ['HTTP Error 400.6 - Bad Request', row('400 6 13')],
      notSamples: ['HTTP Error 400.7'],
    },
    {
      id: 'status-400-7',
      name: '400.7: Content-Length missing or wrong',
      verdict: 'look',
      meaning: 'The client announced no length for its body, or one that is not a number.',
      checks: ['Which client or proxy sends it, and does a plain `curl.exe --data` to the same URL work?'],
      keys: [status(400, 7)],
      sources: [statusList],
      samples: ['HTTP Error 400.7 - Bad Request', row('400 7 87')],
      notSamples: ['HTTP Error 400.6', 'the price is $400.7'],
    },
    {
      id: 'status-400-10',
      name: '400.10: X-Forwarded-For cannot be read',
      verdict: 'act',
      meaning:
        'Dynamic IP restriction runs in proxy mode and takes the address of the client out of `X-Forwarded-For`; this request brought a value there that is no address.',
      checks: ['What does the proxy send? A port behind the address, or a name, is not understood.'],
      fix: 'Let the proxy send plain addresses, or switch `enableProxyMode` off where no proxy stands before the server.',
      keys: [status(400, 10)],
      sources: [statusList],
      samples: ['HTTP Error 400.10 - Bad Request', row('400 10 0')],
      notSamples: ['HTTP Error 400.1'],
    },
    {
      id: 'status-400-11',
      name: '400.11: no valid WebSocket request',
      verdict: 'look',
      meaning:
        'The request should switch to WebSocket, but lacks a header for it or has a bad one. Mostly a proxy or firewall in between dropped `Upgrade` and `Connection`.',
      checks: ['The same page straight at the server, past the proxy: does it work there?'],
      fix: 'Let the proxy hand on `Upgrade` and `Connection`.',
      keys: [status(400, 11)],
      sources: [statusList],
      samples: ['HTTP Error 400.11 - Bad Request', row('400 11 0')],
      notSamples: ['HTTP Error 400.1'],
    },
    {
      id: 'status-400-605',
      name: '400.605: the request was forwarded in a circle (ARR)',
      verdict: 'act',
      meaning:
        'Application Request Routing counts how often a request was forwarded and ends it at the maximum: a rule sends it back to a server that it came from.',
      checks: [
        'Which routing rules match this URL, and does the name of the farm or target resolve to this very server?',
      ],
      fix: 'Exclude the requests that come back from the rule, or correct the target.',
      keys: [status(400, 605)],
      sources: [statusList],
      samples: ['HTTP Error 400.605', row('400 605 0')],
      notSamples: ['HTTP Error 400.6'],
    },
    {
      id: 'status-408',
      name: '408 Request Timeout',
      verdict: 'look',
      meaning:
        'The client did not send the whole request in time. Most such connections are ended without an answer, and only the HTTPERR log has them, with a reason that begins with `Timer_`.',
      checks: ['Which clients, how large are their uploads, and is there a slow line or a proxy in between?'],
      keys: [status(408)],
      sources: [statusList, httpErrors],
      samples: ['HTTP Error 408. The request timed out.', row('408 0 0')],
      notSamples: ['408 seconds', 'area code 408'],
    },
    {
      id: 'status-411',
      name: '411 Length Required',
      verdict: 'look',
      meaning:
        'The request has a body but no `Content-Length`, and is not sent in chunks either. HTTP.sys refuses it; the reason in the HTTPERR log is `LengthRequired`. A row in the log of a site is an answer of the application.',
      checks: ['Which client or script sends it? A POST without any body needs `Content-Length: 0`.'],
      fix: 'Let the client send `Content-Length`.',
      keys: [status(411)],
      sources: [statusList, httpErrors],
      samples: ['HTTP Error 411. The request must be chunked or have a content length.', '411 Length Required'],
      notSamples: ['call 411'],
    },
    {
      id: 'status-412',
      name: '412 Precondition Failed',
      verdict: 'benign',
      meaning:
        'The client asked for an action only if the resource is unchanged (`If-Match`, `If-Unmodified-Since`), and it has changed meanwhile. That protects the changes of somebody else.',
      checks: ['Only if it never ends: does something between client and server alter the `ETag`?'],
      keys: [status(412), status(412, 0)],
      sources: [statusList],
      samples: ['412 Precondition Failed', row('412 0 0')],
      notSamples: ['412 requests'],
    },
    {
      id: 'status-413',
      name: '413 Request Entity Too Large',
      verdict: 'act',
      meaning:
        'The body is over a limit, of IIS or of the application. Where a client certificate is asked for late, that is `uploadReadAheadSize` (49,152 bytes): the whole body must be read before TLS can be negotiated again.',
      checks: [
        'Does this path ask for client certificates? If the sub-status is 1, it is the limit of request filtering.',
        'ASP.NET Core has one of its own, `MaxRequestBodySize`: 30,000,000 bytes. A server behind a proxy has one too.',
      ],
      fix: 'Bind the certificate with `clientcertnegotiation=enable`, so that it is asked for at once; else raise `uploadReadAheadSize` for that one site.',
      doNot: ['Do not set `uploadReadAheadSize` to its maximum: every request may then take that much memory.'],
      keys: [status(413), status(413, 0)],
      sources: [preload, statusList],
      samples: [
        '413 Request Entity Too Large',
        row('413 0 0'),
        'The remote server returned an error: (413) Request Entity Too Large.',
      ],
      notSamples: ['413 bytes', 'HTTP Error 413.1'],
    },
    {
      id: 'status-413-1',
      name: '413.1: the body is over the limit of request filtering',
      verdict: 'act',
      meaning:
        'The content is longer than `maxAllowedContentLength`, in bytes, 30,000,000 (28.6 MB) where nobody set it. Newer systems answer 413.1 where older ones answer 404.13.',
      checks: ['How large are the uploads? ASP.NET has a limit of its own, `maxRequestLength`, in kilobytes.'],
      fix: 'Set `requestLimits maxAllowedContentLength` for that site, and the limit of the application beside it.',
      doNot: ['Do not raise it in applicationHost.config for all sites, and do not mix up bytes and kilobytes.'],
      keys: [status(413, 1)],
      sources: [requestFiltering],
      samples: ['HTTP Error 413.1 - Request Entity Too Large', row('413 1 0')],
      notSamples: ['413 Request Entity Too Large'],
    },
    {
      id: 'status-414',
      name: '414 URI Too Long',
      verdict: 'look',
      meaning:
        'The URL is over a limit of HTTP.sys, so no site ever saw it; a row in the log of a site is an answer of the application or of a server behind. The limit of request filtering is another one and answers 404.14 or 404.15.',
      checks: [
        'The HTTPERR log: reason `URL_Length`. A page that sends a form by GET, or a redirect that nests return addresses?',
      ],
      fix: 'Let the application send long values in the body of a POST.',
      doNot: ['Do not raise the limits of HTTP.sys in the registry first: they hold for every program on the server.'],
      keys: [status(414)],
      sources: [httpErrors, statusList],
      samples: ['HTTP Error 414. The request URL is too long.', '414 URI Too Long'],
      notSamples: ['414 items'],
    },
  ],
});
