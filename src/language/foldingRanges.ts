import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { outline, type OutlineEntry } from '../engine/explain/outline';
import { indentedBlocks, type LineBlock } from '../engine/text/indentation';
import { rangeFinder, type Range } from '../engine/text/range';
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
  const all = document && (await services.records(document, 'foldingRange'));
  if (!document || !all?.recordCount) return null;
  const text = document.getText();
  const limit = Math.min(RANGE_LIMIT, services.clientFoldingLimit);
  services.shortfalls.set(
    uri,
    'foldingRange',
    all.recordCount > limit && { reason: 'onlyFirst', count: all.recordCount, limit },
  );
  const records = outline(text, all.first(limit), services.knowledge)
    .map((record) => linesOf(record, document))
    .filter(({ start, end }) => end - start > 1);
  const ranges: FoldingRange[] = records
    .slice(0, limit)
    .map(({ start, end }) => ({ startLine: start, endLine: end - 1, kind: FoldingRangeKind.Region }));
  const blocks = indentedBlocks(text).filter(isBesides(records));
  return [...ranges, ...blocks.slice(0, limit - ranges.length)].sort((a, b) => a.startLine - b.startLine);
}

/** The lines of a record, 0-based, `end` exclusive. */
interface RecordLines extends Range {
  readonly isXml: boolean;
}

const linesOf = ({ start, end }: OutlineEntry, document: TextDocument): RecordLines => ({
  start: document.positionAt(start).line,
  end: document.positionAt(end).line + 1,
  isXml: document.getText().startsWith('<', start),
});

/**
 * Whether a block lies outside every record, or around some, or inside event XML; in other records the indentation of
 * a line means nothing, and a block that reaches across the end of a record would not fold.
 */
function isBesides(records: readonly RecordLines[]): (block: LineBlock) => boolean {
  const recordAt = rangeFinder(records);
  return ({ startLine, endLine }) => {
    const first = recordAt(startLine);
    const last = recordAt(endLine);
    if (first) return first === last && first.isXml && startLine > first.start;
    return !last || endLine === last.end - 1;
  };
}
