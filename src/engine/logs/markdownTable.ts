import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import { recordsOrCatalogue, together, type Found, type Taken } from './found';
import type { LogRecord } from './record';

/** The row of dashes between the heading of a Markdown table and its body. */
const RULE = /^[ \t>]{0,16}\|?[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|[-:| \t]{0,400}\r?$/gm;
const CELLS = 40;

/** Tables of Markdown that list events: logs where they have a column for the time, else documentation. */
export function markdownTables(text: string, taken: Taken): Found {
  const found: Found[] = [];
  if (!text.includes('-|') && !text.includes('- |')) return together(found);
  RULE.lastIndex = 0;
  for (let rule = RULE.exec(text); rule; rule = RULE.exec(text)) {
    if (rule.index === 0 || taken(rule.index)) continue;
    const columns = columnsOf(text, lineAt(text, rule.index - 1));
    if (!columns) continue;
    const { rows, end } = rowsBelow(text, rule.index, columns);
    RULE.lastIndex = Math.max(end, RULE.lastIndex);
    found.push(recordsOrCatalogue(rows, isOccurrence(columns)));
  }
  return together(found);
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

function rowsBelow(text: string, rule: number, columns: ReadonlyMap<Field, number>) {
  const rows: LogRecord[] = [];
  let end = rule;
  for (let line = nextLine(text, lineAt(text, rule)); line.start < text.length; line = nextLine(text, line)) {
    const written = text.slice(line.start, line.end);
    if (!written.includes('|') || /^[ \t>]*(?:\|[ \t]*)?:?-{2,}/.test(written)) break;
    end = line.start;
    const cells = cellsOf(text, line);
    const byField = new Map([...columns].flatMap(([field, i]) => (cells[i] ? [[field, cells[i]] as const] : [])));
    const row = recordOf(text, byField, { ...line, spans: [line] });
    if (row) rows.push(row);
  }
  return { rows, end };
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
