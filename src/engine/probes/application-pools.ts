import type { Known, Probe } from './probe';

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
export type ApplicationPoolsProbe = Probe<Record<string, never>, ApplicationPools>;
