import { between, chance } from './chance';
import type { ApplicationView } from './configuration';
import type { Machine } from './machine';
import type { Worker } from './pools';

/** A request that a worker process works on. */
export interface CurrentRequest {
  readonly id: string;
  readonly worker: Worker;
  readonly siteId: number;
  readonly verb: string;
  readonly url: string;
  readonly client: string;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly stage: string;
  readonly module: string;
}

const PAGES = ['/', '/search?q=lamp', '/basket', '/api/stock/4711', '/images/desk.png', '/orders/new'];
/** How long one place of a worker process is taken by one request and the pause behind it. */
const ROUND = 9_000;

/** The requests that run on a machine right now; the same ones whoever looks at the same moment. */
export function currentRequests(machine: Machine): readonly CurrentRequest[] {
  const now = machine.agenda.time;
  return machine.pools.workers.flatMap((worker) => {
    const applications = machine.configuration.sites.flatMap((site) =>
      machine.sites.stateOf(site.name) === 'Started'
        ? site.applications
            .filter(({ pool }) => pool.toLowerCase() === worker.pool.toLowerCase())
            .map((application) => ({ site, application }))
        : [],
    );
    const [first] = applications;
    if (!first) return [];
    const { traffic, hangs } = machine.traits(worker.pool);
    const busy = Array.from({ length: traffic }, (_, place): CurrentRequest[] => {
      const words = [machine.seed, worker.processId, place, Math.floor((now + place * 1_700) / ROUND)];
      const since = (now + place * 1_700) % ROUND;
      const starts = between(0, 5_000, 'starts', ...words);
      const takes = between(200, 3_900, 'takes', ...words);
      if (since < starts || since > starts + takes || now - worker.started < since - starts) return [];
      const at = applications[Math.floor(chance('where', ...words) * applications.length)] ?? first;
      return [requestOf(worker, at.site.id, at.application, since - starts, words)];
    }).flat();
    if (!hangs) return busy;
    const stuck = requestOf(worker, first.site.id, first.application, now - worker.started - 1_500, [worker.processId]);
    return now - worker.started < 1_500 ? busy : [...busy, { ...stuck, url: hangs, verb: 'POST' }];
  });
}

function requestOf(
  worker: Worker,
  siteId: number,
  { path }: ApplicationView,
  elapsed: number,
  words: readonly (string | number)[],
): CurrentRequest {
  const page = PAGES[between(0, PAGES.length - 1, 'page', ...words)] ?? '/';
  const id = between(0x1000, 0xffff, 'id', ...words).toString(16);
  return {
    id: `fb0000008000${id}`,
    worker,
    siteId,
    verb: 'GET',
    url: path === '/' ? page : `${path}${page}`,
    client: `198.51.100.${between(2, 250, 'client', ...words)}`,
    elapsed,
    stage: 'ExecuteRequestHandler',
    module: page.endsWith('.png') ? 'StaticFileModule' : 'ManagedPipelineHandler',
  };
}

/** What a worker process uses; grows with its age as far as its traits say. */
export function useOf(
  machine: Machine,
  { pool, processId, started }: Worker,
): {
  readonly cpuSeconds: number;
  readonly privateBytes: number;
  readonly workingSetBytes: number;
} {
  const { memory = 48, growth = 0, load = 0.02 } = machine.traits(pool);
  const hours = (machine.agenda.time - started) / 3_600_000;
  const sway = 1 + chance(machine.seed, processId, Math.floor(machine.agenda.time / 5_000)) * 0.06;
  const privateBytes = Math.round((memory + growth * hours) * sway * 1_048_576);
  return {
    cpuSeconds: Math.round((1.4 + load * hours * 3_600) * 100) / 100,
    privateBytes,
    workingSetBytes: Math.round(privateBytes * 1.22),
  };
}
