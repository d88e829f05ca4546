import { type Known, known, type Probe, unknown } from './probe';
import { appcmdList, attribute, type Attributes, mapKnown } from './reading/appcmd';
import { part } from './reading/failures';
import { stageOf } from './reading/pipeline';
import type { RawPart, RawProgram } from './reading/raw';
import { amount, count, fields, list, moment } from './reading/shape';

export interface WorkerProcess {
  readonly processId: number;
  readonly applicationPool: string;
  /** What the system says of the process; unknown where it may not be looked at. */
  readonly use: Known<ProcessUse>;
}
export interface ProcessUse {
  /** CPU time since it started, in seconds. */
  readonly cpuSeconds: number;
  /** Private memory, in bytes. */
  readonly privateBytes: number;
  readonly workingSetBytes: number;
  /** ISO 8601 in UTC. */
  readonly started: string;
}

/** A request that runs right now. */
export interface RunningRequest {
  readonly id: string;
  readonly processId: number | null;
  /** Its name; empty where only its number is known. */
  readonly site: string;
  readonly siteId: number | null;
  readonly applicationPool: string;
  readonly verb: string;
  readonly url: string;
  readonly client: string;
  /** Milliseconds that it has taken so far. */
  readonly elapsed: number;
  /** `ExecuteRequestHandler`. */
  readonly stage: string;
  readonly module: string;
}

export interface WorkerProcesses {
  readonly workers: Known<readonly WorkerProcess[]>;
  readonly requests: Known<readonly RunningRequest[]>;
}
/** What `worker-processes.ps1` gives. */
export interface RawWorkerProcesses {
  /** `appcmd.exe list wp /xml` */
  readonly workers: RawProgram;
  /** `appcmd.exe list requests /xml` */
  readonly requests: RawProgram;
  /** Every process called `w3wp`. */
  readonly processes: RawPart<readonly { readonly processId: number; readonly use: RawPart<RawProcessUse> }[]>;
}
export interface RawProcessUse {
  readonly cpuSeconds: number;
  readonly privateBytes: number;
  readonly workingSetBytes: number;
  /** `2026-11-25T02:58:00.0000000Z` */
  readonly started: string;
}
export type WorkerProcessesProbe = Probe<Record<string, never>, WorkerProcesses>;

const probe: WorkerProcessesProbe = {
  id: 'worker-processes',
  reads: 'reading the worker processes',
  read(data) {
    const own = fields(data, 'data');
    const processes = part(own('processes'), 'processes', (value, where) => list(value, where, processOf));
    const uses = new Map(processes.known ? processes.value : []);
    const useOf = (processId: number): Known<ProcessUse> =>
      uses.get(processId) ?? (processes.known ? unknown('notFound') : processes);
    const workers = appcmdList(own('workers'), 'workers', 'wp', withoutService);
    const requests = appcmdList(own('requests'), 'requests', 'request', withoutMonitor);
    return {
      workers: mapKnown(workers, (all) =>
        all.map((of) => {
          const processId = numberOf(of, 'wp.name') ?? 0;
          return { processId, applicationPool: attribute(of, 'apppool.name'), use: useOf(processId) };
        }),
      ),
      requests: mapKnown(requests, (all) => all.map(requestOf)),
    };
  },
};
export default probe;

/** While WAS does not run there is no worker process. */
const withoutService = (hresult: string): Known<readonly Attributes[]> | null =>
  hresult === '0x80070426' ? known([]) : null;

/** Requests are listed by the role service Request Monitor; without it appcmd says "not implemented" or "not supported". */
const withoutMonitor = (hresult: string): Known<readonly Attributes[]> | null =>
  hresult === '0x80004001' || hresult === '0x80070032' ? unknown('notInstalled') : withoutService(hresult);

const numberOf = (of: Attributes, ...names: readonly string[]): number | null => {
  const written = attribute(of, ...names);
  return /^\d{1,15}$/.test(written) ? Number(written) : null;
};

const requestOf = (of: Attributes): RunningRequest => ({
  id: attribute(of, 'request.name'),
  processId: numberOf(of, 'wp.name'),
  site: attribute(of, 'site.name'),
  siteId: numberOf(of, 'site.id'),
  applicationPool: attribute(of, 'apppool.name'),
  verb: attribute(of, 'verb'),
  url: attribute(of, 'url'),
  client: attribute(of, 'clientip', 'clientipaddress', 'client', 'clientipaddr'),
  elapsed: numberOf(of, 'time', 'timeelapsed', 'elapsed') ?? 0,
  stage: stageOf(attribute(of, 'stage', 'pipelinestate')),
  module: attribute(of, 'module', 'currentmodule'),
});

function processOf(value: unknown, where: string): readonly [number, Known<ProcessUse>] {
  const own = fields(value, where);
  return [count(own('processId'), `${where}.processId`), part(own('use'), `${where}.use`, useOfProcess)];
}

function useOfProcess(value: unknown, where: string): ProcessUse {
  const own = fields(value, where);
  return {
    cpuSeconds: amount(own('cpuSeconds'), `${where}.cpuSeconds`),
    privateBytes: count(own('privateBytes'), `${where}.privateBytes`),
    workingSetBytes: count(own('workingSetBytes'), `${where}.workingSetBytes`),
    started: moment(own('started'), `${where}.started`),
  };
}
