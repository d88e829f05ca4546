import type { CommandFact } from './commandFact';
import { internals } from './sources';

/** What is said of stopping and starting a service, whatever the tool. */
export interface ServiceFact {
  /** As people write it. */
  readonly name: string;
  /** Whether other services usually run that depend on it. */
  readonly hasDependents: boolean;
  readonly stop: Omit<CommandFact, 'title'>;
  readonly start: Omit<CommandFact, 'title'>;
}

const sources = [internals] as const;
const POOL = 'One application: recycle its pool, `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool "NAME"`';

/** By their names in lower case. */
export const serviceFacts: ReadonlyMap<string, ServiceFact> = new Map<string, ServiceFact>([
  [
    'was',
    {
      name: 'WAS',
      hasDependents: true,
      stop: {
        does: 'Stops the process activation service, which owns the pools and worker processes, and what depends on it.',
        versions: [
          ['IIS 5 and 6', 'there is no such service; IISADMIN is the one that everything depends on.'],
          ['IIS 7 and later', 'all sites stop. HTTP.sys, FTPSVC, WMSVC and AppHostSvc go on.'],
        ],
        takesDown: 'W3SVC with all sites and, where they run, NetTcpActivator, NetPipeActivator and NetMsmqActivator.',
        staysDown: 'After `net start W3SVC` the activators and services of products that depend on WAS.',
        instead: [
          POOL,
          'After a change of PATH or a new hosting bundle: `net stop WAS /y && net start W3SVC`, then the activators that ran',
        ],
        sources,
      },
      start: {
        does: 'Starts the process activation service alone. W3SVC depends on it and is not started: no site answers.',
        instead: ['`net start W3SVC` starts WAS as well'],
        sources,
      },
    },
  ],
  [
    'w3svc',
    {
      name: 'W3SVC',
      hasDependents: false,
      stop: {
        does: 'Stops the web service: all sites are down until it starts again.',
        versions: [
          ['IIS 6', 'IISADMIN and its other services, FTP and SMTP among them, go on.'],
          ['IIS 7 and later', 'WAS goes on, so changed environment variables are not picked up.'],
        ],
        takesDown: 'All sites, and the worker processes with the sessions in their memory.',
        staysDown: 'Nothing beside W3SVC itself.',
        instead: [POOL, 'One site: `%windir%\\system32\\inetsrv\\appcmd.exe stop site "NAME"`'],
        sources,
      },
      start: {
        does: 'Starts the web service and what it needs.',
        versions: [
          ['IIS 6', 'IISADMIN and HTTPFilter come up with it; FTP, SMTP and NNTP do not.'],
          ['IIS 7 and later', 'WAS and HTTP come up with it; the activators of WCF do not.'],
        ],
        sources,
      },
    },
  ],
  [
    'http',
    {
      name: 'HTTP',
      hasDependents: true,
      stop: {
        does: 'Stops the kernel driver HTTP.sys and everything that listens through it, far beyond IIS.',
        takesDown: 'W3SVC and, where they run, WMSVC, W3LOGSVC, WinRM, the print spooler, SSDPSRV and more.',
        staysDown: 'After `net start W3SVC` all of these but HTTP, WAS and W3SVC.',
        instead: [
          'Web sites only: `net stop WAS /y && net start W3SVC`',
          'It is needed only for settings that HTTP.sys reads when it starts. `sc.exe enumdepend HTTP` lists what falls.',
        ],
        sources,
      },
      start: {
        does: 'Starts the kernel driver HTTP.sys alone; nothing that depends on it is started.',
        instead: ['`net start W3SVC` starts HTTP and WAS as well'],
        sources,
      },
    },
  ],
  [
    'iisadmin',
    {
      name: 'IISADMIN',
      hasDependents: true,
      stop: {
        does: 'Stops the service of the metabase and what depends on it.',
        versions: [
          ['IIS 5 and 6', 'W3SVC, FTP, SMTP, NNTP and HTTPFilter stop with it: it is all of IIS.'],
          ['IIS 7 and later', 'it serves IIS 6 compatibility only, SMTP and FTP 6 stop with it, and web sites go on.'],
        ],
        takesDown: 'On IIS 5 and 6 all sites; on IIS 7 and later SMTP and FTP 6 where they are installed.',
        staysDown: 'After `net start W3SVC` FTP, SMTP and NNTP; on IIS 7 and later IISADMIN as well.',
        instead: ['IIS 7 and later: `net stop WAS /y && net start W3SVC`'],
        sources,
      },
      start: {
        does: 'Starts the service of the metabase alone; W3SVC, FTP and SMTP are not started by it.',
        instead: ['`net start W3SVC`, which on IIS 5 and 6 starts IISADMIN as well'],
        sources,
      },
    },
  ],
]);
