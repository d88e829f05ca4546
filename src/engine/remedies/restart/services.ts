import type { Service } from '../../probes/services';
import type { Snapshot } from '../../servers/snapshot';
import { netStart, netStop } from '../commands/programs';
import { noNewErrors, serviceIs } from '../commands/checks';
import type { Plan, Refusal, Step } from '../plan';
import { ServiceGraph } from '../serviceGraph';
import { base } from './base';
import { oldRestart } from './oldRestart';
import { probe, stateChecks } from './verification';

/** The last one is what the restart is about; it stops behind all the others. */
const ROOTS = { WAS: ['WAS'], HTTP: ['WAS', 'HTTP'] } as const;

/**
 * Restarts WAS, or HTTP with it: every service that depends on it is stopped by itself, so that one that will not stop is
 * known by name, and started again if it ran.
 */
export function restartServices(snapshot: Snapshot, root: keyof typeof ROOTS): Plan | Refusal {
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
  if (!graph.get('WAS')) return oldRestart(server);
  const down = goingDown(graph, ROOTS[root]);
  // What somebody is stopping on purpose is not brought back; W3SVC is what a restart is for.
  const back = [...down].reverse().filter((one) => isKept(one) && !isAny(one, ROOTS[root]) && !isAny(one, ['W3SVC']));
  const requests = snapshot.workers?.requests.known ? snapshot.workers.requests.value.length : null;
  const isUp = graph.isRunning('W3SVC');
  return {
    ...base(server),
    title: `Restart ${root === 'WAS' ? 'WAS and W3SVC' : 'HTTP, WAS and W3SVC'} on ${server}`,
    verdict: verdictOf(root, down),
    evidence: down.map(evidenceOf),
    // Where nothing ran, a start that takes long must not be taken back.
    undoesItself: down.some(isKept),
    steps: [...down.map((one) => stopStep(one, root, requests)), startStep(down, isUp), ...back.map(startAgain)],
    verification: [...new Set([...(root === 'HTTP' ? ['HTTP'] : []), 'WAS', 'W3SVC', ...back.map(({ name }) => name)])]
      .map((name) => serviceIs(name, 'running'))
      .concat(stateChecks(snapshot), probe(snapshot), noNewErrors('Microsoft-Windows-WAS')),
    leftovers: [
      ...down
        .filter((one) => !isKept(one))
        .map(({ name }) => `${name} was being stopped when this was planned; it is not started again.`),
      ...down
        .filter(({ state }) => state === 'paused')
        .map(
          ({ name }) => `${name} was paused when this was planned; it runs afterwards. Pause it again if it should be.`,
        ),
      'Where several servers serve the same sites: take one out of the load balancer, restart it, ask it for a page, put it back; then the next one.',
    ],
    cuts: root === 'HTTP' ? ['http', 'winrm'] : [],
  };
}

const isAny = ({ name }: Service, names: readonly string[]): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase());

/** Whether it is to run afterwards as it did before. */
const isKept = ({ state }: Service): boolean => state !== 'stopPending';

/** What has to stop, in its order: what depends on others before them. */
function goingDown(graph: ServiceGraph, roots: readonly string[]): readonly Service[] {
  const found = new Set<Service>();
  for (const root of roots) {
    const own = graph.get(root);
    for (const one of [...graph.dependents(root)].reverse().concat(own ?? []))
      if (one.state !== 'stopped') found.add(one);
  }
  return [...found];
}

function verdictOf(root: keyof typeof ROOTS, down: readonly Service[]): string {
  if (!down.length) return `${root} is stopped already; W3SVC is started and brings it with it.`;
  const names = down.map(({ name }) => name).join(', ');
  const who =
    root === 'WAS'
      ? 'Every site of the server is'
      : 'Everything that speaks HTTP on the server is, remote management included,';
  return `${who} down for some seconds. These stop: ${names}. Each one that runs now is started again.`;
}

const evidenceOf = ({ name, displayName, state, processId }: Service): string =>
  `${displayName || name} (${name}): ${state}${processId > 0 ? `, process ${processId}` : ''}`;

function stopStep({ name, displayName, state }: Service, root: string, requests: number | null): Step {
  const isSites = name.toLowerCase() === 'w3svc';
  const isRoot = name.toLowerCase() === root.toLowerCase();
  return {
    id: `stop-${idOf(name)}`,
    title: `Stop ${name}`,
    why: isRoot
      ? '/y answers the question about dependents and forces nothing; exit code 2 means that it was stopped already.'
      : `It cannot run while ${root} is restarted; stopped by itself it is known by name if it will not stop.`,
    command: netStop(name, isRoot || isSites),
    stops: [
      isSites ? 'All sites of the server.' : `${displayName || name}, and who uses it.`,
      ...(isSites && requests !== null ? [`Requests that run right now and are ended: ${requests}.`] : []),
    ],
    accepts: [2],
    check: {
      ...serviceIs(name, 'stopped', 120),
      otherwise: `${name} does not stop${state.endsWith('Pending') ? '; it hung already when this was planned' : ''}. PID above is its process right now. Look at what it is busy with, and decide yourself whether to end it: nothing is ended by force here.${name.toLowerCase() === 'http' ? ' See "net stop http hangs".' : ''}`,
    },
    ...(state !== 'stopPending' && {
      undo: {
        title: `Start ${name} again`,
        command: netStart(name),
        accepts: [2],
        checks: [serviceIs(name, 'running')],
      },
    }),
  };
}

const startStep = (down: readonly Service[], wasUp: boolean): Step => ({
  id: 'start-w3svc',
  title: 'Start W3SVC',
  why: 'It brings WAS and HTTP with it; exit code 2 means that it runs already.',
  command: netStart('W3SVC'),
  stops: [],
  accepts: [2],
  check: serviceIs('W3SVC', 'running'),
  ...(!wasUp && {
    undo: {
      title: down.length ? 'Stop W3SVC, which did not run before' : 'Stop WAS and W3SVC, which did not run before',
      command: netStop(down.length ? 'W3SVC' : 'WAS', true),
      accepts: [2],
    },
  }),
});

const startAgain = ({ name, displayName }: Service): Step => ({
  id: `start-${idOf(name)}`,
  title: `Start ${name} again`,
  why: `${displayName || name} ran before; starting W3SVC does not bring it back.`,
  command: netStart(name),
  stops: [],
  accepts: [2],
  check: serviceIs(name, 'running'),
});

/** Services have names such as `MSSQL$SHOP`. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z\d]/g, (sign) => `-${sign.charCodeAt(0)}-`)
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
