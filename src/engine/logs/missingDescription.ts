import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

/** What Windows writes for an event whose provider is not installed where the log is read. */
const MISSING =
  /\bdescription\s+for\s+Event\s+ID\s*[:'"(]{0,2}\s{0,4}(-?\d{1,10})\s{0,4}['")]{0,2}\s+(?:in|from)\s+source\s*[:'"(]{0,2}\s{0,4}([^'"()\r\n]{1,100}?)\s{0,4}['")]{0,2}\s+cannot\s+be\s+(?:found|read)/dgi;
const INCLUDED = /following\s+information\s+(?:is\s+part\s+of|was\s+included\s+with)\s+the\s+event:?\s*/i;
const INSERTIONS = 100;
const REACH = 4_000;

/** The insertions that such a message lists: in quotes with commas between them, or one a line; else empty. */
export function includedInsertions(message: string): readonly string[] {
  const included = INCLUDED.exec(message);
  if (!included) return [];
  const list = message.slice(included.index + included[0].length, included.index + REACH);
  const quoted = [...list.matchAll(/'([^'\r\n]{0,400})'(?=\s*(?:,|\.?\s*$))/g)].map(([, value = '']) => value);
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  return (list.startsWith("'") ? quoted : lines.filter((line) => line !== '')).slice(0, INSERTIONS);
}

/** Records of which only such a message was pasted. */
export function missingDescriptionRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  if (!/\bdescription\s+for\s+Event/i.test(text)) return records;
  MISSING.lastIndex = 0;
  for (let match = MISSING.exec(text); match; match = MISSING.exec(text)) {
    const [id, source] = [match.indices?.[1], match.indices?.[2]];
    if (!id || !source || taken(match.index)) continue;
    const blank = /\n\s*\n\s*\S/g;
    const included = INCLUDED.exec(text.slice(match.index, match.index + REACH));
    blank.lastIndex = match.index + (included ? included.index + included[0].length : 0);
    const end = Math.min(blank.exec(text)?.index ?? text.length, match.index + REACH);
    const range = trimmed(text, { start: match.index, end: Math.max(end, match.index + match[0].length) });
    const cells = new Map<Field, Range>([
      ['id', { start: id[0], end: id[1] }],
      ['provider', { start: source[0], end: source[1] }],
      ['message', range],
    ]);
    const record = recordOf(text, cells, { ...range, spans: [range] });
    if (record) records.push(record);
    MISSING.lastIndex = range.end;
  }
  return records;
}
