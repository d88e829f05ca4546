import type { EffectiveElement } from '../../engine/config/effectiveElement';
import { secondsOf } from '../../engine/schema/timeSpan';
import { between, digits } from './chance';
import { eventKinds } from './eventKinds';
import type { Machine } from './machine';
import { win32 } from './services';

/** How the applications of a pool behave. */
export interface PoolTraits {
  /** So many requests run at a time; 0: nobody asks for it, so that no worker process is needed. */
  readonly traffic: number;
  /** Private memory in MB when it has just started, and how much it grows in an hour. */
  readonly memory?: number;
  readonly growth?: number;
  /** Share of one processor, 0 to 1. */
  readonly load?: number;
  /** While true its worker processes crash within seconds. */
  readonly crashes?: (machine: Machine) => boolean;
  /** A request that never ends. */
  readonly hangs?: string;
}

export interface Worker {
  readonly processId: number;
  readonly pool: string;
  /** Milliseconds since 1970, UTC. */
  readonly started: number;
}

interface PoolRun {
  isStarted: boolean;
  /** When its worker processes failed, as rapid-fail protection counts. */
  failures: number[];
  workers: Worker[];
  /** Grows with each start and stop, so that what was planned before does not happen. */
  turn: number;
}

const WRONG_PASSWORD = '2E050780';
const BROKEN_PIPE = '6D000780';

/** The application pools of a simulated machine: what WAS keeps of them while it runs. */
export class Pools {
  readonly #machine: Machine;
  readonly #runs = new Map<string, PoolRun>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  stateOf(pool: string): 'Started' | 'Stopped' | 'Unknown' {
    if (!this.#machine.services.isRunning('WAS')) return 'Unknown';
    return this.#runs.get(pool.toLowerCase())?.isStarted ? 'Started' : 'Stopped';
  }

