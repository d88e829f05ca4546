import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import type { Taken } from './found';
import { contentStart, labelAtLine, labelsIn } from './labels';
import { namesPattern } from './names';
import { readEventId } from './record';

/** An id with its label, as it stands in the text. */
export interface WrittenId extends Range {
  readonly eventId: number;
  /** Where the number stands. */
  readonly number: Range;
  /** Whether a colon or an equals sign stands between label and number. */
  readonly assigned: boolean;
  /** The line that it stands in, and the part of the line that speaks of this id and not of another one. */
  readonly line: Range;
  readonly own: Range;
  /** Nothing stands beside it in its line, as in most logs: then nothing there can say more of it. */
  readonly alone: boolean;
}

/** What may stand between a label and its value in a paste. */
const GAP = '(?:[ \\t\\u00A0\\u3000*_`"\'|\\\\]|&nbsp;|</?\\w[^<>]{0,40}>){0,16}';
const GAP_LINES = '(?:[\\s*_`"\'|\\\\]|&nbsp;|</?\\w[^<>]{0,40}>){0,16}';
const NUMBER = '(0x[0-9A-F]{1,8}|-?\\d{1,10})(?![\\w-]|\\.\\w)';

/** `System ID 7000 Service Control Manager`: the log instead of the word. */
const LOG_AND_ID = ['Application ID', 'System ID'];

/** What panes and articles call the id where the rest of the header leaves no doubt: `ID: 5002`, `Код: 10016`. */
const ONLY_ID = '(?:ID|Код)(?=[ \\t]{0,16}:)';

/** Every labelled event id of a text that belongs to no record yet. */
export function writtenIds(text: string, taken: Taken, idNames: readonly string[]): WrittenId[] {
  const names = [...idNames, ...LOG_AND_ID].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\w<.$@])(?:${namesPattern(names)}|Events?|${ONLY_ID})s?${GAP}(?:([:=#\\uFF1A])${GAP_LINES})?${NUMBER}`,
    'gi',
  );
  const ids: WrittenId[] = [];
  let line: Range = { start: 0, end: 0 };
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [written, assign, number = ''] = match;
    const eventId = readEventId(number);
    const start = match.index;
    const end = start + written.length;
    // A key of JSON belongs to the reader of JSON, which found that it is no record.
    const isKey = text[start - 1] === '"' && written.includes('"');
    if (eventId === null || isKey || !isLabel(text, start, written) || taken(start)) continue;
    const isInLine = start < line.end && (text[line.end] === '\n' || end < line.end - AHEAD);
    if (!isInLine) line = lineAt(text, start);
    const before = ids.at(-1);
    const own = { start: line.start, end: line.end };
    if (before && before.end > line.start) {
      own.start = borderBetween(text, before.end, start);
      ids[ids.length - 1] = { ...before, own: { start: before.own.start, end: own.start } };
    }
    ids.push({
      start,
      end,
      eventId,
      number: { start: end - number.length, end },
      assigned: assign !== undefined,
      line,
      own,
      alone: !written.includes('<') && isAlone(text, { start, end }, line),
    });
  }
  return ids;
}

/** No more blanks than the marks that a paste puts before a label, see `LEAD`. */
const INDENT = 40;

function isAlone(text: string, { start, end }: Range, line: Range): boolean {
  if (start - line.start > INDENT || line.end - end > INDENT) return false;
  for (let at = line.start; at < start; at++) if (text.charCodeAt(at) !== 32) return false;
  for (let at = end; at < line.end; at++) if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 13) return false;
  return true;
}

/**
 * Without the word "ID" nothing but a blank may stand in between: `event 10010`. Without the word "event" a label must
 * begin its line, and the line above or below must name the source.
 */
function isLabel(text: string, start: number, written: string): boolean {
  if (/^events?\b/i.test(written))
    return /^events?[ _-]?(?:id|code|n)/i.test(written) || /^events? \d{2,5}$/i.test(written);
  if (!/^(?:ID|Код)\s{0,16}:/i.test(written)) return true;
  if (!/^(?:I[Dd]|Код)/.test(written)) return false;
  const line = lineAt(text, start);
  if (contentStart(text, line) !== start) return false;
  return [lineAt(text, Math.max(0, line.start - 1)), nextLine(text, line)].some(
    (other) => other.start !== line.start && labelAtLine(text, other)?.field === 'provider',
  );
}

/** How much of a line that is too long to be seen as a whole must be in sight behind an id. */
const AHEAD = 1_000;
const BORDER_REACH = 4_000;

/** Where one record ends and the next one begins, whose line ends were lost: at the label that begins a header. */
function borderBetween(text: string, from: number, to: number): number {
  const stretch = { start: Math.max(from, to - BORDER_REACH), end: to };
  const begin = labelsIn(text, stretch).findLast(({ field }) => field === 'log' || field === 'type');
  return begin?.start ?? to;
}

/** Filters and searches name events without any having happened. */
const QUERY =
  /\[System\[|@Name\b|<(?:Select|Suppress|Query)\b|\|\s{0,8}(?:where|stats|search|project|summarize|filter|eval|table)\b|\bindex\s?=|\b(?:Get-WinEvent|Get-EventLog|FilterHashtable|wevtutil|eventcreate)\b|\b(?:SELECT|WHERE)\b|\bEventID\s+(?:in\b|==)|\b(?:and|or)\s+\(?(?:Source|Provider|EventID|EventCode)/i;

/** Whether an id stands in a filter, a search or a command. */
export const isQueried = (text: string, { start, end, line, alone }: WrittenId): boolean =>
  !alone && QUERY.test(text.slice(Math.max(line.start, start - QUERY_REACH), Math.min(line.end, end + QUERY_REACH)));

const QUERY_REACH = 300;

const LISTED = 3;
const LIST_DISTANCE = 700;

/** Whether an id is one of at least three different ones at the beginning of successive items of a list. */
export function isListed(text: string, hits: readonly WrittenId[], i: number): boolean {
  const mark = itemMark(text, hits[i]);
  if (mark === null) return false;
  const ids = new Set<number>();
  for (const step of [-1, 1])
    for (let at = i; Math.abs(at - i) < LISTED; at += step) {
      const hit = hits[at];
      const before = hits[at - step];
      if (!hit || itemMark(text, hit) !== mark) break;
      if (at !== i && before && Math.abs(hit.start - before.start) > LIST_DISTANCE) break;
      ids.add(hit.eventId);
    }
  return ids.size >= LISTED;
}

/** The mark of the list item that an id begins; null where it begins none, or where the item says when. */
function itemMark(text: string, hit: WrittenId | undefined): string | null {
  if (!hit || hit.alone) return null;
  const { line } = hit;
  const lead = /^[\s>]*(?<mark>[-*+\u2022]|\d{1,3}[.)]|#{1,6})\s+[*_`[(]{0,4}$/.exec(text.slice(line.start, hit.start));
  if (!lead || /\d:\d\d/.test(text.slice(hit.end, line.end))) return null;
  return (lead.groups?.mark ?? '').replace(/\d+/, '1');
}
