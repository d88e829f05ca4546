import { escapeValue, indentationUnit, insertChild, setAttribute, type TextEdit } from '../../config/edits';
import type { ConfigDocument, LocationTag } from '../../config/document';
import { indentation } from '../../xml/place';
import { attribute, child, type XmlElement } from '../../xml/tree';

/** The location tags of a server's file that speak for exactly this path and have the section. */
export const tagsWith = ({ sections }: ConfigDocument, path: string, section: string): readonly LocationTag[] =>
  sections.flatMap((use) =>
    use.path === section && use.location?.path.toLowerCase() === path.toLowerCase() ? [use.location] : [],
  );

/** Whether a location tag holds one section and nothing else, so that what is changed on it is about this one alone. */
export const isAlone = ({ sections }: ConfigDocument, { element }: LocationTag): boolean =>
  sections.filter((use) => use.location?.element === element).length === 1;

/**
 * Puts a section into a location tag for a path, which must not have it yet: into one of the same mode if there is one.
 *
 * @param overrideMode null: whatever the path inherits
 * @param xml the section as it is to stand there
 */
export function putSection(
  { text, root }: ConfigDocument,
  path: string,
  overrideMode: 'Allow' | null,
  section: string,
  xml: string,
): TextEdit | null {
  if (!root) return null;
  const groups = section.split('/').slice(0, -1);
  const same = root.children.find(
    (one) =>
      one.name === 'location' &&
      attribute(one, 'path')?.toLowerCase() === path.toLowerCase() &&
      (attribute(one, 'overrideMode') ?? null) === overrideMode &&
      one.attributes.every(({ name }) => name === 'path' || name === 'overrideMode'),
  );
  const mode = overrideMode === null ? '' : ` overrideMode="${overrideMode}"`;
  let parent: XmlElement = same ?? root;
  let missing = groups;
  for (let next = same && child(same, missing[0] ?? ''); next; next = child(next, missing[0] ?? '')) {
    parent = next;
    missing = missing.slice(1);
    if (!missing.length) break;
  }
  const unit = indentationUnit(text, root.children.at(-1) ?? root);
  const inner = nested(missing, xml, same ? '' : unit, unit);
  const whole = same ? inner : `<location path="${escapeValue(path)}"${mode}>\n${inner}\n</location>`;
  return insertChild(text, parent, indented(whole, text, indentation(text, parent.start) + unit));
}

function nested(groups: readonly string[], xml: string, before: string, unit: string): string {
  const [first, ...rest] = groups;
  if (first === undefined)
    return xml
      .split('\n')
      .map((line) => before + line)
      .join('\n');
  return `${before}<${first}>\n${nested(rest, xml, before + unit, unit)}\n${before}</${first}>`;
}

/** Lines behind the first get the indentation of the place, and the line ends of the file. */
function indented(xml: string, text: string, before: string): string {
  const [first = '', ...rest] = xml.split('\n');
  return [first.trimStart(), ...rest.map((line) => before + line)].join(text.includes('\r\n') ? '\r\n' : '\n');
}

/** The text of an element, its lines as far to the left as its first one. */
export function outdented(text: string, { start, end }: XmlElement): string {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line, i) => (i > 0 && line.startsWith(before) ? line.slice(before.length) : line))
    .join('\n');
}

/** The element with those around it that hold nothing else. */
export function withEmptyParents(element: XmlElement): XmlElement {
  let whole = element;
  for (let one = element.parent; one?.parent && one.children.length === 1; one = one.parent) whole = one;
  return whole;
}

export const allow = (element: XmlElement, name: 'overrideMode' | 'overrideModeDefault'): TextEdit =>
  setAttribute(element, name, 'Allow');
