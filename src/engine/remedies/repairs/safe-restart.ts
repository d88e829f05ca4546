import type { Service } from '../../probes/services';
import type { Snapshot } from '../../servers/snapshot';
import { poolIs, serviceIs, siteIs } from '../commands/checks';
import { httpAnswers } from '../commands/httpAnswers';
import { appcmd, netStart, netStop } from '../commands/programs';
import type { Check, Plan, Refusal, Step } from '../plan';
import { poolNames, siteNames } from '../names';
import type { Remedy } from '../remedy';
import { ServiceGraph } from '../serviceGraph';

const SCOPES = {
  pool: 'Recycle one application pool',
  site: 'Restart one site',
  was: 'Restart WAS and W3SVC, for all sites',
  http: 'Restart HTTP as well, for TLS and HTTP.sys settings',
} as const;

/** Instead of `iisreset`: the smallest restart that helps, and everything that ran before runs again. */
const safeRestart: Remedy = {
  id: 'safe-restart',
  title: 'Restart IIS safely',
  purpose:
    'Restarts no more than needed, says beforehand what it takes down, and brings back every service that ran before.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not end a service by force: where one will not stop, it says which process it is and stops there.',
    'It does not reboot.',
  ],
  doNot: [
    'Do not use iisreset: it ends services that do not stop in time by force, and running requests with them.',
    'Do not restart at all after a change to web.config or applicationHost.config: IIS 7 and later reads them by itself.',
    'Do not restart all servers of a farm at once.',
  ],
  sources: [
    {
      document: 'iisreset internals (Friis)',
      url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals',
      says: 'iisreset stops services and then ends the processes that did not stop; net stop and net start of the services is the supported way',
      read: '2026-11-24',
    },
    {
      document: 'Troubleshoot ASP.NET Core on Azure App Service and IIS',
      url: 'https://learn.microsoft.com/aspnet/core/test/troubleshoot-azure-iis',
      says: 'restarts the server with net stop was /y and net start w3svc',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'scope',
      label: 'What is restarted',
      kind: 'choice',
      isRequired: true,
      help: 'The first one helps in most cases and disturbs least.',
      options: () => Object.values(SCOPES),
      initial: () => SCOPES.pool,
    },
    {
      name: 'pool',
      label: 'Application pool',
      kind: 'choice',
      isRequired: false,
      help: 'For the first choice.',
      options: poolNames,
    },
    {
      name: 'site',
      label: 'Site',
      kind: 'choice',
      isRequired: false,
      help: 'For the second choice.',
      options: siteNames,
    },
  ],
  needs: ['system', 'services', 'sites', 'pools', 'workers'],
  answers: ['iisreset', 'stopped-service'],
  plan(snapshot, values) {
    switch (values['scope']) {
      case SCOPES.pool:
        return recyclePool(snapshot, values['pool'] ?? '');
      case SCOPES.site:
        return restartSite(snapshot, values['site'] ?? '');
      case SCOPES.http:
        return restartServices(snapshot, 'HTTP');
      default:
        return restartServices(snapshot, 'WAS');
    }
  },
};

export default safeRestart;

const base = { remedy: 'safe-restart', evidence: [], prechecks: [], leftovers: [], cuts: [], runs: true } as const;

function recyclePool({ server, pools, workers }: Snapshot, pool: string): Plan | Refusal {
  const known = pools?.pools.known ? pools.pools.value.find(({ name }) => name === pool) : undefined;
  if (!known) return { because: 'Choose the application pool that is to be recycled.' };
  const running = workers?.requests.known
    ? workers.requests.value.filter(({ applicationPool }) => applicationPool === pool).length
    : null;
  // A stopped pool cannot be recycled; starting it is what is meant.
  const isStopped = known.state === 'stopped';
  return {
    ...base,
    server,
    title: `${isStopped ? 'Start' : 'Recycle'} application pool "${pool}" on ${server}`,
    verdict: isStopped
      ? 'The pool is stopped, so there is nothing to recycle; it is started.'
      : 'A new worker process takes new requests while the old one finishes its own.',
    evidence: running === null ? [] : [`Running requests in the pool: ${running}.`],
    steps: [
      {
        id: 'pool',
        title: `${isStopped ? 'Start' : 'Recycle'} the application pool "${pool}"`,
        why: 'The smallest restart of an application that there is.',
        command: appcmd(isStopped ? 'start' : 'recycle', 'apppool', `/apppool.name:${pool}`),
        stops: isStopped
          ? []
          : [
              'The old worker process, once its requests have ended or the shutdown time limit is over; in-process sessions and caches are lost.',
            ],
        check: poolIs(pool, 'Started'),
      },
    ],
    verification: [poolIs(pool, 'Started')],
  };
}

