import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { rowAt, type Delimiter, type Row } from './delimitedRow';
import { fieldOf, idNamesIn, type Field } from './fieldNames';
import { recordsOrCatalogue, together, type Found, type Surroundings, type Taken } from './found';
import { namesPattern } from './names';
import { readEventId, type LogRecord } from './record';

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
    if (/[^,;\t"\n> ]/.test(text[match.index - 1] ?? '')) continue;
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
    const field = name === 'Id' ? 'id' : fieldOf(name);
    if (field && (!byField.has(field) || name === 'EventID')) byField.set(field, i);
  }
  if (!byField.has('id') && !byField.has('instance')) return null;
  if (cells.length < 3 || byField.size < 2 || byField.has('count')) return null;
  if (!byField.has('provider') && !byField.has('message')) return null;
  // Event Viewer names five columns and writes six.
  if (!byField.has('message')) byField.set('message', cells.length);
  return { byField, count: cells.length, delimiter };
}

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
  return recordOf(text, cells, {
    start: row.start,
    end: row.end,
    spans: [{ start: row.start, end: row.end }],
    escaping: quoted ? 'csv' : undefined,
  });
}

/** Rows without a header: what their cells look like tells which tool wrote them. */
const SHAPES: readonly (readonly (Field | null)[])[] = [
  // Event Viewer, also its list as it is copied
  ['level', 'time', 'provider', 'id', 'category', 'message'],
  // Event Viewer of Windows 2000 and 2003
  ['time', 'clock', 'provider', 'level', 'category', 'id', 'user', 'computer', 'message'],
  // psloglist -s
  ['record', 'log', 'provider', 'level', 'computer', 'time', 'id', 'user', 'message'],
];

const ROW =
  /^[ \t>-]{0,8}(?="?(?:[A-Za-z\u00C0-\uFFFF][A-Za-z\u00C0-\uFFFF ]{1,30}"?[,;\t]"?\d|\d{1,9}"?[,;\t]"?[A-Z]|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"?[,;\t]"?\d))/gm;
const MESSAGE_LINES = 60;

/** Rows without a header, as they are copied out of a list or cut out of a table. */
export function delimitedRows(text: string, taken: Taken): Found {
  const records: LogRecord[] = [];
  ROW.lastIndex = 0;
  for (let match = ROW.exec(text); match; match = ROW.exec(text)) {
    const start = match.index + match[0].length;
    ROW.lastIndex = start + 1;
    if (taken(start)) continue;
    const sign = /^"?[^,;\t"]{0,40}"?([,;\t])/.exec(text.slice(start, start + 50))?.[1];
    const record = sign === undefined ? null : recordOfShape(text, match.index, rowAt(text, start, sign as Delimiter));
    if (!record) continue;
    records.push(record);
    ROW.lastIndex = Math.max(record.end, ROW.lastIndex);
  }
  return { records };
}

function recordOfShape(text: string, start: number, row: Row): LogRecord | null {
  for (const shape of SHAPES) {
    const cells = new Map<Field, Range>();
    for (const [i, field] of shape.entries()) {
      const cell = row.cells[i];
      if (cell && field) cells.set(field, trimmed(text, cell));
    }
    const id = cells.get('id');
    if (!id || readEventId(text.slice(id.start, id.end)) === null) continue;
    const below = cells.has('message') ? null : messageBelow(text, row);
    if (below) cells.set('message', below);
    const end = Math.max(row.end, below?.end ?? 0);
    const message = cells.get('message');
    const escaping = message && text[message.start - 1] === '"' ? ('csv' as const) : undefined;
    const record = recordOf(text, cells, { start, end, spans: [{ start, end }], escaping });
    if (record?.level && record.time && record.provider) return record;
  }
  return null;
}

/** A row copied out of Event Viewer's list holds no message; people paste it on the lines below. */
function messageBelow(text: string, row: Row): Range | null {
  if (text[row.next - 1] !== '\n') return null;
  let line = nextLine(text, { start: row.end, end: row.next - 1 });
  const start = line.start;
  let end = start;
  for (let n = 0; n < MESSAGE_LINES && line.start < text.length; n++, line = nextLine(text, line)) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '' || /^[^\t]{0,40}\t[^\t]{0,40}\d[^\t]{0,40}\t/.test(written)) break;
    end = line.end;
  }
  return end > start ? trimmed(text, { start, end }) : null;
}
