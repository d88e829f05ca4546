import type { Known, Probe } from './probe';
import type { RawProgram } from './reading/raw';

export interface ApplicationPool {
  readonly name: string;
  readonly state: 'started' | 'starting' | 'stopped' | 'stopping' | 'unknown';
  /** `v4.0`, `v2.0`; empty for no managed code. */
  readonly runtime: string;
  readonly pipeline: string;
}

export interface ApplicationPools {
  readonly pools: Known<readonly ApplicationPool[]>;
}
/** What `application-pools.ps1` gives. */
export interface RawApplicationPools {
  /** `appcmd.exe list apppool /xml` */
  readonly pools: RawProgram;
}
export type ApplicationPoolsProbe = Probe<Record<string, never>, ApplicationPools>;
