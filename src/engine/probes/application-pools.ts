import type { Known, Probe } from './probe';
import { appcmdList, attribute, type Attributes, mapKnown, type ObjectState, stateOf } from './reading/appcmd';
import type { RawProgram } from './reading/raw';
import { fields } from './reading/shape';

export interface ApplicationPool {
  readonly name: string;
  readonly state: ObjectState;
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

const probe: ApplicationPoolsProbe = {
  id: 'application-pools',
  reads: 'reading the application pools',
  read: (data) => ({
    pools: mapKnown(appcmdList(fields(data, 'data')('pools'), 'pools', 'apppool'), (pools) => pools.map(poolOf)),
  }),
};
export default probe;

const poolOf = (of: Attributes): ApplicationPool => ({
  name: attribute(of, 'apppool.name'),
  state: stateOf(of),
  runtime: attribute(of, 'runtimeversion'),
  pipeline: attribute(of, 'pipelinemode'),
});
