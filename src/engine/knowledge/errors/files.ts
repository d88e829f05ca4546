import { headers, hresult, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const http50019: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The codes that a 500.19 shows, each with what it means for the configuration and how it is resolved.',
  read: READ,
};
const statusCodes: Source = {
  document: 'Microsoft Learn: the HTTP status codes in IIS',
  says: 'Which sub-status stands for a missing file, an invalid path, an unfit handler or a setting of classic mode.',
  read: READ,
};
const ancm: Source = {
  document: 'ASP.NET Core documentation: common error reference for Azure App Service and IIS',
  url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/azure-iis-errors-reference',
  says: 'What the module logs when the program of processPath, the runtime or a file is missing.',
  read: READ,
};
const wasStops: Source = {
  document: 'Scott Hanselman: the Windows Process Activation Service does not start',
  says: 'A missing folder below inetpub\\temp keeps WAS from starting; the data of the event tells the code.',
  read: READ,
};
const sslcert: Source = {
  document: 'Microsoft Support: troubleshooting TLS issues of server certificates in IIS',
  says: 'A thumbprint copied from the certificate dialog can begin with an invisible character, which netsh refuses.',
  read: READ,
};
const loadFailures: Source = {
  document: 'Microsoft Learn, IIS troubleshooting: worker process and module load events',
  says: 'A module that cannot be loaded or lacks its entry point keeps the worker process from starting.',
  read: READ,
};

