import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import { rowAt, type Delimiter, type Row } from './delimitedRow';
import type { Field } from './fieldNames';
import type { Found, Taken } from './found';
import { readEventId, type LogRecord } from './record';

/** Rows without a header: what their cells look like tells which tool wrote them. */
const SHAPES: readonly (readonly (Field | null)[])[] = [
  // Event Viewer, also its list as it is copied
  ['level', 'time', 'provider', 'id', 'category', 'message'],
  // Event Viewer of Windows 2000 and 2003
  ['time', 'clock', 'provider', 'level', 'category', 'id', 'user', 'computer', 'message'],
  // psloglist -s
  ['record', 'log', 'provider', 'level', 'computer', 'time', 'id', 'user', 'message'],
  // eventquery.vbs and collectors after its model
  ['id', 'level', 'provider', 'time', 'user', 'message'],
  // Out-GridView of Get-WinEvent with its provider, and of Get-EventLog
  ['time', 'provider', 'id', 'level', 'message'],
  ['record', 'time', 'level', 'provider', 'instance', 'message'],
];

const ROW =
  /^[ \t>-]{0,8}(?="?(?:[A-Za-z\u00C0-\uFFFF][A-Za-z\u00C0-\uFFFF ]{1,30}"?[,;\t]"?\d|\d{1,9}"?[,;\t]"?[A-Z]|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:"?[,;\t]"?\d|,? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\t[A-Z])))/gm;
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
    const id = cells.get('id') ?? cells.get('instance');
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
function messageBelow(text: string, row: Range): Range | null {
  let line = nextLine(text, lineAt(text, row.end));
  const start = line.start;
  let end = start;
  for (let n = 0; n < MESSAGE_LINES && line.start < text.length; n++, line = nextLine(text, line)) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '' || /^[^\t]{0,40}\t[^\t]{0,40}\d[^\t]{0,40}\t/.test(written)) break;
    end = line.end;
  }
  return end > start ? trimmed(text, { start, end }) : null;
}

/** The same list where the paste made blanks out of its tabs. */
const SPACED =
  /^[ \t>*-]{0,8}(?<level>\p{L}{3,20}(?: \p{L}{3,12})?)[ \t]{1,8}(?<time>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)[ \t]{1,8}(?<provider>\S[^\t\n]{1,60}?)[ \t]{1,8}(?<id>\d{1,5})[ \t]{1,8}(?<category>None|\(\d{1,5}\)|[^\s\d][^\n]{0,40}?)[ \t]*\r?$/dgmu;

/** Rows copied out of Event Viewer's list with blanks between their cells. */
export function spacedRows(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  SPACED.lastIndex = 0;
  for (let match = SPACED.exec(text); match; match = SPACED.exec(text)) {
    if (taken(match.index)) continue;
    const cells = new Map<Field, Range>();
    for (const field of ['level', 'time', 'provider', 'id', 'category'] as const) {
      const range = match.indices?.groups?.[field];
      if (range) cells.set(field, { start: range[0], end: range[1] });
    }
    const row = { start: match.index, end: match.index + match[0].length };
    const message = messageBelow(text, row);
    if (message) cells.set('message', message);
    const range = { start: row.start, end: message?.end ?? row.end };
    const record = recordOf(text, cells, { ...range, spans: [range] });
    if (!record?.level) continue;
    records.push(record);
    SPACED.lastIndex = Math.max(range.end, SPACED.lastIndex);
  }
  return records;
}
