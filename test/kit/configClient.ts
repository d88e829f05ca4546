import assert from 'node:assert/strict';
import type { Diagnostic, Position, Range } from 'vscode-languageserver/node';
import { LanguageClient } from './languageClient';

/** What VS Code says it can do, as far as our answers depend on it. */
export const fullCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client with a workspace of its own in memory, which keeps a list of everything that the server asked it for. */
export class ConfigClient extends LanguageClient {
  /** `list NAME…` and `read URI`, in order. */
  readonly asked: string[] = [];
  readonly files: Map<string, string>;
  settings: unknown = null;

  constructor(files: Readonly<Record<string, string>> = {}) {
    super();
    this.files = new Map(Object.entries(files));
    this.connection.onRequest('iisDoctor/findFiles', ({ names }: { names: string[] }) => {
      this.asked.push(`list ${names.join(' ')}`);
      const wanted = names.map((name) => name.toLowerCase());
      return [...this.files.keys()].filter((uri) => wanted.includes(uri.slice(uri.lastIndexOf('/') + 1).toLowerCase()));
    });
    this.connection.onRequest('iisDoctor/readFile', ({ uri }: { uri: string }) => {
      this.asked.push(`read ${uri}`);
      const text = this.files.get(uri);
      return text === undefined ? null : { text };
    });
    this.connection.onRequest('workspace/configuration', () => [this.settings]);
  }

  async start(root: string | null = 'file:///w', capabilities: object = fullCapabilities): Promise<void> {
    await this.initialize({
      capabilities,
      workspaceFolders: root === null ? null : [{ uri: root, name: 'w' }],
      initializationOptions: { clientFiles: true, commands: true },
    });
  }

  /** Opens a document and gives the diagnostics that follow. */
  async check(uri: string, text: string, version = 1): Promise<Diagnostic[]> {
    this.diagnostics.length = 0;
    await this.open(uri, text, 'xml', version);
    return this.diagnosticsOf(uri);
  }

  async diagnosticsOf(uri: string, limitMs = 10_000): Promise<Diagnostic[]> {
    for (;;) {
      const pushed = await this.nextDiagnostics(limitMs);
      if (pushed.uri === uri) return pushed.diagnostics;
    }
  }

  /** A request about a place, or about a document as a whole. */
  at<R>(method: string, uri: string, position?: Position, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(`textDocument/${method}`, {
      textDocument: { uri },
      ...(position && { position }),
      ...more,
    });
  }
}

/** The place of the first (or another) occurrence of a text, in lines and UTF-16 units; `|` in it marks the place. */
export function placeOf(text: string, wanted: string, occurrence = 1): Position {
  const cursor = Math.max(wanted.indexOf('|'), 0);
  const plain = wanted.replace('|', '');
  let at = -1;
  for (let i = 0; i < occurrence; i++) at = text.indexOf(plain, at + 1);
  assert.ok(at >= 0, `the text has no ${plain}`);
  const before = text.slice(0, at + cursor).split(/\r\n|\n/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** What stands in a range. */
export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n/);
  if (start.line === end.line) return lines[start.line]!.slice(start.character, end.character);
  const middle = lines.slice(start.line + 1, end.line);
  return [lines[start.line]!.slice(start.character), ...middle, lines[end.line]!.slice(0, end.character)].join('\n');
}
