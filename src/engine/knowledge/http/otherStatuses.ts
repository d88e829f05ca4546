import { defineFamily, type Fact, type NonEmpty, type Source, type Verdict } from '../fact';

const semantics: Source = {
  document: 'RFC 9110: HTTP Semantics',
  url: 'https://www.rfc-editor.org/rfc/rfc9110',
  says: 'What each status means between client, proxy and server.',
  read: '2026-11-21',
};
const additional: Source = {
  document: 'RFC 6585: Additional HTTP Status Codes',
  url: 'https://www.rfc-editor.org/rfc/rfc6585',
  says: '429 is a limit on how many requests may come in a time, 431 one on the size of the headers.',
  read: '2026-11-21',
};

interface Other {
  readonly code: number;
  readonly name: string;
  readonly verdict: Verdict;
  readonly verdictText?: string;
  readonly meaning: string;
  readonly checks: NonEmpty<string>;
  readonly fix?: string;
  readonly doNot?: NonEmpty<string>;
  readonly sources?: NonEmpty<Source>;
}

const row = (code: number): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-03-02 07:15:09 10.1.0.4 POST /orders/new 10.1.9.20 ${code} 0 0 31`;

const fact = ({ code, name, sources, ...rest }: Other): Fact => ({
  id: `status-${code}`,
  name: `${code} ${name}`,
  keys: [
    { kind: 'status', status: code },
    { kind: 'status', status: code, substatus: 0 },
  ],
  sources: sources ?? [semantics],
  samples: [row(code), `HTTP/1.1 ${code} ${name}`],
  notSamples: [`it took ${code} ms`, `HTTP Error ${code}.77`],
  ...rest,
});

const statuses: readonly Other[] = [
  {
    code: 407,
    name: 'Proxy Authentication Required',
    verdict: 'look',
    meaning:
      'A proxy asks who is there. A web server has no reason to send it: it comes from a proxy between, or an application hands on what its own call to the outside got.',
    checks: [
      'Which machine answered: a proxy on the way of the visitor, or the proxy that the application goes through?',
    ],
    fix: 'Give the client of that proxy its credentials; for .NET calls `defaultProxy` with `useDefaultCredentials`.',
  },
  {
    code: 415,
    name: 'Unsupported Media Type',
    verdict: 'look',
    meaning:
      'The application does not take the `Content-Type` of the body, such as JSON sent as text/plain or without any type. A fault of the call, not of IIS; the MIME types of IIS are for what it sends.',
    checks: ['The header `Content-Type` of the request, and what the application expects at that URL.'],
    fix: 'Let the client send the right `Content-Type`.',
    doNot: ['Do not add a MIME type in IIS for it: `staticContent` has no part in requests.'],
  },
  {
    code: 416,
    name: 'Range Not Satisfiable',
    verdict: 'look',
    verdictText: 'mostly harmless',
    meaning:
      'The client asked for a piece of a file that is shorter than that. A download is resumed after the file was replaced, or the client has it whole already.',
    checks: ['One client again and again: does its copy, or a cache between, still have the old length?'],
  },
  {
    code: 417,
    name: 'Expectation Failed',
    verdict: 'look',
    meaning:
      'The client sent `Expect: 100-continue` and something on the way does not do that: mostly an old proxy, seldom the server.',
    checks: ['Does the same call work past the proxy?'],
    fix: 'Let the client do without it; in .NET Framework `ServicePointManager.Expect100Continue = false`.',
  },
  {
    code: 423,
    name: 'Locked',
    verdict: 'look',
    meaning:
      'WebDAV: another client holds a lock on the file. Office keeps one while a document is open; a client that crashed leaves it until its time is over.',
    checks: ['Who has the document open? The lock of a client that is gone ends by itself, mostly within minutes.'],
  },
  {
    code: 426,
    name: 'Upgrade Required',
    verdict: 'look',
    meaning:
      'The application wants another protocol, such as WebSocket or HTTP/2 for gRPC, and the request came in plain HTTP/1.1. Often something between dropped the header `Upgrade`.',
    checks: ['The same call straight at the server, past proxy and load balancer: does it work there?'],
    fix: 'Let the proxy hand on `Upgrade` and `Connection`, or speak HTTP/2 to the server.',
  },
  {
    code: 429,
    name: 'Too Many Requests',
    verdict: 'look',
    meaning:
      'A limit on requests of one client in a time: of the application, a gateway before it, or a service that the application calls. The limits of IIS itself (`dynamicIpSecurity`) answer 401, 403, 404 or abort.',
    checks: ['Who counts, and by what: by address, user or key? Behind a proxy all visitors can look like one.'],
    fix: 'Let the client wait as `Retry-After` says, or raise the limit where it counts wrongly.',
    doNot: ['Do not switch the limit off because of one loud client.'],
    sources: [additional],
  },
  {
    code: 431,
    name: 'Request Header Fields Too Large',
    verdict: 'look',
    meaning:
      'The headers are over a limit of the program that answered: Kestrel, a proxy or an application. HTTP.sys itself answers 400 there (`RequestLength`, `FieldLength`), and request filtering 404.10.',
    checks: ['How large are `Cookie` and `Authorization` of that client? Does it work in a private window?'],
    fix: 'Fewer or smaller cookies and claims; with Kestrel `MaxRequestHeadersTotalSize`.',
    sources: [additional],
  },
  {
    code: 499,
    name: 'Client Closed Request',
    verdict: 'look',
    verdictText: 'the client went away',
    meaning:
      'nginx and some gateways write it when the visitor leaves before the answer is there; IIS never does. In a log of IIS it came from the application or a module.',
    checks: ['How long had the request run? Many after a long time: the page is slow, and people give up.'],
    sources: [
      {
        document: 'Source of nginx: ngx_http_request.h',
        says: 'A status of its own for the case that the client closed the connection before the answer.',
        read: '2026-11-21',
      },
    ],
  },
  {
    code: 501,
    name: 'Not Implemented',
    verdict: 'look',
    meaning:
      'The server knows no way to do what the request asks: a verb that nothing handles, or a header value such as an unknown `Transfer-Encoding`. Mostly scanners, or WebDAV verbs on a server without WebDAV.',
    checks: ['Verb and URL of the row: is it a client of yours? TRACE, PROPFIND and made-up verbs are mostly probes.'],
    doNot: ['Do not install WebDAV for the probes of others.'],
  },
  {
    code: 505,
    name: 'HTTP Version Not Supported',
    verdict: 'look',
    verdictText: 'mostly probes',
    meaning:
      'The first line of the request names a version of HTTP that the server does not speak, or something else than a version. Blanks in a URL that was not encoded look like that too.',
    checks: [
      'The URL in the HTTPERR log (reason `Version_N/S`): is there a blank in it that the client should encode?',
    ],
    fix: 'Encode the URL where it is made; probes need nothing.',
  },
];

/** Statuses that seldom come from IIS itself: from applications, proxies and WebDAV. */
export default defineFamily({ facts: statuses.map(fact) });
