import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import { recordsOrCatalogue, type Found, type Taken } from './found';
import type { EventMention, LogRecord } from './record';

/** The row of dashes between the heading of a Markdown table and its body. */
const RULE = /^[ \t>]{0,16}\|?[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|[-:| \t]{0,400}\r?$/gm;
const CELLS = 40;

/** Tables of Markdown that list events: logs where they have a column for the time, else documentation. */
export function markdownTables(text: string, taken: Taken): Found {
  const records: LogRecord[] = [];
  const mentions: EventMention[] = [];
  const catalogues: Range[] = [];
  if (!text.includes('-|') && !text.includes('- |')) return { records };
  RULE.lastIndex = 0;
  for (let rule = RULE.exec(text); rule; rule = RULE.exec(text)) {
    if (rule.index === 0 || taken(rule.index)) continue;
    const columns = columnsOf(text, lineAt(text, rule.index - 1));
    if (!columns) continue;
    const found = recordsOrCatalogue(rowsBelow(text, rule.index, columns), isOccurrence(columns));
    records.push(...found.records);
    mentions.push(...(found.mentions ?? []));
    catalogues.push(...(found.catalogues ?? []));
  }
  return { records, mentions, catalogues };
}

function columnsOf(text: string, heading: Range): ReadonlyMap<Field, number> | null {
  const columns = new Map<Field, number>();
  for (const [i, cell] of cellsOf(text, heading).entries()) {
    const name = text.slice(cell.start, cell.end);
    const field = name === 'Id' || name === 'ID' ? 'id' : fieldOf(name);
    if (field && !columns.has(field)) columns.set(field, i);
  }
  const useful = columns.has('id') && (columns.has('provider') || columns.has('message')) && !columns.has('count');
  return useful ? columns : null;
}

function rowsBelow(text: string, rule: number, columns: ReadonlyMap<Field, number>): LogRecord[] {
  const rows: LogRecord[] = [];
  for (let line = nextLine(text, lineAt(text, rule)); line.start < text.length; line = nextLine(text, line)) {
    if (!text.slice(line.start, line.end).includes('|')) break;
    const cells = cellsOf(text, line);
    const byField = new Map([...columns].flatMap(([field, i]) => (cells[i] ? [[field, cells[i]] as const] : [])));
    const row = recordOf(text, byField, { ...line, spans: [line] });
    if (row) rows.push(row);
  }
  return rows;
}

/** The cells of a row, without the signs that make them bold or code. */
function cellsOf(text: string, line: Range): Range[] {
  const cells: Range[] = [];
  let at = line.start + (/^[ \t>]{0,16}\|?/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  while (at < line.end && cells.length < CELLS) {
    const bar = text.indexOf('|', at);
    const end = bar < 0 || bar > line.end ? line.end : bar;
    const cell = trimmed(text, { start: at, end });
    const marks = /^[*_`]{0,3}/.exec(text.slice(cell.start, cell.end))?.[0].length ?? 0;
    const behind = /[*_`]{0,3}$/.exec(text.slice(cell.start + marks, cell.end).slice(-3))?.[0].length ?? 0;
    cells.push({ start: cell.start + marks, end: Math.max(cell.start + marks, cell.end - behind) });
    at = end + 1;
  }
  return cells;
}
