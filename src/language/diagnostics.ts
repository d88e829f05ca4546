import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configKind, type ConfigKind } from '../engine/config/kind';
import type { Timings } from './timings';
import type { Services } from './services';
import { isSettingsFile, settingsDiagnostics } from './config/settingsDiagnostics';
import { findingDiagnostics } from './findings';

/** A change is settled when nothing followed it for so long: at least, and at most for documents that take long. */
const SETTLED_MS = 10;
const SETTLED_AT_MOST_MS = 250;
/** Files that stand above every `web.config`. */
const ABOVE: ReadonlySet<ConfigKind> = new Set(['applicationHost', 'machine', 'rootWeb']);

/**
 * Pushes the diagnostics of a document, with its version, after it was opened and after every change that settled, and
 * an empty list when it is closed. A newer version takes the place of one that waits, so that many keystrokes cost one
 * check; a document that takes long to check waits a little longer.
 */
export class DiagnosticsPusher {
  readonly #services: Pick<Services, 'documents' | 'connection' | 'config' | 'checks'>;
  readonly #timings: Timings;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #opened = new Map<string, number>();
  /** How long the last check of a document took. */
  readonly #costs = new Map<string, number>();

  constructor(services: Pick<Services, 'documents' | 'connection' | 'config' | 'checks'>, timings: Timings) {
    this.#services = services;
    this.#timings = timings;
    const { documents, connection } = services;
    documents.onDidOpen(({ document }) => {
      this.#opened.set(document.uri, document.version);
      void this.#push(document);
    });
    documents.onDidChangeContent(({ document }) => {
      // Opening a document is announced as a change too.
      if (this.#opened.get(document.uri) === document.version) return;
      this.#opened.delete(document.uri);
      services.checks.outdated(document);
      this.#soon(document);
    });
    documents.onDidClose(({ document: { uri, version } }) => {
      this.#opened.delete(uri);
      this.#costs.delete(uri);
      clearTimeout(this.#timers.get(uri));
      this.#timers.delete(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics: [] });
      // From now on the file on disk counts, or none.
      if (configKind(uri, null) === 'applicationHost') void this.#others(uri);
      else if (isSettingsFile(uri)) this.#allBut(uri);
    });
  }

  /** Settings or files around the documents have changed. */
  again(): void {
    this.#services.checks.changed();
    for (const document of this.#services.documents.all()) this.#soon(document);
  }

  #soon(document: TextDocument): void {
    const { uri } = document;
    clearTimeout(this.#timers.get(uri));
    const wait = Math.min(Math.max((this.#costs.get(uri) ?? 0) / 10, SETTLED_MS), SETTLED_AT_MOST_MS);
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#push(document);
      }, wait),
    );
  }

  async #push(document: TextDocument): Promise<void> {
    const { documents, connection, config, checks } = this.#services;
    const { uri, version } = document;
    const started = performance.now();
    let diagnostics: Diagnostic[] = [];
    let isAbove = false;
    try {
      if (isSettingsFile(uri)) diagnostics = settingsDiagnostics(document);
      const checked = await checks.of(document);
      if (checked) {
        isAbove = ABOVE.has(checked.config?.kind ?? 'web');
        diagnostics = findingDiagnostics(checked, document, config.client);
        const took = performance.now() - started;
        this.#costs.set(uri, took);
        this.#timings.add('diagnostics', took);
      }
    } catch (error) {
      connection.console.error(
        `diagnostics: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    // A newer version, or the close, says something itself.
    if (documents.get(uri) !== document || document.version !== version || this.#timers.has(uri)) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
    if (isAbove) await this.#others(uri);
    else if (isSettingsFile(uri)) this.#allBut(uri);
  }

  /** A settings file has changed, and with it what is reported elsewhere. */
  #allBut(uri: string): void {
    const { documents, checks } = this.#services;
    checks.changed();
    for (const document of documents.all())
      if (!isSettingsFile(document.uri) && document.uri !== uri) this.#soon(document);
  }

  /** What stands below the files of a server is checked again when one of them changed. */
  async #others(uri: string): Promise<void> {
    const { documents, config, checks } = this.#services;
    const others = documents.all().filter((one) => one.uri !== uri);
    const found = await Promise.all(
      others.map(async (one) => ((await config.documents.of(one))?.kind === 'web' ? one : null)),
    );
    const below = found.filter((one) => one !== null);
    if (!below.length) return;
    checks.changed();
    for (const one of below) this.#soon(one);
  }
}
