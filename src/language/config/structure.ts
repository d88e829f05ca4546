import {
  FoldingRangeKind,
  type FoldingRange,
  type LinkedEditingRanges,
  type SelectionRange,
  type SelectionRangeParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../../engine/config/document';
import type { Range } from '../../engine/text/range';
import { elementAt } from '../../engine/xml/place';
import { ancestors, firstFrom, type XmlDocument, type XmlElement } from '../../engine/xml/tree';
import { rangeIn } from '../findings';
import type { ConfigServices } from './services';

const RANGE_LIMIT = 5_000;

/** The elements and comments of a configuration file that reach over more than one line, outer ones first. */
export function configFolding(
  { xml }: ConfigDocument,
  document: TextDocument,
  { client, shortfalls }: ConfigServices,
): FoldingRange[] {
  const limit = Math.min(RANGE_LIMIT, client.foldingLimit);
  const ranges: FoldingRange[] = [];
  let count = 0;
  const add = ({ start, end }: Range, kind?: FoldingRangeKind): void => {
    const startLine = document.positionAt(start).line;
    const last = document.positionAt(end).line;
    // The line of the end tag stays in sight.
    const endLine = kind ? last : last - 1;
    if (endLine <= startLine) return;
    count++;
    if (ranges.length < limit) ranges.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
  };
  // By depth, so that with too many of them the outer ones fold.
  for (let level: readonly XmlElement[] = xml.roots; level.length; level = level.flatMap(({ children }) => children))
    for (const one of level) if (one.children.length || one.endTag) add(one);
  for (const piece of xml.pieces) if (piece.kind === 'comment') add(piece, FoldingRangeKind.Comment);
  shortfalls.set(document.uri, 'foldingRange', count > limit && { reason: 'onlyFirst', count, limit });
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** What a growing selection takes in: value, attribute, tag, content, element, and so on outwards. */
export async function selectionRanges(
  { textDocument, positions }: SelectionRangeParams,
  services: ConfigServices,
): Promise<SelectionRange[] | null> {
  const document = services.documents.open(textDocument.uri);
  const config = await services.documents.of(document);
  if (!document || !config) return null;
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const around = rangesAround(config.xml, offset).map((range) => rangeIn(document, range));
    const selection = around.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    );
    return selection ?? { range: { start: position, end: position } };
  });
}

/** Ranges around a place, the innermost first, each larger than the one before. */
function rangesAround(xml: XmlDocument, offset: number): Range[] {
  const { attribute, element, part } = elementAt(xml, offset);
  const candidates: Range[] = [];
  const piece = xml.pieces[firstFrom(xml.pieces, offset + 1) - 1];
  if (piece && offset <= piece.end) candidates.push(piece);
  if (attribute) candidates.push(part === 'attributeValue' ? attribute.valueRange : attribute.nameRange, attribute);
  if (part === 'tagName' && element) candidates.push(element.nameRange);
  for (const one of element ? [element, ...ancestors(element)] : []) {
    const tag = [one.startTag, one.endTag].find((range) => range && range.start <= offset && offset <= range.end);
    if (tag) candidates.push(tag);
    else candidates.push(one.content);
    candidates.push({ start: one.start, end: one.end });
  }
  const ranges: Range[] = [];
  for (const one of candidates) {
    const last = ranges.at(-1);
    const holds = one.start <= offset && offset <= one.end;
    if (!holds || (last && (one.start > last.start || one.end < last.end))) continue;
    if (!last || one.start < last.start || one.end > last.end) ranges.push({ start: one.start, end: one.end });
  }
  return ranges;
}

/** The name in the start tag and the one in the end tag, to be typed together. */
export async function linkedEditingRanges(
  { textDocument, position }: TextDocumentPositionParams,
  services: ConfigServices,
): Promise<LinkedEditingRanges | null> {
  const document = services.documents.open(textDocument.uri);
  const config = await services.documents.of(document);
  if (!document || !config) return null;
  const offset = document.offsetAt(position);
  const { element } = elementAt(config.xml, offset);
  for (const one of element ? [element, ...ancestors(element)] : []) {
    const { endTag, nameRange, name } = one;
    if (!endTag) continue;
    const end = { start: endTag.start + 2, end: endTag.start + 2 + name.length };
    // A blank before the name is a fault that is being typed.
    if (!config.text.startsWith(name, end.start)) continue;
    const isIn = [nameRange, end].some((range) => range.start <= offset && offset <= range.end);
    if (isIn) return { ranges: [rangeIn(document, nameRange), rangeIn(document, end)], wordPattern: '[-.:\\w]+' };
  }
  return null;
}
