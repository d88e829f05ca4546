import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { isOccurrence, recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import { recordsOrCatalogue, together, type Found, type Taken } from './found';
import type { LogRecord } from './record';

/** The row of dashes between the heading of a Markdown table, or a grid of a console, and its body. */
const RULE = /^[ \t>]{0,16}[|+]?[ \t]{0,20}:?[-=]{2,200}:?[ \t]{0,20}[|+][-+=:| \t]{0,400}\r?$/gm;
/** The heading of a table in Jira's own notation, which has no such row. */
const JIRA = /^[ \t>]{0,16}\|\|[^\r\n]{3,400}\|\|[ \t]{0,20}\r?$/gm;
const CELLS = 40;

/** Tables of Markdown, Jira and consoles that list events: logs where they have a column for the time, else documentation. */
export function markdownTables(text: string, taken: Taken): Found {
  const found: Found[] = [];
  if (text.includes('||')) found.push(...jiraTables(text, taken));
  if (!text.includes('|') && !text.includes('+')) return together(found);
  if (!/[-=] ?[|+]/.test(text)) return together(found);
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

function jiraTables(text: string, taken: Taken): Found[] {
  const found: Found[] = [];
  for (const { index, 0: written } of text.matchAll(JIRA)) {
    const heading = { start: index, end: index + written.trimEnd().length };
    const columns = taken(index) ? null : columnsOf(text, heading, '||');
    if (columns) found.push(recordsOrCatalogue(rowsBelow(text, index, columns).rows, isOccurrence(columns)));
  }
  return found;
}

function columnsOf(text: string, heading: Range, bar = '|'): ReadonlyMap<Field, number> | null {
  const columns = new Map<Field, number>();
  for (const [i, cell] of cellsOf(text, heading, bar).entries()) {
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
    // Some grids have a line below every row.
    if (/^[ \t>]*\+[-=]{2,}/.test(written)) continue;
    if (!written.includes('|') || /^[ \t>]*(?:\|\||(?:\|[ \t]*)?:?-{2,})/.test(written)) break;
    end = line.start;
    const cells = cellsOf(text, line);
    const byField = new Map([...columns].flatMap(([field, i]) => (cells[i] ? [[field, cells[i]] as const] : [])));
    const row = recordOf(text, byField, { ...line, spans: [line] });
    if (row) rows.push(row);
  }
  return { rows, end };
}

/** The cells of a row, without the signs that make them bold or code. */
function cellsOf(text: string, line: Range, bar = '|'): Range[] {
  const cells: Range[] = [];
  let at = line.start + (/^[ \t>]{0,16}\|{0,2}/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  while (at < line.end && cells.length < CELLS) {
    const found = text.indexOf(bar, at);
    const end = found < 0 || found > line.end ? line.end : found;
    const cell = trimmed(text, { start: at, end });
    const marks = /^[*_`]{0,3}/.exec(text.slice(cell.start, cell.end))?.[0].length ?? 0;
    const behind = /[*_`]{0,3}$/.exec(text.slice(cell.start + marks, cell.end).slice(-3))?.[0].length ?? 0;
    cells.push({ start: cell.start + marks, end: Math.max(cell.start + marks, cell.end - behind) });
    at = end + bar.length;
  }
  return cells;
}
