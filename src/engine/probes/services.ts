import { type Known, known, type Probe } from './probe';
import { part, program } from './reading/failures';
import type { RawPart, RawProgram } from './reading/raw';
import { type QueriedService, queriedServices } from './reading/sc';
import { fields, list, text, textIfAny } from './reading/shape';

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

const probe: ServicesProbe = {
  id: 'services',
  reads: 'reading the services',
  read(data) {
    const own = fields(data, 'data');
    const listed = program(own('services'), 'services', queriedServices);
    const http = program(own('http'), 'http', queriedServices);
    const registry = part(own('registry'), 'registry', (value, where) => list(value, where, registeredOf), 'key');
    if (!listed.known) return { services: listed };
    // Without dependencies nobody may be told what stops with what.
    if (!registry.known) return { services: registry };
    const registered = new Map(registry.value.map((one) => [one.name.toLowerCase(), one]));
    const all = [...listed.value, ...(http.known ? http.value : [])];
    const byName = new Map(all.map((one) => [one.name.toLowerCase(), one]));
    return { services: known(Array.from(byName, ([name, one]) => serviceOf(one, registered.get(name)))) };
  },
};
export default probe;

interface Registered {
  readonly name: string;
  readonly startType: StartType | null;
  readonly account: string;
  readonly dependsOn: readonly string[];
}

const startTypes: readonly StartType[] = ['boot', 'system', 'automatic', 'manual', 'disabled'];

function registeredOf(value: unknown, where: string): Registered {
  const own = fields(value, where);
  const start = own('start');
  return {
    name: text(own('name'), `${where}.name`),
    startType: typeof start === 'number' ? (startTypes[start] ?? null) : null,
    account: textIfAny(own('account'), `${where}.account`),
    dependsOn: list(own('dependsOn'), `${where}.dependsOn`, text),
  };
}

const states: readonly ServiceState[] = [
  'stopped',
  'startPending',
  'stopPending',
  'running',
  'continuePending',
  'pausePending',
  'paused',
];

const serviceOf = (queried: QueriedService, registered?: Registered): Service => ({
  name: queried.name,
  displayName: queried.displayName,
  state: states[queried.state - 1] ?? 'stopped',
  processId: queried.processId,
  exitCode: queried.exitCode,
  startType: registered?.startType ?? null,
  account: registered?.account ?? '',
  dependsOn: registered?.dependsOn ?? [],
});
