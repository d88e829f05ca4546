import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import { levelOf } from './level';
import type { LogRecord } from './record';

/** `An error event occurred.  EventID: 0xC0002724`, in any language. */
const EVENT = /\b(?:Event|Ereignis|Gebeurtenis)[- ]?ID:\s{0,4}(0x[0-9A-Fa-f]{8})(?=\s)/dgi;
const TIME = /^\s*[^:\n]{4,40}:\s*(\d[^\n]{8,40}?)\s*$/d;
const LINES = 60;

/**
 * What dcdiag prints of the event log: the whole identifier in hexadecimal, the time, the message, a blank line between
 * all of them. It does not name the source.
 */
export function dcdiagRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  if (!text.includes('ID: 0x')) return records;
  const events = [...text.matchAll(EVENT)];
  for (const [i, { index, 0: written, indices }] of events.entries()) {
    const own = lineAt(text, index);
    if (taken(index) || index === own.start || !/[.!]\s+$/.test(text.slice(own.start, index))) continue;
    const id = indices?.[1];
    const next = events[i + 1];
    const limit = next ? lineAt(text, next.index).start : text.length;
    const time = nextFull(text, own);
    const timeRange = TIME.exec(text.slice(time.start, time.end))?.indices?.[1];
    if (!id || !timeRange || time.start >= limit) continue;
    const cells = new Map<Field, Range>([
      ['id', { start: id[0], end: id[1] }],
      ['time', { start: time.start + timeRange[0], end: time.start + timeRange[1] }],
    ]);
    const label = nextFull(text, time);
    const message = label.start < limit ? messageBelow(text, label, limit) : null;
    if (message) cells.set('message', message);
    const spans: [Range, ...Range[]] = [own, time];
    if (message) spans.push(message);
    const level = levelOf(/\b(error|warning|information)\b/i.exec(text.slice(own.start, index))?.[0] ?? '');
    const record = recordOf(text, cells, {
      start: own.start,
      end: message?.end ?? time.end,
      spans,
      eventIdRange: { start: index, end: index + written.length },
    });
    if (record) records.push(level ? { ...record, level } : record);
  }
  return records;
}

/** The next line that is not blank. */
function nextFull(text: string, line: Range): Range {
  let next = nextLine(text, line);
  for (let n = 0; n < 4 && text.slice(next.start, next.end).trim() === '' && next.end < text.length; n++)
    next = nextLine(text, next);
  return next;
}

/** The lines behind the label of the message, up to the next event, a result of dcdiag or two blank lines. */
function messageBelow(text: string, label: Range, limit: number): Range | null {
  const colon = text.slice(label.start, label.end).indexOf(':');
  let end = label.end;
  let blanks = 0;
  let line = label;
  for (let n = 0; n < LINES && line.end < limit; n++) {
    line = nextLine(text, line);
    const written = text.slice(line.start, line.end);
    if (line.start >= limit || /^\s*(?:\.{10,}|Starting test)/.test(written)) break;
    blanks = written.trim() === '' ? blanks + 1 : 0;
    if (blanks > 2) break;
    if (blanks === 0) end = line.end;
  }
  const range = trimmed(text, { start: label.start + (colon < 0 ? 0 : colon + 1), end: Math.min(end, limit) });
  return range.start < range.end ? range : null;
}
