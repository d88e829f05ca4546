import type { Range } from '../text/range';
import { GREATER, skipBlanks } from './characters';
import type { XmlFault } from './faults';

/** An XML text as a tree. All places are UTF-16 offsets in `text`, 0-based, ends exclusive. */
export interface XmlDocument {
  readonly text: string;
  /** The elements outside all others; a well-formed file has one. */
  readonly roots: readonly XmlElement[];
  /** Everything that is not an element, in the order of the text; white space alone is nowhere. */
  readonly pieces: readonly XmlPiece[];
  /** Faults in the form, by where they began. */
  readonly faults: readonly XmlFault[];
  /** How many faults there are beyond those that are listed. */
  readonly faultsLeftOut: number;
}

/**
 * - `text`: character data other than white space, without the blanks around it
 * - `declaration`: `<?xml … ?>`; `instruction`: any other `<?name … ?>`
 * - `stray`: markup that belongs to nothing, such as an end tag without a start, or `</` that is being typed
 */
export type XmlPieceKind = 'text' | 'comment' | 'cdata' | 'declaration' | 'instruction' | 'doctype' | 'stray';

export interface XmlPiece extends Range {
  readonly kind: XmlPieceKind;
}

export interface XmlAttribute extends Range {
  readonly name: string;
  readonly nameRange: Range;
  /** Character references and the five predefined entities are replaced; others stand as written. */
  readonly value: string;
  /** The value as written. */
  readonly raw: string;
  /** The value between its quotes; empty where none is written. */
  readonly valueRange: Range;
  /** The quote that begins the value, or nothing where it has none. */
  readonly quote: '"' | "'" | '';
  /** Whether a `=` follows the name, so that there is a place for a value. */
  readonly hasValue: boolean;
}

export interface XmlElement extends Range {
  readonly name: string;
  /** The name in the start tag. */
  readonly nameRange: Range;
  /** The part of the name before its colon, or null. */
  readonly prefixRange: Range | null;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | null;
  /** From `<` to behind its `>`; a tag without one reaches to where reading went on, mostly the next `<`. */
  readonly startTag: Range;
  /** Whether the start tag has its `>`. */
  readonly isTagClosed: boolean;
  /** From `</` to behind its `>`; null for an element without one. */
  readonly endTag: Range | null;
  /** Whether the start tag ends with `/>`. */
  readonly selfClosed: boolean;
  /** Whether it ends with the `>` of its own end, so that a place just behind it is no longer in it. */
  readonly isEnded: boolean;
  /** The character data directly in this element, references replaced. */
  readonly text: string;
  /** From behind the start tag to before the end tag, or to where the element had to end. */
  readonly content: Range;
}

/** The element's name without a namespace prefix. */
export const localName = (element: XmlElement): string => element.name.slice(element.name.indexOf(':') + 1);

/** The first child element of this local name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => localName(one) === name);

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((one) => one.name === name)?.value;

/** The elements around an element, the nearest first. */
export function* ancestors(element: XmlElement): Generator<XmlElement> {
  for (let one = element.parent; one; one = one.parent) yield one;
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces character references and the five predefined entities. No entity of a document's own is ever expanded. */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return PREDEFINED[name as string] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/** How the reader builds attributes. Only offsets are kept: a file of 14 MB has 300,000 of them. */
export class AttributeNode implements XmlAttribute {
  constructor(
    private readonly source: string,
    readonly name: string,
    readonly start: number,
    private readonly valueStart: number,
    private readonly valueEnd: number,
    readonly end: number,
  ) {}

  get nameRange(): Range {
    return { start: this.start, end: this.start + this.name.length };
  }
  get valueRange(): Range {
    return { start: this.valueStart, end: this.valueEnd };
  }
  get raw(): string {
    return this.source.slice(this.valueStart, this.valueEnd);
  }
  get value(): string {
    return unescapeXml(this.raw);
  }
  get quote(): '"' | "'" | '' {
    const before = this.source[this.valueStart - 1];
    return before === '"' || before === "'" ? before : '';
  }
  get hasValue(): boolean {
    return this.valueStart > this.start + this.name.length;
  }
}

const NONE: readonly never[] = [];

/** How the reader builds elements. Everything that can be told from the offsets is told on demand. */
export class ElementNode implements XmlElement {
  attributes: readonly AttributeNode[] = NONE;
  children: readonly ElementNode[] = NONE;
  parent: ElementNode | null = null;
  startTagEnd: number;
  /** -1 where there is no end tag. */
  endTagStart = -1;
  end: number;
  selfClosed = false;

  constructor(
    private readonly source: { readonly text: string; readonly pieces: readonly XmlPiece[] },
    readonly name: string,
    readonly start: number,
  ) {
    this.startTagEnd = this.end = start;
  }

  get nameRange(): Range {
    const start = skipBlanks(this.source.text, this.start + 1);
    return { start, end: start + this.name.length };
  }
  get prefixRange(): Range | null {
    const colon = this.name.indexOf(':');
    const { start } = this.nameRange;
    return colon < 0 ? null : { start, end: start + colon };
  }
  get startTag(): Range {
    return { start: this.start, end: this.startTagEnd };
  }
  get endTag(): Range | null {
    return this.endTagStart < 0 ? null : { start: this.endTagStart, end: this.end };
  }
  get content(): Range {
    return { start: this.startTagEnd, end: this.endTagStart < 0 ? this.end : this.endTagStart };
  }
  get text(): string {
    const { start, end } = this.content;
    let text = '';
    let at = start;
    for (const one of this.children) {
      text += this.#textBetween(at, one.start);
      at = one.end;
    }
    return text + this.#textBetween(at, end);
  }

  /** The character data of a stretch that holds no element. */
  #textBetween(start: number, end: number): string {
    const { text, pieces } = this.source;
    let found = '';
    let at = start;
    for (let i = firstFrom(pieces, start); i < pieces.length; i++) {
      const piece = pieces[i];
      if (!piece || piece.start >= end) break;
      if (piece.kind === 'text') continue;
      found += unescapeXml(text.slice(at, piece.start));
      if (piece.kind === 'cdata') found += insideCdata(text, piece);
      at = piece.end;
    }
    return found + unescapeXml(text.slice(at, end));
  }

  get isTagClosed(): boolean {
    return this.source.text.charCodeAt(this.startTagEnd - 1) === GREATER;
  }
  get isEnded(): boolean {
    return (this.selfClosed || this.endTagStart >= 0) && this.source.text.charCodeAt(this.end - 1) === GREATER;
  }
}

const CDATA_START = '<![CDATA['.length;

function insideCdata(text: string, { start, end }: Range): string {
  const raw = text.slice(start + CDATA_START, end);
  return raw.endsWith(']]>') ? raw.slice(0, -3) : raw;
}

/** The index of the first of some ranges, in order, that begins at or behind a place. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
