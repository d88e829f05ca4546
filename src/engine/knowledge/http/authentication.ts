import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 401 and what each one says of the authentication.',
  read: READ,
};
const kerberos: Source = {
  document: 'Microsoft Support: troubleshoot Kerberos failures in Internet Explorer',
  says: 'The rows of the log during a logon: first 401.2 with 5, then 401.1, then the answer.',
  read: READ,
};
const identities: Source = {
  document: 'IIS documentation: understanding identities in IIS',
  says: 'IIS AppPool\\<name> is the account of a pool; IUSR and IIS_IUSRS are built in.',
  read: READ,
};

const status = (code: number, substatus?: number, context?: RegExp): Key => ({
  kind: 'status',
  status: code,
  ...(substatus !== undefined && { substatus }),
  ...(context && { context }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n2026-03-02 07:15:09 10.1.0.4 GET /hr/list.aspx 10.1.9.20 Mozilla/5.0 ${numbers} 4`;

/** The numbers of a logon's steps, unless the log shows that nothing came of them. */
const HANDSHAKE = /^401 (?:[2-] 5|[2-] 2148074254|1 2148074254)\b(?! then (?:nothing|[45]))/;

/** Requests that were not let in for who asks. */
export default defineFamily({
  facts: [
    {
      id: 'status-401',
      name: '401 Unauthorized',
      verdict: 'look',
      meaning:
        'The request was not authenticated, or the account may not read the file. sc-substatus in the log says which one; the browser shows no difference. A 401 that a 200 follows is part of the logon.',
      checks: [
        'The three numbers in the log: `401 2 5` and `401 1 2148074254` before a 200 are only the handshake.',
        'With sub-status 0 and Win32 0 the application answered it, for instance for a missing token.',
      ],
      doNot: ['Do not grant rights or switch authentication off for a 401 that a 200 follows.'],
      keys: [status(401), status(401, 0)],
      sources: [statusList, kerberos],
      samples: [
        'HTTP/1.1 401 Unauthorized',
        'The remote server returned an error: (401) Unauthorized.',
        row('401 0 1326'),
      ],
      notSamples: ['HTTP Error 401.3', '401 employees', 'the 401(k) plan'],
    },
    {
      id: 'status-401-handshake',
      name: '401 as a step of Windows authentication',
      verdict: 'benign',
      verdictText: 'normal before a 200',
      meaning:
        'The browser first asks without credentials (401.2, Win32 5), then Negotiate or NTLM takes a second step (401.1, 2148074254). The 200 behind it answers the same request.',
      checks: ['Does a row of the same client and URL with 200 or 304 follow? If none does, the logon really failed.'],
      doNot: ['Do not give Everyone rights and do not allow anonymous access to get rid of these rows.'],
      keys: [status(401, 1, HANDSHAKE), status(401, 2, HANDSHAKE), status(401, undefined, HANDSHAKE)],
      sources: [kerberos],
      samples: [
        'In the log I see sc-status 401 2 5 and then a 200.',
        'status 401 1 2148074254',
        'The status was 401 2 2148074254 on the old server.',
      ],
      notSamples: [row('401 1 1326'), 'status 401 1 2148074252', `${row('401 2 5')}\n${row('401 2 5').split('\n')[1]}`],
    },
    {
      id: 'status-401-1',
      name: '401.1: the logon failed',
      verdict: 'look',
      meaning:
        'Credentials were tried and refused: wrong, or the account is locked or may not log on here. Kerberos for the wrong account and the loopback check on the server itself look the same.',
      checks: [
        'sc-win32-status: 1326 or 2148074252 wrong credentials or loopback check, 2148074248 Kerberos (SPN), 2148074254 a mere step.',
        'Event 4625 in the Security log of the server at that time: its sub-status names the reason.',
      ],
      fix: 'Correct the credentials. Kerberos: register the SPN on the account of the pool. A server that calls its own host name: `BackConnectionHostNames`.',
      doNot: [
        'Do not set `DisableLoopbackCheck` on a production server: name the hosts in `BackConnectionHostNames` instead.',
      ],
      keys: [status(401, 1)],
      sources: [statusList, kerberos],
      samples: ['HTTP Error 401.1 - Unauthorized', row('401 1 2148074252'), row('401 1 1326')],
      notSamples: ['HTTP Error 401.2 - Unauthorized', 'version 401.1'],
    },
    {
      id: 'status-401-2',
      name: '401.2: no method of authentication in common',
      verdict: 'look',
      meaning:
        'The request brought no credentials of a kind that is enabled for this path. Once before a 200 that is the first step of Windows authentication; again and again it is a real refusal.',
      checks: [
        'Does a 200 for the same client follow? If not: which methods are enabled for this path, and is anonymous access off?',
        'Does the browser trust the site enough to send credentials (intranet zone), and does a proxy drop `Authorization`?',
      ],
      fix: 'Enable a method that the client offers, or anonymous access where the content is public.',
      doNot: ['Do not enable Basic authentication without TLS: the password travels readable.'],
      keys: [status(401, 2)],
      sources: [statusList, kerberos],
      samples: [
        'HTTP Error 401.2 - Unauthorized',
        `${row('401 2 5')}\n${row('401 2 5').split('\n')[1]}`,
        'Access is denied: IIS returns 401.2 for the whole site.',
      ],
      notSamples: ['HTTP Error 401.1 - Unauthorized', '10.401.2.7'],
    },
    {
      id: 'status-401-3',
      name: '401.3: the access list of the file refuses the account',
      verdict: 'act',
      meaning:
        'The logon worked, but NTFS does not let the account read the file. For anonymous requests that account is IUSR or the identity of the pool, not the visitor.',
      checks: [
        '`icacls.exe` on the file and its folders; and which account does `anonymousAuthentication` name? None means the pool identity.',
      ],
      fix: 'Read and Execute for `IIS AppPool\\<pool>`, or for the group of the users, on the content folder.',
      steps: [
        'Which pool runs the site? `%windir%\\system32\\inetsrv\\appcmd.exe list app`',
        '`icacls.exe D:\\sites\\shop /grant "IIS AppPool\\Shop:(OI)(CI)RX"`',
        'Request the page again: rights are read anew, no restart is needed.',
      ],
      doNot: ['Do not give Everyone Full control, and do not run the pool as LocalSystem.'],
      keys: [status(401, 3)],
      sources: [statusList, identities],
      samples: ['HTTP Error 401.3 - Unauthorized', row('401 3 5')],
      notSamples: ['HTTP Error 401.30'],
    },
    {
      id: 'status-401-4',
      name: '401.4: an ISAPI filter refused',
      verdict: 'look',
      meaning:
        'A filter that is installed for the site or the whole server denied the request, mostly one of a single sign-on or proxy product. IIS itself had nothing against it.',
      checks: [
        'Which filters run? `%windir%\\system32\\inetsrv\\appcmd.exe list config /section:isapiFilters`; then the log of that product.',
      ],
      doNot: ['Do not remove the filter of a sign-on product: the site would be open.'],
      keys: [status(401, 4)],
      sources: [statusList],
      samples: ['HTTP Error 401.4 - Unauthorized', row('401 4 5')],
      notSamples: ['HTTP Error 401.5'],
    },
    {
      id: 'status-401-5',
      name: '401.5: an ISAPI or CGI program refused',
      verdict: 'look',
      meaning:
        'The program behind the URL answered 401 by itself. The account got past IIS and NTFS; the reason stands in the log of that program.',
      checks: ['Which handler runs this URL, and what does its own log say at that time?'],
      keys: [status(401, 5)],
      sources: [statusList],
      samples: ['HTTP Error 401.5 - Unauthorized', row('401 5 0')],
      notSamples: ['HTTP Error 401.501'],
    },
    {
      id: 'status-concurrent-requests',
      name: 'Sub-status 501: too many requests at once from one address',
      verdict: 'look',
      meaning:
        'Dynamic IP restriction refused it: this address has more requests open than `denyByConcurrentRequests` allows. All visitors behind one proxy or NAT count as one address.',
      checks: ['Is c-ip one visitor, or a proxy or NAT that many share?'],
      fix: 'Behind a proxy that sends `X-Forwarded-For`: `enableProxyMode`. Else raise `maxConcurrentRequests` for that site, or leave an attacker refused.',
      doNot: ['Do not switch the restriction off for the whole server.'],
      keys: [status(401, 501), status(403, 501), status(404, 501)],
      sources: [statusList],
      samples: ['HTTP Error 403.501', row('403 501 0'), row('404 501 0'), row('401 501 0')],
      notSamples: ['HTTP Error 403.502', 'HTTP Error 501'],
    },
    {
      id: 'status-request-rate',
      name: 'Sub-status 502: too many requests in a short time',
      verdict: 'look',
      meaning:
        'Dynamic IP restriction refused it: this address sent more requests in the interval than `denyByRequestRate` allows. A page with many images, or users behind one proxy, can reach that.',
      checks: ['Is c-ip one visitor, or a proxy, NAT or monitor?'],
      fix: 'Behind a proxy: `enableProxyMode`. Else raise `maxRequests` for that site, or leave an attacker refused.',
      doNot: ['Do not switch the restriction off for the whole server.'],
      keys: [status(401, 502), status(403, 502), status(404, 502)],
      sources: [statusList],
      samples: ['HTTP Error 403.502', row('403 502 0'), row('401 502 0'), row('404 502 0')],
      notSamples: ['HTTP Error 403.501', 'HTTP 502'],
    },
    {
      id: 'status-denied-address',
      name: 'Sub-status 503: the address is on the deny list',
      verdict: 'look',
      meaning:
        'IP restriction refused it: `ipSecurity` denies the address, or allows only listed ones and this is none of them. Behind a proxy the address is that of the proxy.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list config "Site/app" /section:ipSecurity`: the entries and `allowUnlisted`.',
      ],
      fix: 'For a client that should get in: an entry with `allowed="true"` for its address, at that path only.',
      doNot: ['Do not set `allowUnlisted` to true on an internal path because one client is missing.'],
      keys: [status(401, 503), status(403, 503), status(404, 503)],
      sources: [statusList],
      samples: ['HTTP Error 401.503', row('403 503 5'), row('404 503 0')],
      notSamples: ['HTTP Error 503. The service is unavailable.'],
    },
    {
      id: 'status-denied-host',
      name: 'Sub-status 504: the host name is on the deny list',
      verdict: 'look',
      meaning:
        'IP restriction refused it by the DNS name of the client. For that the server looks up the name of every address (`enableReverseDns`), which also slows each request.',
      checks: [
        'Which name does the address of the client have (`nslookup.exe` with c-ip), and which entries have a `domainName`?',
      ],
      keys: [status(401, 504), status(403, 504), status(404, 504)],
      sources: [statusList],
      samples: ['HTTP Error 403.504', row('404 504 0'), row('401 504 0')],
      notSamples: ['HTTP 504'],
    },
  ],
});
