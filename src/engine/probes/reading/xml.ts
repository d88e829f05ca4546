// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- who compiles this file alone needs it too
/// <reference path="./xml2js.d.ts" />
import { Parser } from 'xml2js/lib/parser';

/** xml2js blocks while it reads; it never gets more than this at once, in characters. */
const AT_ONCE = 256 * 1024;

/** Characters that no XML may hold, as they are and as references. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const REFERENCE = /&#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));/gi;

/** Replaces what XML forbids, which programs of Windows print all the same, by the sign for an unreadable character. */
export const cleanXml = (xml: string): string =>
  xml.replace(FORBIDDEN, '\ufffd').replace(REFERENCE, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return isAllowed(code) ? whole : '\ufffd';
  });

const isAllowed = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Attributes by their names in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** An element of a flat list: its name in lower case and its attributes. */
export interface FlatElement {
  readonly name: string;
  readonly attributes: Attributes;
}

/**
 * The elements right below the root of a list such as `<appcmd><SITE … /><SITE … /></appcmd>`, of any length.
 *
 * @returns null where the text is no such list, or a torn one
 */
export function flatList(xml: string): readonly FlatElement[] | null {
  const text = cleanXml(xml).trim();
  const root = /^(?:<\?xml\b[^>]{0,200}\?>\s{0,20})?<([A-Za-z_][\w.-]{0,60})\s{0,20}(\/?)>/.exec(text);
  if (!root) return null;
  if (root[2]) return text.length === root[0].length ? [] : null;
  const end = `</${root[1]}>`;
  if (!text.endsWith(end)) return null;
  const pieces = cutTags(text.slice(root[0].length, -end.length));
  const elements: FlatElement[] = [];
  for (const batch of pieces === null ? [null] : batches(pieces)) {
    const read = batch === null ? null : readBatch(batch);
    if (read === null) return null;
    elements.push(...read);
  }
  return elements;
}

/** A text of tags, cut behind every element; null where one is torn or too long. */
function cutTags(text: string): string[] | null {
  const pieces: string[] = [];
  let start = 0;
  let open = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = endOfTag(text, at);
    if (end < 0) return null;
    if (text[at + 1] === '/') open--;
    else if (text[end - 2] !== '/') open++;
    at = end;
    if (open < 0) return null;
    if (open > 0) continue;
    if (end - start > AT_ONCE) return null;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return open === 0 && text.slice(start).trim() === '' ? pieces : null;
}

/** Where the tag ends that begins at `at`, behind its `>`; a `>` in quotes does not end it. -1 where it is torn. */
function endOfTag(text: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i + 1;
    else if (character === '<') return -1;
  }
  return -1;
}

function* batches(pieces: readonly string[]): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    if (batch.length + piece.length > AT_ONCE) {
      yield batch;
      batch = '';
    }
    batch += piece;
  }
  yield batch;
}

interface Node {
  readonly '#name': string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Node[];
}

function readBatch(batch: string): FlatElement[] | null {
  const root = readXml(`<list>${batch}</list>`);
  return root
    ? (root.$$ ?? []).map((node) => ({
        name: node['#name'].toLowerCase(),
        attributes: new Map(Object.entries(node.$ ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
      }))
    : null;
}

/** Whether the element that a text begins with is whole and well-formed; what is over the limit is not. */
export const isWellFormed = (xml: string): boolean => xml.length <= AT_ONCE && readXml(xml) !== null;

/** The root of a document; null where it is not well-formed. */
function readXml(xml: string): Node | null {
  let root: Node | null = null;
  const parser = new Parser({ explicitRoot: false, explicitChildren: true, preserveChildrenOrder: true });
  try {
    parser.parseString(xml, (error, result) => {
      if (!error) root = result as Node | null;
      // A later fault takes back what was read before it.
      else root = null;
    });
  } catch {
    return null;
  }
  return root;
}
