import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const logFields: Source = {
  document: 'IIS documentation: logFile of a site, logExtFileFlags and customFields',
  says: 'The fields that a W3C log can have, which are on by default, and how fields of one own are added.',
  read: READ,
};
const timeTaken: Source = {
  document: 'Microsoft Support, KB 944884: the time-taken field in IIS HTTP logging',
  says: 'From the first byte of the request to the acknowledged end of the answer, the network included.',
  read: READ,
};
const httpErrors: Source = {
  document: 'Microsoft Support, KB 820729: Error logging in HTTP APIs',
  says: 'The columns of the HTTP.sys error log in their order, a hyphen where one is not known.',
  read: READ,
};
const accounting: Source = {
  document: 'IIS 5 documentation: process accounting',
  says: 'The extra columns by which IIS 5 logged the CPU time of applications.',
  read: READ,
};
const ftpFields: Source = {
  document: 'IIS documentation: logFile of an FTP site',
  says: 'The columns that only FTP logs have.',
  read: READ,
};
const weakTls: Source = {
  document: 'Microsoft Security blog: IIS functionality to help identify weak TLS usage',
  says: 'Four server variables that a site can log as fields of its own, with the values of protocol, cipher, hash and key exchange.',
  read: READ,
};

interface Field {
  readonly field: string;
  readonly name: string;
  readonly meaning: string;
  readonly checks?: NonEmpty<string>;
  readonly doNot?: NonEmpty<string>;
  readonly sources?: NonEmpty<Source>;
  /** A header line in which it stands. */
  readonly sample: string;
  /** A text in which the word is something else. */
  readonly notSample: string;
}

const fact = ({ field, sample, notSample, sources, ...rest }: Field): Fact => ({
  id: `log-field-${field
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')}`,
  verdict: null,
  keys: [{ kind: 'field', field }],
  sources: sources ?? [logFields],
  samples: [sample],
  notSamples: [notSample],
  ...rest,
});

const W3C =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';
const FULL =
  '#Fields: date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-version cs(Cookie) cs-host sc-status sc-bytes cs-bytes';
const HTTPERR =
  '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid streamid_ex sc-status s-siteid s-reason s-queuename transport';
const ACCOUNTING =
  '#Fields: date time s-sitename cs-uri-stem sc-status s-event s-process-type s-user-time s-kernel-time s-page-faults s-total-procs s-active-procs s-stopped-procs';
const FTP =
  '#Fields: date time c-ip cs-username s-ip s-port cs-method cs-uri-stem sc-status sc-win32-status sc-substatus x-session x-fullpath x-debug';
const CUSTOM =
  '#Fields: date time cs-method cs-uri-stem sc-status X-Forwarded-For crypt-protocol crypt-cipher crypt-hash crypt-keyexchange';

const when: Field[] = [
  {
    field: 'date',
    name: 'date: the day, in UTC',
    meaning:
      'The day on which the request ended, in UTC, whatever the time zone of the server is. `localTimeRollover` changes only when a new file is begun, not the times in it.',
    sample: W3C,
    notSample: 'Release date of the product',
  },
  {
    field: 'time',
    name: 'time: the end of the request, in UTC',
    meaning:
      'UTC, and the moment in which the row was made, which is the end of the request: its beginning is time minus time-taken. Rows are not in the order in which requests came. Event logs show local time.',
    doNot: ['Do not compare it with Event Viewer or an application log before both are in the same time zone.'],
    sample: W3C,
    notSample: 'What time is it?',
  },
  {
    field: 'time-taken',
    name: 'time-taken: milliseconds, the network included',
    meaning:
      'From the first byte of the request until the client has acknowledged the answer. A slow client or large download makes it long although the server was quick; 0 is normal for 304 and cached files.',
    checks: [
      'Slow for everybody, or only for far clients and large answers (sc-bytes)? Only the former is the application.',
    ],
    doNot: ['Do not read it as seconds, and not as the time of the application alone.'],
    sources: [timeTaken],
    sample: W3C,
    notSample: 'time-taken by the tests',
  },
];

