import type { Range } from '../text/range';

export interface XmlAttribute extends Range {
  readonly name: string;
  /** Character references and the five predefined entities are replaced; others stand as written. */
  readonly value: string;
  /** The value between its quotes. */
  readonly valueRange: Range;
}

export interface XmlElement extends Range {
  readonly name: string;
  /** The name in the start tag. */
  readonly nameRange: Range;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
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
