import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { isServerFactsResult } from '../../protocol/checkers';
import { FindFilesRequest, type FindFilesParams, type FindFilesResult } from '../../protocol/languageServer';
import { SERVER_SCHEME, ServerFactsRequest, type ServerFactsParams } from '../../protocol/servers';
import type { Check } from '../checks';
import { clientFiles, type FileAccess } from '../files';
import { makeConfigServices } from './make';
import type { ConfigServices } from './services';

type Parts = Parameters<typeof makeConfigServices>[0] & { readonly documents: TextDocuments<TextDocument> };

/**
 * Documents of the workspace and of each server keep to themselves: a server's files have its own schema, names and
 * hierarchy, and none of them counts for a `web.config` of the workspace.
 */
export class ConfigWorlds {
  readonly workspace: ConfigServices;
  readonly #parts: Parts;
  readonly #servers = new Map<string, ConfigServices>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.workspace = makeConfigServices({ ...parts, documents: documentsOf(parts.documents, null) });
  }

  /** What the features for configuration files work with in a document. */
  of(uri: string | undefined): ConfigServices {
    const server = uri === undefined ? null : serverOf(uri);
    if (server === null) return this.workspace;
    let world = this.#servers.get(server);
    if (!world) this.#servers.set(server, (world = makeServerWorld(this.#parts, server)));
    return world;
  }

  readonly check: Check = (document) => this.of(document.uri).check(document);

  /** Files or settings around the documents have changed. */
  changed(): void {
    this.workspace.workspace.changed();
    // The servers' schemas are asked for anew.
    this.#servers.clear();
  }

  forget(uri: string): void {
    this.of(uri).documents.forget(uri);
  }
}

function makeServerWorld(parts: Parts, server: string): ConfigServices {
  const { connection } = parts;
  const world = makeConfigServices({
    ...parts,
    server,
    documents: documentsOf(parts.documents, server),
    files: filesOf(connection, server),
    roots: [`${SERVER_SCHEME}://${server}/`],
  });
  const schemas = schemasOf(connection, server).then((texts) => world.documents.useSchema(texts));
  return {
    ...world,
    check: async (document) => {
      await schemas;
      return world.check(document);
    },
  };
}

/** The server that a document is of; null for one of the workspace. */
export function serverOf(uri: string): string | null {
  if (!uri.startsWith(`${SERVER_SCHEME}:`)) return null;
  return URI.parse(uri).authority.toLowerCase();
}

const documentsOf = (
  all: TextDocuments<TextDocument>,
  server: string | null,
): Pick<TextDocuments<TextDocument>, 'get' | 'all'> => ({
  get: (uri) => (serverOf(uri) === server ? all.get(uri) : undefined),
  all: () => all.all().filter(({ uri }) => serverOf(uri) === server),
});

const filesOf = (connection: Connection, server: string): FileAccess => ({
  read: (uri) => clientFiles(connection).read(uri),
  list: async (names, limit) => {
    const params: FindFilesParams = { names, limit, server };
    return connection.sendRequest<FindFilesResult>(FindFilesRequest.method, params).catch(() => []);
  },
});

async function schemasOf(connection: Connection, server: string): Promise<readonly string[]> {
  const params: ServerFactsParams = { server };
  const answer: unknown = await connection.sendRequest(ServerFactsRequest.method, params).catch(() => null);
  return isServerFactsResult(answer) ? answer.schemas : [];
}
