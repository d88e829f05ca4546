import type { NonEmpty } from '../knowledge/fact';
import { byPlace, type Range } from '../text/range';
import { isOccurrence, recordOf } from './cells';
import type { Found, Surroundings, Taken } from './found';
import { headerAround, type Header } from './labelledHeader';
import { isListed, isQueried, writtenIds, type WrittenId } from './labelledIds';
import { messageBehind, type FoundMessage } from './labelledMessage';
import { LEAD } from './labels';
import { typeLevel } from './level';
import type { EventMention, LogRecord } from './record';

/** An id that has, or may have, a header around it. */
interface Block {
  readonly hit: WrittenId;
  readonly header: Header;
}

/**
 * Records with labelled headers in any language of Windows, on lines of their own or side by side: Event Viewer's copy,
 * `wevtutil qe /f:text`, Splunk, articles and tickets; and the event ids that running text only mentions.
 */
export function labelledRecords(text: string, taken: Taken, { idNames }: Surroundings): Found {
  const hits = writtenIds(text, taken, idNames);
  const records: LogRecord[] = [];
  const mentions: EventMention[] = [];
  const catalogues: Range[] = [];
  // A block is read when it is known where the next one begins, and forgotten then: a log has very many.
  let open: Block | null = null;
  const close = (limit: number): void => {
    if (!open || open.hit.start < (records.at(-1)?.end ?? 0)) return;
    const record = recordOfBlock(text, open, records.at(-1)?.end ?? 0, limit);
    if (record) records.push(record);
    else mentions.push(open.hit);
  };
  for (const [i, hit] of hits.entries()) {
    const listed = isListed(text, hits, i);
    if (listed) catalogues.push(hit.line);
    const from: number = open?.header.end ?? 0;
    const block = listed || isQueried(text, hit) ? null : blockAt(text, hit, from, hits[i + 1]?.start ?? text.length);
    if (!block) {
      mentions.push(hit);
      continue;
    }
    close(block.header.start);
    open = block;
  }
  close(text.length);
  return { records, mentions: mentions.map(({ start, end, eventId }) => ({ start, end, eventId })), catalogues };
}

/** An id makes a header where it begins its line, or where another label or nothing but a source stands beside it. */
function blockAt(text: string, hit: WrittenId, from: number, limit: number): Block | null {
  const { line, own } = hit;
  if (hit.alone) return { hit, header: headerAround(text, hit, from, limit) };
  const lead = LEAD.exec(text.slice(line.start, Math.min(hit.start, line.start + 400)))?.[0].length ?? 0;
  const before = { start: line.start + lead, end: hit.start };
  const beginsLine = before.start === before.end;
  const source = sourceIn(text, beginsLine ? { start: hit.end, end: own.end } : before);
  const endsLine = !/[\p{L}\p{N}]/u.test(text.slice(hit.end, own.end));
  if (!beginsLine && !hit.assigned && !(source && endsLine)) return null;
  const header = headerAround(text, hit, from, limit);
  if (!beginsLine && !header.beside.length && !(source && endsLine)) return null;
  const cells =
    source && !header.cells.has('provider') ? new Map([...header.cells, ['provider', source]] as const) : header.cells;
  return { hit, header: { ...header, cells } };
}

/** `Event 5002, WAS`, as Event Viewer titles its pane; `DCOM Event ID 10005`, as articles do: up to five names in a row. */
function sourceIn(text: string, range: Range): Range | null {
  const written = text.slice(range.start, Math.min(range.end, range.start + 100));
  const match =
    /^(?:[\s,;:(\u2013-]|\.(?!\w)){0,6}(?:Source\s)?([A-Z.][\w.-]{1,60}(?:\s[A-Z.\d][\w.-]{0,40}){0,4}?)[.,;:)\s`*_\\-]*$/d.exec(
      written,
    );
  const [start, end] = match?.indices?.[1] ?? [0, 0];
  const name = written.slice(start, end).replace(/(?<![.-])[.-]+$/, '');
  return name === '' ? null : { start: range.start + start, end: range.start + start + name.length };
}

/** What beside source and id shows that an event was logged; rules and maps of events have none of it beside them. */
function isEvent(text: string, { cells }: Header): boolean {
  const levels = (['level', 'type'] as const).flatMap((field) => cells.get(field) ?? []);
  return isOccurrence(cells) || levels.some(({ start, end }) => typeLevel(text.slice(start, end)) !== undefined);
}

function recordOfBlock(text: string, { hit, header }: Block, from: number, limit: number): LogRecord | null {
  const happened = isEvent(text, header);
  const above = happened && (header.messageAbove?.start ?? 0) >= from ? header.messageAbove : null;
  const message = messageBehind(text, header, limit) ?? (above && { range: above, labelled: true });
  if (!happened && (!message || isHeading(text, hit, header, message))) return null;
  const apart = message && !(header.start <= message.range.start && message.range.end <= header.end);
  const spans = apart ? withMessage(header.lines, message.range) : header.lines;
  return recordOf(text, header.cells, {
    start: spans[0].start,
    end: Math.max(header.end, message?.range.end ?? 0),
    spans,
    eventIdRange: { start: hit.start, end: hit.end },
    message: message?.range ?? null,
  });
}

/** Lines in order of place and a message, which mostly stands below them, in order of place. */
function withMessage([first, ...others]: NonEmpty<Range>, message: Range): NonEmpty<Range> {
  if (message.start >= (others.at(-1) ?? first).end) return [first, ...others, message];
  const [top = first, ...below] = [first, ...others, message].sort(byPlace);
  return [top, ...below];
}

/** A heading that names an event and no source is followed by prose too, but not directly. */
const isHeading = (text: string, hit: WrittenId, header: Header, message: FoundMessage): boolean =>
  !message.labelled && !hit.assigned && !header.cells.has('provider') && !follows(text, header, message.range);

/** Whether a message begins in its header's last line or on the next one. */
const follows = (text: string, header: Header, message: Range): boolean =>
  message.start <= header.end || text.slice(header.end, message.start).split('\n').length <= 2;
