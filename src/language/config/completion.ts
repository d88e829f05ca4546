import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type Range as LspRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete, type CompletionItem as Offered, type KnownNames } from '../../engine/complete/completion';
import { elementMarkdown } from '../../engine/complete/about';
import { namesIn } from '../../engine/config/names';
import type { Range } from '../../engine/text/range';
import { elementAt } from '../../engine/xml/place';
import { rangeIn } from '../findings';
import type { ConfigServices } from './services';
import { seenTogether } from './visible';

const KINDS: Readonly<Record<Offered['kind'], CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  directive: CompletionItemKind.Operator,
  group: CompletionItemKind.Module,
  attribute: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

const NO_NAMES: KnownNames = { of: () => [] };
const EMPTY: CompletionList = { isIncomplete: false, items: [] };

/** What can stand at a place of a configuration file. */
export async function completion(
  { textDocument, position }: CompletionParams,
  services: ConfigServices,
): Promise<CompletionList> {
  const document = services.documents.open(textDocument.uri);
  const config = document && (await services.documents.of(document));
  if (!document || !config) return EMPTY;
  const offset = document.offsetAt(position);
  // Only values refer to names, and other files are read for nothing else.
  const isValue = elementAt(config.xml, offset).part === 'attributeValue';
  const names = isValue ? await namesAround(document, services) : NO_NAMES;
  const items = complete(config, offset, await services.documents.schema(), names);
  const placed = placing(document);
  return { isIncomplete: false, items: items.map((item) => asItem(item, placed(item.range), services)) };
}

/** The names that the files around define, each with the name of its file. */
async function namesAround(document: TextDocument, services: ConfigServices): Promise<KnownNames> {
  const file = await services.workspace.file(document.uri);
  const together = file ? await seenTogether(file, services) : [];
  const definitions = together.slice(1).flatMap(({ uri, config }) =>
    namesIn(config)
      .filter(({ role }) => role === 'definition')
      .map(({ kind, name }) => ({ kind: kind.id, name, from: uri.slice(uri.lastIndexOf('/') + 1) })),
  );
  return { of: (kind) => definitions.filter((one) => one.kind === kind) };
}

interface Placed {
  readonly range: LspRange;
  /** What stands there. */
  readonly written: string;
}

/** The place of a range in a document: nearly all items of a list have the same one. */
function placing(document: TextDocument): (range: Range) => Placed {
  let last: { readonly of: Range; readonly placed: Placed } | null = null;
  return (of) => {
    if (last?.of.start !== of.start || last.of.end !== of.end) {
      const range = rangeIn(document, of);
      last = { of, placed: { range, written: document.getText(range) } };
    }
    return last.placed;
  };
}

function asItem(item: Offered, { range, written }: Placed, { client }: ConfigServices): CompletionItem {
  const { label, kind, detail, text, isSnippet = false, rank, about } = item;
  const says = about && elementMarkdown(about);
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    ...(says !== undefined && { documentation: { kind: MarkupKind.Markdown, value: says } }),
    sortText: `${rank} ${label}`,
    // An editor compares with what it would replace, the `<` of a tag included.
    filterText: written.startsWith('<') ? `<${label}` : label,
    insertTextFormat: isSnippet && client.hasSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: isSnippet && !client.hasSnippets ? plain(text) : text },
  };
}

/** A snippet for an editor that knows none: the places for the cursor are left out. */
const plain = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
