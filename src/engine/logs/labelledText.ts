import type { NonEmpty } from '../knowledge/fact';
import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import type { LogRecord } from './record';

const SOURCE_LABEL = 'Event Source|Source Name|Source|Provider Name|ProviderName|Event Provider|Provider';
const ID_LABEL = 'Event[ _-]?ID';
const MESSAGE_LABEL = 'Event Description|Description|Message';
const OTHER_LABEL =
  'Log Name|Log|Logged|Date and Time|Date|Time|TimeCreated|Time Created|Event Category|Task Category|Category|Task|Event Type|Type|Entry Type|EntryType|Level|LevelDisplayName|Severity|Keywords|User Name|User|Computer Name|Computer|MachineName|Machine|Host|OpCode|Record ID|RecordId|Event Record ID';

/** What may stand before a label in a paste: quotes, comment signs, list marks, Markdown. */
const LEAD = '[\\s>#*;|"\'`\\-\\u2022\\[\\](]{0,12}(?:rem\\s+)?[*_`"]{0,3}';
const ASSIGN = '[*_`"]{0,3}\\s{0,40}[:=\\uFF1A][*_`"]{0,3}';

const HEADER_LINE = new RegExp(`^${LEAD}(?:${SOURCE_LABEL}|${ID_LABEL}|${OTHER_LABEL})${ASSIGN}`, 'i');
const MESSAGE_LINE = new RegExp(`^${LEAD}(?:${MESSAGE_LABEL})${ASSIGN}[ \\t]{0,40}`, 'i');
const SOURCE = new RegExp(`(?<![\\w.])(?:${SOURCE_LABEL})${ASSIGN}[ \\t]{0,40}`, 'i');
const ANY_LABEL = new RegExp(
  `(?<![\\w.])(?:${SOURCE_LABEL}|${ID_LABEL}|${OTHER_LABEL}|${MESSAGE_LABEL})${ASSIGN}`,
  'gi',
);
const EVENT_ID = new RegExp(
  `(?<![\\w<])${ID_LABEL}s?[*_\`"]{0,3}(\\s{0,40}[:=#\\uFF1A])?\\s{0,40}[*_\`"']{0,3}\\s{0,4}(0x[0-9A-Fa-f]{1,8}|\\d{1,6})(?![\\w.]*\\w)`,
  'gi',
);
const LINE_LEAD = new RegExp(`^${LEAD}$`, 'i');

/** A message that nothing ends is cut here: no event message is longer. */
const MESSAGE_LIMIT = 32_000;
const HEADER_LINES = 16;

/** A place where an event id is named in running text; it is no record, but we can say what the event is. */
export interface EventMention extends Range {
  readonly eventId: number;
}

interface Block {
  readonly mention: EventMention;
  readonly start: number;
  /** Where the header ends and the message begins. */
  readonly end: number;
  readonly lines: NonEmpty<Range>;
  readonly provider: string | null;
}

/**
 * Records with labelled headers, as Event Viewer copies them (`Source:`, `Event ID:`, `Description:` …), on lines of
 * their own or side by side; and the event ids that running text only mentions.
 */
export function labelledRecords(text: string): { records: LogRecord[]; mentions: EventMention[] } {
  const mentions: EventMention[] = [];
  const blocks: Block[] = [];
  for (const match of text.matchAll(EVENT_ID)) {
    const previous = blocks.at(-1);
    if (previous && match.index < previous.end) continue;
    const mention = { start: match.index, end: match.index + match[0].length, eventId: eventIdOf(match[2] ?? '') };
    const line = lineAt(text, match.index);
    const beginsLine = LINE_LEAD.test(text.slice(line.start, match.index));
    const labelled = match[1] !== undefined;
    if (beginsLine || (labelled && hasLabel(text.slice(line.start, line.end))))
      blocks.push(blockAround(text, mention, previous?.end ?? 0));
    else mentions.push(mention);
  }
  return { records: blocks.map((block, i) => recordOf(text, block, blocks[i + 1]?.start ?? text.length)), mentions };
}

