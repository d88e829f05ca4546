import type { Known, Probe } from './probe';
import type { RawPart, RawProgram } from './reading/raw';

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
/** What `services.ps1` gives. */
export interface RawServices {
  /** `sc.exe queryex type= service state= all bufsize= 262144` */
  readonly services: RawProgram;
  /** `sc.exe queryex HTTP` */
  readonly http: RawProgram;
  /** `HKLM\SYSTEM\CurrentControlSet\Services\*`: those that are services, and HTTP. */
  readonly registry: RawPart<
    readonly {
      readonly name: string;
      /** `Start`: 0 to 4. */
      readonly start: number | null;
      /** `ObjectName` */
      readonly account: string | null;
      /** `DependOnService` */
      readonly dependsOn: readonly string[];
    }[]
  >;
}
export type ServicesProbe = Probe<Record<string, never>, Services>;
