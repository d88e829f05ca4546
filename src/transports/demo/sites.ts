import { endpointOf, isAnyAddress } from '../../engine/config/bindings';
import { startsByItself } from '../../engine/config/server';
import type { SiteView } from './configuration';
import { eventKinds } from './eventKinds';
import type { Machine } from './machine';
import { win32 } from './services';

/** Win32 errors of HTTP.sys. */
const SHARING_VIOLATION = 32;
const ALREADY_EXISTS = 183;

/** The web sites of a simulated machine: what W3SVC keeps of them while it runs. */
export class Sites {
  readonly #machine: Machine;
  readonly #started = new Set<string>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  stateOf(site: string): 'Started' | 'Stopped' | 'Unknown' {
    if (!this.#machine.services.isRunning('W3SVC')) return 'Unknown';
    return this.#started.has(site.toLowerCase()) ? 'Started' : 'Stopped';
  }

  /** W3SVC has started. */
  startAll(): void {
    this.#started.clear();
    for (const site of this.#machine.configuration.sites) if (startsByItself(site.element)) this.start(site);
  }

  /** W3SVC has stopped. */
  endAll(): void {
    this.#started.clear();
  }

  /** @returns a Win32 error, 0 for none */
  start(site: SiteView): number {
    if (!this.#machine.services.isRunning('W3SVC')) return win32.notActive;
    const key = site.name.toLowerCase();
    if (this.#started.has(key)) return win32.alreadyRunning;
    const error = this.#refusal(site);
    if (error === 0) this.#started.add(key);
    return error;
  }

  stop(site: SiteView): number {
    if (!this.#machine.services.isRunning('W3SVC')) return win32.notActive;
    return this.#started.delete(site.name.toLowerCase()) ? win32.ok : win32.notActive;
  }

  /** The configuration has changed: new sites start, those that are gone end. */
  follow(before: ReadonlySet<string>): void {
    if (!this.#machine.services.isRunning('W3SVC')) return;
    const { sites } = this.#machine.configuration;
    const names = new Set(sites.map(({ name }) => name.toLowerCase()));
    for (const key of this.#started) if (!names.has(key)) this.#started.delete(key);
    for (const site of sites)
      if (!before.has(site.name.toLowerCase()) && startsByItself(site.element)) this.start(site);
  }

  /** Whether HTTP.sys refuses a binding of the site; the events say why. */
  #refusal(site: SiteView): number {
    for (const binding of site.bindings) {
      const endpoint = endpointOf(binding);
      if (endpoint === null || !/^https?$/.test(binding.protocol)) continue;
      const name = binding.host?.text ?? '';
      const host = name === '' ? (isAnyAddress(binding.address?.text ?? '') ? '*' : binding.address?.text) : name;
      const prefix = `${binding.protocol}://${host}:${binding.portNumber}/`;
      const taken = this.#machine.spec.listeners?.some(({ port }) => port === binding.portNumber);
      if (taken) {
        this.#machine.log(
          eventKinds.transportNotBound,
          ['\\Device\\Http\\ReqQueue', `[::]:${binding.portNumber}`],
          '20000780',
        );
        this.#machine.log(eventKinds.urlRefused, [prefix, site.id], '20000780');
        return SHARING_VIOLATION;
      }
      const isDouble = this.#machine.configuration.sites.some(
        (other) =>
          other !== site &&
          this.#started.has(other.name.toLowerCase()) &&
          other.bindings.some((one) => endpointOf(one) === endpoint),
      );
      if (isDouble) {
        this.#machine.log(eventKinds.urlTaken, [prefix, site.id], 'B7000780');
        return ALREADY_EXISTS;
      }
    }
    return 0;
  }
}
