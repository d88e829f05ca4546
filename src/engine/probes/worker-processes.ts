import type { Known, Probe } from './probe';
import type { RawPart, RawProgram } from './reading/raw';

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
