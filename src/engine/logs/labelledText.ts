import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf } from './cells';
import { idNamesIn, type Field } from './fieldNames';
import type { Found, Taken } from './found';
import { headerAround, type Header } from './labelledHeader';
import { messageBehind } from './labelledMessage';
import { LEAD } from './labels';
import { namesPattern } from './names';
import { readEventId, type EventMention, type LogRecord } from './record';

/** An id with its label, as it stands in the text. */
interface Hit extends Range {
  readonly eventId: number;
  /** Where the number stands. */
  readonly number: Range;
  /** Whether a colon or an equals sign stands between label and number. */
  readonly assigned: boolean;
}

/** What may stand between a label and its value in a paste. */
const GAP = '(?:[ \\t\\u00A0\\u3000*_`"\'|\\\\]|&nbsp;|</?\\w[^<>]{0,40}>){0,16}';
const GAP_LINES = '(?:[\\s*_`"\'|\\\\]|&nbsp;|</?\\w[^<>]{0,40}>){0,16}';

/** An id that has, or may have, a header around it. */
interface Block {
  readonly hit: Hit;
  readonly header: Header;
}

/**
 * Records with labelled headers in any language of Windows, on lines of their own or side by side: Event Viewer's copy,
 * `wevtutil qe /f:text`, Splunk, articles and tickets; and the event ids that running text only mentions.
 */
export function labelledRecords(text: string, taken: Taken): Found {
  const hits = idsIn(text, taken);
  const records: LogRecord[] = [];
  const mentions: EventMention[] = [];
  const catalogues: Range[] = [];
  const blocks: Block[] = [];
  for (const [i, hit] of hits.entries()) {
    const line = lineAt(text, hit.start);
    const listed = isListed(text, hits, i);
    if (listed) catalogues.push(line);
    const from = blocks.at(-1)?.header.end ?? 0;
    const block = listed || isQuery(text, line) ? null : blockAt(text, hit, from, hits[i + 1]?.start ?? text.length);
    if (block) blocks.push(block);
    else mentions.push(hit);
  }
  for (const [i, block] of blocks.entries()) {
    if (block.hit.start < (records.at(-1)?.end ?? 0)) continue;
    const record = recordOfBlock(text, block, blocks[i + 1]?.header.start ?? text.length);
    if (record) records.push(record);
    else mentions.push(block.hit);
  }
  return { records, mentions: mentions.map(({ start, end, eventId }) => ({ start, end, eventId })), catalogues };
}

/** `System ID 7000 Service Control Manager`: the log instead of the word. */
const LOG_AND_ID = ['Application ID', 'System ID'];

function idsIn(text: string, taken: Taken): Hit[] {
  const names = [...idNamesIn(text), ...LOG_AND_ID].sort((a, b) => b.length - a.length);
  if (!names.length) return [];
  const pattern = new RegExp(
    `(?<![\\w<.$@])(?:${namesPattern(names)}|Events?)s?${GAP}(?:([:=#\\uFF1A])${GAP_LINES})?(0x[0-9A-F]{1,8}|-?\\d{1,10})(?![\\w-]|\\.\\w)`,
    'gid',
  );
  const hits: Hit[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [written, assign, number = ''] = match;
    const eventId = readEventId(number);
    const range = match.indices?.[2];
    const isKey = text[match.index - 1] === '"' && written.includes('"');
    if (eventId === null || !range || isKey || taken(match.index)) continue;
    // Without the word "ID" and a colon it must be a number that only events have.
    if (/^events?\b/i.test(written) && !/^events?[ _-]?(?:id|code|n)/i.test(written) && !isBareEvent(written)) continue;
    const end = match.index + written.length;
    hits.push({
      start: match.index,
      end,
      eventId,
      number: { start: range[0], end: range[1] },
      assigned: assign !== undefined,
    });
  }
  return hits;
}

/** `event 10010`, `Event 115`: nothing but a blank in between. */
const isBareEvent = (written: string): boolean => /^events? \d{2,5}$/i.test(written);

