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
import { configSettingsReader } from './settings';
import { ConfigWorkspace } from './workspace';

/** Puts together what the features for configuration files work with. */
export function makeConfigServices(from: {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: FileAccess;
  /** URIs of the workspace's folders. */
  readonly roots: readonly string[];
  readonly loadData: LoadData;
  readonly shortfalls: Shortfalls;
  readonly capabilities: ClientCapabilities;
  readonly hasCommands: boolean;
}): ConfigServices {
  const { connection, shortfalls, capabilities } = from;
  const documents = new ConfigDocuments(from.documents, from.loadData);
  const workspace = new ConfigWorkspace(documents, from.files, from.roots, () => performance.now());
  const ofClient = configSettingsReader(connection, capabilities);
  const settings = async (uri?: string) => withProject(await ofClient(uri), uri, workspace);
  const { check } = new ConfigCheck(documents, workspace, settings);
  const client = configClientOf(capabilities, from.hasCommands);
  return { connection, documents, workspace, check, settings, shortfalls, client };
}
