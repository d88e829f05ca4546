import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decode } from '../engine/text/decode';
import { isFindFilesParams, isLoadDataParams, isReadFileParams, isServerFactsParams } from '../protocol/checkers';
import {
  FindFilesRequest,
  LoadDataRequest,
  ReadFileRequest,
  type FindFilesResult,
  type LoadDataResult,
  type ReadFileResult,
} from '../protocol/languageServer';
import { SERVER_SCHEME, ServerFactsRequest, type ServerFactsResult } from '../protocol/servers';

/** What is known of the files of servers, by the servers' names in URIs. */
export interface ServerDocuments {
  /** URIs of configuration files with one of these names, compared without case. */
  find(server: string, names: readonly string[]): readonly string[];
  /** The texts of its own schema files. */
  schemas(server: string): readonly string[];
}

const SIZE_LIMIT = 20 * 1024 * 1024;

/** Answers what the server asks of its client: files of the workspace, and in the browser its own data. */
export function answerServerRequests(
  client: BaseLanguageClient,
  extensionUri: vscode.Uri,
  servers: ServerDocuments,
): void {
  client.onRequest(ReadFileRequest.method, async (params: unknown): Promise<ReadFileResult> => {
    if (!isReadFileParams(params)) return null;
    const uri = vscode.Uri.parse(params.uri);
    // A path that a document names is data: only what lies in the workspace is opened.
    if (uri.scheme !== SERVER_SCHEME && !vscode.workspace.getWorkspaceFolder(uri) && !isNamedBySettings(uri))
      return null;
    const text = await readText(uri).catch(() => null);
    return text === null ? null : { text };
  });
  client.onRequest(FindFilesRequest.method, async (params: unknown): Promise<FindFilesResult> => {
    if (!isFindFilesParams(params)) return [];
    if (params.server !== undefined) return servers.find(params.server, params.names).slice(0, params.limit);
    const names = params.names.map(anyCase).join(',');
    const found = await vscode.workspace.findFiles(`**/{${names},}`, '**/node_modules/**', params.limit);
    return found.map((uri) => uri.toString());
  });
  client.onRequest(ServerFactsRequest.method, (params: unknown): ServerFactsResult => ({
    schemas: isServerFactsParams(params) ? servers.schemas(params.server) : [],
  }));
  client.onRequest(LoadDataRequest.method, async (params: unknown): Promise<LoadDataResult> => {
    if (!isLoadDataParams(params)) throw new Error('no such file');
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/data', params.file));
    return { text: decode(bytes).text };
  });
}

/** Whether a person named the file, or its folder, in the settings of a trusted workspace. */
function isNamedBySettings({ scheme, path }: vscode.Uri): boolean {
  if (scheme !== 'file' || !vscode.workspace.isTrusted) return false;
  const settings = vscode.workspace.getConfiguration('iisDoctor.config');
  return ['serverConfig', 'schema'].some((key) => {
    const named = settings.get<unknown>(key);
    if (typeof named !== 'string' || !/^(?:\/(?!\/)|[a-z]:[\\/])/i.test(named.trim())) return false;
    const file = vscode.Uri.file(named.trim()).path;
    return path === file || path.startsWith(`${file.replace(/\/$/, '')}/`);
  });
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  const { size } = await vscode.workspace.fs.stat(uri);
  return size > SIZE_LIMIT ? null : decode(await vscode.workspace.fs.readFile(uri)).text;
}

/** Patterns of the file search mind the case; names of IIS do not. */
const anyCase = (name: string): string =>
  name.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
