import {
  CodeLensRefreshRequest,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { explain } from '../engine/explain/explain';
import { families } from '../engine/knowledge/families.generated';
import { Knowledge } from '../engine/knowledge/knowledge';
import type { LoadData } from '../engine/loadData';
import { isExplainParams, readInitializationOptions } from '../protocol/checkers';
import { ExplainRequest } from '../protocol/languageServer';
import { ApplicationPools } from './applicationPools';
import { codeLenses } from './codeLens';
import { pushDiagnostics } from './diagnostics';
import { ExplainedCache } from './explainedCache';
import { explainRequest } from './explainRequest';
import { clientFiles, noFiles, type FileAccess } from './files';
import { hover } from './hover';
import type { Services } from './services';
import { settingsReader } from './settings';

/** What differs where the server runs. */
export interface ServerEnvironment {
  readonly loadData: LoadData;
  /** Files below these root URIs, for a client that brings none of its own; null where there is no disk. */
  readonly diskFiles: ((roots: readonly string[]) => FileAccess) | null;
}

/** Serves one client until it leaves. Works with no root, no configuration, no options and any language id. */
export function serve(connection: Connection, environment: ServerEnvironment): void {
  const documents = new TextDocuments(TextDocument);
  const knowledge = new Knowledge(families, environment.loadData);
  const cache = new ExplainedCache((text) => explain(text, knowledge));
  let services: Services | null = null;

  /** Every request is answered: with a result, as cancelled, or as failed with a line in the log. */
  const answer =
    <P, R>(feature: (params: P, services: Services) => Promise<R>, nothing: R) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      if (!services) return nothing;
      try {
        const result = await feature(params, services);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        connection.console.error(
          `${feature.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return new ResponseError(LSPErrorCodes.RequestFailed, `${feature.name} failed`);
      }
    };

  connection.onInitialize((params): InitializeResult => {
    const options = readInitializationOptions(params.initializationOptions);
    const files = options.clientFiles ? clientFiles(connection) : (environment.diskFiles?.(rootsOf(params)) ?? noFiles);
    services = {
      connection,
      documents,
      knowledge,
      pools: new ApplicationPools(files, () => performance.now()),
      settings: settingsReader(connection, params.capabilities),
      explained: (document) => cache.get(document),
      clientHasCommands: options.commands ?? false,
    };
    if (params.capabilities.workspace?.codeLens?.refreshSupport)
      connection.onDidChangeConfiguration(() => void connection.sendRequest(CodeLensRefreshRequest.type));
    return {
      serverInfo: { name: 'iis-doctor', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeLensProvider: { resolveProvider: false },
        workspace: { workspaceFolders: { supported: true } },
      },
    };
  });
  connection.onHover(answer(hover, null));
  connection.onCodeLens(answer(codeLenses, []));
  const explanation = answer(explainRequest, { title: '', markdown: '' });
  connection.onRequest(ExplainRequest.method, (params: unknown, token: CancellationToken) =>
    isExplainParams(params)
      ? explanation(params, token)
      : new ResponseError(LSPErrorCodes.RequestFailed, 'Expected { text } or { uri, version, offset }.'),
  );
  documents.onDidClose(({ document }) => cache.forget(document.uri));
  pushDiagnostics({ documents, connection });
  documents.listen(connection);
  connection.listen();
}

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** The roots that a client names: its folders, else the older single one. */
function rootsOf(params: InitializeParams): string[] {
  if (params.workspaceFolders?.length) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older editors send nothing else
  return params.rootUri ? [params.rootUri] : [];
}
