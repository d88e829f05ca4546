import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import { recordsOrCatalogue, together, type Found, type Surroundings, type Taken } from './found';
import type { LogRecord } from './record';

/** Tags of a table; those without `/` may lack their end, as in HTML of old. */
const TAG = /<(\/?)(table|tr|t[hd])\b[^<>]{0,400}>/gi;
const CELLS = 60;

interface Row extends Range {
  readonly cells: readonly Range[];
  readonly isHeading: boolean;
}

/** Tables of HTML that list events, as `ConvertTo-Html` and reports made with it write them. */
export function htmlTables(text: string, taken: Taken, { beginning }: Surroundings): Found {
  const found: Found[] = [];
  if (!text.includes('<') || !/<t[hd]\b/i.test(text)) return together(found);
  // A part of a long table has its heading at the beginning of the document.
  let columns = text.startsWith(beginning) ? null : headingIn(beginning);
  let rows: LogRecord[] = [];
  const endTable = (): void => {
    if (columns && rows.length) found.push(recordsOrCatalogue(rows, isOccurrence(columns)));
    rows = [];
  };
  for (const row of rowsIn(text)) {
    const heading: ReadonlyMap<Field, number> | null = columns === null || row.isHeading ? columnsOf(text, row) : null;
    if (heading || row.isHeading) {
      endTable();
      columns = heading;
    } else if (columns && !taken(row.start)) {
      const record = recordOfRow(text, row, columns);
      if (record) rows.push(record);
    }
  }
  endTable();
  return together(found);
}

function headingIn(text: string): ReadonlyMap<Field, number> | null {
  for (const row of rowsIn(text)) {
    const columns = columnsOf(text, row);
    if (columns && isOccurrence(columns)) return columns;
  }
  return null;
}

function* rowsIn(text: string): Generator<Row> {
  let start = -1;
  let cell = -1;
  let isHeading = false;
  let cells: Range[] = [];
  for (const tag of text.matchAll(TAG)) {
    const [whole, slash, written = ''] = tag;
    const name = written.toLowerCase();
    if (cell >= 0 && cells.length < CELLS) cells.push(trimmed(text, { start: cell, end: tag.index }));
    cell = -1;
    if ((name === 'tr' || name === 'table') && start >= 0) {
      if (cells.length) yield { start, end: slash ? tag.index + whole.length : tag.index, cells, isHeading };
      start = -1;
    }
    if (slash) continue;
    if (name === 'tr') {
      start = tag.index;
      cells = [];
      isHeading = false;
    } else if (name !== 'table' && start >= 0) {
      cell = tag.index + whole.length;
      isHeading ||= name === 'th';
    }
  }
}

function columnsOf(text: string, { cells }: Row): ReadonlyMap<Field, number> | null {
  const columns = new Map<Field, number>();
  for (const [i, { start, end }] of cells.entries()) {
    const name = text
      .slice(start, Math.min(end, start + 100))
      .replace(/<[^<>]{0,60}>/g, '')
      .trim();
    const field = /^id$/i.test(name) ? 'id' : fieldOf(name);
    if (field && !columns.has(field)) columns.set(field, i);
  }
  const hasId = columns.has('id') || columns.has('instance');
  return hasId && (columns.has('provider') || columns.has('message')) && !columns.has('count') ? columns : null;
}

function recordOfRow(text: string, { start, end, cells }: Row, columns: ReadonlyMap<Field, number>): LogRecord | null {
  const byField = new Map([...columns].flatMap(([field, i]) => (cells[i] ? [[field, cells[i]] as const] : [])));
  const range = { start, end };
  return recordOf(text, byField, { ...range, spans: [range], escaping: 'xml' });
}