function restartSite({ server, sites }: Snapshot, site: string): Plan | Refusal {
  const known = sites?.sites.known ? sites.sites.value.find(({ name }) => name === site) : undefined;
  if (!known) return { because: 'Choose the site that is to be restarted.' };
  return {
    ...base,
    server,
    title: `Restart site "${site}" on ${server}`,
    verdict: 'The site stops listening for a moment and takes its bindings anew. Worker processes run on.',
    steps: [
      {
        id: 'stop',
        title: `Stop the site "${site}"`,
        why: 'So that it gives up its bindings.',
        command: appcmd('stop', 'site', `/site.name:${site}`),
        stops: [`${site} answers nobody until it is started again.`],
        check: siteIs(site, 'Stopped'),
        undo: { title: `Start the site "${site}"`, command: appcmd('start', 'site', `/site.name:${site}`) },
      },
      {
        id: 'start',
        title: `Start the site "${site}"`,
        why: 'It takes its bindings again; one that is taken says so here.',
        command: appcmd('start', 'site', `/site.name:${site}`),
        stops: [],
        check: siteIs(site, 'Started'),
      },
    ],
    verification: [siteIs(site, 'Started')],
  };
}

function restartServices(snapshot: Snapshot, root: 'WAS' | 'HTTP'): Plan | Refusal {
  const { server, system, services } = snapshot;
  if (!services?.services.known)
    return {
      because:
        'The services of the server could not be read, so nobody knows what would go down. Connect as an administrator.',
    };
  if (system && !system.administrator)
    return { because: `${system.account} is no administrator on ${server}, and only administrators stop services.` };
  const graph = new ServiceGraph(services.services.value);
  if (!graph.get('W3SVC')) return { because: `There is no service W3SVC on ${server}: IIS is not installed.` };
  if (!graph.get('WAS'))
    return {
      because: `There is no service WAS on ${server}, so this is IIS 6 or older: there IISADMIN is stopped instead (net stop IISADMIN /y, then start W3SVC and every service that ran before).`,
    };
  const restarted = restartOf(graph, root);
  const running = runningRequests(snapshot);
  const hit = restarted.down.map(({ name, displayName }) => (displayName ? `${displayName} (${name})` : name));
  const stops = [
    `${hit.length ? `${hit.join(', ')} and ` : ''}${root}.`,
    ...(running === null ? [] : [`Requests that run right now and are ended: ${running}.`]),
  ];
  return {
    ...base,
    server,
    title: `Restart ${root === 'WAS' ? 'WAS and W3SVC' : 'HTTP, WAS and W3SVC'} on ${server}`,
    verdict:
      root === 'WAS'
        ? 'Every site of the server is down for some seconds. Each service that runs now is started again.'
        : 'Everything that speaks HTTP on the server is down for some seconds, remote management included. Each service that runs now is started again.',
    evidence: restarted.down.map(({ name, state, processId }) => `${name}: ${state}, process ${processId}`),
    steps: restarted.steps.map((step, i) => (i === 0 ? { ...step, stops } : step)),
    verification: [...restarted.verification, ...stateChecks(snapshot), ...probe(snapshot)],
    leftovers: restarted.leftovers,
    cuts: root === 'HTTP' ? ['http', 'winrm'] : [],
    runs: true,
  };
}

interface Restart {
  readonly down: readonly Service[];
  readonly steps: readonly Step[];
  readonly verification: readonly Check[];
  readonly leftovers: readonly string[];
}

