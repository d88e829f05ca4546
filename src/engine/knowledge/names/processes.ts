import { defineFamily, type PhraseKind, type Source } from '../fact';

const READ = '2026-11-21';
const informant: Source = {
  document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
  says: 'dllhost.exe runs applications of Medium protection as IWAM_<server>; inetinfo.exe runs as System.',
  read: READ,
};
const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'The program that does the work of iisreset, and the module by which it finds processes to kill.',
  read: READ,
};

const file = (name: string) => ({
  kind: 'phrase' as const,
  as: 'name' as PhraseKind,
  anchors: [name] as [string],
  pattern: new RegExp(`${name.replaceAll('.', '\\.')}(?!\\w)`, 'iy'),
});

const learn: Source = {
  document: 'Microsoft Learn: Introduction to IIS architectures',
  says: 'Which processes run sites, pools and remote administration.',
  read: READ,
};

/** Programs of IIS that texts name. */
export default defineFamily({
  facts: [
    {
      id: 'process-w3wp',
      name: 'w3wp.exe, a worker process',
      verdict: null,
      meaning:
        'Runs the applications of one application pool, named behind `-ap` on its command line, under the identity of that pool. WAS starts and ends it; ending it by hand loses the requests it serves.',
      checks: [
        'Which pool a process id belongs to: `%windir%\\system32\\inetsrv\\appcmd.exe list wp`',
        'What it does just now: `%windir%\\system32\\inetsrv\\appcmd.exe list requests`',
      ],
      doNot: ['Do not end it in Task Manager as a routine: recycle the pool, which lets requests finish.'],
      keys: [file('w3wp.exe')],
      sources: [learn],
      samples: [
        'Faulting application name: w3wp.exe, version: 10.0.17763.1',
        'c:\\windows\\system32\\inetsrv\\W3WP.EXE -ap "Shop"',
      ],
      notSamples: ['w3wp.exec', 'myw3wp.exe'],
    },
    {
      id: 'process-iisexpress',
      name: 'iisexpress.exe',
      verdict: null,
      meaning:
        'IIS for developers: runs sites in one process as the signed-in user, with an `applicationhost.config` of its own (in `.vs\\config` or `Documents\\IISExpress`). Neither appcmd.exe of IIS nor iisreset concern it.',
      keys: [file('iisexpress.exe')],
      sources: [learn],
      samples: ['"C:\\Program Files\\IIS Express\\iisexpress.exe" /site:Shop'],
      notSamples: ['iisexpress.execute'],
    },
    {
      id: 'process-iisexpresstray',
      name: 'iisexpresstray.exe',
      verdict: null,
      meaning: 'The icon of IIS Express in the task bar of a developer; it starts and stops nothing by itself.',
      keys: [file('iisexpresstray.exe')],
      sources: [learn],
      samples: ['iisexpresstray.exe has stopped working'],
      notSamples: ['iisexpresstray.dll'],
    },
    {
      id: 'process-wmsvc',
      name: 'WMSvc.exe',
      verdict: null,
      meaning:
        'The process of the Web Management Service: remote IIS Manager and Web Deploy on port 8172, as LOCAL SERVICE. A crash of it stops no web site.',
      keys: [file('wmsvc.exe')],
      sources: [learn],
      samples: ['Faulting application name: WMSvc.exe'],
      notSamples: ['wmsvc.execute'],
    },
    {
      id: 'process-inetmgr',
      name: 'InetMgr.exe, IIS Manager',
      verdict: null,
      meaning:
        'The console of IIS 7 and later, a .NET program of the signed-in administrator. Errors in it are errors of the configuration or of its own modules, not of serving sites.',
      keys: [file('inetmgr.exe')],
      sources: [learn],
      samples: ['requested by PID 1a4 (C:\\Windows\\system32\\inetsrv\\InetMgr.exe)'],
      notSamples: ['inetmgr.execute'],
    },
    {
      id: 'process-smsvchost',
      name: 'SMSvcHost.exe',
      verdict: null,
      meaning:
        'Hosts the WCF services NetTcpPortSharing and the Net.* listener adapters, which wake pools for net.tcp, net.pipe and net.msmq. HTTP does not go through it.',
      keys: [file('smsvchost.exe')],
      sources: [learn],
      samples: ['Faulting application SMSvcHost.exe'],
      notSamples: ['smsvchost.exe_'],
    },
    {
      id: 'process-php-cgi',
      name: 'php-cgi.exe',
      verdict: null,
      meaning:
        'PHP as a FastCGI process of IIS. 500.0 with "The FastCGI process exited unexpectedly" is its crash or a wrong `php.ini`; IIS itself is well.',
      checks: ['Run it by hand in its folder: `php-cgi.exe -v`. A missing Visual C++ runtime shows there.'],
      keys: [file('php-cgi.exe')],
      sources: [learn],
      samples: ['C:\\php\\php-cgi.exe - The FastCGI process exited unexpectedly'],
      notSamples: ['php-cgi.execute'],
    },
    {
      id: 'process-msdeploy',
      name: 'msdeploy.exe, Web Deploy',
      verdict: null,
      meaning:
        'The command line of Web Deploy: copies sites and settings between machines, through WMSVC (8172) or the agent MsDepSvc. What it may do is decided by the delegation rules of the target.',
      keys: [file('msdeploy.exe')],
      sources: [learn],
      samples: ['msdeploy.exe -verb:sync -source:package=shop.zip'],
      notSamples: ['msdeploy.exec'],
    },
    {
      id: 'process-dllhost',
      name: 'dllhost.exe',
      verdict: null,
      meaning:
        'The process in which COM runs libraries out of their caller. On IIS 5 it hosts applications of Medium (Pooled) and High (Isolated) protection, as IWAM_<computer>; IIS 7 and later use w3wp.exe instead.',
      checks: ['Which application it hosts stands behind `/Processid:` on its command line: look up that GUID.'],
      keys: [file('dllhost.exe')],
      sources: [informant],
      samples: ['an instance of dllhost.exe in which', 'C:\\WINNT\\system32\\dllhost.exe /Processid:'],
      notSamples: ['mydllhost.exe', 'dllhost'],
    },
    {
      id: 'process-inetinfo',
      name: 'inetinfo.exe',
      verdict: null,
      meaning:
        'The process of the IIS Admin service. On IIS 5 it also runs applications of Low protection, as SYSTEM; on IIS 7 and later it only serves IIS 6 compatibility, and no web site depends on it.',
      keys: [file('inetinfo.exe')],
      sources: [informant],
      samples: ['Inetinfo.exe runs under the System account.'],
      notSamples: ['inetinfo.execute'],
    },
    {
      id: 'process-iisrstas',
      name: 'iisrstas.exe',
      verdict: null,
      meaning:
        'The COM server that does the work of `iisreset`. On IIS 6 it stops IISADMIN and, where that fails or takes too long, kills every process that holds iisw3adm.dll.',
      fix: 'With `iisreset /noforce` it only stops and starts services.',
      keys: [file('iisrstas.exe')],
      sources: [internals],
      samples: ['a process named IISRSTAS.EXE.'],
      notSamples: ['iisrstas.dll'],
    },
    {
      id: 'process-iissvcs',
      name: 'iissvcs: the svchost.exe of WAS and W3SVC',
      verdict: null,
      meaning:
        'The group of services that run in one process, `svchost.exe -k iissvcs`: WAS and W3SVC. Sites do not run in it, they run in w3wp.exe; but without it nothing starts or watches those processes.',
      checks: ['Which services a process holds: `tasklist.exe /svc /fi "imagename eq svchost.exe"`'],
      doNot: ['Do not end it: WAS and W3SVC stop together, and every site with them.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['svchost.exe', 'iissvcs'],
          pattern: /(?:svchost\.exe\s?[_(]?(?:-k\s)?)?iissvcs\b\)?/iy,
        },
      ],
      sources: [learn],
      samples: [
        'svchost.exe (iissvcs) takes one core',
        'C:\\Windows\\system32\\svchost.exe -k iissvcs',
        'the process svchost.exe_iissvcs',
      ],
      notSamples: ['svchost.exe -k netsvcs', 'iissvcs2'],
    },
    {
      id: 'module-iisw3adm',
      name: 'iisw3adm.dll',
      verdict: null,
      meaning:
        'The library of WAS and W3SVC, loaded by the svchost.exe that runs them. Plain `iisreset` on IIS 6 kills every process that holds it when the services do not stop in time.',
      doNot: ['Do not kill the svchost.exe that holds it: WAS and W3SVC end together.'],
      keys: [file('iisw3adm.dll')],
      sources: [internals],
      samples: ['processes hosting IISW3ADM.DLL'],
      notSamples: ['iisw3adm.exe'],
    },
  ],
});