/** dcdiag prints the whole 32-bit identifier in hexadecimal: the event id is its lower half. */
const eventIdOf = (written: string): number =>
  /^0x/i.test(written) ? Number.parseInt(written, 16) & 0xffff : Number.parseInt(written, 10);

const hasLabel = (line: string): boolean => (line.match(ANY_LABEL)?.length ?? 0) >= 2;

function blockAround(text: string, mention: EventMention, from: number): Block {
  const own = lineAt(text, mention.start);
  const lines: [Range, ...Range[]] = [own];
  for (let line = own, n = 0; line.start > from && n < HEADER_LINES; n++) {
    line = lineAt(text, line.start - 1);
    if (!HEADER_LINE.test(text.slice(line.start, line.end)) || line.start < from) break;
    lines.unshift(line);
  }
  let end = own.end;
  for (let line = own, n = 0; line.end < text.length && n < HEADER_LINES; n++) {
    line = nextLine(text, line);
    const written = text.slice(line.start, line.end);
    if (!HEADER_LINE.test(written) || EVENT_ID_LINE.test(written)) break;
    lines.push(line);
    end = line.end;
  }
  const provider = lines.map((line) => sourceIn(text.slice(line.start, line.end))).find((name) => name) ?? null;
  return { mention, start: lines[0].start, end, lines, provider };
}

const EVENT_ID_LINE = new RegExp(`^${LEAD}${ID_LABEL}${ASSIGN}`, 'i');

/** The value of a source label in a line; it ends at the next label, at a run of blanks or with the line. */
function sourceIn(line: string): string | null {
  const label = SOURCE.exec(line);
  if (!label) return null;
  const rest = line.slice(label.index + label[0].length);
  const value = rest.split(/\s{2,}|\t|[,;|](?=\s|$)/)[0] ?? '';
  const next = new RegExp(ANY_LABEL.source, 'i').exec(value);
  return (
    value
      .slice(0, next?.index)
      .replace(/^[\s"'`*]+|[\s"'`*.\\]+$/g, '')
      .slice(0, 120) || null
  );
}

function recordOf(text: string, block: Block, limit: number): LogRecord {
  const message = messageOf(text, block, limit);
  const spans: [Range, ...Range[]] = [...block.lines];
  if (message) spans.push(message);
  return {
    start: block.start,
    end: message?.end ?? block.end,
    provider: block.provider,
    eventId: block.mention.eventId,
    eventIdRange: { start: block.mention.start, end: block.mention.end },
    spans,
    message,
    data: new Map(),
  };
}

/**
 * The message begins behind its label, or with the line after the header, and ends before the next record or at the
 * first blank line behind its first words. Where the header and the message share a line it is the whole line.
 */
function messageOf(text: string, block: Block, limit: number): Range | null {
  const last = Math.min(limit, block.end + MESSAGE_LIMIT, text.length);
  let line = nextLine(text, { start: block.end, end: block.end });
  let label = MESSAGE_LINE.exec(text.slice(line.start, line.end));
  for (let n = 0; !label && n < 2 && blank(text, line) && line.end < last; n++) {
    line = nextLine(text, line);
    label = MESSAGE_LINE.exec(text.slice(line.start, line.end));
  }
  const own = lineAt(text, block.mention.start);
  const shared = text.slice(block.mention.end, own.end).trim().length > 40 ? own : null;
  if (!label && shared) line = shared;
  let start = line.start + (label?.[0].length ?? 0);
  while (start < last && /\s/.test(text[start] ?? '')) start++;
  if (start >= last) return null;
  let end = Math.min(lineAt(text, start).end, last);
  for (let next = nextLine(text, { start, end }); end < last && next.start < last; next = nextLine(text, next)) {
    if (blank(text, next)) break;
    end = Math.min(next.end, last);
    if (next.end >= text.length) break;
  }
  return start < end ? { start, end } : null;
}

const blank = (text: string, line: Range): boolean => text.slice(line.start, line.end).trim() === '';
