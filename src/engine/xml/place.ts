import type { Range } from '../text/range';
import { isBlank, isLineBreak, LESS } from './characters';
import { firstFrom, type XmlAttribute, type XmlDocument, type XmlElement, type XmlPiece } from './tree';

/**
 * What stands at a place. `tag` is inside a start tag, where the next attribute may begin; `text` is between the tags,
 * also where there is only white space.
 */
export type XmlPart =
  | 'tagName'
  | 'tag'
  | 'attributeName'
  | 'attributeValue'
  | 'endTag'
  | 'text'
  | 'comment'
  | 'cdata'
  | 'declaration'
  | 'instruction'
  | 'doctype';

export interface XmlPlace {
  readonly part: XmlPart;
  /**
   * The innermost element that the place is in, its tags included; null outside all. After a `<` without any name it
   * is the element that the new tag will stand in, after `</` the one that it will end.
   */
  readonly element: XmlElement | null;
  /** The attribute whose name or value the place is in. */
  readonly attribute: XmlAttribute | null;
}

/**
 * What a cursor stands in; of two things that meet there, the one that is being typed. Costs the depth of the tree.
 *
 * @param offset between two characters of the text: 0 is before the first
 */
export function elementAt(document: XmlDocument, offset: number): XmlPlace {
  let element: XmlElement | null = null;
  for (let among = document.roots; ; among = element.children) {
    const one = among[firstFrom(among, offset) - 1];
    if (!one || offset > one.end || (offset === one.end && one.isEnded)) break;
    element = one;
    const { end } = one.startTag;
    if (offset < end || (offset === end && !one.isTagClosed)) return placeInTag(one, offset);
  }
  const at = (part: XmlPart): XmlPlace => ({ part, element, attribute: null });
  if (element?.endTag && offset > element.endTag.start) return at('endTag');
  const piece = document.pieces[firstFrom(document.pieces, offset) - 1];
  return at(piece ? partOf(document.text, piece, offset) : 'text');
}

/** The start tag that begins at a place. Costs the depth of the tree. */
export function startTagAt({ roots }: XmlDocument, offset: number): Range | null {
  for (let among = roots; ;) {
    const one = among[firstFrom(among, offset + 1) - 1];
    if (!one || offset >= one.end) return null;
    if (one.start === offset) return one.startTag;
    among = one.children;
  }
}

function placeInTag(element: XmlElement, offset: number): XmlPlace {
  if (offset <= element.nameRange.end) return { part: 'tagName', element, attribute: null };
  for (const attribute of element.attributes) {
    const { nameRange, valueRange } = attribute;
    if (offset < nameRange.start) break;
    if (offset <= nameRange.end) return { part: 'attributeName', element, attribute };
    if (attribute.hasValue && offset >= valueRange.start && offset <= valueRange.end)
      return { part: 'attributeValue', element, attribute };
  }
  return { part: 'tag', element, attribute: null };
}

const ENDS = { comment: '-->', cdata: ']]>', declaration: '?>', instruction: '?>', doctype: '>', stray: '>' } as const;

function partOf(text: string, { kind, start, end }: XmlPiece, offset: number): XmlPart {
  if (kind === 'text') return offset === end && text.charCodeAt(start) === LESS ? 'tagName' : 'text';
  if (offset > end || (offset === end && text.endsWith(ENDS[kind], end))) return 'text';
  if (kind !== 'stray') return kind;
  return text.startsWith('</', start) ? 'endTag' : 'text';
}

/** The blanks with which the line of a place begins. */
export function indentation(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  let end = start;
  while (isBlank(text.charCodeAt(end)) && !isLineBreak(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}
