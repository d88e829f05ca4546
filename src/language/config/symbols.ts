import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../../engine/config/document';
import { namesIn } from '../../engine/config/names';
import type { NameKindId } from '../../engine/config/nameKinds';
import { configOutline, type ConfigOutlineEntry, type OutlineKind } from '../../engine/config/outline';
import { plainText } from '../../engine/render/escape';
import { rangeIn } from '../findings';
import { placesOf } from './places';
import type { ConfigServices } from './services';

const SYMBOL_LIMIT = 5_000;
const FOUND_LIMIT = 500;
const NAME_LIMIT = 120;

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  location: SymbolKind.Namespace,
  section: SymbolKind.Module,
  site: SymbolKind.Class,
  application: SymbolKind.Package,
  pool: SymbolKind.Object,
  rule: SymbolKind.Function,
  map: SymbolKind.Array,
  entry: SymbolKind.Property,
};

/** The outline of a configuration file. */
export function configSymbols(
  config: ConfigDocument,
  document: TextDocument,
  { client, shortfalls }: ConfigServices,
): DocumentSymbol[] | SymbolInformation[] {
  const { entries, leftOut } = configOutline(config, SYMBOL_LIMIT);
  shortfalls.set(
    document.uri,
    'documentSymbol',
    leftOut > 0 && { reason: 'onlyFirst', count: SYMBOL_LIMIT + leftOut, limit: SYMBOL_LIMIT },
  );
  if (client.hasSymbolTree) return entries.map((entry) => symbolOf(entry, document));
  return entries.flatMap((entry) => flat(entry, document, ''));
}

function symbolOf(entry: ConfigOutlineEntry, document: TextDocument): DocumentSymbol {
  const { kind, name, detail, selection, children } = entry;
  return {
    // A symbol without a name is refused by clients.
    name: plainText(name, NAME_LIMIT) || kind,
    ...(detail !== '' && { detail: plainText(detail, NAME_LIMIT) }),
    kind: kinds[kind],
    range: rangeIn(document, entry),
    selectionRange: rangeIn(document, selection),
    ...(children.length && { children: children.map((one) => symbolOf(one, document)) }),
  };
}

function flat(entry: ConfigOutlineEntry, document: TextDocument, container: string): SymbolInformation[] {
  const name = plainText(entry.name, NAME_LIMIT) || entry.kind;
  const own: SymbolInformation = {
    name,
    kind: kinds[entry.kind],
    location: { uri: document.uri, range: rangeIn(document, entry) },
    ...(container !== '' && { containerName: container }),
  };
  return [own, ...entry.children.flatMap((one) => flat(one, document, name))];
}

const ofWorkspace: Readonly<Partial<Record<NameKindId, SymbolKind>>> = {
  applicationPool: SymbolKind.Object,
  site: SymbolKind.Class,
  rewriteRule: SymbolKind.Function,
  rewriteMap: SymbolKind.Array,
};

/** Pools, sites, rewrite rules and maps of all configuration files whose name holds the letters of a query in order. */
export async function workspaceSymbols(
  { query }: WorkspaceSymbolParams,
  { workspace }: ConfigServices,
): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  for (const { uri, config } of await workspace.all())
    for (const use of namesIn(config)) {
      const kind = use.role === 'definition' ? ofWorkspace[use.kind.id] : undefined;
      if (kind === undefined || !holdsInOrder(use.name, query)) continue;
      if (found.length >= FOUND_LIMIT) return found;
      found.push({
        name: plainText(use.name, NAME_LIMIT) || use.kind.label,
        kind,
        location: { uri, range: placesOf(config).range(use) },
        containerName: use.kind.label,
      });
    }
  return found;
}

function holdsInOrder(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = -1;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