/** An id makes a header where it begins its line, or where another label or nothing but a source stands beside it. */
function blockAt(text: string, hit: Hit, from: number, limit: number): Block | null {
  const line = lineAt(text, hit.start);
  const lead = LEAD.exec(text.slice(line.start, hit.start))?.[0].length ?? 0;
  const before = { start: line.start + lead, end: hit.start };
  const beginsLine = before.start === before.end;
  const source = sourceIn(text, beginsLine ? { start: hit.end, end: line.end } : before);
  const endsLine = !/[\p{L}\p{N}]/u.test(text.slice(hit.end, line.end));
  if (!beginsLine && !hit.assigned && !(source && endsLine)) return null;
  const header = headerAround(text, hit.number, from, limit);
  if (!beginsLine && !header.beside.length && !(source && endsLine)) return null;
  const cells =
    source && !header.cells.has('provider') ? new Map([...header.cells, ['provider', source]] as const) : header.cells;
  return { hit, header: { ...header, cells } };
}

/** `Event 5002, WAS`, as Event Viewer titles its pane; `DCOM Event ID 10005`, as articles do: up to five names in a row. */
function sourceIn(text: string, range: Range): Range | null {
  const written = text.slice(range.start, Math.min(range.end, range.start + 100));
  const match =
    /^(?:[\s,;:(\u2013-]|\.(?!\w)){0,6}((?:Source\s)?[A-Z.][\w.-]{1,60}(?:\s[A-Z.\d][\w.-]{0,40}){0,4}?)[.,;:)\s`*_\\-]*$/d.exec(
      written,
    );
  const [start, end] = match?.indices?.[1] ?? [0, 0];
  const name = written.slice(start, end).replace(/[.-]+$/, '');
  return name === '' ? null : { start: range.start + start, end: range.start + start + name.length };
}

/** What beside source, log and id shows that an event was logged; rules and maps of events have none of it beside them. */
const EVIDENCE: readonly Field[] = ['time', 'clock', 'type', 'level', 'computer', 'user', 'category', 'record'];

function recordOfBlock(text: string, { hit, header }: Block, limit: number): LogRecord | null {
  const message = messageBehind(text, header, limit);
  const evidence = EVIDENCE.some((field) => header.cells.has(field));
  if (!message && !evidence) return null;
  // A heading that names an event and no source is followed by prose too, but not directly.
  if (
    message &&
    !message.labelled &&
    !hit.assigned &&
    !evidence &&
    !header.cells.has('provider') &&
    !follows(text, header, message.range)
  )
    return null;
  const cells = new Map<Field, Range>(header.cells);
  cells.delete('message');
  if (message) cells.set('message', message.range);
  const spans: [Range, ...Range[]] = [...header.lines];
  if (message && message.range.end > header.end) spans.push(message.range);
  return recordOf(text, cells, {
    start: header.start,
    end: Math.max(header.end, message?.range.end ?? 0),
    spans,
    eventIdRange: { start: hit.start, end: hit.end },
  });
}

/** Whether a message begins in its header's last line or on the next one. */
const follows = (text: string, header: Header, message: Range): boolean =>
  message.start <= header.end || text.slice(header.end, message.start).split('\n').length <= 2;

/** Filters and searches name events without any having happened. */
const QUERY =
  /\[System\[|@Name\b|<(?:Select|Suppress|Query)\b|\|\s{0,8}(?:where|stats|search|project|summarize|filter|eval|table)\b|\bindex\s?=|\b(?:Get-WinEvent|Get-EventLog|FilterHashtable|wevtutil|eventcreate)\b|\b(?:SELECT|WHERE)\b|\bEventID\s+(?:in\b|==)|\b(?:and|or)\s+\(?(?:Source|Provider|EventID|EventCode)/i;

const isQuery = (text: string, line: Range): boolean =>
  QUERY.test(text.slice(line.start, Math.min(line.end, line.start + 2_000)));

const LISTED = 3;
const LIST_DISTANCE = 700;

/** Whether an id is one of at least three different ones at the beginning of successive items of a list. */
function isListed(text: string, hits: readonly Hit[], i: number): boolean {
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
function itemMark(text: string, hit: Hit | undefined): string | null {
  if (!hit) return null;
  const line = lineAt(text, hit.start);
  const lead = /^[\s>]*(?<mark>[-*+\u2022]|\d{1,3}[.)]|#{1,6})\s+[*_`[(]{0,4}$/.exec(text.slice(line.start, hit.start));
  if (!lead || /\d:\d\d/.test(text.slice(hit.end, line.end))) return null;
  return (lead.groups?.mark ?? '').replace(/\d+/, '1');
}
