import type { Known, Probe } from './probe';
import type { RawProgram } from './reading/raw';

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
/** What `sites.ps1` gives. */
export interface RawSites {
  /** `appcmd.exe list site /xml` */
  readonly sites: RawProgram;
  /** `appcmd.exe list app /xml` */
  readonly applications: RawProgram;
  /** `appcmd.exe list vdir /xml` */
  readonly virtualDirectories: RawProgram;
}
export type SitesProbe = Probe<Record<string, never>, Sites>;
