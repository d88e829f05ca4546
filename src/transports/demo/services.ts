import type { ServiceState, StartType } from '../../engine/probes/services';
import type { Agenda } from './agenda';

/** A service as it is installed. */
export interface ServiceSpec {
  readonly name: string;
  readonly displayName: string;
  readonly dependsOn?: readonly string[];
  /** Absent: automatic. */
  readonly start?: StartType;
  /** Absent: LocalSystem. */
  readonly account?: string;
  readonly stopped?: true;
  /** Services with the same one share a process. Absent: one of its own. */
  readonly host?: string;
  readonly isDriver?: true;
  /** It takes no stop. */
  readonly cannotStop?: true;
  /** Milliseconds. */
  readonly startsIn?: number;
  readonly stopsIn?: number;
  /** Its program does not start; the Win32 error it ends with. */
  readonly failsWith?: number;
}

export interface RunningService {
  readonly spec: ServiceSpec;
  start: StartType;
  account: string;
  dependsOn: readonly string[];
  state: ServiceState;
  processId: number;
  /** A Win32 error. */
  exitCode: number;
}

/** What Windows answers to a control, Win32 errors. */
export const win32 = {
  ok: 0,
  accessDenied: 5,
  dependentServicesRunning: 1051,
  invalidControl: 1052,
  alreadyRunning: 1056,
  disabled: 1058,
  doesNotExist: 1060,
  cannotAcceptControl: 1061,
  notActive: 1062,
  dependencyFailed: 1068,
} as const;

export interface ServiceListener {
  readonly newProcessId: () => number;
  readonly entered: (service: RunningService) => void;
  readonly failed: (service: RunningService) => void;
}

/** The service control manager of a simulated machine. */
export class Services {
  readonly #all = new Map<string, RunningService>();
  readonly #agenda: Agenda;
  readonly #listener: ServiceListener;

  constructor(specs: readonly ServiceSpec[], agenda: Agenda, listener: ServiceListener) {
    this.#agenda = agenda;
    this.#listener = listener;
    for (const spec of specs) {
      const service: RunningService = {
        spec,
        start: spec.start ?? 'automatic',
        dependsOn: spec.dependsOn ?? [],
        account: spec.account ?? (spec.isDriver ? '' : 'LocalSystem'),
        state: spec.stopped ? 'stopped' : 'running',
        processId: 0,
        exitCode: spec.stopped ? (spec.failsWith ?? 1077) : 0,
      };
      this.#all.set(spec.name.toLowerCase(), service);
      if (!spec.stopped) service.processId = this.#processOf(service);
    }
  }

  get all(): readonly RunningService[] {
    return [...this.#all.values()];
  }

  get(name: string): RunningService | undefined {
    return this.#all.get(name.toLowerCase());
  }

  /** By its name or by the name that people see, as `net.exe` and the cmdlets do. */
  find(name: string): RunningService | undefined {
    const lower = name.toLowerCase();
    return this.get(lower) ?? this.all.find(({ spec }) => spec.displayName.toLowerCase() === lower);
  }

  isRunning(name: string): boolean {
    return this.get(name)?.state === 'running';
  }

  /** Everything that depends on a service, directly or through others, those first that must stop first. */
  dependents(name: string, which: 'active' | 'all' = 'active'): readonly RunningService[] {
    const found: RunningService[] = [];
    const visit = (one: string): void => {
      for (const service of this.all) {
        const depends = service.dependsOn.some((other) => other.toLowerCase() === one.toLowerCase());
        if (!depends || found.includes(service) || (which === 'active' && service.state === 'stopped')) continue;
        visit(service.spec.name);
        if (!found.includes(service)) found.push(service);
      }
    };
    visit(name);
    return found;
  }

  /** Asks a service to stop; it does so by and by. @returns a Win32 error, 0 for none */
  requestStop(name: string): number {
    const service = this.get(name);
    if (!service) return win32.doesNotExist;
    if (service.state === 'stopped') return win32.notActive;
    if (service.state !== 'running') return win32.cannotAcceptControl;
    if (service.spec.cannotStop) return win32.invalidControl;
    if (this.dependents(name).length) return win32.dependentServicesRunning;
    this.#enter(service, 'stopPending');
    this.#agenda.after(service.spec.stopsIn ?? 700, () => {
      if (service.state === 'stopPending') this.#enter(service, 'stopped');
    });
    return win32.ok;
  }

  /** Asks a service to start, those first that it needs. @returns a Win32 error, 0 for none */
  requestStart(name: string): number {
    const service = this.get(name);
    if (!service) return win32.doesNotExist;
    if (service.state !== 'stopped') return win32.alreadyRunning;
    if (service.start === 'disabled') return win32.disabled;
    for (const other of service.dependsOn) {
      const needed = this.get(other);
      if (!needed) return win32.dependencyFailed;
      if (needed.state === 'stopped' && this.requestStart(other) !== win32.ok) return win32.dependencyFailed;
    }
    this.#enter(service, 'startPending');
    this.#startWhenReady(service);
    return win32.ok;
  }

  /** Ends the process of services at once, as a crash does. */
  kill(processId: number): readonly RunningService[] {
    const ended = this.all.filter((one) => one.processId === processId && processId !== 0);
    for (const service of ended) {
      service.exitCode = 1067;
      this.#enter(service, 'stopped');
    }
    return ended;
  }

  #startWhenReady(service: RunningService): void {
    this.#agenda.after(service.spec.startsIn ?? 500, () => {
      if (service.state !== 'startPending') return;
      const needed = service.dependsOn.map((other) => this.get(other));
      if (needed.some((one) => one?.state === 'startPending')) this.#startWhenReady(service);
      else if (needed.every((one) => one?.state === 'running') && service.spec.failsWith === undefined)
        this.#enter(service, 'running');
      else this.#fail(service);
    });
  }

  #fail(service: RunningService): void {
    this.#enter(service, 'stopped');
    service.exitCode = service.spec.failsWith ?? win32.dependencyFailed;
    this.#listener.failed(service);
  }

  #enter(service: RunningService, state: ServiceState): void {
    service.state = state;
    if (state === 'stopped') service.processId = 0;
    else if (service.processId === 0) service.processId = this.#processOf(service);
    if (state === 'running' || state === 'startPending') service.exitCode = 0;
    this.#listener.entered(service);
  }

  #processOf({ spec }: RunningService): number {
    if (spec.isDriver) return 0;
    const { host } = spec;
    const shared = host && this.all.find((one) => one.spec.host === host && one.processId !== 0);
    return shared ? shared.processId : this.#listener.newProcessId();
  }
}
