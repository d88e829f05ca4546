import { VirtualClock, type Clock } from '../../src/transports/demo/clock';
import { SimulatedFarm } from '../../src/transports/demo/simulatedFarm';
import type { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { loadData } from './knowledge';

/** The moment at which the farms of tests are made. */
export const MADE = Date.UTC(2026, 10, 25, 10);

/** A fresh server of the simulated farm, on which time passes only where somebody waits. */
export async function simulatedServer(name: string, clock: Clock = new VirtualClock(MADE)): Promise<SimulatedServer> {
  const server = await new SimulatedFarm({ loadData, clock }).server(name);
  if (!server) throw new Error(`The farm has no server ${name}.`);
  return server;
}
