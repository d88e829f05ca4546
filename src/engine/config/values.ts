import type { Range } from '../text/range';
import type { XmlAttribute, XmlElement } from '../xml/tree';

/** The attribute of this name, where the element has one. */
export const attributeOf = (element: XmlElement | undefined, name: string): XmlAttribute | undefined =>
  element?.attributes.find((one) => one.name === name);

/** A stretch of a value in the document; the whole value where references such as `&amp;` shift its offsets. */
export function partOf({ raw, value, valueRange }: XmlAttribute, start: number, end: number): Range {
  if (raw !== value || end <= start) return valueRange;
  return { start: valueRange.start + start, end: valueRange.start + Math.min(end, value.length) };
}

/** Whether a Boolean attribute says true; `usual` where it is not written. */
export function saysTrue(element: XmlElement | undefined, name: string, usual = false): boolean {
  const written = attributeOf(element, name)?.value.trim().toLowerCase();
  return written === undefined ? usual : written === 'true';
}

/** The parts of a list with commas: `GET,POST`. */
export const listed = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
