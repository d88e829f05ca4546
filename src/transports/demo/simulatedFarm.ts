import type { LoadData } from '../../engine/loadData';
import { Schema } from '../../engine/schema/schema';
import type { SchemaData } from '../../engine/schema/data';
import { realClock, type Clock } from './clock';
import { web01, web03, web04 } from './farm/shop';
import { web02 } from './farm/troubled';
import { Machine, type Material } from './machine';
import type { MachineSpec } from './machineSpec';
import { SimulatedServer } from './simulatedServer';

/** The servers of the farm that have a live session. */
export const machines: readonly MachineSpec[] = [web01, web02, web03, web04];

/** A server whose files alone are there. */
export const FOLDER_ONLY = 'OLD-IIS6';
/** A server that does not answer. */
export const UNREACHABLE = 'WEB-05';

/** The names of all servers of the farm. */
export const serverNames: readonly string[] = [...machines.map(({ name }) => name), UNREACHABLE, FOLDER_ONLY];

export interface FarmOptions {
  /** Reads `schema.json` and `shipped.config`. */
  readonly loadData: LoadData;
  readonly clock?: Clock;
  /** What happens on the machines is the same for the same seed. */
  readonly seed?: string;
}

/** The simulated farm. Its machines are made when somebody first asks for them and live as long as the farm. */
export class SimulatedFarm {
  readonly #options: FarmOptions;
  readonly #servers = new Map<string, Promise<SimulatedServer>>();
  #material: Promise<Material> | null = null;

  constructor(options: FarmOptions) {
    this.#options = options;
  }

  /** @returns null where the farm has no such live server; rejects where its data cannot be read */
  async server(name: string): Promise<SimulatedServer | null> {
    const spec = machines.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!spec) return null;
    let server = this.#servers.get(spec.name);
    if (!server) {
      server = this.#load().then((material) => new SimulatedServer(new Machine(spec, material)));
      this.#servers.set(spec.name, server);
    }
    return server;
  }

  #load(): Promise<Material> {
    if (this.#material) return this.#material;
    const { loadData, clock = realClock, seed = 'contoso' } = this.#options;
    const load = async (): Promise<Material> => {
      const [json, shipped] = await Promise.all([loadData('schema.json'), loadData('shipped.config')]);
      const schemaData = JSON.parse(json) as SchemaData;
      return { clock, seed, schemaData, schema: new Schema(schemaData), shipped };
    };
    this.#material = load();
    this.#material.catch(() => {
      this.#material = null;
      this.#servers.clear();
    });
    return this.#material;
  }
}
