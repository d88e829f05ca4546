import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

/** The dashes that Format-Table puts below its headings, at least three columns of them. */
const RULE = /^[ \t]{0,80}-{1,60}(?:[ \t]{1,120}-{1,60}){2,20}[ \t]{0,80}\r?$/gm;
/** Get-WinEvent's own view names the provider once, above the table. */
const GROUP = /^[ \t]*ProviderName:[ \t]*(\S.{0,119}?)\s*$/;
const GROUP_DISTANCE = 4;

interface Column extends Range {
  readonly field: Field | undefined;
}

/** Records as `Get-WinEvent | Format-Table` and `Get-EventLog` print them; messages are cut at the width of the window. */
export function formatTableRecords(text: string, taken: Taken): LogRecord[] {
  const tables: LogRecord[][] = [];
  if (!text.includes('-- ') && !text.includes('- -')) return [];
  RULE.lastIndex = 0;
  for (let rule = RULE.exec(text); rule; rule = RULE.exec(text)) {
    if (rule.index === 0 || taken(rule.index)) continue;
    const heading = lineAt(text, rule.index - 1);
    const columns = columnsOf(text.slice(heading.start, heading.end), rule[0]);
    const fields = new Set(columns.map(({ field }) => field));
    const provider = providerAbove(text, heading);
    if ((!fields.has('id') && !fields.has('instance')) || fields.has('count')) continue;
    if (!fields.has('provider') && !fields.has('message') && provider === undefined) continue;
    tables.push(rowsBelow(text, lineAt(text, rule.index), columns, provider));
  }
  return tables.flat();
}

/** The columns by their dashes: those stand below a heading that is as long as they are. */
function columnsOf(heading: string, rule: string): Column[] {
  return [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) => {
    const end = index + dashes.length;
    const name = heading.slice(index, end).trim();
    return { start: index, end, field: name === 'Id' ? 'id' : fieldOf(name) };
  });
}

function providerAbove(text: string, heading: Range): string | undefined {
  let line = heading;
  for (let n = 0; n < GROUP_DISTANCE && line.start > 0; n++) {
    line = lineAt(text, line.start - 1);
    const provider = GROUP.exec(text.slice(line.start, line.end))?.[1];
    if (provider !== undefined) return provider;
  }
  return undefined;
}

function rowsBelow(text: string, rule: Range, columns: readonly Column[], provider: string | undefined): LogRecord[] {
  const records: LogRecord[] = [];
  const last = columns.at(-1);
  for (let line = nextLine(text, rule); line.start < text.length; line = nextLine(text, line)) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '') break;
    const cells = new Map<Field, Range>();
    for (const [i, { field }] of columns.entries()) {
      const cell = cellOf(written, columns, i);
      if (field && !cells.has(field))
        cells.set(field, trimmed(text, { start: line.start + cell.start, end: line.start + cell.end }));
    }
    const record = recordOf(text, cells, { ...line, spans: [line], provider });
    if (record) records.push(record);
    // With -Wrap the message goes on below itself.
    else if (last && written.slice(0, last.start).trim() === '') continueMessage(records, trimmed(text, line));
    else break;
  }
  return records;
}

/** A cell reaches to where the next one begins; numbers are aligned to the right and reach beyond their dashes. */
function cellOf(line: string, columns: readonly Column[], i: number): Range {
  return { start: i === 0 ? 0 : borderBefore(line, columns, i), end: borderBefore(line, columns, i + 1) };
}

function borderBefore(line: string, columns: readonly Column[], i: number): number {
  const column = columns[i];
  if (!column) return line.length;
  const before = columns[i - 1]?.end ?? 0;
  if (column.start > line.length || line.charCodeAt(column.start - 1) <= 32) return Math.min(column.start, line.length);
  const blank = line.slice(0, column.start).lastIndexOf(' ');
  return blank >= before ? blank : column.start;
}

function continueMessage(records: LogRecord[], more: Range): void {
  const record = records.pop();
  if (!record) return;
  const message = record.message ? { start: record.message.start, end: more.end } : more;
  const [first, ...rest] = record.spans;
  records.push({ ...record, end: more.end, spans: [first, ...rest, more], message });
}
