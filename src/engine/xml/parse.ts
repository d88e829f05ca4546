import type { Range } from '../text/range';
import {
  checkCharacters,
  GREATER,
  isBlank,
  isForbidden,
  LESS,
  matchEnd,
  nameEnd,
  skipBlanks,
  startsName,
} from './characters';
import { Faults } from './faults';
import { Input } from './input';
import { Markup } from './markup';
import { Namespaces } from './namespaces';
import { Nesting } from './nesting';
import { StartTagReader } from './startTag';
import { ElementNode, type XmlDocument, type XmlElement, type XmlPiece } from './tree';

export interface XmlOptions {
  /** Where to read; positions in the tree are those of the text. All of it by default. */
  readonly range?: Range;
  /** The most faults that are listed; 500 by default. */
  readonly maxFaults?: number;
}

/**
 * Reads half-typed or foreign XML into a tree that keeps every position, and reports each fault in its form once. It
 * never fails: an element that is not closed ends where its parent ends, an end tag without a start is passed over, a
 * `<` ends a tag that was left open. No entity of a document's own is expanded. The text has been decoded; a byte-order
 * mark that is left is passed over.
 *
 * There is no incremental reading, because all of it is cheap: 14 MB with 20,000 sites take about 0.2 s and a tree of
 * 50 MB (`npm run bench`), a file of the usual 50 kB a millisecond.
 */
export function readXml(text: string, { range, maxFaults = 500 }: XmlOptions = {}): XmlDocument {
  return new Reader(range ? text.slice(0, range.end) : text, maxFaults).read(range?.start ?? 0);
}

/**
 * The top-level elements of an XML text, whatever its faults; more than one is fine.
 *
 * @param range where to read; positions in the tree are those of `text`
 */
export const parseXml = (text: string, range: Range = { start: 0, end: text.length }): readonly XmlElement[] =>
  readXml(text, { range, maxFaults: 0 }).roots;

const BYTE_ORDER_MARK = 0xfeff;
const NOTHING_DECLARED: readonly string[] = [];

/** `< name="`, `<1name>`, `<\name>`: a tag with a slip before its name, not a "less than". */
const SLIPPED_TAG = /([ \t]{0,8}|[^\s\w<>]{1,2})([-.:\w]{1,256})(?=\s{1,64}[-.:\w]{1,256}\s{0,8}=|\s{0,64}\/?>)/y;
const REST_OF_END_TAG = /[^<>\r\n]{0,256}>/y;

class Reader {
  readonly #text: string;
  readonly #faults: Faults;
  readonly #input: Input;
  readonly #tags: StartTagReader;
  readonly #namespaces: Namespaces;
  readonly #nesting: Nesting;
  readonly #markup: Markup;
  readonly #pieces: XmlPiece[] = [];
  readonly #source: { readonly text: string; readonly pieces: readonly XmlPiece[] };

  constructor(text: string, maxFaults: number) {
    this.#text = text;
    this.#faults = new Faults(maxFaults);
    this.#input = new Input(text, this.#faults);
    this.#tags = new StartTagReader(this.#input);
    this.#namespaces = new Namespaces(this.#faults);
    this.#nesting = new Nesting(text, this.#faults, this.#namespaces);
    this.#markup = new Markup(this.#input, this.#pieces);
    this.#source = { text, pieces: this.#pieces };
  }

