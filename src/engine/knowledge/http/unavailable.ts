import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-21';
const statusList: Source = {
  document: 'Microsoft Support, KB 943891: HTTP status codes in IIS',
  says: 'The sub-statuses of 503 and the limit or pool state behind each.',
  read: READ,
};
const httpErrors: Source = {
  document: 'Microsoft Support, KB 820729: Error logging in HTTP APIs',
  says: 'The 503 that HTTP.sys answers is in its own log only, with a reason that names the cause.',
  read: READ,
};

const status = (substatus?: number, context?: RegExp): Key => ({
  kind: 'status',
  status: 503,
  ...(substatus !== undefined && { substatus }),
  ...(context && { context }),
});
const row = (numbers: string): string =>
  `#Fields: date time s-computername cs-method cs-uri-stem c-ip cs-version sc-status sc-substatus sc-win32-status sc-bytes time-taken\n2026-09-30 16:20:00 WEB01 GET /start 172.20.1.5 HTTP/1.1 ${numbers} 380 2`;

/** Requests that no worker process can take. */
export default defineFamily({
  facts: [
    {
      id: 'status-503',
      name: '503 Service Unavailable',
      verdict: 'act',
      meaning:
        'No worker process can take the request: its pool is stopped or fails at the start, or the queue is full. Mostly HTTP.sys answers, and then the log of the site has no row.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list apppool`; the reason in the HTTPERR log; WAS in the System log.',
        'The HTTPERR log is in `%SystemRoot%\\System32\\LogFiles\\HTTPERR`; its times are UTC.',
      ],
      fix: 'Cure what stopped the pool (WAS 5002, 5021, 5057, 5059 say what), then start that pool.',
      causes: [
        '`AppOffline`, `Disabled`: the pool is stopped, by rapid-fail protection or by somebody',
        '`QueueFull`: the application hangs or is too slow',
        '`N/A`: memory, or a URL reservation of another program',
        '`ConnLimit`: the limit of connections of the site',
      ],
      doNot: ['Do not only recycle or run iisreset: the pool stops again, and all other sites go down too.'],
      keys: [status()],
      sources: [httpErrors, statusList],
      samples: [
        'HTTP Error 503. The service is unavailable.',
        'HTTP/1.1 503 Service Unavailable',
        'Response status code does not indicate success: 503 (Service Unavailable).',
      ],
      notSamples: ['HTTP Error 503.2', '503 seconds', 'order 503 shipped'],
    },
    {
      id: 'status-503-0',
      name: '503.0: the application pool is not available',
      verdict: 'act',
      meaning:
        'The pool that the request belongs to is stopped or disabled. Why it was stopped stands in the System log, source WAS.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list apppool`: which is Stopped? Then WAS events: 5002 after crashes, 5021 and 5057 identity.',
      ],
      fix: 'Cure what the event names, then start that pool.',
      doNot: ['Do not switch rapid-fail protection off: a pool that crashes in a loop takes the whole server with it.'],
      keys: [status(0)],
      sources: [statusList],
      samples: ['HTTP Error 503.0 - Service Unavailable'],
      notSamples: ['HTTP Error 503.02', 'HTTP Error 503. The service is unavailable.'],
    },
    {
      id: 'status-503-0-row',
      name: '503 in the log of a site: the application answered it',
      verdict: 'look',
      meaning:
        'A stopped pool leaves no row here, only in the HTTPERR log. This request reached a worker process, and the application, `app_offline.htm`, or a proxy without a healthy server behind it answered 503.',
      checks: [
        'Is there an `app_offline.htm` in the folder of the application? Does it have a maintenance mode, or is the URL its health check?',
        'With a server farm (ARR): are all its servers unhealthy or off line?',
      ],
      fix: 'Remove the `app_offline.htm` that a deployment left, or cure what the application or the server behind reports.',
      doNot: ['Do not only recycle the pool: it runs.'],
      keys: [status(0, /^503 0 \d/)],
      sources: [httpErrors, statusList],
      samples: [row('503 0 0'), row('503 0 64')],
      notSamples: ['HTTP Error 503.0 - Service Unavailable', row('503 2 0')],
    },
    {
      id: 'status-503-2',
      name: '503.2: too many requests at once',
      verdict: 'act',
      meaning:
        'More requests are in the server than `appConcurrentRequestLimit` of `serverRuntime` allows, 5000 where nobody set it. Mostly they wait: for a database, a service, or as long polls.',
      checks: ['What runs so long? `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:10000`'],
      fix: 'Cure what they wait for. For many long polls or WebSockets on purpose raise the limit for that application.',
      doNot: ['Do not raise the limit before you know which requests wait: memory and threads run out instead.'],
      keys: [status(2)],
      sources: [statusList],
      samples: ['HTTP Error 503.2 - Service Unavailable', row('503 2 0')],
      notSamples: ['HTTP Error 503.22'],
    },
    {
      id: 'status-503-3',
      name: '503.3: the queue of ASP.NET is full',
      verdict: 'act',
      meaning:
        'More requests wait for ASP.NET than `requestQueueLimit` of `processModel` in machine.config allows: all threads are busy, mostly waiting for something slow.',
      checks: [
        'What do the threads wait for: a memory dump of the w3wp.exe in that moment, or the time of database and service calls.',
      ],
      fix: 'Cure the wait; use asynchronous calls where threads only wait.',
      doNot: ['Do not raise the queue limit first: requests then only wait longer before they fail.'],
      keys: [status(3)],
      sources: [statusList],
      samples: ['HTTP Error 503.3 - Service Unavailable', row('503 3 0')],
      notSamples: ['HTTP Error 503.33'],
    },
    {
      id: 'status-503-4',
      name: '503.4: the queue of FastCGI is full',
      verdict: 'act',
      meaning:
        'All processes of the FastCGI application (PHP, for instance) are busy, and `queueLength` more requests wait already.',
      checks: ['How many php-cgi.exe run against `maxInstances`, and what do they wait for? PHP slow log, database.'],
      fix: 'Cure the slow scripts; raise `maxInstances` if CPU and memory allow, `queueLength` only after that.',
      keys: [status(4)],
      sources: [statusList],
      samples: ['HTTP Error 503.4 - Service Unavailable', row('503 4 0')],
      notSamples: ['HTTP Error 503.44'],
    },
  ],
});
