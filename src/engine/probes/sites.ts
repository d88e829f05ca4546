import type { Known, Probe } from './probe';

export type ObjectState = 'started' | 'starting' | 'stopped' | 'stopping' | 'unknown';

export interface Site {
  readonly name: string;
  readonly id: number;
  readonly state: ObjectState;
  readonly bindings: readonly { readonly protocol: string; readonly information: string }[];
}
export interface Application {
  readonly site: string;
  /** `/` or `/shop`. */
  readonly path: string;
  readonly applicationPool: string;
}
export interface VirtualDirectory {
  readonly site: string;
  /** The application it belongs to, `/` or `/shop`. */
  readonly application: string;
  /** Its path within the application, `/` for the root. */
  readonly path: string;
  readonly physicalPath: string;
}

export interface Sites {
  readonly sites: Known<readonly Site[]>;
  readonly applications: Known<readonly Application[]>;
  readonly virtualDirectories: Known<readonly VirtualDirectory[]>;
}
export type SitesProbe = Probe<Record<string, never>, Sites>;