  read(start: number): XmlDocument {
    const text = this.#text;
    let at = text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start;
    this.#markup.declarationAt = at;
    for (;;) {
      at = this.#textUpToMarkup(at);
      if (at >= text.length) break;
      at = this.#markupAt(at);
    }
    this.#nesting.end();
    this.#markup.checkRoot();
    const { roots } = this.#nesting;
    return { ...this.#source, roots, faults: this.#faults.inOrder(), faultsLeftOut: this.#faults.leftOut };
  }

  /** Returns where the next `<` is, or the end. */
  #textUpToMarkup(at: number): number {
    const text = this.#text;
    const start = skipBlanks(text, at);
    if (start >= text.length || text.charCodeAt(start) === LESS) return start;
    const less = this.#input.find('<', start);
    const limit = less < 0 ? text.length : less;
    let end = limit;
    while (isBlank(text.charCodeAt(end - 1))) end--;
    this.#pieces.push({ kind: 'text', start, end });
    const isOutside = this.#nesting.isEmpty;
    if (isOutside) {
      const ampersand = text.slice(start, limit).indexOf('&');
      this.#markup.outsideRoot(start, end, ampersand < 0 ? limit : start + ampersand);
    }
    checkCharacters(text, start, limit, isOutside ? 'value' : 'text', this.#faults);
    return limit;
  }

  #markupAt(at: number): number {
    const text = this.#text;
    if (startsName(text, at + 1)) return this.#startTag(at, at + 1);
    const next = text[at + 1];
    if (next === '/') return this.#endTag(at);
    if (next === '!') return this.#markup.declarationOrComment(at, !this.#nesting.isEmpty);
    if (next === '?') return this.#markup.instruction(at);
    return this.#slippedTag(at);
  }

  #slippedTag(start: number): number {
    const text = this.#text;
    SLIPPED_TAG.lastIndex = start + 1;
    const [slipped, slip = '', name = ''] = SLIPPED_TAG.exec(text) ?? [];
    const nameStart = start + 1 + slip.length;
    const behindName = nameStart + name.length;
    const inner = this.#nesting.innermost;
    if (name && inner?.element.name === name && text.charCodeAt(behindName) === GREATER) {
      this.#faults.add('bad-end-tag', start, nameStart, start + 1);
      this.#nesting.close(inner, start, behindName + 1);
      return behindName + 1;
    }
    if (slipped !== undefined && !slip.trim()) {
      this.#faults.add('bad-name', start, behindName, start + 1, text.slice(start, behindName));
      return this.#startTag(start, nameStart);
    }
    this.#faults.add('less-than-in-text', start, start + 1, start + 1);
    this.#pieces.push({ kind: 'text', start, end: start + 1 });
    return start + 1;
  }

  #startTag(start: number, nameStart: number): number {
    const end = nameEnd(this.#text, nameStart);
    const element = new ElementNode(this.#source, this.#input.name(nameStart, end), start);
    if (this.#nesting.isEmpty) this.#markup.rootAt(start, end, element.name);
    const tag = this.#tags;
    tag.read(element, end);
    let declared = NOTHING_DECLARED;
    if (tag.hasNamespaces && tag.isClosed) declared = this.#namespaces.enter(element, element.startTagEnd - 1);
    this.#nesting.add(element, declared, tag.isDoubtful || nameStart > start + 1);
    return element.startTagEnd;
  }

  #endTag(start: number): number {
    const text = this.#text;
    let nameStart = start + 2;
    let isFaulty = false;
    const blanksEnd = skipBlanks(text, nameStart);
    if (blanksEnd > nameStart && startsName(text, blanksEnd)) {
      this.#faults.add('bad-end-tag', start, blanksEnd, blanksEnd);
      isFaulty = true;
      nameStart = blanksEnd;
    }
    const behindName = nameEnd(text, nameStart);
    const name = this.#input.name(nameStart, behindName);
    const next = skipBlanks(text, behindName);
    let end = next + 1;
    if (text.charCodeAt(next) !== GREATER || !name) {
      end = this.#endOfBadEndTag(start, behindName, next, isFaulty);
      isFaulty = true;
    }
    const fits = this.#nesting.endTag(name, start, end, next, isFaulty);
    if (!fits) this.#pieces.push({ kind: 'stray', start, end });
    return end;
  }

  /** `</>`, `</name x>` or an end tag without `>`, as it stands while it is typed. Returns where it ends. */
  #endOfBadEndTag(start: number, behindName: number, next: number, isReported: boolean): number {
    const text = this.#text;
    const closed = matchEnd(REST_OF_END_TAG, text, next);
    const end = closed || behindName;
    checkCharacters(text, next, end, 'raw', this.#faults);
    if (isReported || isForbidden(text, next)) return end;
    if (closed) this.#faults.add('bad-end-tag', start, end, next);
    else this.#faults.add('unclosed-tag', start, behindName, next, text.slice(start, behindName));
    return end;
  }
}