const who: Field[] = [
  {
    field: 'c-ip',
    name: 'c-ip: the address of the client',
    meaning:
      'The address that opened the connection: behind a proxy or load balancer always that one. The visitor then stands in a field of your own with `X-Forwarded-For`.',
    sample: W3C,
    notSample: 'the c-ip part',
  },
  {
    field: 'cs-username',
    name: 'cs-username: the authenticated user',
    meaning:
      'A hyphen for anonymous requests, for the first steps of Windows authentication, and for users whom only the application knows (forms, tokens).',
    sample: W3C,
    notSample: 'cs-username is unknown',
  },
  {
    field: 'cs(User-Agent)',
    name: 'cs(User-Agent): program of the client',
    meaning: 'What the client calls itself, with plus signs for blanks. Anybody can write anything there.',
    sample: W3C,
    notSample: 'User-Agent: curl',
  },
  {
    field: 'cs(Cookie)',
    name: 'cs(Cookie): cookies of the request',
    meaning: 'The cookies that the client sent, those of its session included.',
    doNot: ['Do not log it and do not pass such logs on: whoever has a session cookie is that user.'],
    sample: FULL,
    notSample: 'Cookie: a=b',
  },
  {
    field: 'cs(Referer)',
    name: 'cs(Referer): the page before',
    meaning:
      'The page whose link or form led here, as the client says. On by default since IIS 8. For a 404 it names the page with the broken link.',
    sample: W3C,
    notSample: 'Referer: x',
  },
  {
    field: 'X-Forwarded-For',
    name: 'X-Forwarded-For: the client behind the proxy',
    meaning:
      'A field of your own (IIS 8.5 and later; such files end in `_x.log`). The proxy puts the address of its client there; with several proxies it is a list, and a client can send one itself.',
    doNot: ['Do not trust it for access rules unless your own proxy overwrites what the client sends.'],
    sample: CUSTOM,
    notSample: 'X-Forwarded-For: 10.0.0.1',
  },
];

const where: Field[] = [
  {
    field: 's-sitename',
    name: 's-sitename: the site by its number',
    meaning:
      '`W3SVC` and the id of the site, as the folder of the log is called: W3SVC1 is mostly the Default Web Site.',
    checks: ['Which site is it? `%windir%\\system32\\inetsrv\\appcmd.exe list site`'],
    sample: FULL,
    notSample: 's-sitename',
  },
  {
    field: 's-computername',
    name: 's-computername: the server',
    meaning: 'The name of the server that wrote the row; of use where the logs of several servers are put together.',
    sample: FULL,
    notSample: 's-computername',
  },
  {
    field: 's-ip',
    name: 's-ip: the address of the server',
    meaning:
      'The address of this server that the client connected to. `::1` and `127.0.0.1` are calls of the server to itself.',
    sample: W3C,
    notSample: 's-ip',
  },
  {
    field: 's-port',
    name: 's-port: the port of the server',
    meaning:
      'The port that the client connected to. Behind a proxy that ends TLS it is the port of the proxy connection, often 80 for https visitors.',
    sample: W3C,
    notSample: 's-port',
  },
  {
    field: 'cs-host',
    name: 'cs-host: the host name that was asked for',
    meaning:
      'The Host header. Off by default; without it the sites of one log and address with several host names cannot be told apart.',
    sample: FULL,
    notSample: 'cs-host',
  },
];

const what: Field[] = [
  {
    field: 'cs-method',
    name: 'cs-method: the HTTP verb',
    meaning:
      'GET, POST, HEAD and so on, as the client sent it. DEBUG comes from Visual Studio, PROPFIND and OPTIONS often from Windows Explorer and Office.',
    sample: W3C,
    notSample: 'cs-method',
  },
  {
    field: 'cs-uri-stem',
    name: 'cs-uri-stem: the path',
    meaning:
      'The path as it was asked for, without the query. After a rewrite it is still the original one on this server; a server behind a proxy logs the rewritten one.',
    sample: W3C,
    notSample: 'cs-uri-stem',
  },
  {
    field: 'cs-uri-query',
    name: 'cs-uri-query: the query string',
    meaning:
      'What stood behind the question mark. IIS adds to it: classic ASP errors as `|line|number|text`, Application Request Routing `X-ARR-CACHE-HIT` and `X-ARR-LOG-ID`.',
    doNot: ['Do not pass logs on unread: queries can hold tokens, passwords and names.'],
    sample: W3C,
    notSample: 'cs-uri-query',
  },
  {
    field: 'cs-version',
    name: 'cs-version: the version of HTTP',
    meaning: 'HTTP/1.1, HTTP/2 and so on. In the HTTP.sys error log it is a hyphen where no request was read yet.',
    sample: FULL,
    notSample: 'cs-version',
  },
  {
    field: 'sc-bytes',
    name: 'sc-bytes: bytes sent to the client',
    meaning:
      'Headers and body of the answer, from the server (s) to the client (c). Answers that were cut off, or came out of the kernel cache, differ from the size of the file.',
    sample: FULL,
    notSample: 'sc-bytes',
  },
  {
    field: 'cs-bytes',
    name: 'cs-bytes: bytes received from the client',
    meaning:
      'Headers and body of the request, from the client (c) to the server (s): the size of an upload. Easily mixed up with sc-bytes, the other direction.',
    sample: FULL,
    notSample: 'cs-bytes',
  },
];

