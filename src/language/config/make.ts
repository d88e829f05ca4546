import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LoadData } from '../../engine/loadData';
import type { FileAccess } from '../files';
import type { Shortfalls } from '../shortfalls';
import { ConfigCheck } from './check';
import { ConfigDocuments } from './documents';
import { configClientOf } from './register';
import { withProject } from './project';
import type { ConfigServices } from './services';
import { configSettingsReader, type ConfigSettings } from './settings';
import { ConfigWorkspace } from './workspace';
import { SERVER_SCHEME } from '../../protocol/servers';

/** Puts together what the features for configuration files work with. */
export function makeConfigServices(from: {
  readonly connection: Connection;
  readonly documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>;
  readonly files: FileAccess;
  /** URIs of the workspace's folders. */
  readonly roots: readonly string[];
  readonly loadData: LoadData;
  readonly shortfalls: Shortfalls;
  readonly capabilities: ClientCapabilities;
  readonly hasCommands: boolean;
  /** For documents of a server: its name in their URIs. */
  readonly server?: string;
}): ConfigServices {
  const { connection, shortfalls, capabilities } = from;
  const documents = new ConfigDocuments(from.documents, from.loadData);
  const workspace = new ConfigWorkspace(documents, from.files, from.roots, () => performance.now());
  const ofClient = configSettingsReader(connection, capabilities);
  const { server = null } = from;
  const settings = async (uri?: string): Promise<ConfigSettings> =>
    server === null
      ? withProject(await ofClient(uri), uri, workspace)
      : { ...(await ofClient()), serverConfig: '', schemaFolder: '', paths: drivesOf(server) };
  const { check } = new ConfigCheck(documents, workspace, settings);
  const client = configClientOf(capabilities, from.hasCommands);
  return { connection, documents, workspace, check, settings, shortfalls, client, server };
}

/** On a server every folder lies where its path says. */
const drivesOf = (server: string): ReadonlyMap<string, string> =>
  new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((drive) => [`${drive}:\\`, `${SERVER_SCHEME}://${server}/${drive}:`]));
