import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { trimmed } from './cells';
import type { Header } from './labelledHeader';
import { contentOf, contentStart, isBlankLine, labelAtLine, type Label } from './labels';

/** A message that nothing ends is cut here: no event message is longer. */
const LIMIT = 32_000;
const LINES = 500;

export interface FoundMessage {
  readonly range: Range;
  /** Whether a label says that it is one. */
  readonly labelled: boolean;
}

/**
 * The message of a header: behind its label, in the header's own line, or on the lines below. It ends before the next
 * record, before the XML of the event, or at a blank line behind which something else begins.
 *
 * @param limit where the next header begins
 */
export function messageBehind(text: string, header: Header, limit: number): FoundMessage | null {
  const inline = header.beside.find(({ field }) => field === 'message');
  if (inline) return found(text, inline.value.start, limit, true);
  const below = firstLine(text, header, limit);
  const label = below && labelAtLine(text, below);
  if (below && label?.field === 'message') {
    const { start, end } = label.value;
    return found(text, start < end ? start : below.end, limit, true);
  }
  const shared = sharedLine(text, header);
  if (shared) return { range: shared, labelled: false };
  if (!below || label || !isMessage(contentOf(text, below), header)) return null;
  return found(text, below.start, limit, false);
}

/** The titles of Event Viewer's tabs, which come along when its pane is copied. */
const TAB = /^\s*(?:General|Details)\s*$/i;

function firstLine(text: string, header: Header, limit: number): Range | null {
  let line = { start: header.end, end: header.end };
  for (let blanks = 0; blanks <= 2; blanks++) {
    if (line.end >= limit || line.end >= text.length) return null;
    line = nextLine(text, line);
    if (line.start >= limit) return null;
    if (!isBlankLine(text, line) && !TAB.test(text.slice(line.start, line.end))) return line;
  }
  return null;
}

/** Header and message in one line: what stands behind the last label is a sentence. */
function sharedLine(text: string, { cells, own, beside }: Header): Range | null {
  const id = cells.get('id');
  if (!id) return null;
  const behind = text.slice(id.end, Math.min(own.end, id.end + 400));
  const namesSource = beside.some(({ field }) => field === 'provider');
  return isProse(behind) || (namesSource && /\p{L}{3}\s+\p{L}{3}/u.test(behind)) ? trimmed(text, own) : null;
}

/** At least four words. */
const isProse = (content: string): boolean =>
  /(?<!\p{L})(?:\p{L}{2,}[^\p{L}]{1,12}){3}\p{L}{2}|[\u3040-\u9FFF\uAC00-\uD7AF]{8}/u.test(content.slice(0, 400));

/** Below a header that names its source a message may be short, but no label of something else. */
const isMessage = (content: string, { cells }: Header): boolean =>
  isProse(content) ||
  PARAGRAPH.test(content) ||
  (cells.has('provider') && /^["'\u201C]?\p{L}{2,}\s+\p{L}/u.test(content) && !/^[\w .-]{1,40}:/.test(content));

function found(text: string, from: number, limit: number, labelled: boolean): FoundMessage | null {
  const last = Math.min(limit, from + LIMIT, text.length);
  let start = from;
  while (start < last && /\s/.test(text.charAt(start))) start++;
  if (start >= last) return null;
  let line = lineAt(text, start);
  if (isEnd(text, line, labelAtLine(text, line))) return null;
  if (text.slice(line.start, start).trim() === '')
    start = Math.min(Math.max(start, contentStart(text, line)), line.end);
  const indent = indentOf(text, line);
  const mark = COMMENT.exec(text.slice(line.start, line.end))?.[1];
  const beginning = text.slice(start, start + SAME);
  let end = Math.min(line.end, last);
  for (let n = 0; n < LINES && line.end < last; n++) {
    if (CLOSING_TAG.test(text.slice(Math.max(line.start, line.end - 40), line.end))) break;
    let next = nextLine(text, line);
    let blanks = 0;
    for (; blanks < 3 && next.end < last && isBlankLine(text, next); blanks++) next = nextLine(text, next);
    if (next.start >= last || isBlankLine(text, next)) break;
    const label = labelAtLine(text, next);
    if (isEnd(text, next, label)) break;
    const written = text.slice(next.start, next.end);
    if (NEXT_ENTRY.test(written) || (mark !== undefined && COMMENT.exec(written)?.[1] !== mark)) break;
    if (label?.field === 'message' && text.startsWith(beginning, label.value.start)) break;
    if (blanks > 0 && !goesOn(contentOf(text, line), contentOf(text, next), indentOf(text, next) - indent)) break;
    line = next;
    end = Math.min(next.end, last);
  }
  const range = trimmed(text, { start, end });
  return range.start < range.end ? { range, labelled } : null;
}

/** A message in a comment ends where the comment does. */
const COMMENT = /^\s*(#|\/\/|--|::|'|rem\b)/i;
/** Articles put several messages below one header, which begin alike. */
const SAME = 24;

/** HTML closes what the message stood in. */
const CLOSING_TAG = /<\/(?:p|pre|code|blockquote|td|li|div)>\s*$/i;

/** The next entry of a log in which events are lines. */
const NEXT_ENTRY = /^\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d )/;

/** Lines with which no message goes on. */
const isEnd = (text: string, line: Range, label: Label | null): boolean =>
  /^(?:Event\[\d+\]|```|~~~|-(?:or|and)-$|<Event[\s>])/i.test(text.slice(line.start, line.end).trim()) ||
  label?.field === 'xml';

/** The paragraphs of an ASP.NET message, of a crash, and the lines of a stack. */
const PARAGRAPH =
  /^(?:(?:Application|Process|Request|Thread|Exception|Custom event) (?:information|details|identity)\b|Application: \S|Faulting |Exception (?:code|Info|type|message):|Fault offset:|Report Id:|Framework Version:|Description:|Stack trace:|at [\w.<>`]+\(|\{[0-9A-F]{8}-)/i;

/** Whether a message goes on behind a blank line: its sentence is not finished, or what follows belongs to such a message. */
function goesOn(before: string, after: string, deeper: number): boolean {
  if (PARAGRAPH.test(after) || deeper > 1) return true;
  if (deeper < -1) return false;
  return !/[.!?。！？)"'\u201D]\s*\\?$/.test(before) && /^[\p{Ll}{(]/u.test(after) ? true : /[:：]\s*\\?$/.test(before);
}

const indentOf = (text: string, line: Range): number =>
  /^[\s>]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
