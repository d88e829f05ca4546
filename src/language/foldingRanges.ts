import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { outline, type OutlineEntry } from '../engine/explain/outline';
import { indentedBlocks, type LineBlock } from '../engine/text/indentation';
import type { Services } from './services';

const RANGE_LIMIT = 5_000;

/**
 * The event records of a document, each from its first line to its last. Clients take our ranges instead of what they
 * fold by themselves, so indented blocks stay foldable here, and a document without records gets no answer (null).
 */
export async function foldingRanges(
  { textDocument: { uri } }: FoldingRangeParams,
  services: Services,
): Promise<FoldingRange[] | null> {
  const document = services.documents.get(uri);
  const explained = document && (await services.explained(document, 'foldingRange'));
  if (!explained || explained.records.length === 0) return null;
  const limit = Math.min(RANGE_LIMIT, services.clientFoldingLimit);
  const records = recordBlocks(outline(document.getText(), explained, services.knowledge), document);
  services.shortfalls.set(
    uri,
    'foldingRange',
    records.length > limit && { reason: 'onlyFirst', count: records.length, limit },
  );
  const ranges: FoldingRange[] = records.slice(0, limit).map((block) => ({ ...block, kind: FoldingRangeKind.Region }));
  const others = indentedBlocks(document.getText()).slice(0, limit - ranges.length);
  return nested([...ranges, ...others]);
}

function recordBlocks(records: readonly OutlineEntry[], document: TextDocument): LineBlock[] {
  return records
    .map(({ start, end }) => ({ startLine: document.positionAt(start).line, endLine: document.positionAt(end).line }))
    .filter(({ startLine, endLine }) => startLine < endLine);
}

/** In order of place, without those that begin on a line with another one or reach across its end: the first counts. */
function nested(ranges: readonly FoldingRange[]): FoldingRange[] {
  const kept: FoldingRange[] = [];
  const open: FoldingRange[] = [];
  // Sorting keeps the order of ranges that begin together, so records stay before indented blocks.
  for (const range of [...ranges].sort((a, b) => a.startLine - b.startLine)) {
    while (open.length && (open.at(-1)?.endLine ?? 0) < range.startLine) open.pop();
    const outer = open.at(-1);
    if (outer && (outer.startLine === range.startLine || outer.endLine < range.endLine)) continue;
    kept.push(range);
    open.push(range);
  }
  return kept;
}
