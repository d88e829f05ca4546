import {
  SymbolKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { outline, type OutlineEntry } from '../engine/explain/outline';
import { verdictName } from '../engine/explain/verdicts';
import { plainText } from '../engine/render/escape';
import { lineAt } from '../engine/text/lines';
import type { Services } from './services';

/** An outline longer than this helps nobody. */
const SYMBOL_LIMIT = 5_000;
const NAME_LIMIT = 120;

/** The outline of a document: its event records in their order; empty where it has none. */
export async function documentSymbols(
  { textDocument: { uri } }: DocumentSymbolParams,
  services: Services,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const document = services.documents.get(uri);
  const records = document && (await services.records(document, 'documentSymbol'));
  if (!records) return [];
  const { recordCount } = records;
  services.shortfalls.set(
    uri,
    'documentSymbol',
    recordCount > SYMBOL_LIMIT && { reason: 'onlyFirst', count: recordCount, limit: SYMBOL_LIMIT },
  );
  const symbols = outline(document.getText(), records.first(SYMBOL_LIMIT), services.knowledge).map((entry) =>
    symbolOf(entry, document),
  );
  return services.clientHasSymbolTree ? symbols : symbols.map((symbol) => flat(symbol, uri));
}

function symbolOf({ start, end, title, verdict }: OutlineEntry, document: TextDocument): DocumentSymbol {
  const firstLine = lineAt(document.getText(), start);
  const place = (from: number, to: number) => ({ start: document.positionAt(from), end: document.positionAt(to) });
  return {
    // A symbol without a name is refused by clients.
    name: plainText(title, NAME_LIMIT) || 'Event',
    ...(verdict && { detail: verdictName(verdict) }),
    kind: SymbolKind.Event,
    range: place(start, end),
    selectionRange: place(start, Math.min(firstLine.end, end)),
  };
}

/** For clients that know no tree of symbols. */
const flat = ({ name, kind, range }: DocumentSymbol, uri: string): SymbolInformation => ({
  name,
  kind,
  location: { uri, range },
});
