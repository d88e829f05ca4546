import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const overview: Source = {
  document: 'Microsoft Learn: IIS Modules Overview',
  says: 'The native modules of IIS, the files they stand in and what each does.',
  read: READ,
};
const ancm: Source = {
  document: 'Microsoft Learn: ASP.NET Core Module (ANCM) for IIS',
  says: 'The files of the module, the hosting models and what the hosting bundle installs.',
  read: READ,
};
const crashes: Source = {
  document: 'Microsoft Support: Troubleshooting process terminations in IIS',
  says: 'The faulting module of a crash record is often an innocent one; a dump shows the cause.',
  read: READ,
};
const rewriteDocs: Source = {
  document: 'Microsoft Learn: URL Rewrite and Application Request Routing',
  says: 'Both are downloads that add native modules and configuration sections.',
  read: READ,
};

interface ModuleText {
  readonly file: string;
  readonly meaning: string;
  readonly checks?: readonly string[];
  readonly fix?: string;
  readonly doNot?: readonly string[];
  readonly source?: Source;
}

const moduleFile = ({ file, meaning, checks, fix, doNot, source = overview }: ModuleText): Fact => ({
  id: `module-${file.toLowerCase().replace(/\W+|_/g, '-')}`,
  name: file,
  verdict: null,
  meaning,
  ...(checks ? { checks } : {}),
  ...(fix ? { fix } : {}),
  ...(doNot ? { doNot } : {}),
  keys: [
    {
      kind: 'phrase',
      as: 'name',
      anchors: [file.toLowerCase()],
      pattern: new RegExp(`(?<![\\w.-])${file.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'iy'),
    },
  ],
  sources: [source] satisfies NonEmpty<Source>,
  samples: [`Faulting module name: ${file}, version: 10.0.17763.1`, `C:\\Windows\\System32\\inetsrv\\${file}`],
  notSamples: [`x${file}`, `Contoso.${file}`, `${file}.config`],
});

const CRASH = 'In a crash record: which version, and does the same module stand in every record? Then take a dump.';

/** Libraries of IIS and of what it loads, as events and error pages name them. */
export default defineFamily({
  facts: [
    moduleFile({
      file: 'iiscore.dll',
      meaning:
        'The core of the worker process: takes requests from HTTP.sys and leads them through the pipeline of modules.',
      checks: [CRASH],
    }),
    moduleFile({
      file: 'nativerd.dll',
      meaning:
        'Reads and writes the configuration of IIS. In an error it mostly means that a configuration file is broken, locked or unreadable, not that the library is.',
      checks: ['`%windir%\\system32\\inetsrv\\appcmd.exe list config` repeats the error with file and line.'],
      doNot: ['Do not replace it with a copy from another server.'],
    }),
    moduleFile({
      file: 'w3wphost.dll',
      meaning: 'Hosts the core of IIS in `w3wp.exe` and speaks with WAS: start, ping, recycling, shutdown.',
    }),
    moduleFile({
      file: 'w3dt.dll',
      meaning: 'Moves data between HTTP.sys and the worker process. In a crash it is rarely the cause.',
      checks: [CRASH],
    }),
    moduleFile({
      file: 'w3tp.dll',
      meaning: 'The thread pool of the worker process. In a crash it is rarely the cause.',
      checks: [CRASH],
    }),
    moduleFile({
      file: 'http.sys',
      meaning:
        'The kernel driver that listens for HTTP: bindings, TLS, queues, kernel cache, first checks. Requests it refuses never reach IIS and stand only in its own error log.',
      checks: ['`%SystemRoot%\\System32\\LogFiles\\HTTPERR` tells why it refused a request.'],
    }),
    moduleFile({
      file: 'aspnetcorev2.dll',
      meaning:
        'The ASP.NET Core Module V2: starts .NET applications, in the worker process or beside it. It comes with the hosting bundle; without it `<aspNetCore>` gives 500.19 with 0x8007000D.',
      fix: 'Install or repair the .NET Hosting Bundle, after IIS was installed; then `net stop WAS /y` and `net start W3SVC`.',
      doNot: ['Do not delete `<aspNetCore>` from web.config to get rid of the error: the application needs it.'],
      source: ancm,
    }),
    moduleFile({
      file: 'aspnetcorev2_inprocess.dll',
      meaning:
        'Runs a .NET application inside `w3wp.exe`. A fault in it usually comes from the application: an exception at start (500.30), the wrong bitness (500.32), a missing runtime (500.31).',
      checks: ['The record of IIS AspNetCore Module V2 in the Application log of the same second.'],
      source: ancm,
    }),
    moduleFile({
      file: 'aspnetcorev2_outofprocess.dll',
      meaning:
        'Starts a .NET application as a process of its own and forwards requests to it. 502.5: that process did not start or does not listen on the port it was given.',
      source: ancm,
    }),
    moduleFile({
      file: 'aspnetcore.dll',
      meaning:
        'The first ASP.NET Core Module, for .NET Core 1 and 2 out of process. Hosting bundles from 3.0 on bring only V2: a web.config that names AspNetCoreModule has to be changed to AspNetCoreModuleV2.',
      source: ancm,
    }),
    moduleFile({
      file: 'hostfxr.dll',
      meaning:
        'Chooses the .NET runtime for an application. Errors name the framework that is missing; the installed ones are listed by `dotnet.exe --list-runtimes`, one list for each bitness.',
      source: ancm,
    }),
    moduleFile({
      file: 'hostpolicy.dll',
      meaning:
        'Puts the parts of a .NET application together from its `.deps.json`. Errors name a library that was not published.',
      source: ancm,
    }),
    moduleFile({
      file: 'coreclr.dll',
      meaning:
        'The runtime of .NET (Core). As faulting module it usually reports an exception of the application: the .NET Runtime record 1026 beside it names it.',
      checks: ['Application log, source .NET Runtime, id 1026, of the same second.'],
      source: crashes,
    }),
    moduleFile({
      file: 'clr.dll',
      meaning:
        'The runtime of .NET Framework 4. As faulting module it usually reports an exception or a stack overflow of the application: the .NET Runtime record 1026 beside it names it.',
      checks: [
        'Application log, source .NET Runtime, of the same second: 1026 names the exception, 1023 says that memory of the runtime was damaged.',
      ],
      doNot: ['Do not reinstall .NET before you know the exception.'],
      source: crashes,
    }),
    moduleFile({
      file: 'mscorwks.dll',
      meaning:
        'The runtime of .NET Framework 2.0 to 3.5. As faulting module it usually reports an exception of the application.',
      source: crashes,
    }),
    moduleFile({
      file: 'webengine4.dll',
      meaning:
        'The bridge between IIS and ASP.NET 4. "Failed to load" in a 64-bit pool or a 32-bit one: .NET Framework is damaged or half installed; in a crash look at the exception of the application first.',
      source: crashes,
    }),
    moduleFile({
      file: 'webengine.dll',
      meaning: 'The bridge between IIS and ASP.NET 2.0 to 3.5.',
      source: crashes,
    }),
    moduleFile({
      file: 'aspnet_isapi.dll',
      meaning:
        'ASP.NET for pools in Classic mode and for IIS 6. In Integrated mode ASP.NET is part of the pipeline and this file is not used.',
    }),
    moduleFile({
      file: 'aspnet_filter.dll',
      meaning: 'ISAPI filter of ASP.NET for sessions without cookies. A pool of the other bitness cannot load it.',
    }),
    moduleFile({
      file: 'rewrite.dll',
      meaning:
        'URL Rewrite, a download. Where `<rewrite>` stands in a web.config and the module is not installed, the answer is 500.19 with 0x8007000D.',
      fix: 'Install URL Rewrite, or take its rules out of the configuration.',
      doNot: ['Do not take the module out of `globalModules` while configurations use its rules.'],
      source: rewriteDocs,
    }),
    moduleFile({
      file: 'requestRouter.dll',
      meaning:
        'Application Request Routing (ARR), a download: forwards requests to other servers. Its 502 errors carry codes of WinHTTP: 12002 is a time-out of the server behind.',
      source: rewriteDocs,
    }),
    moduleFile({
      file: 'iiscors.dll',
      meaning: 'The IIS CORS module, a download. Without it a `<cors>` section gives 500.19 with 0x8007000D.',
    }),
    moduleFile({
      file: 'asp.dll',
      meaning:
        'Classic ASP. It is off until the role service ASP is installed; a crash in it mostly comes from a COM component that a page uses.',
      checks: [CRASH],
    }),
    moduleFile({
      file: 'isapi.dll',
      meaning:
        'Runs ISAPI extensions, also ASP and ASP.NET in Classic mode. Which extension is meant stands beside it.',
    }),
    moduleFile({
      file: 'filter.dll',
      meaning:
        'Runs ISAPI filters. A filter that fails to load, for instance of the wrong bitness, can keep the pool from starting.',
    }),
    moduleFile({
      file: 'iisfcgi.dll',
      meaning:
        'FastCGI: starts processes such as `php-cgi.exe` and passes them requests. Errors usually belong to that process.',
    }),
    moduleFile({ file: 'cgi.dll', meaning: 'Runs CGI programs, a new process for each request.' }),
    moduleFile({
      file: 'modrqflt.dll',
      meaning:
        'Request filtering: refuses requests by length, extension, segment or verb with 404.5 to 404.20. 404.13 is an upload over `maxAllowedContentLength`.',
    }),
    moduleFile({
      file: 'iprestr.dll',
      meaning: 'IP and domain restrictions: refuses addresses with 403.6 and names with 403.8.',
    }),
    moduleFile({
      file: 'diprestr.dll',
      meaning:
        'Dynamic IP restrictions: refuses an address with too many requests at once (403.501) or in a time (403.502).',
      checks: ['Do all users come through one proxy or load balancer? Then they count as one address.'],
    }),
    moduleFile({
      file: 'webdav.dll',
      meaning:
        'WebDAV publishing. It takes PUT, DELETE and other verbs for itself: an API behind it then answers 405 to them.',
      fix: 'For an API: `<remove name="WebDAVModule" />` in modules and `<remove name="WebDAV" />` in handlers of its web.config.',
    }),
    moduleFile({
      file: 'validcfg.dll',
      meaning:
        'Looks for settings of ASP.NET that Integrated mode would ignore, and answers 500.22, 500.23 or 500.24 where it finds some.',
      checks: ['Which setting: httpModules (500.22), httpHandlers (500.23) or impersonation (500.24) in system.web.'],
    }),
    moduleFile({
      file: 'authcert.dll',
      meaning:
        'Maps client certificates to accounts of Active Directory. The handshake itself is the work of HTTP.sys.',
    }),
    moduleFile({
      file: 'authmap.dll',
      meaning: 'Maps client certificates to accounts by rules in the configuration of IIS (one to one, many to one).',
    }),
    moduleFile({ file: 'authmd5.dll', meaning: 'Digest authentication, only for domain accounts.' }),
    moduleFile({
      file: 'urlauthz.dll',
      meaning:
        'URL authorization of IIS (`system.webServer/security/authorization`), for all content and not only that of ASP.NET.',
    }),
    moduleFile({
      file: 'redirect.dll',
      meaning: 'HTTP redirection by configuration (`httpRedirect`); URL Rewrite is another module.',
    }),
    moduleFile({
      file: 'cachtokn.dll',
      meaning:
        'Keeps logon tokens of users. A changed password or group membership therefore counts only after some minutes or a recycling.',
    }),
    moduleFile({ file: 'cachfile.dll', meaning: 'Cache of file handles and content in user mode.' }),
    moduleFile({ file: 'cachhttp.dll', meaning: 'Output cache, in user mode and in the kernel (HTTP.sys).' }),
    moduleFile({
      file: 'protsup.dll',
      meaning: 'Small parts of the protocol: custom headers, TRACE and OPTIONS, keep-alive.',
    }),
    moduleFile({
      file: 'iisreqs.dll',
      meaning:
        'Request monitor: the list of running requests that `%windir%\\system32\\inetsrv\\appcmd.exe list requests` prints.',
    }),
    moduleFile({ file: 'iisetw.dll', meaning: 'Traces requests to ETW, the source of WWW Server events.' }),
    moduleFile({
      file: 'logcust.dll',
      meaning: 'Custom logging through COM modules, as IIS 6 had it (ODBC logging is one).',
    }),
    moduleFile({ file: 'iis_ssi.dll', meaning: 'Server-side includes (`.shtml`).' }),
    moduleFile({
      file: 'iisnode.dll',
      meaning:
        'iisnode, a third-party module that runs Node.js behind IIS. Its errors carry HRESULTs of their own and logs beside the application.',
    }),
    moduleFile({
      file: 'rpcproxy.dll',
      meaning: 'RPC over HTTP, as RD Gateway and older versions of Exchange use it.',
    }),
    moduleFile({
      file: 'custerr.dll',
      meaning: 'Sends the error pages of IIS, detailed or custom. The error it shows was raised by another module.',
    }),
    moduleFile({ file: 'static.dll', meaning: 'Serves static files. 404.3: the extension has no MIME type.' }),
    moduleFile({
      file: 'defdoc.dll',
      meaning: 'Finds the default document of a folder. Without a match comes the listing or 403.14.',
    }),
    moduleFile({ file: 'dirlist.dll', meaning: 'Lists folders where that is allowed; else 403.14.' }),
    moduleFile({
      file: 'authanon.dll',
      meaning:
        'Anonymous authentication, as IUSR or as the identity of the pool. Without it and without another one IIS answers 401.2.',
    }),
    moduleFile({
      file: 'authsspi.dll',
      meaning:
        'Windows authentication (Kerberos, NTLM). A 401 before the 200 is part of it; only a 401 at the end is a fault.',
    }),
    moduleFile({
      file: 'authbas.dll',
      meaning: 'Basic authentication: name and password in every request, so only over TLS.',
    }),
    moduleFile({
      file: 'compstat.dll',
      meaning: 'Compresses static files and keeps them in `inetpub\\temp\\IIS Temporary Compressed Files`.',
    }),
    moduleFile({ file: 'compdyn.dll', meaning: 'Compresses dynamic answers; under load it costs processor time.' }),
    moduleFile({ file: 'gzip.dll', meaning: 'The compression itself, for static and dynamic answers.' }),
    moduleFile({
      file: 'iisfreb.dll',
      meaning: 'Failed request tracing: writes the `fr000001.xml` files below `inetpub\\logs\\FailedReqLogFiles`.',
    }),
    moduleFile({ file: 'loghttp.dll', meaning: 'Hands what is to be logged to HTTP.sys, which writes the W3C log.' }),
    moduleFile({
      file: 'warmup.dll',
      meaning: 'Application Initialization: calls pages before the first visitor does, after a start or a recycling.',
    }),
    moduleFile({
      file: 'iiswsock.dll',
      meaning: 'WebSocket. Without this role service a WebSocket request gets an ordinary answer.',
    }),
    moduleFile({ file: 'cachuri.dll', meaning: 'Cache of what IIS knows about URLs: configuration and files.' }),
    moduleFile({
      file: 'ftpsvc.dll',
      meaning: 'The FTP service of IIS 7 and later. Its faults concern no web site.',
    }),
    moduleFile({
      file: 'ntdll.dll',
      meaning:
        'The lowest library of Windows. As faulting module it is where damage shows, rarely where it was done: with 0xC0000374 some native code has written over the heap before.',
      checks: [
        'Take a dump (procdump or Windows Error Reporting) and look at the thread; third-party native modules first.',
      ],
      doNot: ['Do not replace the file and do not reinstall Windows for it.'],
      source: crashes,
    }),
    moduleFile({
      file: 'KERNELBASE.dll',
      meaning:
        'Raises exceptions on behalf of others. With 0xE0434352 it reports one of a .NET application, with 0xE06D7363 one of C++ code; the cause is in that code.',
      checks: ['Application log, source .NET Runtime, id 1026, of the same second.'],
      doNot: ['Do not replace the file and do not run repair tools for it.'],
      source: crashes,
    }),
  ],
});
