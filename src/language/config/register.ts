import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { SETTINGS_FILE } from '../../engine/rules/settingsFile';
import type { Feature } from '../../protocol/languageServer';
import { completion } from './completion';
import { inlayHints } from './inlayHints';
import { documentLinks } from './links';
import { definition, documentHighlights, prepareRename, references, rename } from './names';
import type { ConfigWorlds } from './worlds';
import type { ConfigClient, ConfigServices } from './services';
import { linkedEditingRanges, selectionRanges } from './structure';
import { workspaceSymbols } from './symbols';

/** What the server offers for configuration files alone. */
export const configCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: ['<', ' ', '"', '/', ','], resolveProvider: false },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  selectionRangeProvider: true,
  linkedEditingRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  inlayHintProvider: true,
};

/** What a client can do, as far as our answers depend on it. */
export function configClientOf({ textDocument, workspace }: ClientCapabilities, hasCommands: boolean): ConfigClient {
  return {
    hasCommands,
    hasRelatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    hasTags: textDocument?.publishDiagnostics?.tagSupport !== undefined,
    hasDocumentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    hasSnippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    hasSymbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Infinity,
  };
}

/** Answers a request: with a result, as cancelled, or as failed. */
type Answer = <P, R>(
  feature: Feature,
  handle: (params: P, services: ConfigServices) => Promise<R>,
  nothing: R,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError>;

export function registerConfigFeatures(connection: Connection, answer: Answer): void {
  connection.onCompletion(answer('completion', completion, { isIncomplete: false, items: [] }));
  connection.onDefinition(answer('definition', definition, []));
  connection.onReferences(answer('references', references, []));
  connection.onDocumentHighlight(answer('documentHighlight', documentHighlights, []));
  connection.onPrepareRename(answer('rename', prepareRename, null));
  connection.onRenameRequest(answer('rename', rename, null));
  connection.onWorkspaceSymbol(answer('workspaceSymbol', workspaceSymbols, []));
  connection.onSelectionRanges(answer('selectionRange', selectionRanges, null));
  connection.languages.onLinkedEditingRange(answer('linkedEditingRange', linkedEditingRanges, null));
  connection.onDocumentLinks(answer('documentLink', documentLinks, []));
  connection.languages.inlayHint.on(answer('inlayHint', inlayHints, []));
}

/** Keeps what is known of files and settings true: asks the client to tell of changes, and says when something did. */
export function watchSurroundings(
  connection: Connection,
  { workspace }: ClientCapabilities,
  worlds: ConfigWorlds,
  changed: () => void,
): void {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
    void connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.[cC][oO][nN][fF][iI][gG]' }, { globPattern: `**/${SETTINGS_FILE}` }],
      })
      .catch(() => undefined);
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'iisDoctor' })
      .catch(() => undefined);
  if (workspace?.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      const { workspace: files } = worlds.workspace;
      files.roots = [...files.roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => uri)];
      worlds.changed();
      changed();
    });
  connection.onDidChangeWatchedFiles(() => {
    worlds.changed();
    changed();
  });
}
