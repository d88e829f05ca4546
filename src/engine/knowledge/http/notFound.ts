import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 404 and which module or limit answers each.',
  read: READ,
};
const requestFiltering: Source = {
  document: 'IIS documentation: requestFiltering and its child elements',
  says: 'The lists and limits of request filtering, their defaults, and the sub-status that each of them answers.',
  read: READ,
};
const contentLength: Source = {
  document: 'Microsoft Support, KB 942074: HTTP error 404.13, content length too large',
  says: 'maxAllowedContentLength counts bytes and is 30,000,000 where nobody set it.',
  read: READ,
};
const dynamicContent: Source = {
  document: 'Microsoft Support: HTTP error 404.17, dynamic content mapped to the static file handler',
  says: 'The module that should run the file is not installed, or its handler does not fit the pool.',
  read: READ,
};
const verbs: Source = {
  document: 'Microsoft Support: HTTP error 405.0 when you visit a website hosted on IIS',
  says: 'The method is one that the handler of the URL does not accept.',
  read: READ,
};

const status = (code: number, substatus?: number): Key => ({
  kind: 'status',
  status: code,
  ...(substatus !== undefined && { substatus }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip sc-status sc-substatus sc-win32-status time-taken\n2026-05-20 04:11:38 192.168.7.3 GET /docs/x - 192.168.9.1 ${numbers} 0`;

/** What is not found, or what IIS hides by saying so. */
export default defineFamily({
  facts: [
    {
      id: 'status-404',
      name: '404 Not Found',
      verdict: 'look',
      meaning:
        'Nothing is at this URL, or something refuses it on purpose: from 404.2 on the sub-status names the module or limit. Visitors see only 404.',
      checks: [
        'The three numbers in the log: `404 0 2` is a missing file, `404 0 0` the answer of the application, others are refusals.',
      ],
      keys: [status(404)],
      sources: [statusList],
      samples: ['HTTP/1.1 404 Not Found', 'HTTP Error 404', 'The remote server returned an error: (404) Not Found.'],
      notSamples: ['HTTP Error 404.13', 'line 404', 'Peugeot 404', 'error in 404 ms'],
    },
    {
      id: 'status-404-0',
      name: '404.0: nothing at this path',
      verdict: 'look',
      meaning:
        'With Win32 2 or 3 the file or folder is really not there. With Win32 0 the request reached a handler or the application, and that answered 404.',
      checks: [
        'Does the file exist below the physical path of the site or virtual directory, with that extension?',
        'A URL without extension that worked elsewhere: is its handler (ASP.NET, rewrite module) installed here?',
      ],
      fix: 'Correct the link, the physical path or the rewrite target; requests of scanners for files that never existed need nothing.',
      keys: [status(404, 0)],
      sources: [statusList],
      samples: ['HTTP Error 404.0 - Not Found', row('404 0 0'), 'status 404 0 2'],
      notSamples: ['HTTP Error 404.10', 'version 404.0'],
    },
    {
      id: 'status-404-2',
      name: '404.2: this ISAPI or CGI program is not allowed',
      verdict: 'act',
      meaning:
        'The DLL or EXE that should run the request is not in the list of allowed programs of the server, `isapiCgiRestriction`, or stands there as not allowed.',
      checks: ['`%windir%\\system32\\inetsrv\\appcmd.exe list config /section:isapiCgiRestriction`'],
      fix: 'Allow that one program: ISAPI and CGI Restrictions in IIS Manager, at the server. For ASP.NET or ASP install the feature instead.',
      doNot: ['Do not set `notListedCgisAllowed` or `notListedIsapisAllowed`: any program could run then.'],
      keys: [status(404, 2)],
      sources: [statusList],
      samples: ['HTTP Error 404.2 - Not Found', row('404 2 1260')],
      notSamples: ['HTTP Error 404.20', 'HTTP Error 404.12'],
    },
    {
      id: 'status-404-3',
      name: '404.3: no MIME type for this extension',
      verdict: 'act',
      meaning:
        'The file may well be there, but the static file handler has no MIME type for its extension and hands nothing out. For a script extension it means that the handler of the script is missing.',
      checks: ['Is it content (.json, .woff2, .webp) or a script (.svc, .php, .aspx)?'],
      fix: 'Content: a `mimeMap` in `staticContent` of that site, behind a `<remove>` of the same extension. Script: install its feature.',
      doNot: [
        'Do not add a MIME type for a script extension, nor for `.*`: IIS would hand out source and configuration.',
      ],
      keys: [status(404, 3)],
      sources: [statusList],
      samples: ['HTTP Error 404.3 - Not Found', row('404 3 50'), 'We get 404.3 for .woff2 files on the new web server'],
      notSamples: ['HTTP Error 404.13'],
    },
    {
      id: 'status-404-4',
      name: '404.4: no handler for this request',
      verdict: 'act',
      meaning:
        'No entry of `handlers` fits the extension and verb in this pool. Either the entry is missing, or its `preCondition` excludes this bitness, pipeline mode or version of .NET.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list config "Site/app" /section:handlers`, and `preCondition` against the settings of the pool.',
      ],
      fix: 'Install the feature that brings the handler, or set the pool as the handler wants it; look for a `<clear/>` in web.config.',
      keys: [status(404, 4)],
      sources: [statusList],
      samples: ['HTTP Error 404.4 - Not Found', row('404 4 2')],
      notSamples: ['HTTP Error 404.14'],
    },
    {
      id: 'status-404-5',
      name: '404.5: a denied sequence in the URL',
      verdict: 'look',
      meaning:
        'Request filtering found a sequence of `denyUrlSequences` in the URL. Mostly that is a probe, refused as it should be.',
      checks: ['Is it a URL of your own application? Then which entry of `denyUrlSequences` is in it?'],
      fix: 'For a real URL take that one sequence out of the list of that site.',
      doNot: ['Do not clear the list of the server.'],
      keys: [status(404, 5)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.5 - Not Found', row('404 5 0')],
      notSamples: ['HTTP Error 404.15'],
    },
    {
      id: 'status-404-6',
      name: '404.6: the verb is denied',
      verdict: 'look',
      meaning:
        'Request filtering does not allow this HTTP verb: it is denied in `verbs`, or not listed while `allowUnlisted` is false.',
      checks: [
        'Does your application need this verb (PUT, DELETE, OPTIONS of a cross-origin call)? TRACE and odd verbs are probes.',
      ],
      fix: 'Allow that one verb in `verbs` of `requestFiltering`, for the application that needs it.',
      keys: [status(404, 6)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.6 - Not Found', row('404 6 0')],
      notSamples: ['HTTP Error 404.16'],
    },
    {
      id: 'status-404-7',
      name: '404.7: the file extension is denied',
      verdict: 'look',
      meaning:
        'The extension is denied in `fileExtensions` of request filtering. The list protects configuration and source code: .config, .cs, .mdb and the like.',
      checks: ['Which extension? Of the list that IIS brings, nothing should be handed out.'],
      fix: 'For content of your own: allow that one extension in `fileExtensions` of that site, or rename the files.',
      doNot: ['Do not allow .config, .cs or .mdb: passwords and code could be downloaded.'],
      keys: [status(404, 7)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.7 - Not Found', row('404 7 0'), 'status 404 7 0'],
      notSamples: ['HTTP Error 404.17', 'score 404:7'],
    },
    {
      id: 'status-404-8',
      name: '404.8: a hidden segment in the URL',
      verdict: 'look',
      meaning:
        'A part of the path is in `hiddenSegments` of request filtering: bin, App_Data, App_Code, web.config and others. They are never handed out, which is right; mostly it is a probe.',
      checks: ['Is it a folder of your own that happens to be called like that?'],
      fix: 'Rename that folder of yours.',
      doNot: ['Do not take bin, App_Data or web.config out of `hiddenSegments`.'],
      keys: [status(404, 8)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.8 - Not Found', row('404 8 0')],
      notSamples: ['HTTP Error 404.18'],
    },
    {
      id: 'status-404-9',
      name: '404.9: the file has the hidden attribute',
      verdict: 'act',
      meaning: 'IIS hands out no file that is hidden in the file system.',
      checks: ['`attrib.exe` on the file and on its folder: is there an H?'],
      fix: '`attrib.exe -h` on the file, where it should be public.',
      keys: [status(404, 9)],
      sources: [statusList],
      samples: ['HTTP Error 404.9 - Not Found', row('404 9 0')],
      notSamples: ['HTTP Error 404.19'],
    },
    {
      id: 'status-404-10',
      name: '404.10: a request header is too long',
      verdict: 'look',
      meaning:
        'A header is longer than request filtering allows for it in `headerLimits`. Somebody set that limit: without an entry there is none.',
      checks: ['Which header has an entry in `headerLimits`, and how long is it in the request?'],
      fix: 'Raise the limit for that header in that site, or make the header shorter (cookies).',
      keys: [status(404, 10)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.10 - Not Found', row('404 10 0')],
      notSamples: ['HTTP Error 404.1 - Not Found'],
    },
    {
      id: 'status-404-11',
      name: '404.11: the URL is escaped twice',
      verdict: 'look',
      meaning:
        'Decoding the path a second time changes it again (`%252e`, or a plus sign in the path). Request filtering refuses that, because disguised paths look the same.',
      checks: ['Is it a URL of your own, with a plus sign in a file name or with a part that was encoded twice?'],
      fix: 'Encode once, and a plus sign as %2B in the query; else `allowDoubleEscaping="true"` for that one path only.',
      doNot: ['Do not allow double escaping for the whole server: it protects from disguised paths.'],
      keys: [status(404, 11)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.11 - Not Found', row('404 11 0')],
      notSamples: ['HTTP Error 404.1 - Not Found'],
    },
    {
      id: 'status-404-12',
      name: '404.12: high-bit characters in the URL',
      verdict: 'look',
      meaning:
        'The URL holds characters outside of ASCII, and `allowHighBitCharacters` of request filtering is false here. Somebody set it: the default allows them.',
      checks: ['Does the site have files or routes with umlauts or other such letters?'],
      fix: 'Set `allowHighBitCharacters="true"` for that site.',
      keys: [status(404, 12)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.12 - Not Found', row('404 12 0')],
      notSamples: ['HTTP Error 404.2 - Not Found'],
    },
    {
      id: 'status-404-13',
      name: '404.13: the upload is too large',
      verdict: 'act',
      meaning:
        'The body is longer than `maxAllowedContentLength` of request filtering: bytes, 30,000,000 (28.6 MB) unless set. ASP.NET has its own `maxRequestLength`, in kilobytes (4096); the smaller one wins.',
      checks: ['How large are the uploads, and which of the two limits is below that?'],
      fix: 'Set both for that site: `requestLimits maxAllowedContentLength` in bytes, `httpRuntime maxRequestLength` in kilobytes.',
      steps: [
        'For 200 MB, in the web.config of the site: `<requestLimits maxAllowedContentLength="209715200" />` in `system.webServer/security/requestFiltering`.',
        'ASP.NET: `<httpRuntime maxRequestLength="204800" executionTimeout="600" />` in `system.web`, keeping its other attributes.',
        'ASP.NET Core in process: also the request size limit of the application, 30,000,000 bytes by default.',
      ],
      doNot: ['Do not raise it in applicationHost.config for all sites, and do not mix up bytes and kilobytes.'],
      keys: [status(404, 13)],
      sources: [contentLength, requestFiltering],
      samples: [
        'HTTP Error 404.13 - Not Found\nThe request filtering module is configured to deny a request that exceeds the request content length.',
        row('404 13 0'),
        'statusCode="404.13"',
      ],
      notSamples: ['HTTP Error 404.3 - Not Found', 'cost 404.13 USD'],
    },
    {
      id: 'status-404-14',
      name: '404.14: the path is too long',
      verdict: 'look',
      meaning:
        'The URL is longer than `maxUrl` of request filtering, 4096 bytes where nobody set it. HTTP.sys has limits of its own, 260 characters for a segment, which answer 400.',
      checks: ['Is it a URL of your own, or does a redirect append to itself?'],
      fix: 'Cure the redirect; else raise `maxUrl` in `requestLimits` of that site.',
      keys: [status(404, 14)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.14 - Not Found', row('404 14 0')],
      notSamples: ['HTTP Error 404.4 - Not Found'],
    },
    {
      id: 'status-404-15',
      name: '404.15: the query string is too long',
      verdict: 'act',
      meaning:
        'The query is longer than `maxQueryString` of request filtering, 2048 bytes where nobody set it. Sign-on with tokens or nested return addresses reaches that.',
      checks: [
        'Which page, and how long is cs-uri-query? ASP.NET has a limit of its own: `maxQueryStringLength` of `httpRuntime`.',
      ],
      fix: 'Send long values by POST; else raise `maxQueryString` in `requestLimits`, and `maxQueryStringLength`, for that site.',
      keys: [status(404, 15)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.15 - Not Found', row('404 15 0')],
      notSamples: ['HTTP Error 404.5 - Not Found'],
    },
    {
      id: 'status-404-16',
      name: '404.16: a WebDAV request at the static file handler',
      verdict: 'look',
      meaning:
        'A WebDAV verb (PROPFIND, LOCK …) came to a path where WebDAV is not installed or switched off. Windows and Office send such requests on their own when somebody opens a link.',
      checks: ['Should this site serve WebDAV? If not, nothing is wrong.'],
      fix: 'Where it should: install WebDAV Publishing and enable it for the site.',
      keys: [status(404, 16)],
      sources: [statusList],
      samples: ['HTTP Error 404.16 - Not Found', row('404 16 0')],
      notSamples: ['HTTP Error 404.6 - Not Found'],
    },
    {
      id: 'status-404-17',
      name: '404.17: a script at the static file handler',
      verdict: 'act',
      meaning:
        'The file is dynamic content, but no handler took it, so it came to the static file handler, which refuses it. ASP.NET, PHP or the like is not installed or does not fit the pool.',
      checks: [
        'Is the feature installed, and does `preCondition` of its handler fit the version, bitness and mode of the pool?',
      ],
      fix: 'Install the feature (`Web-Asp-Net45` for ASP.NET 4) and choose the right version of .NET for the pool.',
      doNot: [
        'Do not map the extension to StaticFile, and do not use `aspnet_regiis.exe -i` on Windows 8, Server 2012 or later.',
      ],
      keys: [status(404, 17)],
      sources: [dynamicContent, statusList],
      samples: ['HTTP Error 404.17 - Not Found', row('404 17 50')],
      notSamples: ['HTTP Error 404.7 - Not Found'],
    },
    {
      id: 'status-404-18',
      name: '404.18: a denied sequence in the query string',
      verdict: 'look',
      meaning:
        'Request filtering found a sequence of `denyQueryStringSequences` in the query. Somebody listed it, mostly against injected script or SQL.',
      checks: ['Is it a request of your own application? Then which sequence is in its query?'],
      fix: 'For a real request: an entry in `alwaysAllowedQueryStrings`, or that one sequence out of the list of that site.',
      doNot: ['Do not clear the list because one page trips over it.'],
      keys: [status(404, 18)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.18 - Not Found', row('404 18 0')],
      notSamples: ['HTTP Error 404.8 - Not Found'],
    },
    {
      id: 'status-404-19',
      name: '404.19: a filtering rule denies it',
      verdict: 'look',
      meaning:
        'A rule of `filteringRules` matches: text that it denies stands in the URL, the query or a header. Such rules are always made by somebody, often against a scanner or an attack.',
      checks: [
        'Which rule names this header or text? `%windir%\\system32\\inetsrv\\appcmd.exe list config "Site" /section:requestFiltering`',
      ],
      fix: 'For a real request make the rule more exact; else leave it.',
      keys: [status(404, 19)],
      sources: [statusList, requestFiltering],
      samples: ['HTTP Error 404.19 - Not Found', row('404 19 0')],
      notSamples: ['HTTP Error 404.9 - Not Found'],
    },
    {
      id: 'status-405',
      name: '405 Method Not Allowed',
      verdict: 'act',
      meaning:
        'The handler of this URL does not take the verb. For PUT and DELETE the WebDAV module is the usual one that steps in; for POST to a static file the static file handler.',
      checks: [
        'Which verb and URL? The header `Allow` of the answer lists what the handler takes; a failed request trace names it.',
      ],
      fix: 'For an API that needs PUT or DELETE: remove the module `WebDAVModule` and the handler `WebDAV` in the web.config of that application.',
      doNot: ['Do not uninstall WebDAV while another site uses it, and do not give the static file handler all verbs.'],
      keys: [status(405), status(405, 0)],
      sources: [verbs, statusList],
      samples: ['HTTP Error 405.0 - Method Not Allowed', row('405 0 1'), '405 Method Not Allowed'],
      notSamples: ['405 km', 'section 405.0'],
    },
    {
      id: 'status-406',
      name: '406 Not Acceptable',
      verdict: 'look',
      meaning:
        'The client accepts (`Accept`) none of the types in which the server has the resource. Browsers accept anything, so it is mostly a program.',
      checks: [
        'The header `Accept` of the request, and the MIME type of the file or of the answer of the application.',
      ],
      keys: [status(406), status(406, 0)],
      sources: [statusList],
      samples: ['HTTP Error 406.0 - Not Acceptable', row('406 0 0')],
      notSamples: ['406 files'],
    },
  ],
});
