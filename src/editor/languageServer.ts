import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { isEffective, isLead, isPerformanceReport, isSummary } from '../protocol/checkers';
import {
  EffectiveRequest,
  ExplainRequest,
  LeadRequest,
  PerformanceReportRequest,
  RulePageRequest,
  SummaryRequest,
  type EffectiveResult,
  type ExplainAt,
  type ExplainParams,
  type ExplainResult,
  type LeadParams,
  type LeadResult,
  type PerformanceReport,
  type SummaryParams,
  type SummaryResult,
} from '../protocol/languageServer';
import { candidateOf, DocumentSync } from './documentSync';
import { languages, wants } from './documentSelection';
import { answerServerRequests, type ServerDocuments } from './serverRequests';
import { RestartPolicy } from './restartPolicy';
import type { Tell } from './tell';

export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/** How the server is reached here: a process on a desktop, a worker in a browser. Loaded with the first need. */
export type MakeClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The language server's life: it begins with the first document that needs it, never with the window. */
export class LanguageServer implements vscode.Disposable {
  readonly #makeClient: MakeClient;
  readonly #extensionUri: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #tell: Tell;
  readonly #documents: ServerDocuments;
  readonly #restarts = new RestartPolicy();
  readonly #sync = new DocumentSync();
  readonly #changed = new vscode.EventEmitter<ServerState>();
  readonly #waiting: vscode.Disposable[] = [];
  #state: ServerState = 'idle';
  #client: Promise<BaseLanguageClient> | null = null;

  readonly onDidChangeState = this.#changed.event;

  /** @param documents what is known of the files of IIS servers */
  constructor(
    makeClient: MakeClient,
    extensionUri: vscode.Uri,
    log: vscode.LogOutputChannel,
    tell: Tell,
    documents: ServerDocuments,
  ) {
    this.#documents = documents;
    this.#makeClient = makeClient;
    this.#extensionUri = extensionUri;
    this.#log = log;
    this.#tell = tell;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server with the first document that it wants, which may be open already. */
  startWhenNeeded(): void {
    const consider = (document: vscode.TextDocument): void => {
      if (this.#state === 'idle' && wants(candidateOf(document))) void this.start();
    };
    this.#waiting.push(
      vscode.workspace.onDidOpenTextDocument(consider),
      vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    );
    vscode.workspace.textDocuments.forEach(consider);
  }

  /** Starts the server unless it runs; a failure is told, and null returned. */
  async start(): Promise<BaseLanguageClient | null> {
    vscode.Disposable.from(...this.#waiting.splice(0)).dispose();
    this.#client ??= this.#connect();
    try {
      return await this.#client;
    } catch (error) {
      this.#client = null;
      this.#setState('stopped');
      this.#tell.failure('serverFailed', error);
      return null;
    }
  }

  /** Starts it anew, with all its restarts. */
  async restart(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    this.#client = null;
    await client?.dispose().catch((error: unknown) => this.#log.warn('the old server did not stop', error));
    this.#restarts.reset();
    await this.start();
  }

  /** The full explanation; null when the server cannot be had or failed, which has been told. */
  async explain(params: ExplainParams): Promise<ExplainResult | null> {
    const client = await this.start();
    try {
      return client && (await client.sendRequest<ExplainResult>(ExplainRequest.method, params));
    } catch (error) {
      this.#tell.failure('explanationFailed', error);
      return null;
    }
  }

  /** The summary of a log; null when there is none: nothing to read, failed (which has been told), or cancelled. */
  async summary(params: SummaryParams, token: vscode.CancellationToken): Promise<SummaryResult | 'failed'> {
    const client = await this.start();
    if (!client) return 'failed';
    try {
      const summary: unknown = await client.sendRequest(SummaryRequest.method, params, token);
      return isSummary(summary) ? summary : null;
    } catch (error) {
      if (token.isCancellationRequested) return null;
      this.#tell.failure('summaryFailed', error);
      return 'failed';
    }
  }

  /** What holds for the sections at a place; null when there are none; what failed has been told. */
  async effective(place: ExplainAt): Promise<EffectiveResult | 'failed'> {
    const client = await this.start();
    if (!client) return 'failed';
    try {
      const effective: unknown = await client.sendRequest(EffectiveRequest.method, place);
      return isEffective(effective) ? effective : null;
    } catch (error) {
      this.#tell.failure('effectiveFailed', error);
      return 'failed';
    }
  }

  /** The page of a rule; null when there is none or the server cannot be had, which has been told. */
  async rulePage(rule: string): Promise<ExplainResult | null> {
    const client = await this.start();
    try {
      return client && (await client.sendRequest<ExplainResult | null>(RulePageRequest.method, { rule }));
    } catch (error) {
      this.#tell.failure('explanationFailed', error);
      return null;
    }
  }

  /** What leads to a repair; null when the server cannot be had or failed, which has been told. */
  async lead(params: LeadParams): Promise<LeadResult | null> {
    const client = await this.start();
    try {
      const lead: unknown = client && (await client.sendRequest(LeadRequest.method, params));
      return isLead(lead) ? lead : null;
    } catch (error) {
      this.#tell.failure('explanationFailed', error);
      return null;
    }
  }

  /** Any other request. Rejects where the server cannot be had or failed. */
  async request(method: string, params: unknown): Promise<unknown> {
    const client = await this.start();
    if (!client) throw new Error('the language server does not run');
    return client.sendRequest(method, params);
  }

  /** How the server is doing; null when it cannot be had or failed, which has been told. */
  async performanceReport(): Promise<PerformanceReport | null> {
    const client = await this.start();
    if (!client) return null;
    try {
      const report: unknown = await client.sendRequest(PerformanceReportRequest.method);
      if (isPerformanceReport(report)) return report;
      this.#tell.failure('reportFailed', report);
    } catch (error) {
      this.#tell.failure('reportFailed', error);
    }
    return null;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#waiting, this.#changed).dispose();
    void this.#client?.then((client) => client.dispose()).catch(() => undefined);
  }

  async #connect(): Promise<BaseLanguageClient> {
    this.#setState('starting');
    const { CloseAction, ErrorAction, State } = await import('vscode-languageclient');
    const client = await this.#makeClient({
      documentSelector: [
        ...languages.map((language) => ({ language })),
        { pattern: '**/*.config' },
        { pattern: '**/.iis-doctor.json' },
      ],
      outputChannel: this.#log,
      initializationOptions: { commands: true, clientFiles: true, repairs: await repairable() },
      markdown: {
        isTrusted: { enabledCommands: ['iisDoctor.showExplanation', 'iisDoctor.fixThis'] },
        supportHtml: false,
      },
      middleware: this.#sync.middleware(() => client),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          if (this.#restarts.ended()) return { action: CloseAction.Restart, handled: true };
          this.#setState('stopped');
          this.#tell.failure('serverStopped');
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#setState('running');
      else if (newState === State.Starting) this.#setState('starting');
    });
    answerServerRequests(client, this.#extensionUri, this.#documents);
    await client.start();
    return client;
  }

  #setState(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changed.fire(state);
  }
}

/** What there are guided repairs for, so that the server offers them where they fit. */
async function repairable(): Promise<readonly string[]> {
  const { remedies } = await import('../engine/remedies/repairs/index.generated');
  return [...new Set(remedies.flatMap(({ answers }) => answers))];
}
