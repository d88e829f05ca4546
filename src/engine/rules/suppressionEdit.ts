import type { TextEdit } from '../config/edits';
import { lineAt } from '../text/lines';
import { indentation } from '../xml/place';
import { firstFrom, type XmlDocument, type XmlElement } from '../xml/tree';
import { LineMap } from '../text/lineMap';
import type { Range } from '../text/range';
import type { Finding } from './rule';
import { readSuppressions } from './suppressions';

/** What stands for the reason until somebody writes one; in ASCII, which every encoding has. */
const REASON = 'because ...';

/**
 * The edit that puts a suppression above a finding: on the line above, with the same indentation; before a tag that is
 * spread over lines; or into the suppression that stands there already.
 *
 * @returns null where no comment can stand
 */
export function suppressionEdit(xml: XmlDocument, { rule, start }: Pick<Finding, 'rule' | 'start'>): TextEdit | null {
  const { text } = xml;
  const known = extended(xml, rule, start);
  if (known) return known;
  const at = placeForComment(xml, start);
  if (at === null) return null;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    start: at,
    end: at,
    text: `<!-- iis-doctor-disable-next-line ${rule}: ${REASON} -->${line}${indentation(text, at)}`,
  };
}

/** A comment that is for this line already gets the rule as well: a second one between them would take its line away. */
function extended(xml: XmlDocument, rule: string, offset: number): TextEdit | null {
  const { text } = xml;
  const lines = new LineMap(text);
  const comments = xml.pieces.filter(({ kind }) => kind === 'comment');
  const { line } = lines.position(tagAround(xml, lineStart(text, offset))?.start ?? offset);
  const one = readSuppressions(text, comments, lines).find(
    ({ kind, line: of, rules }) => kind === 'next-line' && of === line && rules.length > 0,
  );
  const last = one?.rules.at(-1);
  if (!one || last === undefined) return null;
  const [head] = text.slice(one.start, one.end).split(':');
  const at = one.start + (head ?? '').lastIndexOf(last) + last.length;
  return { start: at, end: at, text: `, ${rule}` };
}

/** Where the text of a line begins: behind its blanks. */
function lineStart(text: string, offset: number): number {
  const line = lineAt(text, offset);
  let at = line.start;
  while (at < offset && /[ \t\uFEFF]/.test(text.charAt(at))) at++;
  return at;
}

/** Behind what the line began in, where that ends before the finding; else before it. */
function placeForComment(xml: XmlDocument, offset: number): number | null {
  const start = lineStart(xml.text, offset);
  const piece = xml.pieces[firstFrom(xml.pieces, start + 1) - 1];
  const around = tagAround(xml, start) ?? (piece && start < piece.end ? piece : null);
  if (!around) return start;
  if (around.end <= offset) return around.end;
  return 'kind' in around && (around.kind === 'declaration' || around.kind === 'stray') ? null : around.start;
}

/** The start or end tag that a place is inside of, behind its `<`. */
function tagAround(xml: XmlDocument, offset: number): Range | null {
  let among: readonly XmlElement[] = xml.roots;
  for (;;) {
    const one = among[firstFrom(among, offset) - 1];
    if (!one || offset >= one.end) return null;
    if (offset < one.startTag.end) return one.startTag;
    const { endTag } = one;
    if (endTag && offset > endTag.start) return endTag;
    among = one.children;
  }
}
