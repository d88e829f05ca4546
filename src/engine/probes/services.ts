import type { Known, Probe } from './probe';

export type ServiceState =
  'stopped' | 'startPending' | 'stopPending' | 'running' | 'continuePending' | 'pausePending' | 'paused';
export type StartType = 'boot' | 'system' | 'automatic' | 'manual' | 'disabled';

export interface Service {
  readonly name: string;
  readonly displayName: string;
  readonly state: ServiceState;
  /** 0 where it does not run. */
  readonly processId: number;
  /** Its last exit code, a Win32 error. */
  readonly exitCode: number;
  readonly startType: StartType | null;
  /** The account, `LocalSystem`; empty for a driver. */
  readonly account: string;
  /** Names of the services that it needs. */
  readonly dependsOn: readonly string[];
}

/** All services of the machine and the driver HTTP, so that the graph of dependencies is whole. */
export interface Services {
  readonly services: Known<readonly Service[]>;
}
export type ServicesProbe = Probe<Record<string, never>, Services>;
