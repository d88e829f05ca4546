import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readProbeAnswer } from '../../src/engine/probes/readAnswer';
import type { ProbeArguments } from '../../src/engine/probes/probe';
import type { Snapshot } from '../../src/engine/servers/snapshot';
import { VirtualClock } from '../../src/transports/demo/clock';
import { Machine } from '../../src/transports/demo/machine';
import type { MachineSpec } from '../../src/transports/demo/machineSpec';
import { machines } from '../../src/transports/demo/simulatedFarm';
import { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { root } from './knowledge';
import { schema, schemaData } from './schema';

const shipped = readFileSync(path.join(root, 'src/engine/config/data/shipped.config'), 'utf8');

/** A time on which the machines of the demo farm begin. */
export const BEGIN = Date.UTC(2026, 10, 24, 12);

export function specOf(name: string): MachineSpec {
  const spec = machines.find((one) => one.name === name);
  if (!spec) throw new Error(`The farm has no server ${name}.`);
  return spec;
}

/** A machine of its own, on which time passes only where somebody waits. */
export const simulated = (spec: MachineSpec): SimulatedServer =>
  new SimulatedServer(new Machine(spec, { clock: new VirtualClock(BEGIN), seed: 'test', schema, schemaData, shipped }));

/** Everything that a check of the server reads, as the wizard has it. */
export async function snapshotOf(server: SimulatedServer): Promise<Snapshot> {
  const ask = async (probe: string, asked: ProbeArguments = {}): Promise<unknown> => {
    const answer = await server.answer(probe, asked);
    if (!answer.ok) throw new Error(`${probe}: ${answer.error.message}`);
    return readProbeAnswer(probe, answer.data, asked);
  };
  const { machine } = server;
  const folders = machine.configuration.sites.flatMap(({ applications }) =>
    applications.flatMap(({ directories }) => directories.map(({ physicalPath }) => physicalPath)),
  );
  const parts: Record<keyof Omit<Snapshot, 'server' | 'at'>, unknown> = {
    system: await ask('system'),
    services: await ask('services'),
    sites: await ask('sites'),
    pools: await ask('application-pools'),
    workers: await ask('worker-processes'),
    events: await ask('events', { hours: 24, limit: 500 }),
    configuration: await ask('configuration-files', { known: [] }),
    certificates: await ask('certificates'),
    bindings: await ask('http-bindings'),
    features: await ask('features'),
    webConfigs: await ask('web-configs', { folders: [...new Set(folders)] }),
  };
  return { server: machine.spec.name, at: machine.clock.now(), ...(parts as Partial<Snapshot>) };
}

/** What a repair may change on a machine: all but the time, process ids, events, backups and what WAS writes for itself. */
export type MachineState = Readonly<Record<string, string>>;

export function stateOf({ services, pools, sites, configuration, disk, http }: Machine): MachineState {
  const state: Record<string, string> = {};
  for (const { spec, state: now, start, account, dependsOn } of services.all)
    state[`service ${spec.name}`] = `${now}, ${start}, ${account}, needs ${dependsOn.join('/')}`;
  for (const pool of configuration.pools) state[`pool ${pool.text('name')}`] = pools.stateOf(pool.text('name'));
  for (const { name } of configuration.sites) state[`site ${name}`] = sites.stateOf(name);
  for (const { path: file, bytes } of disk.files)
    if (!/\\(?:inetsrv\\backup|inetpub\\temp)\\/i.test(file)) state[`file ${file}`] = new TextDecoder().decode(bytes);
  for (const { endpoint, ...rest } of http.tls) state[`tls ${endpoint}`] = JSON.stringify(rest);
  for (const { url, user } of http.reservations) state[`reservation ${url}`] = user;
  for (const address of http.listenOn) state[`listens on ${address}`] = 'yes';
  return state;
}

/** What is different, by its name: what it was and what it is; undefined where it was or is not there. */
export function differences(
  before: MachineState,
  after: MachineState,
): Readonly<Record<string, readonly [string | undefined, string | undefined]>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]] as const]),
  );
}