const outcome: Field[] = [
  {
    field: 'sc-status',
    name: 'sc-status: the HTTP status',
    meaning:
      'What the client got. Read it together with sc-substatus and sc-win32-status: `404 0 2` is a missing file, `404 8 0` a refusal.',
    sample: W3C,
    notSample: 'sc-status',
  },
  {
    field: 'sc-substatus',
    name: 'sc-substatus: why, in terms of IIS',
    meaning:
      'The second half of numbers such as 401.2 or 500.19, and the shortest way to the cause. Clients never get it; 0 means that nothing more exact is known.',
    sample: W3C,
    notSample: 'sc-substatus',
  },
  {
    field: 'sc-win32-status',
    name: 'sc-win32-status: the code of Windows',
    meaning:
      'A Win32 code, or a HRESULT as unsigned decimal: 2148074254 is 0x8009030E. 0 is no error, 64 a client that went away, 5 access denied. `net.exe helpmsg` knows only the small ones.',
    checks: ["Large number? In hexadecimal: PowerShell `'0x{0:X8}' -f 2148074254`"],
    sample: W3C,
    notSample: 'sc-win32-status',
  },
];

const httperr: Field[] = [
  {
    field: 'c-port',
    name: 'c-port: the port of the client',
    meaning:
      'The port that the client came from; new with each connection. It finds the same connection in a network trace.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 'c-port',
  },
  {
    field: 'cs-uri',
    name: 'cs-uri: the URL with its query',
    meaning:
      'Path and query as one, cut off after 4096 bytes, or a hyphen where no URL could be read. What could not be read stands there as it came.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 'cs-uri',
  },
  {
    field: 'streamid',
    name: 'streamid: the stream of HTTP/2',
    meaning:
      'Which request within one HTTP/2 connection it was; a hyphen for HTTP/1. Newer systems have this column, so columns must be read by the `#Fields:` line.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 'streamid',
  },
  {
    field: 'streamid_ex',
    name: 'streamid_ex: the stream, in more detail',
    meaning: 'A further number of the stream on the newest systems; a hyphen where there is none.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 'streamid_ex',
  },
  {
    field: 's-siteid',
    name: 's-siteid: the site by its number',
    meaning: 'The id of the site, or a hyphen where the request was not matched to one.',
    checks: ['Which site is it? `%windir%\\system32\\inetsrv\\appcmd.exe list site`'],
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 's-siteid',
  },
  {
    field: 's-reason',
    name: 's-reason: why HTTP.sys logged it',
    meaning:
      'The reason phrase, never empty: what HTTP.sys refused, ended or lost. `Timer_ConnectionIdle` is normal, `AppOffline` and `QueueFull` are not.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 's-reason',
  },
  {
    field: 's-queuename',
    name: 's-queuename: the application pool',
    meaning:
      'The queue that the request waited in; for IIS that is the name of the pool, with plus signs for blanks. A hyphen: the request was not matched to any.',
    checks: ['Is that pool started? `%windir%\\system32\\inetsrv\\appcmd.exe list apppool`'],
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 's-queuename',
  },
  {
    field: 'transport',
    name: 'transport: the protocol below HTTP',
    meaning: 'Over what the connection ran, TCP or, for HTTP/3, QUIC. Only the newest systems have this column.',
    sources: [httpErrors],
    sample: HTTPERR,
    notSample: 'public transport',
  },
];