  get workers(): readonly Worker[] {
    return [...this.#runs.values()].flatMap(({ workers }) => workers);
  }

  /** WAS has started: pools that start by themselves do so, whatever stopped them before. */
  startAll(): void {
    this.#runs.clear();
    for (const pool of this.#machine.configuration.pools) if (pool.isTrue('autoStart')) this.start(pool.text('name'));
  }

  /** WAS has stopped. */
  endAll(): void {
    for (const run of this.#runs.values()) this.#halt(run);
    this.#runs.clear();
  }

  /** W3SVC has started or stopped: worker processes come and go with it. */
  listen(isOn: boolean): void {
    for (const [key, run] of this.#runs)
      if (!isOn) this.#endWorkers(run);
      else if (run.isStarted) this.#launchSoon(key, run);
  }

  /** @returns a Win32 error, 0 for none */
  start(pool: string): number {
    if (!this.#machine.services.isRunning('WAS')) return win32.notActive;
    const key = pool.toLowerCase();
    const run = this.#runOf(key);
    if (run.isStarted) return win32.alreadyRunning;
    run.isStarted = true;
    run.failures = [];
    this.#launchSoon(key, run);
    return win32.ok;
  }

  stop(pool: string): number {
    const run = this.#runs.get(pool.toLowerCase());
    if (!this.#machine.services.isRunning('WAS') || !run?.isStarted) return win32.notActive;
    this.#halt(run);
    return win32.ok;
  }

  recycle(pool: string): number {
    const run = this.#runs.get(pool.toLowerCase());
    if (!this.#machine.services.isRunning('WAS') || !run?.isStarted) return win32.notActive;
    this.#machine.log(eventKinds.recycledOnDemand, [pool]);
    this.#endWorkers(run);
    this.#launchSoon(pool.toLowerCase(), run);
    return win32.ok;
  }

  /** Ends a worker process from outside, as `taskkill` does. */
  kill(processId: number): boolean {
    for (const [key, run] of this.#runs) {
      const worker = run.workers.find((one) => one.processId === processId);
      if (!worker) continue;
      this.#workerFailed(key, run, worker);
      return true;
    }
    return false;
  }

  /** The configuration has changed: new pools start, those that are gone end. */
  follow(): void {
    if (!this.#machine.services.isRunning('WAS')) return;
    const names = new Set(this.#machine.configuration.pools.map((pool) => pool.text('name').toLowerCase()));
    for (const [key, run] of this.#runs)
      if (!names.has(key)) {
        this.#halt(run);
        this.#runs.delete(key);
      }
    for (const pool of this.#machine.configuration.pools)
      if (!this.#runs.has(pool.text('name').toLowerCase())) {
        if (pool.isTrue('autoStart')) this.start(pool.text('name'));
        else this.#runOf(pool.text('name').toLowerCase());
      }
  }

  #runOf(key: string): PoolRun {
    const known = this.#runs.get(key);
    if (known) return known;
    const run: PoolRun = { isStarted: false, failures: [], workers: [], turn: 0 };
    this.#runs.set(key, run);
    return run;
  }

  #halt(run: PoolRun): void {
    run.isStarted = false;
    this.#endWorkers(run);
  }

  #endWorkers(run: PoolRun): void {
    run.turn++;
    run.workers = [];
  }

  #launchSoon(key: string, run: PoolRun): void {
    const turn = ++run.turn;
    this.#machine.agenda.after(between(400, 1_500, this.#machine.seed, key, this.#machine.agenda.time), () => {
      if (run.turn === turn && run.isStarted && this.#machine.services.isRunning('W3SVC')) this.#launch(key, run);
    });
  }

  #launch(key: string, run: PoolRun): void {
    const pool = this.#machine.configuration.pools.find((one) => one.text('name').toLowerCase() === key);
    const traits = this.#machine.traits(key);
    if (!pool || (traits.traffic === 0 && pool.text('startMode') !== 'AlwaysRunning')) return;
    const name = pool.text('name');
    if (!this.#canLogOn(pool)) {
      this.#machine.log(eventKinds.identityInvalid, [name], WRONG_PASSWORD);
      this.#machine.log(eventKinds.disabledByIdentity, [name], WRONG_PASSWORD);
      this.#machine.log(eventKinds.disabledByFailure, [name], WRONG_PASSWORD);
      this.#halt(run);
      return;
    }
    const { time } = this.#machine.agenda;
    const worker: Worker = { processId: this.#machine.newProcessId(), pool: name, started: time };
    run.workers = [worker];
    if (!traits.crashes?.(this.#machine)) return;
    const { turn } = run;
    this.#machine.agenda.after(between(6_000, 19_000, this.#machine.seed, key, time), () => {
      if (run.turn !== turn) return;
      logCrash(this.#machine, worker);
      this.#workerFailed(key, run, worker);
    });
  }

  #workerFailed(key: string, run: PoolRun, { processId, pool: name }: Worker): void {
    this.#endWorkers(run);
    this.#machine.log(eventKinds.communicationError, [name, processId], BROKEN_PIPE);
    const pool = this.#machine.configuration.pools.find((one) => one.text('name').toLowerCase() === key);
    const failure = pool?.element('failure');
    const interval = (secondsOf(failure?.text('rapidFailProtectionInterval') ?? '', 'string') ?? 300) * 1_000;
    const now = this.#machine.agenda.time;
    run.failures = [...run.failures.filter((time) => time > now - interval), now];
    const most = Number(failure?.text('rapidFailProtectionMaxCrashes') ?? 5);
    if (failure?.isTrue('rapidFailProtection') && run.failures.length >= most) {
      this.#machine.log(eventKinds.rapidFail, [name]);
      this.#halt(run);
    } else this.#launchSoon(key, run);
  }

  #canLogOn(pool: EffectiveElement): boolean {
    const model = pool.element('processModel');
    if (model?.text('identityType') !== 'SpecificUser') return true;
    return this.#machine.vault.isPasswordOf(model.text('userName'), model.text('password'));
  }
}

/** What Windows writes when a worker process ends on an exception that no code has caught. */
function logCrash(machine: Machine, { processId, started }: Worker): void {
  const build = `10.0.${machine.spec.windows.build}`;
  machine.log(eventKinds.dotNetCrash, [
    'Application: w3wp.exe\r\nFramework Version: v4.0.30319\r\nDescription: The process was terminated due to an unhandled exception.\r\nException Info: System.IO.IOException\r\n   at Contoso.Orders.QueueWatcher.Poll()\r\n   at System.Threading.ThreadHelper.ThreadStart()\r\n',
  ]);
  machine.log(eventKinds.crash, [
    'w3wp.exe',
    `${build}.1`,
    'cfdb13d8',
    'KERNELBASE.dll',
    `${build}.${machine.spec.windows.revision}`,
    '9e7e1e5f',
    'e0434352',
    '0000000000041b39',
    processId.toString(16),
    (BigInt(started + 11_644_473_600_000) * 10_000n).toString(16),
    'c:\\windows\\system32\\inetsrv\\w3wp.exe',
    'C:\\Windows\\System32\\KERNELBASE.dll',
    guidOf(machine.seed, processId, started),
    '',
    '',
  ]);
}

function guidOf(...words: readonly (string | number)[]): string {
  const hex = digits(32, ...words);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
