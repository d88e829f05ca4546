import type { ServerAddress, Transport } from '../transports/session';
import { Changes } from './changes';
import { Connection, type ConnectionParts } from './connection';

export type ServersParts = Omit<ConnectionParts, 'transport'> & { readonly transports: readonly Transport[] };

/** All servers of the settings. One that stays in them keeps its session and what is known of it. */
export class Servers {
  readonly changes = new Changes<Connection | null>();
  readonly #parts: ServersParts;
  readonly #connections = new Map<string, { readonly connection: Connection; readonly stop: () => void }>();

  constructor(parts: ServersParts) {
    this.#parts = parts;
  }

  /** In the order of the settings. */
  get all(): readonly Connection[] {
    return [...this.#connections.values()].map(({ connection }) => connection);
  }

  get(name: string): Connection | null {
    return this.#connections.get(name)?.connection ?? null;
  }

  /** Takes over what the settings say now. Servers that are gone, or have another address, are disconnected. */
  set(addresses: readonly ServerAddress[]): void {
    const before = new Map(this.#connections);
    this.#connections.clear();
    for (const address of addresses) {
      const known = before.get(address.name);
      if (known && JSON.stringify(known.connection.address) === JSON.stringify(address)) {
        before.delete(address.name);
        this.#connections.set(address.name, known);
      } else this.#connections.set(address.name, this.#make(address));
    }
    for (const { connection, stop } of before.values()) {
      stop();
      void connection.close();
    }
    this.changes.tell(null);
  }

  #make(address: ServerAddress): { connection: Connection; stop: () => void } {
    const { transports, ...parts } = this.#parts;
    const transport = transports.find(({ kind }) => kind === address.transport) ?? null;
    const connection = new Connection(address, { ...parts, transport });
    return { connection, stop: connection.changes.listen(() => this.changes.tell(connection)) };
  }

  async dispose(): Promise<void> {
    for (const { stop } of this.#connections.values()) stop();
    await Promise.allSettled([
      ...this.all.map((one) => one.close(true)),
      ...this.#parts.transports.map((one) => one.dispose()),
    ]);
  }
}
