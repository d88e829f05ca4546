import * as vscode from 'vscode';
import type { Transport } from '../transports/session';
import type { ServerView } from '../app/serverView';
import { commands } from './commands/index.generated';
import { COMPARE_SCHEME, Comparisons } from './documents/comparisons';
import { EFFECTIVE_SCHEME, EffectiveDocuments } from './documents/effectiveDocuments';
import { ExplanationDocuments, SCHEME } from './documents/explanationDocuments';
import { SummaryDocuments } from './documents/summaryDocuments';
import { LanguageServer, type MakeClient, type ServerState } from './languageServer';
import type { Services } from './services';
import { serverDocuments } from './servers/files';
import { EditorServers } from './servers/servers';
import type { TransportEnvironment } from './servers/transports';
import { showServerState } from './statusItem';
import { makeTell } from './tell';
import type { PrivateFiles } from './wizard/privateFiles';
import { Wizard } from './wizard/wizard';

/** What the extension offers to others. */
export interface Api {
  readonly serverState: () => ServerState;
}

/** What differs where the extension runs; a door hands it in. */
export interface Platform {
  readonly makeClient: MakeClient;
  readonly makeTransports: (environment: TransportEnvironment) => readonly Transport[];
  /** What is kept of repairs, in a folder of the extension's own. */
  readonly makePrivateFiles: (folder: vscode.Uri) => PrivateFiles;
}

/** Puts everything together. Costs no process and no file: the server comes with the first document that needs it. */
export function activateEditor(
  context: vscode.ExtensionContext,
  { makeClient, makeTransports, makePrivateFiles }: Platform,
): Api {
  const log = vscode.window.createOutputChannel('IIS Doctor', { log: true });
  const tell = makeTell(log);
  const server: LanguageServer = new LanguageServer(
    makeClient,
    context.extensionUri,
    log,
    tell,
    serverDocuments((name): ServerView | null => servers.get(name)),
  );
  const explanations = new ExplanationDocuments();
  const summaries = new SummaryDocuments();
  const effective = new EffectiveDocuments();
  const comparisons = new Comparisons();
  const { extensionUri } = context;
  const version = (context.extension.packageJSON as { version: string }).version;
  const servers: EditorServers = new EditorServers(
    context,
    makeTransports({ extensionUri, version, log }),
    server,
    log,
    tell,
  );
  const files = makePrivateFiles(vscode.Uri.joinPath(context.globalStorageUri, 'repairs'));
  const wizard = new Wizard({ extensionUri, servers, explanations, comparisons, files, log, tell });
  const services: Services = { log, tell, server, explanations, summaries, effective, comparisons, servers, wizard };
  context.subscriptions.push(
    log,
    server,
    showServerState(server),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, explanations),
    vscode.workspace.registerTextDocumentContentProvider(EFFECTIVE_SCHEME, effective),
    vscode.workspace.registerTextDocumentContentProvider(COMPARE_SCHEME, comparisons),
    servers,
    wizard,
    summaries.register(),
    ...Object.entries(commands).map(([id, command]) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) => command(services, ...args)),
    ),
  );
  server.startWhenNeeded();
  return { serverState: () => server.state };
}
