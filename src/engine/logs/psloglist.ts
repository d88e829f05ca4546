import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

/** `[04711] DCOM`, and below it the lines with type, computer and time, set in. */
const HEAD =
  /^[ \t>]{0,16}\[(?<record>\d{1,10})\][ \t](?<provider>\S[^\n\r]{0,100}?)[ \t]*\r?\n(?=[ \t>]{1,20}Type:[ \t])/dgm;
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['type', /^[ \t>]{1,20}Type:[ \t]+(?<value>\S[^\r\n]*)/d],
  ['computer', /^[ \t>]{1,20}Computer:[ \t]+(?<value>\S+)/d],
  ['id', /[ \t]ID:[ \t]+(?<value>\d{1,10})\s*$/d],
  ['time', /^[ \t>]{1,20}Time:[ \t]+(?<value>\S(?:[^\r\n]*?\S)??)(?=[ \t]+ID:|\s*$)/d],
  ['user', /^[ \t>]{1,20}User:[ \t]+(?<value>\S[^\r\n]*)/d],
];
const LINES = 200;

/** Records as PsLogList of Sysinternals prints them: a number in brackets with the source, labels, then the message. */
export function psloglistRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  if (!text.includes('Type:')) return records;
  const heads = [...text.matchAll(HEAD)];
  for (const [i, head] of heads.entries()) {
    const provider = head.indices?.groups?.provider;
    if (!provider || taken(head.index)) continue;
    const limit = heads[i + 1]?.index ?? text.length;
    const cells = new Map<Field, Range>([['provider', { start: provider[0], end: provider[1] }]]);
    const first = lineAt(text, head.index);
    let line = nextLine(text, first);
    let end = first.end;
    for (; line.start < limit && readLabels(text, line, cells); line = nextLine(text, line)) end = line.end;
    const header = { start: head.index, end };
    const message = messageFrom(text, line, limit);
    if (message.start < message.end) cells.set('message', message);
    const spans: [Range, ...Range[]] = message.start < message.end ? [header, message] : [header];
    const record = recordOf(text, cells, { start: head.index, end: Math.max(end, message.end), spans });
    if (record) records.push(record);
  }
  return records;
}

function readLabels(text: string, line: Range, cells: Map<Field, Range>): boolean {
  const written = text.slice(line.start, line.end);
  let found = false;
  for (const [field, pattern] of LABELS) {
    const range = pattern.exec(written)?.indices?.groups?.value;
    if (!range || cells.has(field)) continue;
    cells.set(field, trimmed(text, { start: line.start + range[0], end: line.start + range[1] }));
    found = true;
  }
  return found;
}

/** The message goes on to the next record, or to a blank line where the text ends with the log of one machine. */
function messageFrom(text: string, from: Range, limit: number): Range {
  let end = from.start;
  let line = from;
  for (let n = 0; n < LINES && line.start < limit; n++, line = nextLine(text, line)) {
    if (/^\S+ log on \\\\/.test(text.slice(line.start, line.end))) break;
    end = line.end;
  }
  return trimmed(text, { start: from.start, end: Math.min(end, limit) });
}
