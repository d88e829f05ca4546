import { headers, hresult, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const http50019: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The codes that a 500.19 shows, each with what it means for the configuration and how it is resolved.',
  read: READ,
};
const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'The stop of IISADMIN failed with 0x80070425; iisreset then hunted for processes and ended in Access Denied.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
  says: 'The refused first activation is audited as a logon failure with this status, although the call succeeds in the end.',
  read: READ,
};
const bindings: Source = {
  document: 'Microsoft Support articles on site bindings and certificates of IIS',
  says: 'The code when a site starts or a certificate is bound, its cause and its resolution.',
  read: READ,
};

/** Codes whose literal Windows text misleads in IIS: the IIS meaning stands first. */
const facts: Fact[] = [
  {
    id: 'code-service-cannot-accept-control',
    name: '0x80070425: a service is still stopping or starting',
    verdict: 'act',
    verdictText: 'wait, then try again',
    meaning:
      'Win32 1061 (2147943461): a service in START_PENDING or STOP_PENDING refuses commands. From `iisreset` it means that a service had not finished stopping; the plain form then goes on to kill processes.',
    checks: [
      'What is pending: `sc.exe queryex W3SVC`, `sc.exe queryex WAS` (IIS 6: IISADMIN). Does the check point move?',
    ],
    fix: 'Wait until the service is STOPPED or RUNNING, then repeat. For iisreset use `/noforce`, or the `net stop` form, which waits.',
    steps: [
      'Repeat `sc.exe queryex WAS` until the state is STOPPED or RUNNING.',
      'If it stays pending: which requests hold the worker process? `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:30000`',
      'Take a memory dump of the w3wp.exe in question before ending it.',
      'Then `net start W3SVC`.',
    ],
    doNot: ['Do not kill the svchost.exe of WAS, and do not run plain `iisreset` again and again.'],
    keys: win32(1061, 'ERROR_SERVICE_CANNOT_ACCEPT_CTRL'),
    sources: [internals, headers],
    samples: [
      'an error 0x80070425 (The service cannot accept',
      'result 2147943461',
      'code -2147023835',
      'System error 1061 has occurred.',
    ],
    notSamples: ['0x80070426', '1061 requests'],
  },
  {
    id: 'status-unfinished-context-deleted',
    name: '0xC00002EE STATUS_UNFINISHED_CONTEXT_DELETED',
    verdict: 'benign',
    verdictText: 'expected in remote IIS administration',
    meaning:
      'A security context was dropped before it was complete, which the audit counts as a failed logon. `ServerManager.OpenRemote` does that when its first try, with delegation, is refused; the second try succeeds.',
    checks: ['Did the tool do its work, and does a DCOM 10028 stand beside it? Then it is the expected first try.'],
    fix: 'Nothing. Without a remote administration tool at that time: see which program connected.',
    doNot: ['Do not enable unconstrained delegation to avoid it: the target could then act as anybody who connects.'],
    keys: [ntstatus(0xc00002ee, 'STATUS_UNFINISHED_CONTEXT_DELETED')],
    sources: [remoteAdministration, headers],
    samples: ['0xc00002ee', 'STATUS_UNFINISHED_CONTEXT_DELETED'],
    notSamples: ['0xC00002EF', 'STATUS_UNFINISHED'],
  },
  {
    id: 'code-invalid-data',
    name: '0x8007000D: configuration that IIS cannot read',
    verdict: 'act',
    meaning:
      'Win32 13, "The data is invalid". In a 500.19 or from WAS: the file is not well-formed XML, or it holds a section of a module that is not installed, such as `<aspNetCore>` or `<rewrite>`.',
    checks: ['Does the page name no line ("Source: -1")? Then a module is missing. Else look at the line it names.'],
    fix: 'Correct the XML, or install the module: the .NET Hosting Bundle (after IIS) for aspNetCore, URL Rewrite for rewrite.',
    doNot: ['Do not delete the section, and do not search for permissions: access is not the problem.'],
    keys: win32(13, 'ERROR_INVALID_DATA'),
    sources: [http50019, headers],
    samples: ['Error Code 0x8007000d', '2147942413'],
    notSamples: ['0x8007000E'],
  },
  {
    id: 'code-section-locked',
    name: '0x80070021: the section is locked at a parent level',
    verdict: 'act',
    meaning:
      'In a 500.19: the configuration section may not be set at this level, because applicationHost.config locks it. The Windows text, "another process has locked a portion of the file", has nothing to do with it.',
    checks: [
      'Which section does the page mark? For `handlers` or `modules` on a new server: is ASP.NET installed as a feature?',
    ],
    fix: 'Take the setting out of web.config, or set it for that site in applicationHost.config; unlock the section only for that site.',
    doNot: ['Do not unlock the section for the whole server, and do not search for a process that holds the file.'],
    keys: win32(33, 'ERROR_LOCK_VIOLATION'),
    sources: [http50019, headers],
    samples: ['0x80070021'],
    notSamples: ['0x80070020'],
  },
  {
    id: 'code-duplicate-entry',
    name: '0x800700B7: the entry exists already',
    verdict: 'act',
    meaning:
      'Win32 183. In a 500.19: a collection gets an entry whose key it already has, mostly inherited from a parent, as in "Cannot add duplicate collection entry". The Windows text speaks of files, which misleads.',
    checks: ['Which key does the page name? Look for it in the web.config files above and in applicationHost.config.'],
    fix: 'Put a `<remove …/>` for that key before the `<add …/>`, or drop the add if the inherited entry will do.',
    doNot: ['Do not delete the entry of the parent or `<clear/>` the collection: other sites need them.'],
    keys: win32(183, 'ERROR_ALREADY_EXISTS'),
    sources: [http50019, headers],
    samples: ['0x800700b7'],
    notSamples: ['0x800700C1'],
  },
  {
    id: 'code-access-denied',
    name: '0x80070005: access is denied',
    verdict: 'look',
    meaning:
      'Win32 5, E_ACCESSDENIED. In a 500.19 or 401.3: the pool identity or IIS_IUSRS cannot read the content or its web.config. From a tool: the prompt is not elevated. From DCOM: a right is missing. From a module in a trace: its own rule refused.',
    checks: [
      'Who asked, and for what? The account of the pool for content, the signed-in user for a tool; in a trace the module beside the code.',
    ],
    fix: 'For content: Read for `IIS AppPool\\<pool>` or IIS_IUSRS on the folder. For a tool: run it elevated.',
    doNot: ['Do not give Everyone rights, and do not run the pool as LocalSystem.'],
    keys: win32(5, 'ERROR_ACCESS_DENIED', 'E_ACCESSDENIED'),
    sources: [http50019, headers],
    samples: ['0x80070005', 'E_ACCESSDENIED', 'System error 5 has occurred.'],
    notSamples: ['0x80070006'],
  },
  {
    id: 'code-module-not-found',
    name: '0x8007007E: a module, or one it needs, is missing',
    verdict: 'act',
    meaning:
      'Win32 126. IIS could not load a native module: the DLL, or one that it depends on, is not there, often after an upgrade of Windows.',
    checks: [
      'Which DLL does the page or the event 2280 name, and does the file exist there, in both System32 and SysWOW64?',
    ],
    fix: 'Repair the product that owns the DLL, for aspnetcore(v2).dll the Hosting Bundle; then restart WAS and W3SVC.',
    doNot: ['Do not delete the module from globalModules while `modules` still names it.'],
    keys: win32(126, 'ERROR_MOD_NOT_FOUND'),
    sources: [http50019, headers],
    samples: ['0x8007007E'],
    notSamples: ['0x8007007F'],
  },
  {
    id: 'code-bad-exe-format',
    name: '0x800700C1: a DLL of the wrong bitness',
    verdict: 'act',
    meaning:
      'Win32 193. A 32-bit worker process tried to load a 64-bit DLL or the reverse; the Windows text says "not a valid Win32 application".',
    checks: ['Is `enable32BitAppOnWin64` set for the pool, and of which bitness is the DLL?'],
    fix: 'Give the module a `preCondition` of `bitness32` or `bitness64`, or use the bitness of the application for the pool.',
    doNot: ['Do not switch the whole pool to 32 bit only to silence it.'],
    keys: win32(193, 'ERROR_BAD_EXE_FORMAT'),
    sources: [http50019, headers],
    samples: ['0x800700c1'],
    notSamples: ['0x800700B7'],
  },
  {
    id: 'code-path-not-found',
    name: '0x80070003: the physical path does not exist',
    verdict: 'act',
    meaning:
      'Win32 3. In a 500.19: the physical path of the site, application or virtual directory is not there, or its share cannot be reached. From adsutil.vbs: the metabase has no such key.',
    checks: ['The `physicalPath` in applicationHost.config: does it exist on this server, seen by the pool identity?'],
    fix: 'Correct the physical path or create the folder; for adsutil.vbs correct the path behind the verb.',
    doNot: ['Do not grant Everyone rights on it: a path that is not there has none.'],
    keys: win32(3, 'ERROR_PATH_NOT_FOUND'),
    sources: [http50019, headers],
    samples: ['0x80070003'],
    notSamples: ['0x80070004'],
  },
  {
    id: 'code-invalid-directory',
    name: '0x8007010B: the directory name is invalid',
    verdict: 'act',
    meaning:
      'Win32 267. In a 500.19: the physical path is not a folder, or the account that reads it cannot open it as one.',
    checks: ['Does the physical path name a folder, and may the pool identity read it?'],
    fix: 'Correct the physical path, or give the pool identity Read on the folder.',
    doNot: ['Do not run the pool as LocalSystem to get there.'],
    keys: win32(267, 'ERROR_DIRECTORY'),
    sources: [http50019, headers],
    samples: ['0x8007010B'],
    notSamples: ['0x8007010C'],
  },
  {
    id: 'code-logon-failure',
    name: '0x8007052E: wrong user name or password',
    verdict: 'act',
    meaning:
      'Win32 1326. A configured identity cannot log on: of a pool, of a virtual directory on a share, or the anonymous user. On a share: the file server refused the account.',
    checks: ['Which identity is configured there, and was its password changed lately?'],
    fix: 'Set the right password where it is configured and start the pool again; better a group managed service account.',
    doNot: ['Do not try passwords on the live pool: each try counts against the lock-out of the account.'],
    keys: win32(1326, 'ERROR_LOGON_FAILURE'),
    sources: [http50019, headers],
    samples: ['0x8007052e', 'ERROR_LOGON_FAILURE'],
    notSamples: ['0x8007052F'],
  },
  {
    id: 'code-port-in-use',
    name: '0x80070020: the port is taken (when a site starts)',
    verdict: 'act',
    meaning:
      'Win32 32, 0xC0000043. When a site starts: another program, or another binding, holds the TCP port. Elsewhere it is the literal meaning: a file is open in another process.',
    checks: ['Who listens: `netstat -ano` for the port, `netsh http show servicestate`, `netsh http show iplisten`.'],
    fix: 'Stop the other program or change the binding; remove a stale address from `netsh http show iplisten`.',
    doNot: ['Do not use file-unlocking tools: it is a port, not a file.'],
    keys: [...win32(32, 'ERROR_SHARING_VIOLATION'), ntstatus(0xc0000043, 'STATUS_SHARING_VIOLATION')],
    sources: [bindings, headers],
    samples: ['0x80070020', '<Binary>20000000</Binary>', '0xC0000043'],
    notSamples: ['0x80070021'],
  },
  {
    id: 'code-no-logon-session',
    name: '0x80070520: the certificate has no usable private key',
    verdict: 'act',
    meaning:
      'Win32 1312, in HttpEvent 15021 also 0xC000005F: "A specified logon session does not exist". When a certificate is bound: its private key is missing or cannot be opened, mostly after an import into a user store.',
    checks: ['In the computer store: does the certificate say that you have a private key for it?'],
    fix: 'Delete it and import the PFX into the Personal store of the computer, or `certutil -repairstore my <thumbprint>`.',
    doNot: ['Do not grant Everyone rights on MachineKeys; HTTP.sys reads the key as SYSTEM.'],
    keys: [...win32(1312, 'ERROR_NO_SUCH_LOGON_SESSION'), ntstatus(0xc000005f, 'STATUS_NO_SUCH_LOGON_SESSION')],
    sources: [bindings, headers],
    samples: [
      '0x80070520',
      'SSL Certificate add failed, Error: 1312',
      '<Binary>000004000200300000000000AD3A00C00000000000000000000000000000000000000000000000005F0000C0</Binary>',
    ],
    notSamples: ['0x80070521'],
  },
  {
    id: 'code-keyset-does-not-exist',
    name: '0x80090016: the key container does not exist',
    verdict: 'act',
    meaning:
      'NTE_BAD_KEYSET. From IIS configuration: the machine key iisWasKey or iisConfigurationKey is missing or not readable, mostly after applicationHost.config was copied from another machine. Else: of a certificate.',
    checks: ['Was applicationHost.config copied from another server, or permissions on MachineKeys changed?'],
    fix: 'Enter the passwords again on this machine, or restore its own applicationHost.config from `inetpub\\history`.',
    doNot: [
      'Do not copy applicationHost.config between servers, and do not recreate the key containers: stored passwords would be lost.',
    ],
    keys: [hresult(0x80090016, 'NTE_BAD_KEYSET')],
    sources: [
      {
        document: 'Microsoft Support, KB 977754: 0x80090016 when the identity of an application pool is changed',
        says: 'The key container of IIS is missing or its permissions are wrong.',
        read: READ,
      },
      headers,
    ],
    samples: ['(Exception from HRESULT: 0x80090016)'],
    notSamples: ['0x80090017'],
  },
];

export default defineFamily({ facts });
