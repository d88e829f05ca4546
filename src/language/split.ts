import type {
  CodeLens,
  CodeLensParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../engine/config/document';
import { codeLenses } from './codeLens';
import { configLenses } from './config/lenses';
import { configFolding } from './config/structure';
import { configSymbols } from './config/symbols';
import { documentSymbols } from './documentSymbols';
import { foldingRanges } from './foldingRanges';
import type { Services } from './services';

// What every kind of document has: a configuration file has its own, all others have that of their event records.

export const codeLensesOf = (params: CodeLensParams, services: Services): Promise<CodeLens[]> =>
  split(
    params,
    services,
    (config, document) => configLenses(config, document, services.config),
    () => codeLenses(params, services),
  );

export const symbolsOf = (
  params: DocumentSymbolParams,
  services: Services,
): Promise<DocumentSymbol[] | SymbolInformation[]> =>
  split<DocumentSymbol[] | SymbolInformation[]>(
    params,
    services,
    (config, document) => configSymbols(config, document, services.config),
    () => documentSymbols(params, services),
  );

export const foldingRangesOf = (params: FoldingRangeParams, services: Services): Promise<FoldingRange[] | null> =>
  split<FoldingRange[] | null>(
    params,
    services,
    (config, document) => configFolding(config, document, services.config),
    () => foldingRanges(params, services),
  );

async function split<R>(
  { textDocument: { uri } }: { readonly textDocument: { readonly uri: string } },
  services: Services,
  ofConfig: (config: ConfigDocument, document: TextDocument) => R | Promise<R>,
  ofOthers: () => Promise<R>,
): Promise<R> {
  const document = services.documents.get(uri);
  const config = await services.config.documents.of(document);
  return document && config ? ofConfig(config, document) : ofOthers();
}
