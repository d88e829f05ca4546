import type { Range } from '../text/range';
import { unescapeXml, type XmlAttribute, type XmlElement } from './tree';

interface OpenElement extends XmlElement {
  end: number;
  text: string;
  content: { start: number; end: number };
  readonly children: OpenElement[];
}

const NAME_START = /[A-Za-z_:\u0080-\uFFFF]/;
const NAME = /[A-Za-z_:\u0080-\uFFFF][-.\w:\u0080-\uFFFF]*/y;
const BLANKS = /[ \t\r\n]*/y;

/**
 * Reads half-typed or foreign XML into a tree that keeps every position. It never fails: an element that is not
 * closed ends where its parent ends, an end tag without a start is passed over, a `<` ends a tag that was left open.
 *
 * @param text the text that the XML stands in
 * @param range where to read; positions in the tree are those of `text`
 * @returns the top-level elements; more than one is fine
 */
export function parseXml(text: string, range: Range = { start: 0, end: text.length }): readonly XmlElement[] {
  const roots: OpenElement[] = [];
  const open: OpenElement[] = [];
  let at = range.start;

  const addText = (end: number): void => {
    const current = open.at(-1);
    if (current) current.text += unescapeXml(text.slice(at, end));
  };
  const close = (depth: number, contentEnd: number, end: number): void => {
    for (const element of open.splice(depth)) {
      element.content.end = contentEnd;
      element.end = end;
    }
  };

  while (at < range.end) {
    const tag = text.indexOf('<', at);
    if (tag < 0 || tag >= range.end) break;
    addText(tag);
    at = tag;
    const skipped = skipMarkup(text, tag, range.end);
    if (skipped) {
      const current = open.at(-1);
      if (skipped.cdata && current) current.text += text.slice(skipped.cdata.start, skipped.cdata.end);
      at = skipped.end;
    } else if (text[tag + 1] === '/') {
      const name = nameAt(text, tag + 2);
      const end = text.indexOf('>', tag);
      at = end < 0 || end >= range.end ? range.end : end + 1;
      const depth = open.findLastIndex((element) => element.name === name);
      if (depth >= 0) close(depth, tag, at);
    } else if (NAME_START.test(text[tag + 1] ?? '')) {
      const { element, selfClosed } = startTag(text, tag, range.end);
      (open.at(-1)?.children ?? roots).push(element);
      if (!selfClosed) open.push(element);
      at = element.end;
    } else {
      addText(tag + 1);
      at = tag + 1;
    }
  }
  addText(range.end);
  close(0, range.end, range.end);
  return roots;
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}

/** Comments, CDATA, processing instructions and document types; what is not closed reaches to the end. */
function skipMarkup(text: string, at: number, limit: number): { end: number; cdata?: Range } | null {
  for (const [begin, finish] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const found = text.indexOf(finish, at + begin.length);
    const inner = found < 0 || found >= limit ? limit : found;
    const end = inner === limit ? limit : inner + finish.length;
    return begin === '<![CDATA[' ? { end, cdata: { start: at + begin.length, end: inner } } : { end };
  }
  return null;
}

function startTag(text: string, tag: number, limit: number): { element: OpenElement; selfClosed: boolean } {
  const name = nameAt(text, tag + 1);
  const attributes: XmlAttribute[] = [];
  let at = tag + 1 + name.length;
  let selfClosed = false;
  for (;;) {
    at = skipBlanks(text, at);
    const next = text[at];
    if (at >= limit || next === undefined || next === '<') break;
    if (next === '>') {
      at++;
      break;
    }
    if (next === '/' && text[at + 1] === '>') {
      at += 2;
      selfClosed = true;
      break;
    }
    const attribute = attributeAt(text, at, limit);
    if (attribute) attributes.push(attribute);
    at = attribute ? attribute.end : at + 1;
  }
  at = Math.min(at, limit);
  const element: OpenElement = {
    start: tag,
    end: at,
    name,
    nameRange: { start: tag + 1, end: tag + 1 + name.length },
    attributes,
    children: [],
    text: '',
    content: { start: at, end: at },
  };
  return { element, selfClosed };
}

function attributeAt(text: string, start: number, limit: number): XmlAttribute | null {
  const name = nameAt(text, start);
  if (!name) return null;
  let at = skipBlanks(text, start + name.length);
  const nothing = { start: at, end: at };
  if (text[at] !== '=') return { name, value: '', valueRange: nothing, start, end: start + name.length };
  at = skipBlanks(text, at + 1);
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return { name, value: '', valueRange: { start: at, end: at }, start, end: at };
  const valueStart = at + 1;
  let valueEnd = valueStart;
  while (valueEnd < limit && text[valueEnd] !== quote && text[valueEnd] !== '<') valueEnd++;
  const end = text[valueEnd] === quote && valueEnd < limit ? valueEnd + 1 : valueEnd;
  const value = unescapeXml(text.slice(valueStart, valueEnd));
  return { name, value, valueRange: { start: valueStart, end: valueEnd }, start, end };
}