const cryptography: Field[] = [
  {
    field: 'crypt-protocol',
    name: 'crypt-protocol: the version of TLS',
    meaning:
      'A field of your own with the server variable CRYPT_PROTOCOL, in hexadecimal: 400 is TLS 1.2, 100 TLS 1.1, 40 TLS 1.0, as seen by the server.',
    sources: [weakTls],
    sample: CUSTOM,
    notSample: 'crypt-protocol',
  },
  {
    field: 'crypt-cipher',
    name: 'crypt-cipher: the cipher of the connection',
    meaning: 'A field of your own with CRYPT_CIPHER_ALG_ID, the number of the algorithm in wincrypt.h, in hexadecimal.',
    sources: [weakTls],
    sample: CUSTOM,
    notSample: 'crypt-cipher',
  },
  {
    field: 'crypt-hash',
    name: 'crypt-hash: the hash of the connection',
    meaning: 'A field of your own with CRYPT_HASH_ALG_ID, the number of the algorithm in wincrypt.h, in hexadecimal.',
    sources: [weakTls],
    sample: CUSTOM,
    notSample: 'crypt-hash',
  },
  {
    field: 'crypt-keyexchange',
    name: 'crypt-keyexchange: how keys were agreed',
    meaning:
      'A field of your own with CRYPT_KEYEXCHANGE_ALG_ID, the number of the algorithm in wincrypt.h, in hexadecimal.',
    sources: [weakTls],
    sample: CUSTOM,
    notSample: 'crypt-keyexchange',
  },
];

const processAccounting: Field[] = [
  {
    field: 's-event',
    name: 's-event: what happened (IIS 5)',
    meaning:
      'Process accounting of IIS 5: the kind of the row, for instance that a site was started or a limit was reached.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-event',
  },
  {
    field: 's-process-type',
    name: 's-process-type: CGI or application (IIS 5)',
    meaning: 'Process accounting of IIS 5: whether the row counts CGI programs, applications, or both.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-process-type',
  },
  {
    field: 's-user-time',
    name: 's-user-time: CPU time of the code (IIS 5)',
    meaning: 'Process accounting of IIS 5: processor time in user mode within the interval, in percent.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-user-time',
  },
  {
    field: 's-kernel-time',
    name: 's-kernel-time: CPU time of the kernel (IIS 5)',
    meaning: 'Process accounting of IIS 5: processor time in kernel mode within the interval.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-kernel-time',
  },
  {
    field: 's-page-faults',
    name: 's-page-faults: page faults (IIS 5)',
    meaning: 'Process accounting of IIS 5: how often memory that was needed was not there.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-page-faults',
  },
  {
    field: 's-total-procs',
    name: 's-total-procs: processes since the start (IIS 5)',
    meaning: 'Process accounting of IIS 5: how many processes were counted altogether.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-total-procs',
  },
  {
    field: 's-active-procs',
    name: 's-active-procs: running processes (IIS 5)',
    meaning: 'Process accounting of IIS 5: how many processes ran when the row was written.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-active-procs',
  },
  {
    field: 's-stopped-procs',
    name: 's-stopped-procs: processes that were stopped (IIS 5)',
    meaning: 'Process accounting of IIS 5: how many processes were ended because of the limits of the site.',
    sources: [accounting],
    sample: ACCOUNTING,
    notSample: 's-stopped-procs',
  },
];

const ftp: Field[] = [
  {
    field: 'x-session',
    name: 'x-session: the FTP session',
    meaning: 'A GUID that is the same in all rows of one FTP connection: by it the commands of one visitor are found.',
    sources: [ftpFields],
    sample: FTP,
    notSample: 'x-session',
  },
  {
    field: 'x-fullpath',
    name: 'x-fullpath: the path in the FTP site',
    meaning:
      'The path from the root of the FTP site that the command was about, where cs-uri-stem has only what the client sent.',
    sources: [ftpFields],
    sample: FTP,
    notSample: 'x-fullpath',
  },
  {
    field: 'x-debug',
    name: 'x-debug: the error in words (FTP)',
    meaning: 'What the FTP service says about a failed command, such as which file was not found.',
    sources: [ftpFields],
    sample: FTP,
    notSample: 'x-debug',
  },
];

/** The columns of W3C logs of IIS and of the HTTP.sys error log. */
export default defineFamily({
  facts: [
    ...when,
    ...who,
    ...where,
    ...what,
    ...outcome,
    ...httperr,
    ...cryptography,
    ...processAccounting,
    ...ftp,
  ].map(fact),
});
