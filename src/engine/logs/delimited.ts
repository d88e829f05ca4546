import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { rowAt, type Delimiter, type Row } from './delimitedRow';
import { fieldOf, type Field } from './fieldNames';
import { idNamesIn } from './idNames';
import { recordsOrCatalogue, together, type Found, type Surroundings, type Taken } from './found';
import { namesPattern } from './names';
import type { LogRecord } from './record';

/** The columns of a table by what they hold, and how many there are. */
interface Columns {
  readonly byField: ReadonlyMap<Field, number>;
  readonly count: number;
  readonly delimiter: Delimiter;
}

/** A table ends where so many lines in a row are none of its rows. */
const FOREIGN_LINES = 4;
const HEADER_LIMIT = 4_000;

/**
 * Tables with a header, delimited by comma, semicolon or tab: Event Viewer's "Save as", Export-Csv of Get-WinEvent and
 * Get-EventLog, Log Parser, EvtxECmd, FullEventLogView.
 */
export function delimitedTables(text: string, taken: Taken, { beginning, idNames }: Surroundings): Found {
  const found: Found[] = [];
  let from = 0;
  for (const { columns, end } of headersIn(text, idNames)) {
    if (end < from || taken(end - 1)) continue;
    const table = rowsOf(text, end, columns, FOREIGN_LINES);
    from = table.end;
    found.push(recordsOrCatalogue(table.records, isOccurrence(columns.byField)));
  }
  if (from === 0 && beginning !== '' && !text.startsWith(beginning)) {
    const [header] = headersIn(beginning, idNamesIn(beginning));
    if (header && isOccurrence(header.columns.byField)) found.push(rowsOf(text, 0, header.columns, Infinity));
  }
  return together(found);
}

function* headersIn(text: string, idNames: readonly string[]): Generator<{ columns: Columns; end: number }> {
  const names = namesPattern([...idNames, 'InstanceId', 'Id']);
  const hint = new RegExp(`(?:${names})(?="?[ \\t]*(?:[,;\\t]|\\r?$))`, 'gim');
  for (let match = hint.exec(text); match; match = hint.exec(text)) {
    if (/[^,;\t"\n> .]/.test(text[match.index - 1] ?? '')) continue;
    const { start, end } = lineAt(text, match.index);
    if (end - start > HEADER_LIMIT) continue;
    const lead = /^[ \t>]*/.exec(text.slice(start, start + 40))?.[0].length ?? 0;
    const columns = columnsOf(text, start + lead, text.slice(start, end));
    if (columns) yield { columns, end };
    hint.lastIndex = Math.max(end, hint.lastIndex);
  }
}

function columnsOf(text: string, start: number, line: string): Columns | null {
  const delimiter = ([',', ';', '\t'] as const)
    .map((sign) => ({ sign, count: line.split(sign).length }))
    .reduce((a, b) => (b.count > a.count ? b : a)).sign;
  const { cells } = rowAt(text, start, delimiter);
  const byField = new Map<Field, number>();
  const names = cells.map((cell) => text.slice(cell.start, cell.end).trim());
  const hasTime = names.some((name) => name !== 'Data' && fieldOf(name) === 'time');
  for (const [i, name] of names.entries()) {
    // The binary data of an event in English, its date in Italian.
    if (name === 'Data' && hasTime) continue;
    const field = columnField(name);
    if (field && (!byField.has(field) || name === 'EventID')) byField.set(field, i);
  }
  if (!byField.has('id') && !byField.has('instance')) return null;
  if (cells.length < 3 || byField.size < 2 || byField.has('count')) return null;
  if (!byField.has('provider') && !byField.has('message')) return null;
  // Event Viewer names five columns and writes six.
  if (!byField.has('message')) byField.set('message', cells.length);
  return { byField, count: cells.length, delimiter };
}

/** Kibana writes the whole path of a field, Azure the zone behind the name of a time. */
const columnField = (name: string): Field | undefined =>
  name === 'Id'
    ? 'id'
    : (fieldOf(name) ??
      fieldOf(name.slice(name.lastIndexOf('.') + 1)) ??
      fieldOf(name.replace(/\[[^\]]{1,10}\]$/, '').trimEnd()));

function rowsOf(text: string, headerEnd: number, columns: Columns, patience: number) {
  const records: LogRecord[] = [];
  let end = headerEnd;
  let foreign = 0;
  for (let at = headerEnd === 0 ? 0 : behindLine(text, headerEnd); at < text.length && foreign < patience;) {
    const row = rowAt(text, at, columns.delimiter);
    const record = recordOfRow(text, row, columns);
    if (record) {
      records.push(record);
      end = row.end;
      foreign = 0;
      at = row.next;
    } else {
      foreign++;
      at = behindLine(text, at);
    }
  }
  return { records, end };
}

/** Where the next line begins, however long this one is. */
function behindLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function recordOfRow(text: string, row: Row, { byField, count }: Columns): LogRecord | null {
  if (row.cells.length < Math.min(count, 3)) return null;
  const cells = new Map<Field, Range>();
  for (const [field, column] of byField) {
    const cell = row.cells[column];
    if (cell) cells.set(field, trimmed(text, cell));
  }
  const message = cells.get('message');
  const quoted = message !== undefined && text[message.start - 1] === '"';
  const strings = cells.get('insertions');
  const insertions = strings ? text.slice(strings.start, strings.end).split('|') : [];
  return recordOf(text, cells, {
    // Log Parser puts a bar between the insertions; others have only the name of a type there.
    insertions: insertions.length > 1 ? insertions : [],
    start: row.start,
    end: row.end,
    spans: [{ start: row.start, end: row.end }],
    escaping: quoted ? 'csv' : undefined,
  });
}
