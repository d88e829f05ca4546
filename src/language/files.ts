import type { Connection } from 'vscode-languageserver';
import {
  FindFilesRequest,
  ReadFileRequest,
  type FindFilesParams,
  type FindFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../protocol/languageServer';

/** The only way the server gets at files: those of the workspace, by URI. What it cannot reach does not exist for it. */
export interface FileAccess {
  /** The text of a file, null where it cannot be read or lies outside the workspace. Never rejects. */
  read(uri: string): Promise<string | null>;
  /** URIs of files with one of these names (compared without case), at most `limit`. Never rejects. */
  list(names: readonly string[], limit: number): Promise<readonly string[]>;
}

/** The text of a file of any size, piece by piece. Throws where it cannot be read. */
export type ReadPieces = (path: string) => AsyncIterable<string>;

/** Files by way of the client, so that remote and virtual workspaces and the browser work alike. */
export const clientFiles = (connection: Connection): FileAccess => ({
  read: async (uri) => {
    const params: ReadFileParams = { uri };
    const result = await connection.sendRequest<ReadFileResult>(ReadFileRequest.method, params).catch(() => null);
    return result?.text ?? null;
  },
  list: async (names, limit) => {
    const params: FindFilesParams = { names, limit };
    return connection.sendRequest<FindFilesResult>(FindFilesRequest.method, params).catch(() => []);
  },
});

/** For a client without files: a document on its own. */
export const noFiles: FileAccess = { read: () => Promise.resolve(null), list: () => Promise.resolve([]) };
