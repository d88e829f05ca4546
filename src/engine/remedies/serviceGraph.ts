import type { Service } from '../probes/services';

/** The services of a server by their names without case, and what depends on what. */
export class ServiceGraph {
  readonly #byName: ReadonlyMap<string, Service>;

  constructor(services: readonly Service[]) {
    this.#byName = new Map(services.map((one) => [one.name.toLowerCase(), one]));
  }

  get(name: string): Service | null {
    return this.#byName.get(name.toLowerCase()) ?? null;
  }

  isRunning(name: string): boolean {
    return this.get(name)?.state === 'running';
  }

  /** All that needs a service, directly or through others; what needs others stands behind them. */
  dependents(name: string): readonly Service[] {
    const found = new Map<string, Service>();
    const visit = (needed: string): void => {
      for (const [key, service] of this.#byName)
        if (!found.has(key) && service.dependsOn.some((one) => one.toLowerCase() === needed)) {
          found.set(key, service);
          visit(key);
        }
    };
    visit(name.toLowerCase());
    return this.#inOrder([...found.values()]);
  }

  /** Those that a service needs stand before it. */
  #inOrder(services: readonly Service[]): readonly Service[] {
    const wanted = new Set(services.map((one) => one.name.toLowerCase()));
    const ordered = new Set<Service>();
    const open = new Set<string>();
    const place = (service: Service): void => {
      const key = service.name.toLowerCase();
      // Windows allows no circles; a registry that somebody damaged may have one.
      if (open.has(key)) return;
      open.add(key);
      for (const needed of service.dependsOn) {
        const other = wanted.has(needed.toLowerCase()) ? this.get(needed) : null;
        if (other && !ordered.has(other)) place(other);
      }
      ordered.add(service);
    };
    for (const service of services) if (!ordered.has(service)) place(service);
    return [...ordered];
  }
}
