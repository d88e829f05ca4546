import { Servers } from '../../src/app/servers';
import { ServerView } from '../../src/app/serverView';
import type { Thinker } from '../../src/app/thinker';
import { readProbeAnswer } from '../../src/engine/probes/readAnswer';
import { checkServer } from '../../src/engine/servers/checkServer';
import { demoTransport } from '../../src/transports/demo/transport';
import type { Transport } from '../../src/transports/session';
import { knowledge, loadData } from './knowledge';
import { schema } from './schema';

/** Reads and checks right here, as the language server does. */
export const thinker: Thinker = {
  read: readProbeAnswer,
  check: (snapshot) => checkServer(snapshot, knowledge, schema),
};

/** The parts that servers are made of where nobody asks a person anything. */
export const partsFor = (transports: readonly Transport[]): ConstructorParameters<typeof Servers>[0] => ({
  transports,
  thinker,
  now: Date.now,
  permit: () => Promise.resolve(),
  surroundings: (_, signal, phase) => ({
    signal,
    phase,
    password: () => Promise.resolve(null),
    confirm: () => Promise.resolve(false),
    log: () => undefined,
  }),
});

/** A server of a fresh simulated farm, looked at as the editor does. */
export function demoView(name: string, transport: Transport = demoTransport({ loadData })): ServerView {
  const servers = new Servers(partsFor([transport]));
  servers.set([{ name, transport: 'demo', path: name }]);
  const connection = servers.get(name);
  if (!connection) throw new Error(`no server ${name}`);
  return new ServerView(connection, thinker, Date.now);
}
