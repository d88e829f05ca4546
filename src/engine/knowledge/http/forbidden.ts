import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 403 and the setting or certificate behind each.',
  read: READ,
};
const noListing: Source = {
  document: 'ASP.NET Core documentation: troubleshoot on Azure App Service and IIS',
  says: '403.14 mostly means that the application was deployed to another folder, not completely, or without its web.config.',
  read: READ,
};
const untrusted: Source = {
  document: 'Microsoft Support: HTTP error 403.16 when you access a website that is hosted on IIS',
  says: 'A certificate that is not self-signed in the store of trusted roots makes client certificates fail.',
  read: READ,
};

const status = (substatus?: number): Key => ({
  kind: 'status',
  status: 403,
  ...(substatus !== undefined && { substatus }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-sitename cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status\n2026-04-11 19:02:44 W3SVC2 GET /intranet/ 10.2.0.77 ${numbers}`;

/** Requests that the server understands and refuses. */
export default defineFamily({
  facts: [
    {
      id: 'status-403',
      name: '403 Forbidden',
      verdict: 'look',
      meaning:
        'The server refuses on purpose. The sub-status in the log says why: TLS or a client certificate missing, no default document, an address that is not allowed. With 0 the application or a rule answered.',
      checks: ['sc-substatus in the log. Visitors see no sub-status; the page on the server itself does.'],
      doNot: ['Do not grant NTFS rights for it: a missing right on the file is 401.3.'],
      keys: [status(), status(0)],
      sources: [statusList],
      samples: ['HTTP/1.1 403 Forbidden', 'Server Error 403 - Forbidden: Access is denied.', row('403 0 0')],
      notSamples: ['HTTP Error 403.14', 'flight 403'],
    },
    {
      id: 'status-403-1',
      name: '403.1, 403.10: running programs is not allowed here',
      verdict: 'act',
      meaning:
        'The URL is a script or program, and `accessPolicy` of `handlers` does not contain Script or Execute for this path.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list config "Site/app" /section:handlers`: the value of `accessPolicy`.',
      ],
      fix: 'Add Script (for a DLL or EXE in the URL: Execute) to `accessPolicy`, for that application only.',
      doNot: ['Do not allow Script or Execute in a folder that visitors upload into.'],
      keys: [status(1), status(10)],
      sources: [statusList],
      samples: ['HTTP Error 403.1 - Forbidden', row('403 1 5'), row('403 10 0')],
      notSamples: ['HTTP Error 403.14', 'schema 403.1'],
    },
    {
      id: 'status-403-2',
      name: '403.2: reading is not allowed here',
      verdict: 'act',
      meaning: '`accessPolicy` of `handlers` does not contain Read for this path, so that no file of it is handed out.',
      checks: ['The value of `accessPolicy` for this path, also in a web.config further up.'],
      fix: 'Add Read to `accessPolicy` for that path.',
      keys: [status(2)],
      sources: [statusList],
      samples: ['HTTP Error 403.2 - Forbidden', row('403 2 5')],
      notSamples: ['HTTP Error 403.21'],
    },
    {
      id: 'status-403-3',
      name: '403.3: writing is not allowed here',
      verdict: 'look',
      meaning:
        'An upload by WebDAV or PUT to a path whose `accessPolicy` does not contain Write, or whose NTFS rights do not. On a site that is only read this is as it should be.',
      checks: ['Should anybody write here? Else it is a probe.'],
      doNot: ['Do not combine Write with Script for one folder: whoever uploads could run code.'],
      keys: [status(3)],
      sources: [statusList],
      samples: ['HTTP Error 403.3 - Forbidden', row('403 3 5')],
      notSamples: ['HTTP Error 403.13'],
    },
    {
      id: 'status-403-4',
      name: '403.4: TLS is required, the request came by http',
      verdict: 'act',
      meaning:
        '`sslFlags` of `access` contains Ssl for this path ("Require SSL"), and the address began with http. Behind a proxy that ends TLS every request arrives like that.',
      checks: ['Does the visitor use http, or does a proxy or load balancer speak http to this server?'],
      fix: 'Use https. To redirect, clear Require SSL and let a rewrite rule send http to https: with both the 403.4 comes first. Behind a proxy: clear it there too.',
      doNot: [
        'Do not answer it with an error page that redirects by script: programs and crawlers see only the error.',
      ],
      keys: [status(4)],
      sources: [statusList],
      samples: ['HTTP Error 403.4 - Forbidden', row('403 4 5'), 'IIS answers 403.4 when I use http'],
      notSamples: ['HTTP Error 403.14', '403.4 MB'],
    },
    {
      id: 'status-403-6',
      name: '403.6: the address of the client is refused',
      verdict: 'look',
      meaning:
        '`ipSecurity` denies this address, or allows only listed ones. Behind a proxy IIS sees the address of the proxy.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list config "Site/app" /section:ipSecurity`: the entries and `allowUnlisted`.',
      ],
      fix: 'For a client that should get in: an entry with `allowed="true"`; behind a proxy `enableProxyMode`.',
      doNot: ['Do not set `allowUnlisted` to true on an internal path because one client is missing.'],
      keys: [status(6)],
      sources: [statusList],
      samples: ['HTTP Error 403.6 - Forbidden', row('403 6 5')],
      notSamples: ['HTTP Error 403.16'],
    },
    {
      id: 'status-403-7',
      name: '403.7: a client certificate is required',
      verdict: 'act',
      meaning:
        '`sslFlags` of `access` contains SslRequireCert, and the client sent no certificate: it has none, or none whose issuer this server names in its question.',
      checks: [
        'Has the user a certificate with its private key, for client authentication, of an issuer that the server trusts?',
        'Does it work with TLS 1.2? In TLS 1.3 it must be asked for at once: `clientcertnegotiation=enable` of the binding.',
      ],
      fix: 'Give the client a certificate; where it is only welcome, use SslNegotiateCert without SslRequireCert.',
      doNot: ['Do not drop SslRequireCert for an application that tells users apart only by their certificate.'],
      keys: [status(7)],
      sources: [statusList],
      samples: ['HTTP Error 403.7 - Forbidden', row('403 7 64')],
      notSamples: ['HTTP Error 403.17'],
    },
    {
      id: 'status-403-13',
      name: '403.13: the client certificate is revoked or unchecked',
      verdict: 'act',
      meaning:
        'The certificate is revoked, or the server could not find out: its revocation list or OCSP responder was not reachable from the server, under the account SYSTEM.',
      checks: [
        'On the server: `certutil.exe -verify -urlfetch client.cer`. sc-win32-status 2148081683 says: not reachable.',
      ],
      fix: 'Let the server reach the addresses in the certificate (firewall, WinHTTP proxy); a revoked certificate must be replaced.',
      doNot: [
        'Do not switch the check off (`verifyclientcertrevocation=disable`): revoked certificates would be let in.',
      ],
      keys: [status(13)],
      sources: [statusList],
      samples: ['HTTP Error 403.13 - Forbidden', row('403 13 2148081683')],
      notSamples: ['HTTP Error 403.1 - Forbidden'],
    },
    {
      id: 'status-403-14',
      name: '403.14: no default document, and no listing',
      verdict: 'act',
      meaning:
        'The URL is a folder without a default document, and listing is off, as it should be. Mostly the application is not where the site points, or ASP.NET is missing so that no route is found.',
      checks: ['Does the physical path of the site hold the published application, with its web.config?'],
      fix: 'Correct the path or deploy again; install the ASP.NET feature or the Hosting Bundle; or name the start page in `defaultDocument`.',
      doNot: ['Do not enable directory browsing: everybody sees every file then.'],
      keys: [status(14)],
      sources: [statusList, noListing],
      samples: [
        'HTTP Error 403.14 - Forbidden\nThe Web server is configured to not list the contents of this directory.',
        '403.14 - Forbidden',
        row('403 14 0'),
      ],
      notSamples: ['HTTP Error 403.4', 'invoice 403.14 EUR', 'build 403.14'],
    },
    {
      id: 'status-403-16',
      name: '403.16: the client certificate is not trusted',
      verdict: 'act',
      meaning:
        'The chain of the certificate does not end in a root that the computer trusts. It also happens to good certificates when a certificate that is not self-signed lies in the store of trusted roots.',
      checks: [
        'Wrong ones in that store: `Get-ChildItem Cert:\\LocalMachine\\Root | Where-Object { $_.Issuer -ne $_.Subject }`',
      ],
      fix: 'Import the root into Trusted Root of the computer (not of a user); move others to Intermediate Certification Authorities.',
      doNot: ['Do not import the client certificate itself as a trusted root.'],
      keys: [status(16)],
      sources: [untrusted, statusList],
      samples: ['HTTP Error 403.16 - Forbidden', row('403 16 2148204809')],
      notSamples: ['HTTP Error 403.6'],
    },
    {
      id: 'status-403-17',
      name: '403.17: the client certificate is not valid now',
      verdict: 'act',
      meaning: 'It has expired, or its time has not begun; a wrong clock on the server looks the same.',
      checks: ['The dates in the certificate, and the clock of the server: `w32tm.exe /query /status`'],
      fix: 'Renew the certificate, or set the clock.',
      keys: [status(17)],
      sources: [statusList],
      samples: ['HTTP Error 403.17 - Forbidden', row('403 17 2148204801')],
      notSamples: ['HTTP Error 403.7'],
    },
    {
      id: 'status-403-18',
      name: '403.18: this URL cannot run in this pool',
      verdict: 'act',
      meaning:
        'An error page (`httpErrors` with ExecuteURL), a rewrite or a module hands the request to a URL of another application, which runs in another pool. A request cannot change its pool.',
      checks: [
        'To which URL is it handed: the `path` of `httpErrors`, or the target of a rewrite rule? In which pool is that?',
      ],
      fix: 'Use a page of the same pool, or `responseMode="File"` or `"Redirect"` for the error page.',
      doNot: ['Do not put applications into one pool only for a shared error page.'],
      keys: [status(18)],
      sources: [statusList],
      samples: ['HTTP Error 403.18 - Forbidden', row('403 18 0')],
      notSamples: ['HTTP Error 403.8'],
    },
    {
      id: 'status-403-19',
      name: '403.19: CGI may not run as this user',
      verdict: 'act',
      meaning:
        'CGI programs are started as the user who asks. For that the identity of the pool needs the right "Replace a process level token", which it does not have.',
      checks: ['The user rights of the pool identity: `secpol.msc`, Local Policies, User Rights Assignment.'],
      fix: 'Give the identity that right, or set `createProcessAsUser="false"` in `cgi`, so that programs run as the pool identity.',
      doNot: ['Do not run the pool as LocalSystem for it.'],
      keys: [status(19)],
      sources: [statusList],
      samples: ['HTTP Error 403.19 - Forbidden', row('403 19 1314')],
      notSamples: ['HTTP Error 403.1 - Forbidden'],
    },
  ],
});
