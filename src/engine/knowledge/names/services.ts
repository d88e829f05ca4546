import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const dependencies: Source = {
  document: 'Microsoft Learn and TechNet pages on the services of IIS',
  says: 'What the services do and which depend on which.',
  read: READ,
};

interface ServiceText {
  /** Key name, as `sc.exe` and `net` take it. */
  readonly key: string;
  /** Names under which Windows shows it. */
  readonly shown: readonly string[];
  readonly meaning: string;
  readonly checks?: readonly string[];
  readonly doNot?: readonly string[];
  /** The shown names are words of other things too, except like this. */
  readonly written?: readonly string[];
  /** The key in mixed case is a word of programs. */
  readonly cased?: true;
  /** A text in which the same words mean something else. */
  readonly not?: string;
}

/** Not within a path of the metabase, a provider's name, a file name or a longer word. */
const END = '(?![\\w/\\\\]|[.-]\\w)';
const AHEAD = '(?<![\\w/\\\\.-])';

const escaped = (text: string): string => text.replace(/[.()]/g, '\\$&').replace(/ /g, '\\s{1,8}');

/** A service by its key name and by the names it is shown under. */
function service({ key, shown, meaning, checks, doNot, written = shown, cased, not }: ServiceText): Fact {
  const names = [key, ...(cased ? [key.toLowerCase(), key.toUpperCase()] : []), ...written];
  return {
    id: `service-name-${key.toLowerCase().replace(/\W+|_/g, '-')}`,
    name: [key, ...shown].join(', ').slice(0, 60),
    verdict: null,
    meaning,
    checks: checks ?? [`Its state and what it needs: \`sc.exe query ${key}\`, \`sc.exe qc ${key}\``],
    ...(doNot ? { doNot } : {}),
    keys: [
      {
        kind: 'phrase',
        as: 'name',
        anchors: [key.toLowerCase(), ...written.map((name) => name.toLowerCase())],
        pattern: new RegExp(`${AHEAD}(?:${names.map(escaped).join('|')})${END}`, cased ? 'y' : 'iy'),
      },
    ],
    sources: [dependencies] satisfies NonEmpty<Source>,
    samples: [`SERVICE_NAME: ${key}`, ...written.map((name) => `It was the ${name}, they say.`)],
    notSamples: [`${key}2 is another one`, `the folder \\${key}\\1`, ...(not ? [not] : [])],
  };
}

