import type { Known, Probe } from './probe';

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
  readonly site: string;
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
export type WorkerProcessesProbe = Probe<Record<string, never>, WorkerProcesses>;
