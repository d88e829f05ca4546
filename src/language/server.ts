import {
  CodeActionKind,
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
import { families } from '../engine/knowledge/families.generated';
import { Knowledge } from '../engine/knowledge/knowledge';
import type { LoadData } from '../engine/loadData';
import {
  isCheckServerParams,
  isExplainAt,
  isExplainParams,
  isLeadParams,
  isReadAnswerParams,
  isRulePageParams,
  isSummaryParams,
  readInitializationOptions,
} from '../protocol/checkers';
import {
  EffectiveRequest,
  ExplainRequest,
  LeadRequest,
  PerformanceReportRequest,
  RulePageRequest,
  SummaryRequest,
  type ExplainAt,
  type Feature,
  type MemoryUse,
  type PerformanceReport,
} from '../protocol/languageServer';
import { CheckServerRequest, ReadAnswerRequest } from '../protocol/servers';
import { effectiveRequest } from './config/effective';
import { Checks } from './checks';
import { codeActions, FIX_ALL } from './codeActions';
import { configCapabilities, registerConfigFeatures, watchSurroundings } from './config/register';
import { rulePageRequest } from './config/rulePage';
import { ConfigWorlds } from './config/worlds';
import { DiagnosticsPusher } from './diagnostics';
import { leadRequest } from './repairs';
import { RecordCache } from './recordCache';
import { explainRequest } from './explainRequest';
import { clientFiles, noFiles, type FileAccess, type ReadPieces } from './files';
import { hover } from './hover';
import { performanceReport } from './performanceReport';
import { checkServerRequest, readAnswerRequest } from './serverRequests';
import type { Services } from './services';
import { scriptCheck } from './scripts/check';
import { ScriptDocuments } from './scripts/documents';
import { settingsReader } from './settings';
import { Shortfalls } from './shortfalls';
import { codeLensesOf, foldingRangesOf, symbolsOf } from './split';
import { summaryRequest } from './summaryRequest';
import { Timings } from './timings';

/** What differs where the server runs. */
export interface ServerEnvironment {
  readonly loadData: LoadData;
  /** Files below these root URIs, for a client that brings none of its own; null where there is no disk. */
  readonly diskFiles: ((roots: readonly string[]) => FileAccess) | null;
  /** Reads a file that a person chose, piece by piece; null where there is no disk. */
  readonly readPieces: ReadPieces | null;
  /** How much memory the server takes; null where nobody can tell. */
  readonly memory: (() => MemoryUse) | null;
}

/** Serves one client until it leaves. Works with no root, no configuration, no options and any language id. */
export function serve(connection: Connection, environment: ServerEnvironment): void {
  const documents = new TextDocuments(TextDocument);
  const knowledge = new Knowledge(families, environment.loadData);
  const shortfalls = new Shortfalls();
  const timings = new Timings();
  const cache = new RecordCache(knowledge, shortfalls);
  let services: Services | null = null;
  let pusher: DiagnosticsPusher | null = null;
  let configOf: ((uri: string | undefined) => Services['config']) | null = null;

  /** Every request is answered: with a result, as cancelled, or as failed with a line in the log. Its time is kept. */
  const answer =
    <P, R>(
      feature: Feature,
      handle: (params: P, services: Services, token: CancellationToken) => Promise<R>,
      nothing: R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      if (!services || !configOf) return nothing;
      const started = performance.now();
      try {
        const result = await handle(params, { ...services, config: configOf(uriOf(params)) }, token);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        connection.console.error(
          `${feature}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return new ResponseError(LSPErrorCodes.RequestFailed, `${feature} failed`);
      } finally {
        timings.add(feature, performance.now() - started);
      }
    };

  connection.onInitialize((params): InitializeResult => {
    const options = readInitializationOptions(params.initializationOptions);
    const files = options.clientFiles ? clientFiles(connection) : (environment.diskFiles?.(rootsOf(params)) ?? noFiles);
    const roots = rootsOf(params);
    const worlds = new ConfigWorlds({
      connection,
      documents,
      files,
      roots,
      loadData: environment.loadData,
      shortfalls,
      capabilities: params.capabilities,
      hasCommands: options.commands ?? false,
    });
    const { workspace: config } = worlds;
    configOf = (uri) => worlds.of(uri);
    const scripts = new ScriptDocuments(shortfalls);
    services = {
      connection,
      documents,
      knowledge,
      settings: settingsReader(connection, params.capabilities),
      records: (document, feature) => cache.get(document, feature),
      config,
      scripts,
      checks: new Checks(worlds.check, scriptCheck(scripts, config.settings)),
      shortfalls,
      readPieces: environment.readPieces,
      clientHasCommands: options.commands ?? false,
      repairs: new Set(options.commands ? options.repairs : []),
      clientHasSymbolTree: params.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
      clientFoldingLimit: params.capabilities.textDocument?.foldingRange?.rangeLimit ?? Infinity,
    };
    pusher = new DiagnosticsPusher(services, timings);
    const again = (): void => pusher?.again();
    connection.onInitialized(() => watchSurroundings(connection, params.capabilities, worlds, again));
    connection.onDidChangeConfiguration(() => {
      again();
      if (params.capabilities.workspace?.codeLens?.refreshSupport)
        void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    });
    return {
      serverInfo: { name: 'iis-doctor', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeLensProvider: { resolveProvider: false },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        ...configCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onHover(answer('hover', hover, null));
  connection.onCodeLens(answer('codeLens', codeLensesOf, []));
  connection.onDocumentSymbol(answer('documentSymbol', symbolsOf, []));
  connection.onFoldingRanges(answer('foldingRange', foldingRangesOf, null));
  connection.onCodeAction(answer('codeAction', codeActions, []));
  registerConfigFeatures(connection, (feature, handle, nothing) =>
    answer(feature, (params, { config }) => handle(params, config), nothing),
  );
  const effective = answer('effective', (params: ExplainAt, { config }) => effectiveRequest(params, config), null);
  connection.onRequest(EffectiveRequest.method, (params: unknown, token: CancellationToken) =>
    isExplainAt(params) ? effective(params, token) : wrong('{ uri, version, offset }'),
  );
  connection.onRequest(RulePageRequest.method, (params: unknown) =>
    isRulePageParams(params) ? rulePageRequest(params) : wrong('{ rule }'),
  );
  const explanation = answer('explain', explainRequest, { title: '', markdown: '' });
  connection.onRequest(ExplainRequest.method, (params: unknown, token: CancellationToken) =>
    isExplainParams(params) ? explanation(params, token) : wrong('{ text } or { uri, version, offset }'),
  );
  const lead = answer('lead', leadRequest, { title: '', ids: [], values: {} });
  connection.onRequest(LeadRequest.method, (params: unknown, token: CancellationToken) =>
    isLeadParams(params) ? lead(params, token) : wrong('{ text } or { uri, version, offset }'),
  );
  const summary = answer('summary', summaryRequest, null);
  connection.onRequest(SummaryRequest.method, (params: unknown, token: CancellationToken) =>
    isSummaryParams(params) ? summary(params, token) : wrong('{ uri } or { file }'),
  );
  const checked = answer('checkServer', checkServerRequest, { findings: [], groups: [], configured: null });
  connection.onRequest(CheckServerRequest.method, (params: unknown, token: CancellationToken) =>
    isCheckServerParams(params) ? checked(params, token) : wrong('{ snapshot }'),
  );
  const read = answer('readAnswer', readAnswerRequest, { answer: null });
  connection.onRequest(ReadAnswerRequest.method, (params: unknown, token: CancellationToken) =>
    isReadAnswerParams(params) ? read(params, token) : wrong('{ probe, data, asked }'),
  );
  connection.onRequest(PerformanceReportRequest.method, (): PerformanceReport =>
    performanceReport(timings, shortfalls, documents, environment.memory?.() ?? null),
  );
  documents.onDidClose(({ document }) => {
    cache.forget(document.uri);
    shortfalls.forget(document.uri);
    configOf?.(document.uri).documents.forget(document.uri);
    services?.checks.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

/** The document that a request speaks of, if it speaks of one. */
function uriOf(params: unknown): string | undefined {
  const { textDocument, uri } = (params ?? {}) as { textDocument?: { uri?: unknown }; uri?: unknown };
  const found = textDocument?.uri ?? uri;
  return typeof found === 'string' ? found : undefined;
}

const wrong = (expected: string): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, `Expected ${expected}.`);

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** The roots that a client names: its folders, else the older single one. */
function rootsOf(params: InitializeParams): string[] {
  if (params.workspaceFolders?.length) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older editors send nothing else
  return params.rootUri ? [params.rootUri] : [];
}