/** Files, paths and values that configuration names. */
const facts: Fact[] = [
  {
    id: 'code-file-not-found',
    name: '0x80070002: a file is missing',
    verdict: 'look',
    meaning:
      'Win32 2. In a W3C log it goes with a plain 404. From the ASP.NET Core Module: the program in `processPath`, or what it needs, was not found. From WAS or a service: a file or folder it needs is missing.',
    checks: [
      'Which file does the event or trace name? ASP.NET Core: does the command line of web.config start when typed on the server?',
      'Process Monitor, filtered on w3wp.exe and NAME NOT FOUND, shows the path where no message names it.',
    ],
    fix: 'Correct the path or deploy the file. For `dotnet`: install the Hosting Bundle, then `net stop was /y` and `net start w3svc`, so that WAS sees the new PATH.',
    doNot: ['Do not change permissions: a file that is refused gives code 5, not 2.'],
    keys: win32(2, 'ERROR_FILE_NOT_FOUND'),
    sources: [ancm, wasStops, headers],
    samples: [
      "ErrorCode = '0x80070002 : 0'",
      'code 2147942402',
      'The system cannot find the file specified. (2)',
      '%%2147942402',
    ],
    notSamples: ['0x80070003', 'error 2 of 10'],
  },
  {
    id: 'code-not-supported',
    name: '0x80070032: no handler or section for this here',
    verdict: 'act',
    meaning:
      'Win32 50, "not supported". With 404.17: a script landed at the static file handler. With 500.22 to 500.24: web.config holds settings of classic mode. With 500.19: a section that nobody declares.',
    checks: [
      'Which sub-status? 404.17: is the feature (ASP.NET, CGI for PHP) installed, and does the handler fit the bitness and version of the pool?',
    ],
    fix: '404.17: install the feature or mend the handler. 500.22: move httpModules and httpHandlers to system.webServer. 500.19: correct the .NET version of the pool.',
    steps: [
      'For 500.22 and 500.23: `%windir%\\system32\\inetsrv\\appcmd.exe migrate config "SITE/APP"` rewrites the sections of that application; keep a copy of web.config.',
      'For 500.19 on `system.web.extensions` or `system.serviceModel`: a pool of .NET 2.0 reads a configuration for 4.x; set `managedRuntimeVersion` to v4.0.',
    ],
    doNot: ['Do not switch the pool to classic mode first: it hides the setting and drops the integrated pipeline.'],
    keys: win32(50, 'ERROR_NOT_SUPPORTED'),
    sources: [http50019, statusCodes, headers],
    samples: ['Error Code\t0x80070032', 'sc-win32-status 50', 'hr=80070032'],
    notSamples: ['0x80070031', '0x80070033'],
  },
  {
    id: 'code-invalid-parameter',
    name: '0x80070057: a value is not acceptable',
    verdict: 'look',
    meaning:
      'Win32 87, E_INVALIDARG. From IIS configuration: a value or a binding string is malformed. From `netsh http add sslcert`: the thumbprint or the appid is, often because of an invisible character or of braces in PowerShell.',
    checks: ['Which value did you pass? Type the thumbprint by hand; in PowerShell quote the argument: `"appid={…}"`.'],
    fix: 'Correct the value. Copy a thumbprint from `certutil.exe -store my`, not from the certificate dialog.',
    doNot: ['Do not delete the old certificate binding before the new one is known to work.'],
    keys: win32(87, 'ERROR_INVALID_PARAMETER', 'E_INVALIDARG'),
    sources: [sslcert, headers],
    samples: [
      '0x80070057',
      'SSL Certificate add failed, Error: 87',
      'E_INVALIDARG',
      'The parameter is incorrect. (87)',
    ],
    notSamples: ['0x80070056', '87 certificates'],
  },
  {
    id: 'code-insufficient-buffer',
    name: '0x8007007A: a buffer was too small',
    verdict: 'look',
    meaning:
      'Win32 122. Programs ask with a small buffer first and then again, so it is often no fault. As the reason of a failed request: headers or data were larger than the module takes, in proxying and WebSockets too.',
    checks: ['Does it come with large cookies, long tokens or long URLs? Does a failed request trace name the module?'],
    fix: 'Make the header or the data smaller, or raise the limit of the module that the trace names.',
    keys: win32(122, 'ERROR_INSUFFICIENT_BUFFER'),
    sources: [headers],
    samples: ['0x8007007A', 'Win32 error 122'],
    notSamples: ['0x8007007B'],
  },
  {
    id: 'code-invalid-name',
    name: '0x8007007B: a name with characters that no path has',
    verdict: 'look',
    meaning:
      'Win32 123. In a log it stands with 404 or 400: the URL holds characters that cannot stand in a path, mostly from scanners or broken links. From a tool: the path you gave has wrong quotes or characters.',
    checks: ['In a log: one client with many odd URLs? Then it is a scan, and refusing it is right.'],
    fix: 'From a tool: correct the path, and look for a stray quote or blank. In a log: nothing, or mend the link.',
    keys: win32(123, 'ERROR_INVALID_NAME'),
    sources: [statusCodes, headers],
    samples: ['0x8007007b', 'sc-win32-status 123', 'error 123: The filename is incorrect'],
    notSamples: ['0x8007007A', '123 requests'],
  },
  {
    id: 'code-name-too-long',
    name: '0x800700CE: the path is too long',
    verdict: 'act',
    meaning:
      'Win32 206. The physical path is longer than 260 characters: the folder of the site plus a deep tree, as package folders make it. The file may exist and still not be found.',
    checks: ['How long is the physical path of the site plus the path in the URL?'],
    fix: 'Move the site to a shorter folder, or publish without the deep package folders.',
    doNot: ['Do not raise URL limits of request filtering: the limit is in the file system, not in the URL.'],
    keys: win32(206, 'ERROR_FILENAME_EXCED_RANGE'),
    sources: [headers],
    samples: ['(Exception from HRESULT: 0x800700CE)', 'System error 206'],
    notSamples: ['0x800700CF'],
  },
  {
    id: 'code-envvar-not-found',
    name: '0x800700CB: an environment variable is not known',
    verdict: 'act',
    meaning:
      'Win32 203. A path holds %NAME%, and the process has no variable of that name. Services keep the variables of the moment they started: a new one is unknown to them until they are restarted.',
    checks: ['Is it a variable of the system, not of your user, and was WAS restarted since it was set?'],
    fix: 'Set it for the system, then `net stop was /y` and `net start w3svc`; or write the path in full.',
    keys: win32(203, 'ERROR_ENVVAR_NOT_FOUND'),
    sources: [headers],
    samples: ['0x800700CB', 'Win32 error 203'],
    notSamples: ['0x800700CC'],
  },
  {
    id: 'code-delete-pending',
    name: '0xC0000056: the file waits to be deleted',
    verdict: 'look',
    meaning:
      'STATUS_DELETE_PENDING. The file was deleted while a program still has it open, so nobody can open or create it until that program closes it. Deployments meet it with DLLs that a worker process holds.',
    checks: ['Who holds it: Sysinternals `handle.exe FILE`, or Resource Monitor.'],
    fix: 'Take the application offline first (`app_offline.htm`) or stop its pool, then deploy.',
    doNot: ['Do not kill processes at random to free it.'],
    keys: [ntstatus(0xc0000056, 'STATUS_DELETE_PENDING')],
    sources: [headers],
    samples: ['status 0xC0000056', '-1073741738'],
    notSamples: ['0xC0000057'],
  },
  {
    id: 'code-entry-point-missing',
    name: '0x8007007F: a DLL of the wrong version',
    verdict: 'act',
    meaning:
      'Win32 127, as a process end 0xC0000139. The DLL is there, but a function that is called in it is not: versions are mixed, or a native module does not export `RegisterModule`.',
    checks: [
      'Which DLL does the event 2280 or the page name? Compare its version and those of its neighbours with the product.',
    ],
    fix: 'Repair or reinstall the product that owns the DLL, so that all its files are of one version.',
    doNot: ['Do not copy single DLLs from another server or a download site.'],
    keys: [...win32(127, 'ERROR_PROC_NOT_FOUND'), ntstatus(0xc0000139, 'STATUS_ENTRYPOINT_NOT_FOUND')],
    sources: [loadFailures, headers],
    samples: [
      '0x8007007F',
      "The process exit code was '0xc0000139'.",
      'STATUS_ENTRYPOINT_NOT_FOUND',
      '<Binary>7F000780</Binary>',
    ],
    notSamples: ['0x8007007E'],
  },
  {
    id: 'code-element-not-found',
    name: '0x80070490: what was asked for is not there',
    verdict: 'look',
    meaning:
      'Win32 1168, "Element not found". From IIS tools: the site, pool, feature or collection entry of that name does not exist. From adding features: a part of the component store is missing.',
    checks: ['Is the name spelled as in `%windir%\\system32\\inetsrv\\appcmd.exe list sites`, on this very server?'],
    fix: 'Correct the name. For features: `dism.exe /online /cleanup-image /restorehealth`, then add the feature again.',
    keys: win32(1168, 'ERROR_NOT_FOUND'),
    sources: [headers],
    samples: ['0x80070490', 'Error 1168'],
    notSamples: ['0x80070491'],
  },
  {
    id: 'code-unknown-object',
    name: '0x800710D8: WAS does not know this site or pool',
    verdict: 'look',
    meaning:
      'Win32 4312, shown as "Unknown" for a site. The configuration names the site, but the running service does not have it: deleted or created a moment ago, not reloaded from shared configuration, or without an HTTP binding.',
    checks: ['Refresh after a few seconds. Has the site an http or https binding, and does WAS log why it refused it?'],
    fix: 'Wait and refresh. If it stays: save applicationHost.config again, so that WAS reloads it; correct what WAS refuses.',
    doNot: ['Do not delete and recreate the site: its id, log folder and permissions would change.'],
    keys: win32(4312, 'ERROR_OBJECT_NOT_FOUND'),
    sources: [
      {
        document: 'Mark S. Rasmussen: IIS7, the object identifier does not represent a valid object',

        says: 'With shared configuration sites were shown with this code until the file was saved again and all servers reloaded it.',
        read: '2026-11-24',
      },
      headers,
    ],
    samples: ['(Exception from HRESULT: 0x800710D8)', 'code 2147946712'],
    notSamples: ['0x800710D9'],
  },
  {
    id: 'code-virus-infected',
    name: '0x800700E1: the virus scanner blocked the file',
    verdict: 'act',
    meaning:
      'Win32 225. Antivirus refused to open or run a file of the site, a module or a script, because it takes it for malware.',
    checks: [
      'What does the scanner log at that minute (for Defender: `Get-MpThreatDetection`), and is the file yours and unchanged?',
    ],
    fix: 'Treat it as an incident until the file is known to be yours. Then deploy it again and report the false alarm.',
    doNot: ['Do not exclude the whole web root from scanning: uploaded web shells live there.'],
    keys: win32(225, 'ERROR_VIRUS_INFECTED'),
    sources: [headers],
    samples: ['0x800700E1', 'System error 225'],
    notSamples: ['0x800700E2'],
  },
  {
    id: 'code-invalid-image-hash',
    name: '0x80070241: code integrity refused the file',
    verdict: 'act',
    meaning:
      'Win32 577. Windows could not verify the signature of a DLL or program, so a policy of code integrity (Windows Defender Application Control) keeps it from loading.',
    checks: ['The log Microsoft-Windows-CodeIntegrity/Operational names the file and the policy at that second.'],
    fix: 'Install the signed build of the module, or have it allowed in the policy by whoever owns that policy.',
    doNot: ['Do not switch the policy or Secure Boot off to get the site up.'],
    keys: win32(577, 'ERROR_INVALID_IMAGE_HASH'),
    sources: [headers],
    samples: ['0x80070241', 'Win32 error 577'],
    notSamples: ['0x80070242'],
  },
  {
    id: 'code-object-name-not-found',
    name: '0xC0000034: an object is not there',
    verdict: 'look',
    meaning:
      'NTSTATUS for "name not found"; 0xC000003A means the path, 0xC0000225 the entry. In the data of HttpEvent 15021: the certificate that the TLS binding names is no longer in its store.',
    checks: ['For 15021: the hash in `netsh.exe http show sslcert` must be one of `certutil.exe -store my`.'],
    fix: 'For 15021: bind the present certificate to the endpoint; for IIS in the bindings of the site. Else create what is missing.',
    doNot: ['Do not delete bindings of other products, such as port 444 of Exchange.'],
    keys: [
      ntstatus(0xc0000034, 'STATUS_OBJECT_NAME_NOT_FOUND'),
      ntstatus(0xc000003a, 'STATUS_OBJECT_PATH_NOT_FOUND'),
      ntstatus(0xc0000225, 'STATUS_NOT_FOUND'),
    ],
    sources: [
      {
        document: 'Microsoft Tech Community: event 15021 of HttpEvent and the certificate of the endpoint',
        says: 'The binding of the endpoint points to a certificate that was removed; binding the right one cures it.',
        read: READ,
      },
      headers,
    ],
    samples: ['status 0xC0000034', 'STATUS_NOT_FOUND', '0xC000003A', 'HRESULT 0xD0000225'],
    notSamples: ['0xC0000035'],
  },
  {
    id: 'code-metabase-data-not-found',
    name: '0x800CC801: the metabase has no such value',
    verdict: 'look',
    meaning:
      'MD_ERROR_DATA_NOT_FOUND of the IIS metabase. The key exists, but the value asked for is not set at that path; it may be inherited from above, or simply not exist.',
    checks: ['Is it set further up (`w3svc` instead of `w3svc/1/root`), and is the key spelled as in the metabase?'],
    fix: 'Read it where it is set, or treat it as "default". A script should handle this code, not stop at it.',
    keys: [hresult(0x800cc801, 'MD_ERROR_DATA_NOT_FOUND')],
    sources: [
      {
        document: 'IIS 6.0 SDK documentation: IMSAdminBase errors',
        url: 'https://docs.microsoft.com/en-us/previous-versions/iis/6.0-sdk/ms525385(v=vs.90)',
        says: 'The codes of the metabase, each with its value and meaning.',
        read: '2026-11-24',
      },
    ],
    samples: ['error: 0x800CC801', 'failed with 800cc801'],
    notSamples: ['0x800CC802'],
  },
];

export default defineFamily({ facts });
