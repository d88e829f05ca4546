import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { root } from './knowledge';

/** A language client of our own over the server's standard streams, as a foreign editor would be. */
export class LanguageClient {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly diagnostics: PublishDiagnosticsParams[] = [];
  readonly exited: Promise<number | null>;
  #arrived: () => void = () => undefined;

  constructor(args: readonly string[] = ['dist/cli.js', 'lsp', '--stdio']) {
    this.process = spawn(process.execPath, args, { cwd: root });
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.push(params);
      this.#arrived();
    });
    this.connection.listen();
  }

  /** By default says nothing of itself: no root, no folders, no configuration, no options. */
  async initialize(params: Record<string, unknown> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      ...params,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, contentChanges: readonly unknown[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  /** The next diagnostics that were not taken yet. */
  async nextDiagnostics(limitMs = 5_000): Promise<PublishDiagnosticsParams> {
    const deadline = Date.now() + limitMs;
    while (!this.diagnostics.length) {
      assert.ok(Date.now() < deadline, 'no diagnostics came');
      await Promise.race([
        new Promise<void>((resolve) => (this.#arrived = resolve)),
        new Promise((resolve) => setTimeout(resolve, 100)),
      ]);
    }
    return this.diagnostics.shift()!;
  }

  /** Says good-bye and returns the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited;
  }
}

/** The text of a hover. */
export const hoverText = (hover: Hover | null): string =>
  hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';

export const samplesFolder = path.join(root, 'media/samples');