/** Windows services of IIS, by their key names and the names they are shown under. */
export default defineFamily({
  facts: [
    service({
      key: 'W3SVC',
      shown: ['World Wide Web Publishing Service'],
      meaning:
        'Runs the web sites: takes their configuration to HTTP.sys and starts pools through WAS. It needs WAS and HTTP; on IIS 6 and earlier IISADMIN in place of WAS. While it is stopped no site answers, though WAS may go on.',
    }),
    {
      id: 'service-name-was',
      name: 'WAS, Windows Process Activation Service',
      verdict: null,
      meaning:
        'Owns application pools and worker processes, also for WCF without HTTP. W3SVC and the Net.* listener adapters depend on it; FTP, WMSVC and AppHostSvc do not.',
      checks: ['Who depends on it here: `sc.exe enumdepend WAS`'],
      doNot: ['Do not end its svchost.exe: W3SVC goes with it, without a clean stop.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['windows process activation service'],
          pattern: /windows\s{1,8}process\s{1,8}activation\s{1,8}service(?:\s{1,4}\(was\))?(?!\w)/iy,
        },
        {
          // Capitals and a word beside it tell the service from the verb.
          kind: 'phrase',
          as: 'name',
          anchors: ['was'],
          pattern:
            /(?:(?<=(?:[Ss]ervices?|[Ss]ervice[ _-]?[Nn]ame:?|SERVICE_NAME:|sc(?:\.exe)? (?:query|queryex|qc|start|stop|enumdepend|config)|-Service(?: -Name)?|W3SVC(?:,| and|\/)) ?["']?)WAS(?=["']?(?:\s*$|[\s]*[\r\n,;.)]| and W3SVC| \|))|WAS(?= [Ss]ervice(?![- ]account)\b| and W3SVC\b|\/W3SVC\b))/y,
        },
      ],
      sources: [dependencies],
      samples: [
        'suffered a fatal communication error with the Windows Process Activation Service (WAS).',
        'Restart the WAS service.',
        'sc.exe query WAS',
        'Get-Service WAS | Format-List',
        'the services W3SVC and WAS.',
      ],
      notSamples: [
        'It was service time.',
        'The service was stopped.',
        'THE SERVICE WAS STOPPED',
        'it WAS my fault',
        'was',
        'WASTE service',
        'The account was service account of the farm',
      ],
    },
    {
      id: 'service-name-http',
      name: 'HTTP, the kernel driver HTTP.sys as a service',
      verdict: null,
      meaning:
        'Listens for HTTP on behalf of all who depend on it: W3SVC, WMSVC, WinRM, even the print spooler. Stopping it stops them all; `net start W3SVC` brings back only itself, WAS and HTTP.',
      checks: ['Who depends on it here: `sc.exe enumdepend HTTP`. It is not listed in services.msc.'],
      doNot: ['Do not set its start type to disabled as hardening: IIS, WinRM and more cannot start then.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['http service service'],
          pattern: /http\s{1,4}service(?=\s{1,4}service)/iy,
        },
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['http'],
          pattern:
            /(?<=\b(?:sc(?:\.exe)?\s(?:query|queryex|qc|start|stop|enumdepend|config)|(?:Get|Start|Stop|Restart|Set)-Service(?:\s-Name)?|SERVICE_NAME:)\s["']?)http(?=["']?(?:\s|$|[,;|]))/iy,
        },
      ],
      sources: [dependencies],
      samples: [
        'The World Wide Web Publishing Service service depends on the HTTP Service service which failed to start',
        'sc.exe query HTTP',
        'Get-Service http',
      ],
      notSamples: ['an HTTP service in the network', 'http://www.example.com', 'sc.exe query HTTPFilter'],
    },
    service({
      key: 'AppHostSvc',
      shown: ['Application Host Helper Service'],
      meaning:
        'Keeps the history of `applicationHost.config` below `inetpub\\history` and maps the names `IIS AppPool\\…` to their SIDs. Sites run without it, but permissions then cannot name a pool.',
    }),
    service({
      key: 'W3LOGSVC',
      shown: ['W3C Logging Service'],
      meaning:
        'Writes the W3C log from IIS 8.5 on where custom fields or ETW are logged. With the plain fields HTTP.sys writes the log itself.',
    }),
    service({
      key: 'WMSVC',
      shown: ['Web Management Service'],
      meaning:
        'Serves remote IIS Manager and Web Deploy on port 8172. Web sites do not need it, and restarting IIS does not restart it.',
      checks: [
        'Is it allowed? `reg.exe query HKLM\\SOFTWARE\\Microsoft\\WebManagement\\Server /v EnableRemoteManagement`',
      ],
    }),
    service({
      key: 'FTPSVC',
      shown: ['Microsoft FTP Service'],
      meaning:
        'The FTP service of IIS 7 and later. It depends neither on W3SVC nor on WAS and is not stopped with them. Texts about IIS 4 mean MSFTPSVC by it.',
    }),
    service({
      key: 'MSFTPSVC',
      shown: ['FTP Publishing Service'],
      meaning:
        'The FTP service of IIS 6 and earlier (and FTP 6 beside IIS 7). It depends on IISADMIN and stops with it.',
    }),
    service({
      key: 'IISADMIN',
      shown: ['IIS Admin Service'],
      meaning:
        'Holds the metabase. On IIS 5 and 6 all of IIS depends on it; on IIS 7 and later it exists only for IIS 6 compatibility, SMTP and FTP 6, and web sites run without it.',
    }),
    service({
      key: 'SMTPSVC',
      shown: ['Simple Mail Transfer Protocol (SMTP)'],
      written: [],
      not: 'mail is sent by the Simple Mail Transfer Protocol (SMTP)',
      meaning:
        'The mail service that came with IIS until Server 2022. It depends on IISADMIN, and nothing restarts it together with W3SVC.',
    }),
    service({
      key: 'HTTPFilter',
      shown: ['HTTP SSL'],
      written: ['HTTP SSL service'],
      cased: true,
      not: 'HttpFilter: adding the HTTP SSL certificate binding',
      meaning:
        'Does TLS for HTTP.sys on Windows Server 2003. From IIS 7 on HTTP.sys does that itself and the service is gone.',
    }),
    service({
      key: 'aspnet_state',
      shown: ['ASP.NET State Service'],
      meaning:
        'Keeps sessions of ASP.NET outside the worker process (`mode="StateServer"`). They survive a restart of IIS, not of this service.',
    }),
    service({
      key: 'MsDepSvc',
      shown: ['Web Deployment Agent Service'],
      meaning:
        'The agent of Web Deploy on port 80. Where its dependency on HTTP is not registered, `net stop HTTP` hangs while it runs.',
      doNot: ['Do not open it to networks you do not trust: it deploys as administrator.'],
    }),
    service({
      key: 'NetTcpActivator',
      shown: ['Net.Tcp Listener Adapter'],
      meaning:
        'Takes net.tcp requests for WCF services in IIS. It depends on WAS: `net stop WAS /y` stops it, and `net start W3SVC` does not bring it back.',
    }),
    service({
      key: 'NetPipeActivator',
      shown: ['Net.Pipe Listener Adapter'],
      meaning:
        'Takes net.pipe requests for WCF services in IIS. It depends on WAS: `net stop WAS /y` stops it, and `net start W3SVC` does not bring it back.',
    }),
    service({
      key: 'NetMsmqActivator',
      shown: ['Net.Msmq Listener Adapter'],
      meaning:
        'Takes net.msmq messages for WCF services in IIS. It depends on WAS and MSMQ: `net stop WAS /y` stops it, and `net start W3SVC` does not bring it back.',
    }),
    service({
      key: 'NetTcpPortSharing',
      shown: ['Net.Tcp Port Sharing Service'],
      meaning:
        'Lets several processes share one net.tcp port. NetTcpActivator needs it; it is disabled until WCF activation is installed.',
    }),
  ],
});
