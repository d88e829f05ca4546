import * as vscode from 'vscode';
import { destinationOf, readServerSettings } from '../../app/serverSettings';
import type { ServerAddress } from '../../transports/session';

/** The servers of the settings and where each is from. */
export interface Addresses {
  readonly addresses: readonly ServerAddress[];
  /** Names of those that the workspace brought along. */
  readonly fromWorkspace: ReadonlySet<string>;
  readonly faults: readonly string[];
}

/**
 * Reads the setting. Servers of the user and of the workspace stand beside each other; where both have a name, the
 * user's counts: a workspace must not redirect a server that somebody knows.
 */
export function readAddresses(): Addresses {
  const inspected = vscode.workspace.getConfiguration('iisDoctor').inspect<unknown>('servers');
  const own = readServerSettings(inspected?.globalValue);
  const brought = readServerSettings(inspected?.workspaceValue);
  const taken = new Set(own.servers.map(({ name }) => name.toLowerCase()));
  const added = brought.servers.filter(({ name }) => !taken.has(name.toLowerCase()));
  return {
    addresses: [...own.servers, ...added],
    fromWorkspace: new Set(added.map(({ name }) => name)),
    faults: [
      ...own.faults,
      ...brought.faults,
      ...brought.servers
        .filter((one) => !added.includes(one))
        .map(({ name }) => `The workspace has a server "${name}" as well; the one of your own settings counts.`),
    ],
  };
}

/** Adds a server to the user's settings. */
export async function addAddress(address: ServerAddress): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('iisDoctor');
  const own = configuration.inspect<unknown[]>('servers')?.globalValue ?? [];
  await configuration.update('servers', [...own, address], vscode.ConfigurationTarget.Global);
}

const CONFIRMED = 'iisDoctor.confirmedServers';

/** The servers of workspaces that a person has confirmed, by where they lead. */
export class ConfirmedServers {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  has(address: ServerAddress): boolean {
    return this.#state.get<string[]>(CONFIRMED, []).includes(destinationOf(address));
  }

  async add(address: ServerAddress): Promise<void> {
    await this.#state.update(CONFIRMED, [...this.#state.get<string[]>(CONFIRMED, []), destinationOf(address)]);
  }
}
