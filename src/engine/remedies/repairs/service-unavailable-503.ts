import type { Snapshot } from '../../servers/snapshot';
import { siteNames } from '../names';
import type { Lead, Plan, Refusal } from '../plan';
import { evidenceOf, poolEvents } from '../pools/poolEvents';
import { isRefusal, type Remedy } from '../remedy';
import { recyclePool } from '../restart/smaller';
import { ServiceGraph } from '../serviceGraph';

/** 503: reads what state services, pool and site are in, and leads on. */
const serviceUnavailable: Remedy = {
  id: 'service-unavailable-503',
  title: 'Repair "503 Service Unavailable"',
  purpose:
    'Finds out who answers with 503 and why: a service, the pool, or something in front of the site; starts a stopped pool, or leads on.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: ['It does not repair what made the pool stop: it leads to the remedy for that.'],
  doNot: [
    'Do not restart the server: a pool that is stopped stops again if nothing was changed.',
    'Do not raise the queue length of the pool where requests hang: more of them wait then.',
    'Do not switch rapid-fail protection off.',
  ],
  sources: [
    {
      document: 'HTTP 503 errors and HTTP.sys error logging',
      url: 'https://learn.microsoft.com/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
      says: 'HTTP.sys answers 503 itself and writes the reason into HTTPERR: AppOffline, Disabled, QueueFull, N/A',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'site',
      label: 'Site',
      kind: 'choice',
      isRequired: true,
      help: 'Which answers with 503.',
      options: siteNames,
      initial: (snapshot) => siteNames(snapshot).find((site) => stoppedPools(snapshot, site).length) ?? '',
    },
  ],
  needs: ['system', 'services', 'sites', 'pools', 'workers', 'bindings', 'events'],
  answers: ['status-503', 'status-503-0', 'stopped-pool'],
  plan: (snapshot, { site = '' }) => planFor(snapshot, site),
};
export default serviceUnavailable;

/** The pools of a site's applications. */
const poolsOf = ({ sites }: Snapshot, site: string): readonly string[] => [
  ...new Set(
    (sites?.applications.known ? sites.applications.value : []).flatMap((one) =>
      one.site === site ? [one.applicationPool] : [],
    ),
  ),
];

const stoppedPools = (snapshot: Snapshot, site: string): readonly string[] => {
  const states = new Map(
    (snapshot.pools?.pools.known ? snapshot.pools.pools.value : []).map((one) => [one.name, one.state]),
  );
  return poolsOf(snapshot, site).filter((pool) => states.get(pool) === 'stopped');
};

const RESTART: Lead = {
  remedy: 'safe-restart',
  values: { scope: 'Restart WAS and W3SVC, for all sites' },
  says: 'Starts WAS and W3SVC, and what depends on them.',
};

function planFor(snapshot: Snapshot, site: string): Plan | Refusal {
  const { server, services, pools, sites } = snapshot;
  if (services?.services.known) {
    const graph = new ServiceGraph(services.services.value);
    const down = ['WAS', 'W3SVC'].filter((name) => !graph.isRunning(name));
    if (down.length)
      return {
        because: `${down.join(' and ')} ${down.length > 1 ? 'do' : 'does'} not run on ${server}, so no site answers. Start ${down.length > 1 ? 'them' : 'it'} first.`,
        instead: [RESTART],
      };
  }
  const missing = poolsOf(snapshot, site).filter(
    (pool) => pools?.pools.known && !pools.pools.value.some(({ name }) => name.toLowerCase() === pool.toLowerCase()),
  );
  if (missing.length)
    return {
      because: `"${site}" uses the application pool "${missing.join('", "')}", which does not exist: HTTP.sys answers 503. Create it, or give the application another one in IIS Manager, Basic Settings.`,
    };
  const [pool] = stoppedPools(snapshot, site);
  if (pool !== undefined) return startOrLead(snapshot, site, pool);
  if (sites?.sites.known && sites.sites.value.find(({ name }) => name === site)?.state === 'stopped')
    return {
      because: `"${site}" is stopped. HTTP.sys answers then with 404 or 503, or another site does that has the same port.`,
      instead: [
        { remedy: 'safe-restart', values: { scope: 'Restart one site', site }, says: 'Starts the site.' },
        { remedy: 'port-conflict', values: {}, says: 'Where it does not start because its port is taken.' },
      ],
    };
  const strange = (snapshot.bindings?.reservations.known ? snapshot.bindings.reservations.value : []).filter(
    ({ url }) =>
      /^https?:\/\/\+:(?:80|443)\//i.test(url) &&
      !/\/(?:Temporary_Listen_Addresses|WMI|wsman|sra_|BranchCache|C574AC30)/i.test(url),
  );
  return {
    because: [
      `Services, pools and site of "${site}" run.`,
      'If the request log has the 503 with a sub-status, a limit of the application is reached: 503.2 is the limit of concurrent requests (appConcurrentRequestLimit), 503.3 and 503.4 belong to ASP.NET and FastCGI.',
      'If it has no line for it, HTTP.sys answered: HTTPERR names the reason. QueueFull means that requests hang: look at those that run right now. ConnLimit is the limit of the site.',
      ...(strange.length
        ? [
            `Reservations of other products come before sites: ${strange.map(({ url, user }) => `${url} of ${user}`).join(', ')}.`,
          ]
        : []),
    ].join(' '),
  };
}

function startOrLead(snapshot: Snapshot, site: string, pool: string): Plan | Refusal {
  const [newest] = poolEvents(snapshot, pool, [5002, 5021, 5057, 5059]);
  if (newest && newest.eventId !== 5002 && poolEvents(snapshot, pool, [5021, 5057]).length)
    return {
      because: `The pool "${pool}" of "${site}" is stopped, because its identity cannot log on (${evidenceOf(newest)}) Started, it would stop again at the first request.`,
      instead: [{ remedy: 'pool-identity', values: { pool }, says: 'Gives the pool an account that can log on.' }],
    };
  if (newest)
    return {
      because: `The pool "${pool}" of "${site}" was stopped, because its worker processes failed too often (${evidenceOf(newest)})`,
      instead: [{ remedy: 'rapid-fail-pool', values: { pool }, says: 'Says why they failed, and starts the pool.' }],
    };
  const made = recyclePool(snapshot, pool);
  if (isRefusal(made)) return made;
  return {
    ...made,
    remedy: 'service-unavailable-503',
    verdict: `"${site}" answers with 503, because its pool "${pool}" is stopped. No event says that it failed, so somebody stopped it, or it does not start by itself (autoStart).`,
  };
}