function restartOf(graph: ServiceGraph, root: 'WAS' | 'HTTP'): Restart {
  const pending = (one: Service): boolean => one.state.endsWith('Pending');
  const down = graph.dependents(root).filter((one) => one.state === 'running' || pending(one));
  // W3SVC brings WAS and HTTP with it; W3SVC itself is started even where it did not run: that is what this is for.
  const others = down.filter(({ name }) => !/^(?:was|w3svc)$/i.test(name));
  const startBack = { title: 'Start W3SVC', command: netStart('W3SVC') };
  const hanging = [...down, ...[graph.get(root)].flatMap((one) => one ?? [])].filter(pending);
  const steps: Step[] = [
    {
      id: 'stop',
      title: `Stop ${root} and what depends on it`,
      why: '/y answers the question about dependents and forces nothing; exit code 2 means that it was stopped already.',
      command: netStop(root, true),
      stops: [],
      accepts: [2],
      check: {
        ...serviceIs(root, 'stopped', 120),
        otherwise: otherwiseOf(root, hanging, graph),
      },
      undo: startBack,
    },
    ...(root === 'HTTP' && graph.isRunning('WAS')
      ? [
          {
            id: 'stop-was',
            title: 'Stop WAS',
            why: 'WAS does not depend on HTTP and would go on with what it knew of it.',
            command: netStop('WAS', true),
            stops: ['The worker processes.'],
            accepts: [2],
            check: serviceIs('WAS', 'stopped', 120),
            undo: startBack,
          } satisfies Step,
        ]
      : []),
    {
      id: 'start-w3svc',
      title: 'Start W3SVC',
      why: 'It brings WAS and HTTP with it.',
      command: netStart('W3SVC'),
      stops: [],
      accepts: [2],
      check: serviceIs('W3SVC', 'running'),
    },
    ...others.map(({ name, displayName }): Step => ({
      id: `start-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      title: `Start ${name} again`,
      why: `${displayName || name} ran before and went down with ${root}; starting W3SVC does not bring it back.`,
      command: netStart(name),
      stops: [],
      accepts: [2],
      check: serviceIs(name, 'running'),
    })),
  ];
  return {
    down,
    steps,
    verification: [
      ...new Set([...(root === 'HTTP' ? ['HTTP'] : []), 'WAS', 'W3SVC', ...others.map(({ name }) => name)]),
    ].map((name) => serviceIs(name, 'running')),
    leftovers: hanging.map(
      ({ name, state, processId }) =>
        `${name} was ${state === 'stopPending' ? 'stopping' : 'starting'} already when this was planned, in process ${processId}.`,
    ),
  };
}

/** A service that will not stop is named with its process; whether it is ended is for a person to decide. */
function otherwiseOf(root: string, hanging: readonly Service[], graph: ServiceGraph): string {
  const processes = [...graph.dependents(root), ...[graph.get(root)].flatMap((one) => one ?? [])]
    .filter(({ processId }) => processId > 0)
    .map(({ name, processId }) => `${name} in process ${processId}`);
  const known = hanging.length ? `${hanging.map(({ name }) => name).join(', ')} hung already. ` : '';
  return `${known}Something does not stop. When this was planned they ran as: ${processes.join(', ')}. sc.exe queryex tells which one is still there. Nothing is ended by force here.`;
}

function runningRequests({ workers }: Snapshot): number | null {
  return workers?.requests.known ? workers.requests.value.length : null;
}

/** What ran before runs again. */
const stateChecks = ({ pools, sites }: Snapshot): readonly Check[] => [
  ...(pools?.pools.known ? pools.pools.value : [])
    .filter(({ state }) => state === 'started')
    .map(({ name }) => poolIs(name, 'Started')),
  ...(sites?.sites.known ? sites.sites.value : [])
    .filter(({ state }) => state === 'started')
    .map(({ name }) => siteIs(name, 'Started')),
];

/** One request to the first site that speaks plain HTTP; any answer of HTTP will do. */
function probe({ sites }: Snapshot): readonly Check[] {
  const started = sites?.sites.known ? sites.sites.value.filter(({ state }) => state === 'started') : [];
  for (const { bindings } of started)
    for (const { protocol, information } of bindings) {
      const [, address = '', port = '', host = ''] = /^(.*):(\d{1,5}):([^:]*)$/.exec(information) ?? [];
      if (protocol === 'http' && port !== '') return [httpAnswers(address, Number(port), host)];
    }
  return [];
}
