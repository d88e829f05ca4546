import { defineFamily, type PhraseKind, type Source } from '../fact';

const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'Which net stop and net start forms replace iisreset on IIS 6 and on IIS 7 and later, and when HTTP is to be stopped.',
  read: '2026-11-21',
};
const hosting: Source = {
  document: 'Microsoft Learn: Troubleshoot ASP.NET Core on Azure App Service and IIS',
  says: 'A changed PATH or a new hosting bundle needs net stop was /y and net start w3svc.',
  read: '2026-11-21',
};

/** `net`, `net.exe`, `net1` and blanks as people write them, then the verb and the service. */
const command = (verb: string, service: string) => ({
  kind: 'phrase' as const,
  as: 'command' as PhraseKind,
  anchors: [`net ${verb} `, `net.exe ${verb} `] as [string, string],
  pattern: new RegExp(`net(?:\\.exe)?\\s+${verb}\\s+("?)(?:${service})\\1(?:\\s+/y(?:es)?)?(?![\\w.-])`, 'iy'),
});

/** The service, not the word: in "the net stop was late" nothing is stopped. */
const WAS = 'WAS(?=["\\s]*(?:$|[^\\s\\w"]|(?:and|then|or|on)\\b)|[ \\t]*[\\r\\n])';

/** Stopping and starting the services of IIS by hand. */
export default defineFamily({
  facts: [
    {
      id: 'net-stop-was',
      name: 'net stop WAS',
      verdict: 'look',
      verdictText: 'stops all sites of IIS 7 and later',
      meaning:
        'Stops the process activation service with everything on it: W3SVC and, where installed, the WCF activators. HTTP.sys, FTP, WMSVC and AppHostSvc go on. `/y` only answers the question, it forces nothing.',
      checks: ['Before: which dependents run? `sc.exe enumdepend WAS`'],
      fix: 'Then `net start W3SVC`, which starts WAS too, and by name what else ran: NetTcpActivator, NetPipeActivator, NetMsmqActivator.',
      steps: [
        'Note what runs: `sc.exe enumdepend WAS`',
        '`net stop WAS /y`',
        'Wait until `sc.exe query WAS` says STOPPED.',
        '`net start W3SVC`',
        'Start the activators and product services that ran before, each with `net start`.',
      ],
      doNot: ['Do not follow it with `net start WAS` alone: W3SVC stays down, and every site with it.'],
      more: [
        'In `net stop WAS /y && net start W3SVC` the second half does not run when the first fails, for instance because WAS was stopped already. `&&` exists in cmd.exe, not in Windows PowerShell 5.1.',
        'It is needed after a change of machine environment variables or PATH and after a new hosting bundle or native module; nearly everything else is done by recycling a pool.',
      ],
      keys: [command('stop', `${WAS}|Windows Process Activation Service`)],
      sources: [internals, hosting],
      samples: ['net stop WAS /y', 'NET STOP was', 'net  stop  "Windows Process Activation Service" /y'],
      notSamples: ['net start WAS', 'net stop WASTE', 'the net stop was late'],
    },
    {
      id: 'net-stop-http',
      name: 'net stop HTTP',
      verdict: 'look',
      verdictText: 'takes more than IIS down',
      meaning:
        'Stops the kernel driver HTTP.sys with everything that uses it: W3SVC, and where they run WMSVC, WinRM, the print spooler and more. `net start W3SVC` brings back HTTP, WAS and W3SVC only.',
      checks: ['Before: what depends on it here? `sc.exe enumdepend HTTP`'],
      fix: 'Then `net start W3SVC`, and by name what else ran: WMSVC, W3LOGSVC, WinRM, Spooler, SSDPSRV … Needed only for changed TLS settings of HTTP.sys.',
      doNot: ['Do not run it over PowerShell remoting: it stops WinRM, the session ends, and nothing starts again.'],
      more: [
        'A reason to stop it: TLS settings that HTTP.sys reads when it starts, such as SendTrustedIssuerList, or newly imported root certificates for client certificates.',
        'It can hang in STOP_PENDING when a process holds HTTP.sys without a registered dependency; then only a reboot frees it.',
      ],
      keys: [command('stop', 'HTTP')],
      sources: [internals],
      samples: ['NET STOP HTTP /Y && NET START W3SVC', 'net stop http'],
      notSamples: ['net stop HTTPFilter', 'net start http'],
    },
    {
      id: 'net-stop-iisadmin',
      name: 'net stop IISADMIN',
      verdict: 'look',
      verdictText: 'for IIS 5 and 6 only',
      meaning:
        'On IIS 5 and 6 stops the whole of IIS: W3SVC, FTP, SMTP, NNTP and HTTPFilter depend on it. On IIS 7 and later IISADMIN serves IIS 6 compatibility only: web sites go on running.',
      checks: ['Which IIS is it? On IIS 7 and later the service to stop is WAS.'],
      fix: 'IIS 6: then `net start W3SVC` and FTP, SMTP, NNTP if they ran. IIS 7 and later: `net stop WAS /y && net start W3SVC`.',
      doNot: ['Do not use it to restart the sites of IIS 7 or later: it stops SMTP and FTP 6 and nothing you meant.'],
      keys: [command('stop', 'IISADMIN|IIS Admin Service')],
      sources: [internals],
      samples: ['NET STOP IISADMIN /Y && NET START W3SVC', 'net stop iisadmin'],
      notSamples: ['net start iisadmin', 'net stop iisadminsvc2'],
    },
    {
      id: 'net-stop-w3svc',
      name: 'net stop W3SVC',
      verdict: 'look',
      verdictText: 'stops all web sites',
      meaning:
        'Stops the World Wide Web Publishing Service: all web sites are down until it starts again. On IIS 7 and later WAS goes on, so changed environment variables are not picked up.',
      checks: ['Is one pool meant? Recycling it serves on without a gap.'],
      fix: '`net start W3SVC`. For new environment variables or modules: `net stop WAS /y && net start W3SVC`.',
      doNot: ['Do not use it for one site or one application: stop that site or recycle its pool.'],
      keys: [command('stop', 'W3SVC|World Wide Web Publishing Service')],
      sources: [internals],
      samples: ['net stop w3svc', 'net stop "World Wide Web Publishing Service"'],
      notSamples: ['net start w3svc', 'net stop w3svc2'],
    },
    {
      id: 'net-start-w3svc',
      name: 'net start W3SVC',
      verdict: null,
      meaning:
        'Starts the web sites and what they need: WAS and HTTP on IIS 7 and later, IISADMIN and HTTPFilter on IIS 6. It does not start what merely depended on these before, such as WCF activators, FTP or SMTP.',
      checks: ['Which services ran before the stop and do not now? Start those by name.'],
      keys: [command('start', 'W3SVC|World Wide Web Publishing Service')],
      sources: [internals],
      samples: ['net start W3SVC', 'NET START w3svc'],
      notSamples: ['net stop W3SVC', 'net start was'],
    },
    {
      id: 'net-start-was',
      name: 'net start WAS',
      verdict: 'look',
      verdictText: 'starts no web site',
      meaning:
        'Starts the process activation service alone. W3SVC, which depends on it, is not started: no web site answers.',
      checks: ['`sc.exe query W3SVC`'],
      fix: '`net start W3SVC` starts WAS as well.',
      keys: [command('start', `${WAS}|Windows Process Activation Service`)],
      sources: [internals],
      samples: ['net start was'],
      notSamples: ['net stop was', 'net start wasx'],
    },
  ],
});
