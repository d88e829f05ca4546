import type { Range } from '../text/range';
import { indentation } from '../xml/place';
import type { XmlAttribute, XmlElement } from '../xml/tree';

/** A change of a text: what stands in the range is replaced. */
export interface TextEdit extends Range {
  readonly text: string;
}

const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A value as it is written between quotes. */
export const escapeValue = (value: string, quote: '"' | "'" | '' = '"'): string => {
  const escaped = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r?\n/g, '&#10;');
  return quote === "'" ? escaped.replace(/'/g, '&apos;') : escaped.replace(/"/g, '&quot;');
};

/** Gives an attribute another value; its quotes stay. */
export const setValue = ({ valueRange, quote }: XmlAttribute, value: string): TextEdit => ({
  ...valueRange,
  text: escapeValue(value, quote),
});

/** Gives an element an attribute, or the attribute that it has another value. */
export function setAttribute(element: XmlElement, name: string, value: string): TextEdit {
  const present = element.attributes.find((one) => one.name === name);
  if (present?.hasValue) return setValue(present, value);
  const at = element.attributes.at(-1)?.end ?? element.nameRange.end;
  return { start: at, end: at, text: ` ${name}="${escapeValue(value)}"` };
}

/** Takes an attribute away, with the blanks before it. */
export function removeAttribute(text: string, { start, end }: XmlAttribute): TextEdit {
  let from = start;
  while (from > 0 && /\s/.test(text[from - 1] ?? '')) from--;
  return { start: from, end, text: '' };
}

/** Takes an element away; where it has its lines to itself, these go with it. */
export function removeElement(text: string, { start, end }: Range): TextEdit {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
  let to = end;
  while (/[ \t]/.test(text[to] ?? '')) to++;
  const isAlone = (from === 0 || text[from - 1] === '\n') && (to >= text.length || /[\r\n]/.test(text[to] ?? ''));
  if (!isAlone) return { start, end, text: '' };
  if (text[to] === '\r') to++;
  if (text[to] === '\n') to++;
  return { start: from, end: to, text: '' };
}

/** Puts a new element before another one, on a line of its own with the same indentation. */
export function insertBefore(text: string, element: Range, xml: string): TextEdit {
  const { start } = element;
  return { start, end: start, text: `${xml}${lineBreak(text)}${indentation(text, start)}` };
}

/** Puts a new element behind another one, on a line of its own with the same indentation. */
export function insertAfter(text: string, { start, end }: Range, xml: string): TextEdit {
  return { start: end, end, text: `${lineBreak(text)}${indentation(text, start)}${xml}` };
}

/**
 * Puts a new element into another one as its first or last child. A parent written as `<name />` gets an end tag.
 *
 * @param unit one step of indentation
 */
export function insertChild(
  text: string,
  parent: XmlElement,
  xml: string,
  where: 'first' | 'last' = 'last',
  unit = indentationUnit(text, parent),
): TextEdit {
  const outer = indentation(text, parent.start);
  const line = lineBreak(text);
  if (parent.selfClosed) {
    const slash = text.lastIndexOf('/', parent.startTag.end - 1);
    let start = slash;
    while (/\s/.test(text[start - 1] ?? '')) start--;
    return { start, end: parent.end, text: `>${line}${outer}${unit}${xml}${line}${outer}</${parent.name}>` };
  }
  const last = parent.children.at(-1);
  if (where === 'last' && last) return insertAfter(text, last, xml);
  const at = parent.startTag.end;
  const isEmpty = text.slice(at, parent.content.end).trim() === '';
  if (!isEmpty) return { start: at, end: at, text: `${line}${outer}${unit}${xml}` };
  return { start: at, end: parent.content.end, text: `${line}${outer}${unit}${xml}${line}${outer}` };
}

/** One step of indentation, as this part of the file has it. */
export function indentationUnit(text: string, element: XmlElement): string {
  for (let one = element; one.parent; one = one.parent) {
    const inner = indentation(text, one.start);
    const outer = indentation(text, one.parent.start);
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return '  ';
}

/** Gives an element another name, in its end tag too. */
export function renameElement({ name: old, nameRange, endTag }: XmlElement, name: string): TextEdit[] {
  const start = { ...nameRange, text: name };
  if (!endTag) return [start];
  return [start, { start: endTag.start + 2, end: endTag.start + 2 + old.length, text: name }];
}

/** A text with some changes made that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    edited += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return edited + text.slice(at);
}
